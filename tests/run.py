#!/usr/bin/env python3
# run.py — runs the test programs and compares with CPython's stored answers.
# SPDX-License-Identifier: MIT
#
# usage: run.py [--twinloop PATH] [--wasm PATH] [--sliced]
#               [--against PYTHON] [--out FOLDER] [-j N] [PREFIX...]
#
#   --twinloop PATH   our command line; without a further mode each program's
#                     output and the soundness of its trace are checked
#   --sliced          runs 100 steps at a time: same output, same trace
#   --wasm PATH       the WebAssembly module under node: same output, and with
#                     --twinloop the same trace as the native one
#   --against PYTHON  checks the stored expectations themselves
#   --write-traces    stores the golden traces of tests/trace (read the diff!)
#
# A prefix selects programs by name: `run.py asyncio/gather lang/`.
import argparse
import concurrent.futures
import dataclasses
import difflib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "tools"))

import check_trace  # noqa: E402
import oracle  # noqa: E402
import programs  # noqa: E402

TIME_LIMIT = 60
DIFF_LINES = 60
SLICE = 100
# Longer traces come from floods and endless loops; walking them says no more.
TRACE_CHECK_BYTES = 8_000_000


class Skip(Exception):
    """Raised by a mode that has nothing to say about a program."""


@dataclasses.dataclass
class Run:
    """A program's result and its trace, where one was recorded."""
    result: programs.Result
    trace: bytes = b""


class Bench:
    """What a run of run.py works with: paths and where artefacts go."""

    def __init__(self, options):
        self.twinloop = options.twinloop and str(
            pathlib.Path(options.twinloop).resolve())
        self.wasm = options.wasm and str(pathlib.Path(options.wasm).resolve())
        self.out = pathlib.Path(options.out).resolve()

    def artefact(self, program, suffix):
        """A path for [program]'s file of that kind; its folder exists."""
        path = self.out / (program.name + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def native(self, program, *extra):
        """Runs [program] on the command line, recording its trace."""
        trace = self.artefact(program, ".sliced" if extra else ".native")
        trace = trace.with_name(trace.name + ".jsonl")
        trace.unlink(missing_ok=True)
        command = [self.twinloop, "run", f"--trace={trace}", *extra,
                   *program.flags, *program.command()]
        done = subprocess.run(command, cwd=program.folder, timeout=TIME_LIMIT,
                              stdin=subprocess.DEVNULL, capture_output=True)
        result = programs.make_result(done.stdout, done.stderr,
                                      done.returncode, program.folder)
        return Run(result, trace.read_bytes() if trace.is_file() else b"")


# --- Comparing --------------------------------------------------------------

def diff(expected, actual, from_name, to_name):
    """A unified diff, cut to a readable length."""
    lines = list(difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), from_name, to_name,
        lineterm=""))
    if len(lines) > DIFF_LINES:
        lines[DIFF_LINES:] = [f"... {len(lines) - DIFF_LINES} more lines"]
    return "\n".join(lines)


def expectation(program):
    if not program.expected.is_file():
        return None
    return program.expected.read_text(encoding="utf-8")


def output_problem(program, result, bench):
    """Why [result] is not the expected one, or None."""
    stored = expectation(program)
    if stored is None:
        return "no expectation yet: write it with tests/oracle.py --write"
    expected, actual = programs.comparable(stored, result)
    if expected == actual:
        return None
    bench.artefact(program, ".out").write_text(actual, encoding="utf-8")
    return diff(expected, actual, "expected", "ours")


def trace_difference(one, other, one_name, other_name):
    """Why two traces differ, or None."""
    if one == other:
        return None
    return diff(one.decode("utf-8", "backslashreplace"),
                other.decode("utf-8", "backslashreplace"),
                one_name, other_name)


def golden_trace_problem(program, trace):
    golden = program.expected.with_suffix("").with_suffix(".trace")
    if not golden.is_file():
        return None
    return trace_difference(golden.read_bytes(), trace, golden.name, "ours")


# --- Modes: each returns a problem or None ----------------------------------

def check_native(program, bench):
    run = bench.native(program)
    problem = output_problem(program, run.result, bench)
    if problem or not run.trace:
        return problem or trace_missing(program)
    if len(run.trace) <= TRACE_CHECK_BYTES:
        problem = "\n".join(check_trace.problems(run.trace.decode("utf-8")))
    return problem or golden_trace_problem(program, run.trace)


def trace_missing(program):
    # A program that cannot be opened has no run to record.
    stored = expectation(program)
    return None if stored.endswith("--- exit 2 ---\n") else "no trace written"


def check_sliced(program, bench):
    whole = bench.native(program)
    sliced = bench.native(program, f"--slice={SLICE}")
    problem = output_problem(program, sliced.result, bench)
    return problem or trace_difference(whole.trace, sliced.trace,
                                       "whole", "sliced")


def check_against(program, python):
    stored = expectation(program)
    if stored is None:
        return "no expectation yet: write it with tests/oracle.py --write"
    if programs.differs_reason(stored) is not None:
        raise Skip()
    actual = programs.format_result(oracle.run(program, python))
    return None if stored == actual else diff(stored, actual, "stored",
                                              "CPython")


# --- WebAssembly: many programs in one node process -------------------------

def wasm_job(program):
    """The program as the runner script takes it: all its files as text."""
    files = {}
    pattern = "**/*.py" if (program.folder / "test.json").is_file() else None
    paths = (sorted(program.folder.glob(pattern)) if pattern
             else [program.folder / program.entry])
    for path in paths:
        if path.is_file():
            name = path.relative_to(program.folder).as_posix()
            files[name] = path.read_bytes().decode("latin-1")
    return {"name": program.name, "files": files, "entry": program.entry,
            "module": program.module, "args": list(program.args),
            "flags": list(program.flags)}


def run_batch(selected, bench):
    """Runs of [selected] under node by name; None when node failed."""
    # Bytes travel as latin-1 text, so that invalid UTF-8 stays what it is.
    jobs = json.dumps([wasm_job(program) for program in selected])
    done = subprocess.run(
        ["node", str(HERE / "tools" / "run_wasm.mjs"), bench.wasm],
        input=jobs.encode(), stdout=subprocess.PIPE,
        timeout=TIME_LIMIT * 5)
    if done.returncode != 0:
        return None
    runs = {}
    for program, answer in zip(selected, json.loads(done.stdout)):
        result = programs.make_result(
            answer["stdout"].encode("latin-1"),
            answer["stderr"].encode("latin-1"), answer["exit"],
            program.folder)
        runs[program.name] = Run(result, answer["trace"].encode("latin-1"))
    return runs


def check_wasm(program, bench, runs):
    run = runs[program.name]
    problem = output_problem(program, run.result, bench)
    if problem or not bench.twinloop:
        return problem
    return trace_difference(bench.native(program).trace, run.trace,
                            "native", "wasm")


# --- The run ----------------------------------------------------------------

def choose_mode(options, bench, selected):
    """The function that checks one program."""
    if options.against:
        python, problem = oracle.find_reference(options.against)
        if problem:
            print(f"Expectations not re-checked: {problem}.")
            return None
        return lambda program: check_against(program, python)
    if options.wasm:
        half = (len(selected) + 1) // 2
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            batches = list(pool.map(lambda part: run_batch(part, bench),
                                    (selected[:half], selected[half:])))
        if None in batches:
            sys.exit("run.py: node could not run the module")
        runs = {**batches[0], **batches[1]}
        return lambda program: check_wasm(program, bench, runs)
    if not options.twinloop:
        sys.exit("run.py: give --twinloop, --wasm or --against")
    if options.sliced:
        return lambda program: check_sliced(program, bench)
    return lambda program: check_native(program, bench)


def guarded(check):
    """[check] that turns its own mishaps into an answer."""
    def checked(program):
        try:
            return check(program)
        except Skip as skip:
            return skip
        except subprocess.TimeoutExpired:
            return "did not end in time"
    return checked


def write_traces(selected, bench):
    for program in selected:
        if program.name.startswith("trace/"):
            golden = program.expected.with_suffix("").with_suffix(".trace")
            golden.write_bytes(bench.native(program).trace)


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--twinloop")
    parser.add_argument("--wasm")
    parser.add_argument("--sliced", action="store_true")
    parser.add_argument("--against")
    parser.add_argument("--write-traces", action="store_true")
    parser.add_argument("--out", default=HERE.parent / "build" / "test-out")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("prefixes", nargs="*")
    return parser.parse_args()


def main():
    options = parse_options()
    bench = Bench(options)
    selected = programs.discover(options.prefixes)
    if not selected:
        sys.exit("run.py: no program has such a name")
    if options.write_traces:
        write_traces(selected, bench)
        return 0
    check = choose_mode(options, bench, selected)
    if check is None:
        return 0

    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for program, problem in zip(selected,
                                    pool.map(guarded(check), selected)):
            if isinstance(problem, Skip):
                counts["skipped"] += 1
            elif problem:
                counts["failed"] += 1
                print(f"FAILED {program.name}\n{problem}\n")
            else:
                counts["passed"] += 1
    if counts["skipped"]:
        print(f"{counts['skipped']} differ from CPython on purpose")
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
