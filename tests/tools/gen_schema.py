#!/usr/bin/env python3
# gen_schema.py — the trace schema as JavaScript, from trace_events.h.
# SPDX-License-Identifier: MIT
#
# usage: gen_schema.py [--check]
#
# Writes wasm/src/trace-schema.js; --check only says whether it is up to date.
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "core" / "trace" / "trace_events.h"
TARGET = ROOT / "wasm" / "src" / "trace-schema.js"

EVENT = re.compile(
    r'EV\((?P<sym>\w+),\s*"(?P<kind>[\w.]+)",\s*(?P<level>\w+),'
    r'(?P<fields>.*?),\s*\\\s*"(?P<doc>[^"]*)"\)', re.S)
FIELD = re.compile(r"([SIND])\((\w+)\)|NO")


def fields_of(text):
    """Five (type, name) pairs; (None, None) where unused."""
    return [(m.group(1), m.group(2)) for m in FIELD.finditer(text)]


def generate(header):
    version = re.search(r"#define TL_TRACE_VERSION (\d+)", header).group(1)
    lines = [
        "// trace-schema.js — the kinds of trace events; made by "
        "tests/tools/gen_schema.py.",
        "// SPDX-License-Identifier: MIT",
        "//",
        "// A field is [name, type, place]: S string, I id (0 = none), N signed"
        " integer,",
        "// D double (the record's `number`).",
        "",
        f"export const TRACE_VERSION = {version};",
        "",
        "/**",
        " * By the number a record carries.",
        " * @type {ReadonlyArray<{kind: string, doc: string,"
        " fields: ReadonlyArray<[string, string, number]>}>}",
        " */",
        "export const EVENT_KINDS = [",
    ]
    table = header[header.index("#define TL_TRACE_EVENTS"):]
    for match in EVENT.finditer(table):
        fields = fields_of(match.group("fields"))
        if len(fields) != 5:
            sys.exit(f"gen_schema.py: {match.group('kind')} has "
                     f"{len(fields)} fields, not 5")
        listed = ", ".join(f"['{name}', '{kind}', {place}]"
                           for place, (kind, name) in enumerate(fields)
                           if kind)
        doc = match.group("doc").replace("'", "\\'")
        lines += ["  {", f"    kind: '{match.group('kind')}',",
                  f"    doc: '{doc}',", f"    fields: [{listed}],", "  },"]
    lines.append("];")
    return "\n".join(lines) + "\n"


def main():
    header = HEADER.read_text(encoding="utf-8")
    text = generate(header)
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text:
        sys.exit("gen_schema.py: wasm/src/trace-schema.js is out of date; "
                 "run tests/tools/gen_schema.py")


if __name__ == "__main__":
    main()
