#!/usr/bin/env python3
# run.py — measures our engine beside CPython, in one run on one machine.
# SPDX-License-Identifier: MIT
#
# usage: run.py --twinloop PATH --wasm PATH [--python PYTHON] [--rounds N]
#               [--markdown] [PROGRAM...]
#
# Every program of programs/ runs in a fresh process on each engine in turn,
# --rounds times, on the real clock; the table shows medians and their ratio to
# CPython's. Not part of the test run: on a busy machine times mean nothing and
# ratios little. --markdown stores the table in README.md.
import argparse
import collections
import gzip
import os
import pathlib
import platform
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
README = HERE / "README.md"
MEASURED = "## Measured\n"
TIME_LIMIT = 120
HEAD = ("workload", "unit", "CPython", "native", "wasm", "native/CPython",
        "wasm/CPython")


def commands(options):
    """What runs a program, by the engine's name."""
    return {
        "CPython": [options.python],
        "native": [options.twinloop, "run", "--clock=real"],
        "wasm": ["node", str(HERE / "run_wasm.mjs"), options.wasm],
    }


def run_once(command, program):
    """The (name, value, unit) of each RESULT line the program prints."""
    done = subprocess.run([*command, str(program)], capture_output=True,
                          text=True, timeout=TIME_LIMIT, cwd=PROGRAMS)
    if done.returncode != 0:
        sys.exit(f"run.py: {' '.join(command)} {program.name}:\n{done.stderr}")
    for line in done.stdout.splitlines():
        _, name, value, unit = line.split()
        yield name, float(value), unit


def measure(options):
    """All values: workload -> engine -> list; and workload -> unit."""
    values = collections.defaultdict(lambda: collections.defaultdict(list))
    units = {}
    for turn in range(options.rounds):
        for program in options.programs:
            print(f"\r{turn + 1}/{options.rounds} {program.stem:<12}", end="",
                  file=sys.stderr, flush=True)
            for engine, command in commands(options).items():
                for name, value, unit in run_once(command, program):
                    values[name][engine].append(value)
                    units[name] = unit
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr)
    return values, units


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def table(values, units):
    """The rows of the table, head first."""
    yield HEAD
    for name, engines in values.items():
        medians = [statistics.median(engines[engine])
                   for engine in ("CPython", "native", "wasm")]
        ratios = [f"{value / medians[0]:.2f}" for value in medians[1:]]
        yield (name, units[name], *map(number, medians), *ratios)


def conditions(options):
    """One line: on what, and how large the module is."""
    version = subprocess.run([options.python, "--version"], text=True,
                             capture_output=True).stdout.split()[-1]
    wasm = pathlib.Path(options.wasm).read_bytes()
    return (f"CPython {version}, {os.cpu_count()} processors "
            f"({platform.machine()}), median of {options.rounds}. "
            f"twinloop.wasm: {len(wasm):,} bytes, "
            f"{len(gzip.compress(wasm, 9)):,} with gzip.")


def as_text(rows):
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(cell.rjust(width) if i else cell.ljust(width)
                               for i, (cell, width)
                               in enumerate(zip(row, widths)))
                     for row in rows)


def as_markdown(rows):
    head, *rest = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, "|---|---|" + "--:|" * (len(HEAD) - 2), *rest])


def store(line, rows):
    """Replaces what stands in README.md below its last heading."""
    text = README.read_text(encoding="utf-8")
    kept = text[:text.index(MEASURED) + len(MEASURED)]
    README.write_text(f"{kept}\n{line}\n\n{as_markdown(rows)}\n",
                      encoding="utf-8")


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--twinloop", required=True)
    parser.add_argument("--wasm", required=True)
    parser.add_argument("--python", default="python3")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("programs", nargs="*", metavar="PROGRAM")
    options = parser.parse_args()
    options.twinloop = os.path.abspath(options.twinloop)
    options.wasm = os.path.abspath(options.wasm)
    options.programs = [path for path in sorted(PROGRAMS.glob("*.py"))
                        if path.stem != "measure" and
                        path.stem in (options.programs or [path.stem])]
    if not options.programs:
        parser.error("no such program")
    return options


def main():
    options = parse_options()
    values, units = measure(options)
    line = conditions(options)
    rows = list(table(values, units))
    print(f"{line}\n\n{as_text(rows)}")
    if options.markdown:
        store(line, rows)


if __name__ == "__main__":
    main()
