#!/usr/bin/env python3
# check_includes.py — who may include whom.
# SPDX-License-Identifier: MIT
#
# The table below is the architecture: a folder includes only itself and what
# its row lists. Prints every offending line; exit status 1 when there is one.
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

EVERYTHING = ("base", "trace", "object", "lang", "vm", "loop", "lib", "api")

# A row lists folders of core/ or single headers. lib knows the compiler, not
# the parser behind it: import, compile(), exec() and eval() turn text into code.
ALLOWED = {
    "base": (),
    "trace": ("base",),
    "object": ("base", "trace"),
    "lang": ("base", "object"),
    "loop": ("base", "object", "trace"),
    "vm": ("base", "object", "trace", "lang/code.h", "lang/opcodes.h"),
    "lib": ("vm", "loop", "object", "trace", "base",
            "lang/code.h", "lang/compile.h"),
    "api": EVERYTHING,
    "cli": (),
    "wasm": (),
    "unit": EVERYTHING,
}

# Who sees the public header: its implementation, its users and its tests.
PUBLIC_HEADER = "twinloop.h"
PUBLIC_READERS = {"api", "cli", "wasm", "unit"}

# These promise to know nothing of the core but the public header.
OUTSIDERS = {"cli", "wasm"}

INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')


def headers():
    """Every header of the core as core/-relative path, and by bare name."""
    found = {}
    for path in (ROOT / "core").rglob("*.h"):
        found[path.relative_to(ROOT / "core").as_posix()] = path
    return found


def resolve(name, source, known):
    """The core-relative path [name] means in [source], or None."""
    if name in known:
        return name
    sibling = (source.parent / name).resolve()
    for relative, path in known.items():
        if path.resolve() == sibling:
            return relative
    return None


def verdict(folder, name, source, known):
    """Why [folder] may not include [name]; None when it may."""
    if name == PUBLIC_HEADER:
        if folder in PUBLIC_READERS:
            return None
        return f"{folder} must not know the public header"
    target = resolve(name, source, known)
    if target is None:
        if (source.parent / name).is_file():
            return None  # a private header beside the file, outside core/
        return "no such header (write it as folder/name.h)"
    owner = target.split("/", 1)[0]
    if owner == folder or owner in ALLOWED[folder]:
        return None
    if target in ALLOWED[folder]:
        return None
    if folder in OUTSIDERS:
        return f"{folder} sees {PUBLIC_HEADER} only"
    return f"{folder} may not include {owner}"


def source_files():
    """Pairs of folder (a key of ALLOWED) and file."""
    places = [(name, ROOT / "core" / name) for name in ALLOWED]
    places += [("wasm", ROOT / "wasm"), ("unit", ROOT / "tests" / "unit")]
    for folder, place in places:
        for path in sorted(place.rglob("*.[ch]")):
            if "node_modules" not in path.parts:
                yield folder, path


def main():
    known = headers()
    offences = 0
    for folder, path in source_files():
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            match = INCLUDE.match(line)
            reason = match and verdict(folder, match[1], path, known)
            if reason:
                offences += 1
                where = path.relative_to(ROOT).as_posix()
                print(f"{where}:{number}: {line.strip()}  // {reason}")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main())
