#!/usr/bin/env python3
"""Compares our parser with CPython's, tree by tree and error by error.

SPDX-License-Identifier: MIT
Usage: compare_ast.py DUMP_AST [FILE or FOLDER...]      trees
       compare_ast.py DUMP_AST --errors [LIST.py...]    error messages
       compare_ast.py DUMP_AST --mutate SECONDS [SEED]  damaged programs

DUMP_AST is the program built from dump_ast.c. Without files: the standard
library of this Python, its tests included. Needs CPython 3.11. Exit status 1
when something differs, unless only mutated programs' messages do.
"""
import ast
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import tokenize
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 40
warnings.simplefilter("ignore")


def ours(program, paths, mode="exec"):
    """Runs the dumper over paths; one text per path."""
    flag = {"exec": [], "eval": ["-e"], "single": ["-s"]}[mode]
    done = subprocess.run([program, *flag, *paths], capture_output=True,
                          timeout=600)
    if done.returncode != 0 and len(paths) > 1:
        return [text for path in paths for text in ours(program, [path], mode)]
    if done.returncode != 0:
        return [f"crash {done.returncode}: "
                f"{done.stderr[-2000:].decode(errors='replace')}"]
    out = done.stdout.decode("utf-8", "surrogatepass")
    return out.split("\n\f\n")[:-1]


def known(column):
    """CPython has None, 0 and -1 for an unknown column; offsets are from 1."""
    return -1 if column is None or column < 1 else column - 1


def theirs(source, mode="exec"):
    """What CPython says: the dump, or the error in dump_ast's form."""
    try:
        tree = compile(source, "f", mode, ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        if e.lineno is None:
            return f"{type(e).__name__}: {e.msg} (0, -1, 0, -1)"
        return (f"{type(e).__name__}: {e.msg} ({e.lineno}, {known(e.offset)}, "
                f"{e.end_lineno or e.lineno}, {known(e.end_offset)})")
    except Exception as e:
        return f"{type(e).__name__}: {e} (0, -1, 0, -1)"
    return ast.dump(tree, indent=1, include_attributes=True)


def is_error(text):
    return not text.startswith(("Module(", "Interactive(", "Expression("))


def normal(text):
    """Errors with columns below -1 (inside f-strings) count as unknown."""
    if not is_error(text):
        return text
    head, _, tail = text.rpartition(" (")
    numbers = [int(n) for n in tail.rstrip(")").split(",")]
    return f"{head} {[max(n, -1) for n in numbers]}"


def library_files(arguments):
    if not arguments:
        arguments = [os.path.dirname(os.__file__)]
    for top in arguments:
        if os.path.isfile(top):
            yield top
            continue
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(f for f in folders if f != "site-packages")
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def read_source(path):
    """The text, or None when it is not UTF-8 for us to read."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if encoding not in ("utf-8", "utf-8-sig"):
            return None
        return data.decode("utf-8-sig")
    except (SyntaxError, UnicodeDecodeError):
        return None


def first_difference(a, b):
    for x, y in zip(a.split("\n"), b.split("\n")):
        if x != y:
            return f"ours {x.strip()!r}, CPython {y.strip()!r}"
    return "one is longer"


def compare_trees(program, arguments):
    files = list(library_files(arguments))
    same = total = skipped = 0
    for at in range(0, len(files), BATCH):
        batch = [(p, read_source(p)) for p in files[at:at + BATCH]]
        skipped += sum(s is None for _, s in batch)
        batch = [(p, s) for p, s in batch if s is not None]
        results = ours(program, [p for p, _ in batch]) if batch else []
        for (path, source), result in zip(batch, results):
            total += 1
            expected = theirs(source)
            if normal(result) == normal(expected):
                same += 1
            elif is_error(result) or is_error(expected):
                print(f"{path}: ours {result[:120]!r}, "
                      f"CPython {expected[:120]!r}")
            else:
                print(f"{path}: {first_difference(result, expected)}")
    print(f"trees: {same}/{total} identical, {skipped} not UTF-8")
    return same == total


def load_snippets(paths):
    """Each list is a Python file that sets SNIPPETS, or pairs in EVAL/SINGLE."""
    for path in paths or [os.path.join(HERE, "syntax_errors.py")]:
        scope = {}
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec"), scope)
        for mode, name in (("exec", "SNIPPETS"), ("eval", "EVAL"),
                           ("single", "SINGLE")):
            for source in scope.get(name, []):
                yield mode, source


def near(source, expected):
    """The lines around CPython's error."""
    try:
        line = int(expected.rpartition(" (")[2].split(",")[0])
    except ValueError:
        return source[-300:]
    return "".join(source.splitlines(keepends=True)[max(line - 3, 0):line + 1])


def compare_sources(program, sources, verbose):
    """(mode, source) pairs; returns how many agree and how many there are."""
    same = crashed = 0
    sources = list(sources)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, (mode, source) in enumerate(sources):
            paths.append(os.path.join(folder, f"{i}.py"))
            with open(paths[-1], "w", encoding="utf-8", newline="",
                      errors="surrogatepass") as file:
                file.write(source)
        for mode in ("exec", "eval", "single"):
            chosen = [i for i, (m, _) in enumerate(sources) if m == mode]
            for at in range(0, len(chosen), BATCH):
                part = chosen[at:at + BATCH]
                results = ours(program, [paths[i] for i in part], mode)
                for i, result in zip(part, results):
                    expected = theirs(sources[i][1], mode)
                    crashed += result.startswith("crash")
                    if normal(result) == normal(expected):
                        same += 1
                    elif verbose:
                        print(f"{near(sources[i][1], expected)!r}\n  ours    "
                              f"{result[:200]}\n  CPython {expected[:200]}")
    return same, len(sources), crashed


def compare_errors(program, arguments):
    same, total, _ = compare_sources(program, load_snippets(arguments), True)
    print(f"errors: {same}/{total} identical")
    return same == total


def damage(source, rng):
    """Deletes, doubles or swaps one to three tokens of a few lines."""
    try:
        tokens = [t for t in tokenize.generate_tokens(
            io.StringIO(source).readline)]
    except (tokenize.TokenError, SyntaxError):
        return source
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    spans = [(starts[t.start[0] - 1] + t.start[1],
              starts[t.end[0] - 1] + t.end[1])
             for t in tokens if t.string.strip() and t.end[0] <= len(lines)]
    for _ in range(rng.choice((1, 1, 2, 3))):
        if len(spans) < 3:
            break
        k = rng.randrange(len(spans) - 1)
        (a, b), (c, d) = spans[k], spans[k + 1]
        first, gap, second = source[a:b], source[b:c], source[c:d]
        action = rng.randrange(3)
        if action == 0:
            source = source[:a] + source[b:]
        elif action == 1:
            source = source[:b] + " " + first + source[b:]
        else:
            source = source[:a] + second + gap + first + source[d:]
        spans = spans[:max(k - 1, 0)]
    return source


def mutate(program, arguments):
    seconds = float(arguments[0])
    rng = random.Random(int(arguments[1]) if len(arguments) > 1 else 1)
    verbose = len(arguments) > 2
    files = [p for p in library_files([]) if os.path.getsize(p) < 60000]
    same = total = crashed = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        batch = []
        while len(batch) < BATCH:
            source = read_source(rng.choice(files))
            if source:
                lines = source.splitlines(keepends=True)
                at = rng.randrange(len(lines))
                part = "".join(lines[at:at + 40])
                batch.append(("exec", damage(part, rng)))
        counts = compare_sources(program, batch, verbose)
        same, total, crashed = (same + counts[0], total + counts[1],
                                crashed + counts[2])
    print(f"mutated: {same}/{total} identical, {crashed} crashes")
    return crashed == 0


def main():
    if len(sys.argv) < 2 or sys.version_info[:2] != (3, 11):
        print(__doc__)
        return 2
    program, *arguments = sys.argv[1:]
    if arguments[:1] == ["--errors"]:
        ok = compare_errors(program, arguments[1:])
    elif arguments[:1] == ["--mutate"]:
        ok = mutate(program, arguments[1:])
    else:
        ok = compare_trees(program, arguments)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
