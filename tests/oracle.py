#!/usr/bin/env python3
# oracle.py — what CPython prints for a test program under our clock.
# SPDX-License-Identifier: MIT
#
# usage: oracle.py [--python PATH] [--write | --missing] [PREFIX...]
#
# Prints each selected program's answer; --write stores it as the program's
# expectation, --missing only where there is none yet. Nothing else writes
# expectations. The clock's rules are in tools/virtual_clock/sitecustomize.py.
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "tools"))

import programs  # noqa: E402

# Expectations are of this version; others word some messages differently.
REFERENCE = (3, 11)
TIME_LIMIT = 30


def environment(program):
    """A small, fixed environment, so that nothing of the caller leaks in."""
    env = {
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(HERE / "tools" / "virtual_clock"),
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "TWINLOOP_SEED": program.flag("seed", "0"),
    }
    if program.flag("until"):
        env["TWINLOOP_UNTIL"] = program.flag("until")
    return env


def run(program, python):
    """The program's Result under [python]."""
    done = subprocess.run([python, *program.command()], cwd=program.folder,
                          env=environment(program), timeout=TIME_LIMIT,
                          stdin=subprocess.DEVNULL, capture_output=True)
    return programs.make_result(done.stdout, done.stderr, done.returncode,
                                program.folder)


def find_reference(python):
    """(path, None) of a usable CPython, or (None, why there is none)."""
    path = shutil.which(python)
    if path is None:
        return None, f"{python} is not installed"
    answer = subprocess.run(
        [path, "-c", "import sys; print(*sys.version_info[:2]); "
                     "print(sys.executable)"],
        capture_output=True, text=True)
    if answer.returncode != 0:
        return None, f"{python} does not run"
    # The real binary starts faster than a wrapper around it.
    version, executable = answer.stdout.splitlines()
    if tuple(map(int, version.split())) != REFERENCE:
        return None, (f"{python} is {version.replace(' ', '.')}, the "
                      "expectations are of "
                      f"{'.'.join(map(str, REFERENCE))}")
    return executable, None


def needs_writing(program, only_missing):
    """Whether CPython is to be asked; not where we differ on purpose."""
    if not program.expected.is_file():
        return True
    old = program.expected.read_text(encoding="utf-8")
    return not only_missing and programs.differs_reason(old) is None


def write(program, text):
    """Stores [text] when it says something new."""
    if (program.expected.is_file()
            and program.expected.read_text(encoding="utf-8") == text):
        return
    program.expected.write_text(text, encoding="utf-8")
    print("wrote", program.expected.relative_to(HERE))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default="python3")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("prefixes", nargs="*")
    options = parser.parse_args()

    python, problem = find_reference(options.python)
    if problem:
        sys.exit(f"oracle.py: {problem}")
    selected = programs.discover(options.prefixes)
    if options.write or options.missing:
        selected = [program for program in selected
                    if needs_writing(program, options.missing)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda program: run(program, python), selected)
        for program, result in zip(selected, results):
            text = programs.format_result(result)
            if options.write or options.missing:
                write(program, text)
            else:
                print(f"=== {program.name}\n{text}", end="")


if __name__ == "__main__":
    main()
