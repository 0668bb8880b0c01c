#!/usr/bin/env python3
# check_sizes.py — no source file grows past what one sitting can read.
# SPDX-License-Identifier: MIT
import pathlib
import sys

LIMIT = 1200
SUFFIXES = {".c", ".h", ".py", ".js", ".mjs", ".css", ".html"}
SKIPPED = {"node_modules", "dist", "build", ".git"}
ROOT = pathlib.Path(__file__).resolve().parents[2]
# Bad input is long on purpose.
BAD_INPUT = {ROOT / "tests" / name for name in (
    "lang", "limit", "regress", "tools/syntax_errors.py")}


def sources(folder):
    for path in sorted(folder.iterdir()):
        if path.name in SKIPPED or path in BAD_INPUT:
            continue
        if path.is_dir():
            yield from sources(path)
        elif path.suffix in SUFFIXES:
            yield path


def main():
    too_long = 0
    for path in sources(ROOT):
        lines = path.read_bytes().count(b"\n")
        if lines > LIMIT:
            too_long += 1
            print(f"{path.relative_to(ROOT)}: {lines} lines (limit {LIMIT})")
    return 1 if too_long else 0


if __name__ == "__main__":
    sys.exit(main())
