#!/usr/bin/env python3
# check_trace.py — every event of a trace has an earlier cause.
# SPDX-License-Identifier: MIT
#
# usage: check_trace.py FILE.jsonl...
#
# A trace is JSON Lines: a header record first, then events in `seq` order.
# Each event's cause names an earlier event, so walking causes always ends at
# event 0, the program's start. Time never goes back.
import json
import sys


def problems(text, limit=5):
    """Sentences about what is wrong in a trace; empty when it is sound."""
    found = []
    expected_seq = 0
    depth = {}  # seq -> steps back to event 0
    last_time = 0.0
    lines = text.splitlines()
    if not lines:
        return ["the trace is empty"]
    for number, line in enumerate(lines, 1):
        if len(found) >= limit:
            break
        try:
            event = json.loads(line)
        except ValueError as error:
            found.append(f"line {number}: not JSON: {error}")
            continue
        if "seq" not in event:
            if number != 1:
                found.append(f"line {number}: no seq")
            continue
        seq, cause = event["seq"], event.get("cause")
        where = f"event {seq} ({event.get('kind')})"
        if seq != expected_seq:
            found.append(f"{where}: expected seq {expected_seq}")
        expected_seq = seq + 1
        if seq == 0:
            depth[0] = 0
            if event.get("kind") != "program.start":
                found.append(f"{where}: a run begins with program.start")
        elif cause is None:
            found.append(f"{where}: no cause")
        elif cause not in depth:
            found.append(f"{where}: cause {cause} is not an earlier event "
                         "that leads back to the start")
        else:
            depth[seq] = depth[cause] + 1
        if event["t"] < last_time:
            found.append(f"{where}: time went back to {event['t']}")
        last_time = event["t"]
    if expected_seq == 0:
        found.append("there is no event in it")
    return found


def main(paths):
    bad = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for sentence in problems(file.read()):
                bad += 1
                print(f"{path}: {sentence}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
