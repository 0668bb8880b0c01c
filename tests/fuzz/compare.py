# compare.py — the same program under CPython and under Twinloop.
# SPDX-License-Identifier: MIT
#
# The fuzzers' common part. A fuzzer gives generate(seed) -> source; main()
# runs the seeds of the command line, both ways, and keeps and minimises the
# programs whose answers differ.
import argparse
import ast
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "tools"))

import check_trace  # noqa: E402
import oracle  # noqa: E402
import programs  # noqa: E402

TIME_LIMIT = 20
SLICE = 7


class Reference:
    """CPython under the virtual clock, ready to fork."""

    def __init__(self, python, folder):
        self.folder = folder
        plain = programs.Program("", folder, folder)
        environment = oracle.environment(plain)
        environment["PYTHONPATH"] += os.pathsep + str(HERE)
        self.process = subprocess.Popen(
            [python, str(HERE / "fork_main.py")], env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, program):
        """The Result of [program], or None when it does not end in time."""
        out, err = self.folder / "stdout", self.folder / "stderr"
        self.process.stdin.write(f"{program} {out} {err}\n")
        self.process.stdin.flush()
        code = self.process.stdout.readline().strip()
        if code == "late":
            return None
        return programs.make_result(out.read_bytes(), err.read_bytes(),
                                    int(code), self.folder)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Pair:
    """Both interpreters and a folder to work in."""

    def __init__(self, python, twinloop, sliced):
        self.room = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.room.name)
        self.reference = Reference(python, self.folder)
        self.twinloop = twinloop
        self.sliced = sliced

    def ours(self, program, *flags):
        done = subprocess.run(
            [self.twinloop, "run", *flags, program.name], cwd=self.folder,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT)
        return programs.make_result(done.stdout, done.stderr,
                                    done.returncode, self.folder)

    def problem(self, source):
        """(what differs, the two answers) or None when nothing does."""
        program = self.folder / "program.py"
        program.write_text(source, encoding="utf-8")
        expected = self.reference.run(program)
        # How deep a cycle of waits goes is not the same, by design.
        if expected is None or "RecursionError" in expected.stderr:
            return None
        trace = self.folder / "trace.jsonl"
        try:
            actual = self.ours(program, f"--trace={trace}")
            if actual != expected:
                return "answer", expected, actual
            wrong = check_trace.problems(trace.read_text(encoding="utf-8"))
            if wrong:
                return "trace: " + wrong[0], expected, actual
            if self.sliced:
                actual = self.ours(program, f"--slice={SLICE}")
                if actual != expected:
                    return "sliced answer", expected, actual
        except subprocess.TimeoutExpired:
            return "time", expected, expected
        return None

    def close(self):
        self.reference.close()
        self.room.cleanup()


# --- Minimising -------------------------------------------------------------

def _bodies(tree):
    """Every list of statements in [tree], inner ones last."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers"):
            body = getattr(node, field, None)
            if isinstance(body, list) and body:
                yield node, field, body


def _without(source, where, start, count):
    """[source] without some statements of its [where]-th list, or None."""
    tree = ast.parse(source)
    node, field, body = list(_bodies(tree))[where]
    if start + count > len(body):
        return None
    kept = body[:start] + body[start + count:]
    if not kept and field != "handlers":
        if isinstance(body[0], ast.Pass):
            return None
        if field == "body" or isinstance(node, ast.Try):
            kept = [ast.Pass()]
    setattr(node, field, kept)
    if isinstance(node, ast.Try) and not (node.handlers or node.finalbody):
        return None
    return ast.unparse(ast.fix_missing_locations(tree))


def _smaller(source):
    """Programs with one run of statements less, the largest cuts first."""
    sizes = [len(body) for _, _, body in _bodies(ast.parse(source))]
    for where, size in enumerate(sizes):
        count = size
        while count:
            for start in range(0, size - count + 1, count):
                shorter = _without(source, where, start, count)
                if shorter:
                    yield shorter
            count //= 2


def minimise(source, is_wrong):
    """The smallest program found that is still wrong."""
    going = True
    while going:
        going = False
        for shorter in _smaller(source):
            if len(shorter) < len(source) and is_wrong(shorter):
                source, going = shorter, True
                break
    return source


_ERROR = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Exit|Iteration)\b")


def _is_alike(problem, first):
    """Whether [problem] is of [first]'s kind and brings in no new errors."""
    if problem is None or problem[0] != first[0]:
        return False
    new, old = (set(_ERROR.findall(answer.stdout + answer.stderr))
                for answer in (problem[1], first[1]))
    return new <= old


# --- The run ----------------------------------------------------------------

def _check_seeds(options, generate, seeds):
    """The seeds of [seeds] that differ; their programs are written out."""
    pair = Pair(options.python, options.twinloop, options.sliced)
    wrong = []
    for seed in seeds:
        source = generate(seed)
        problem = pair.problem(source)
        if problem is None:
            continue
        wrong.append(seed)
        if options.minimise:
            source = minimise(source, lambda text: _is_alike(
                pair.problem(text), problem))
            problem = pair.problem(source) or problem
        _keep(options, seed, source, problem)
        if len(wrong) >= options.stop_after:
            break
    pair.close()
    return wrong


def _keep(options, seed, source, problem):
    what, expected, actual = problem
    base = pathlib.Path(options.out) / f"seed{seed}"
    base.with_suffix(".py").write_text(source, encoding="utf-8")
    base.with_suffix(".exp").write_text(programs.format_result(expected))
    base.with_suffix(".out").write_text(programs.format_result(actual))
    print(f"seed {seed}: {what}", flush=True)


def main(generate):
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default="python3")
    parser.add_argument("--twinloop", required=True)
    parser.add_argument("--out", default="build/fuzz-out")
    parser.add_argument("--sliced", action="store_true")
    parser.add_argument("--minimise", action="store_true")
    parser.add_argument("--show", action="store_true",
                        help="print the programs, run nothing")
    parser.add_argument("--stop-after", type=int, default=20)
    parser.add_argument("first", type=int, help="first seed")
    parser.add_argument("count", type=int, nargs="?", default=1)
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.count)
    if options.show:
        print("\n".join(map(generate, seeds)))
        return
    options.python, problem = oracle.find_reference(options.python)
    if problem:
        sys.exit(problem)
    options.twinloop = str(pathlib.Path(options.twinloop).resolve())
    pathlib.Path(options.out).mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        halves = pool.map(lambda part: _check_seeds(options, generate, part),
                          (seeds[::2], seeds[1::2]))
        wrong = sorted(sum(halves, []))
    print(f"{len(seeds)} seeds, {len(wrong)} differ: {wrong}")
    sys.exit(1 if wrong else 0)
