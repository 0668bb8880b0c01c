#!/usr/bin/env python3
"""Writes core/object/unicode_tables.h from the Unicode data of this Python.

SPDX-License-Identifier: MIT
Usage: gen_unicode.py > core/object/unicode_tables.h   (with CPython 3.11)

Properties: a two-level table of 8-bit indexes into the distinct property
words, for the first two planes; ranges for the rest. Case mappings: ranges of
code points that move by the same distance, every one or every second of them;
mappings to several code points and other loners stand in one list.
"""
import unicodedata

SHIFT = 5
BLOCK = 1 << SHIFT
TABLE_END = 0x20000
END = 0x110000

FLAGS = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "SPACE", "PRINTABLE",
         "UPPER", "LOWER", "TITLE", "ID_START", "ID_CONTINUE", "CASED",
         "CASE_IGNORABLE"]
DECIMAL_SHIFT = 16


def is_cased(c):
    # title() writes small letters behind a cased character.
    return (c + "a").title().endswith("a")


def is_case_ignorable(c):
    # lower() looks past such characters when a sigma may be final.
    return (("A" + c + "\u03a3").lower().endswith("\u03c2")
            and not ("1" + c + "\u03a3").lower().endswith("\u03c2"))


def properties(cp):
    c = chr(cp)
    tests = [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(),
             c.isspace(), c.isprintable(), c.isupper(), c.islower(),
             unicodedata.category(c) == "Lt", c.isidentifier(),
             ("a" + c).isidentifier(), is_cased(c), is_case_ignorable(c)]
    word = sum(1 << i for i, value in enumerate(tests) if value)
    if tests[1]:
        word |= unicodedata.decimal(c) << DECIMAL_SHIFT
    return word


def print_packed(texts):
    line = "  "
    for text in texts:
        if len(line) + len(text) > 80:
            print(line)
            line = "  "
        line += text
    print(line)


def print_array(ctype, name, values, form="{}"):
    print(f"\nstatic const {ctype} {name}[{len(values)}] = {{")
    print_packed(form.format(value) + "," for value in values)
    print("};")


def print_properties():
    words = [properties(cp) for cp in range(END)]
    distinct = sorted(set(words))
    assert len(distinct) <= 256
    place = {word: i for i, word in enumerate(distinct)}
    blocks, index = {}, []
    for start in range(0, TABLE_END, BLOCK):
        block = tuple(place[w] for w in words[start:start + BLOCK])
        index.append(blocks.setdefault(block, len(blocks)))
    print_array("uint32_t", "uni_words", distinct, "0x{:x}")
    print_array("uint16_t" if len(blocks) > 256 else "uint8_t", "uni_index",
                index)
    print_array("uint8_t", "uni_blocks",
                [value for block in blocks for value in block])
    # Above the table: (first code point << 8 | index), up to the next.
    ranges, last = [], None
    for cp in range(TABLE_END, END):
        if place[words[cp]] != last:
            last = place[words[cp]]
            ranges.append(cp << 8 | last)
    print_array("uint32_t", "uni_high", ranges, "0x{:x}")


def mapping(method):
    simple, special = {}, {}
    for cp in range(128, END):
        c = chr(cp)
        mapped = method(c)
        if len(mapped) > 1:
            special[cp] = mapped
        elif mapped != c:
            simple[cp] = ord(mapped) - cp
    return simple, special


def runs(simple):
    """[first, last, step, delta] covering the simple mappings."""
    found = []
    for cp in sorted(simple):
        delta = simple[cp]
        for run in reversed(found[-2:]):
            step = cp - run[1]
            if run[3] == delta and step in (1, 2) and (
                    run[2] == step or run[0] == run[1]):
                run[1], run[2] = cp, step
                break
        else:
            found.append([cp, cp, 1, delta])
    return found


def print_runs(name, simple):
    rows = runs(simple)
    print(f"\nstatic const UniRun {name}[{len(rows)}] = {{")
    print_packed(f"{{{first},{last - first},{step},{delta}}},"
                 for first, last, step, delta in rows)
    print("};")


def print_special(rows):
    print("\n// Mappings to something else than one neighbour: kind, code "
          "point, result.")
    for kind in ("UPPER", "LOWER", "TITLE", "FOLD"):
        print(f"#define {kind} TL_CASE_{kind}")
    print(f"static const UniSpecial uni_special[{len(rows)}] = {{")
    print_packed(f"{{{kind},{cp},{len(mapped)},"
                 f"{{{','.join(str(ord(c)) for c in mapped)}}}}},"
                 for kind, cp, mapped in rows)
    print("};")
    for kind in ("UPPER", "LOWER", "TITLE", "FOLD"):
        print(f"#undef {kind}")


def print_case():
    upper, special_upper = mapping(str.upper)
    lower, special_lower = mapping(str.lower)
    title, special_title = mapping(str.title)
    fold, special_fold = mapping(str.casefold)
    rows = [("UPPER", cp, m) for cp, m in special_upper.items()]
    rows += [("LOWER", cp, m) for cp, m in special_lower.items()]
    # Title case differs from upper case, and folding from lower case, rarely.
    for cp in range(128, END):
        t = chr(cp).title()
        if t != chr(cp).upper():
            rows.append(("TITLE", cp, t))
        f = chr(cp).casefold()
        if f != chr(cp).lower():
            rows.append(("FOLD", cp, f))
    order = ["UPPER", "LOWER", "TITLE", "FOLD"]
    rows.sort(key=lambda row: (order.index(row[0]), row[1]))
    print_runs("uni_upper", upper)
    print_runs("uni_lower", lower)
    print_special(rows)


print("// unicode_tables.h — properties and case mappings of code points.")
print("// SPDX-License-Identifier: MIT")
print("//")
print("// Generated by tests/tools/gen_unicode.py from Unicode "
      f"{unicodedata.unidata_version}; included by\n"
      "// unicode.c only, which says how the tables are read.")
print("\n// clang-format off")
print("enum {")
for i, name in enumerate(FLAGS):
    print(f"    UNI_{name} = 1 << {i},")
print(f"    UNI_DECIMAL_SHIFT = {DECIMAL_SHIFT},")
print(f"    UNI_SHIFT = {SHIFT},")
print(f"    UNI_TABLE_END = 0x{TABLE_END:x}")
print("};")
print_properties()
print_case()
print("// clang-format on")
