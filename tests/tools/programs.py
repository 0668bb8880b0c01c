# programs.py — the test programs: where they are, what they should print.
# SPDX-License-Identifier: MIT
#
# Shared by run.py and oracle.py. A program is either one file X.py or a
# folder with test.json; beside it stand its stored expectation and, for a
# file, an optional X.py.json with settings. tests/README.md has the formats.
import dataclasses
import json
import pathlib
import re

TESTS = pathlib.Path(__file__).resolve().parents[1]
FOLDERS = ("lang", "asyncio", "programs", "limit", "trace", "regress")
# The page's own programs are tests too; their expectations live with ours.
SCENARIOS = TESTS.parent / "web" / "scenarios"

STDERR_MARK = "--- stderr ---\n"
ANY_STDERR_MARK = "--- stderr not compared ---\n"
NO_NEWLINE_MARK = "--- no newline ---\n"
DIFFERS_MARK = "# differs: "


@dataclasses.dataclass(frozen=True)
class Program:
    """One program and how to start it."""
    name: str                # "lang/closure/captures_loop_variable.py"
    folder: pathlib.Path     # working directory of the run
    expected: pathlib.Path   # file with the expectation
    entry: str = ""          # file to run, or else
    module: str = ""         # module for -m
    args: tuple = ()
    flags: tuple = ()        # extra flags of our command line

    def flag(self, name, default=None):
        """Value of --name=value in the flags."""
        for flag in self.flags:
            if flag.startswith(f"--{name}="):
                return flag.split("=", 1)[1]
        return default

    def command(self):
        """What follows the interpreter's own flags on a command line."""
        target = ["-m", self.module] if self.module else [self.entry]
        return target + list(self.args)


@dataclasses.dataclass(frozen=True)
class Result:
    """What a run printed, normalised, and how it ended."""
    stdout: str
    stderr: str
    code: int


# --- Discovery --------------------------------------------------------------

def _load(settings_file, **fields):
    settings = {}
    if settings_file.is_file():
        settings = json.loads(settings_file.read_text(encoding="utf-8"))
    for key, value in settings.items():
        fields[key] = tuple(value) if isinstance(value, list) else value
    return Program(**fields)


def _from_file(path):
    return _load(path.with_name(path.name + ".json"),
                 name=path.relative_to(TESTS).as_posix(),
                 folder=path.parent, entry=path.name,
                 expected=path.with_name(path.name + ".exp"))


def _from_folder(path):
    return _load(path / "test.json",
                 name=path.relative_to(TESTS).as_posix(), folder=path,
                 expected=path / "expected.exp")


def _walk(folder):
    for path in sorted(folder.iterdir()):
        if path.is_dir() and (path / "test.json").is_file():
            yield _from_folder(path)
        elif path.is_dir():
            yield from _walk(path)
        elif path.suffix == ".py":
            yield _from_file(path)


def _scenarios():
    for path in sorted(SCENARIOS.glob("*/main.py")):
        name = path.parent.name
        yield Program(f"scenarios/{name}", path.parent,
                      TESTS / "scenarios" / f"{name}.exp", entry="main.py")


def discover(prefixes=()):
    """Every program whose name starts with one of [prefixes], in order."""
    found = list(_scenarios())
    for folder in FOLDERS:
        if (TESTS / folder).is_dir():
            found.extend(_walk(TESTS / folder))
    if not prefixes:
        return found
    starts = tuple(prefix.removeprefix("tests/") for prefix in prefixes)
    return [program for program in found if program.name.startswith(starts)]


# --- Expectations -----------------------------------------------------------

def format_result(result):
    """The text stored in an .exp file."""
    text = result.stdout
    if text and not text.endswith("\n"):
        text += "\n" + NO_NEWLINE_MARK
    if result.stderr:
        text += STDERR_MARK + result.stderr
        if not result.stderr.endswith("\n"):
            text += "\n"
    if result.code != 0:
        text += f"--- exit {result.code} ---\n"
    return text


def differs_reason(expected):
    """Why we deliberately differ from CPython, or None."""
    if expected.startswith(DIFFERS_MARK):
        return expected.split("\n", 1)[0].removeprefix(DIFFERS_MARK)
    return None


def comparable(expected, result):
    """Both as texts that are equal when [result] is as [expected]."""
    if differs_reason(expected) is not None:
        expected = expected.partition("\n")[2]
    if ANY_STDERR_MARK in expected:
        expected = expected.replace(ANY_STDERR_MARK, "")
        result = dataclasses.replace(result, stderr="")
    return expected, format_result(result)


# --- Normalisation ----------------------------------------------------------

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_FRAME = re.compile(r'([ |+-]*)File "([^"\n]*)", line \d+')
_WARNING = re.compile(r"(/[^:\n]*|<frozen [^:\n]*):\d+: (?=\w*Warning: )")
_LIBRARY_PLACE = re.compile(r" at (?:/|<twinloop>/)[^\s:]*\.py:\d+")


def _is_foreign(path):
    # Own files are relative by now; "<string>" is the program's own text.
    return path.startswith(("/", "<frozen "))


def _drop_foreign_frames(lines):
    """Removes frames outside the program: their head, source and carets."""
    dropped_prefix = None
    for line in lines:
        if dropped_prefix is not None and line.startswith(dropped_prefix):
            continue
        dropped_prefix = None
        frame = _FRAME.match(line)
        if frame and _is_foreign(frame[2]):
            dropped_prefix = frame[1] + "  "
            continue
        yield line


def _move_foreign_warnings(lines):
    """A warning raised in a library line is told as of sys:1."""
    after_warning = False
    for line in lines:
        if after_warning and line.startswith("  "):
            after_warning = False
            continue
        after_warning = bool(_WARNING.match(line))
        yield _WARNING.sub("sys:1: ", line)


def normalise(text, folder):
    """[text] without what depends on the machine and on the library's files.

    The program's own absolute paths become relative to its folder; frames of
    any other file are dropped; warnings located there are told as of sys:1;
    other places in libraries are left out; memory addresses become 0x?.
    """
    text = text.replace(f"{folder}/", "")
    text = _ADDRESS.sub(" at 0x?", text)
    lines = text.splitlines(keepends=True)
    lines = _drop_foreign_frames(lines)
    text = "".join(_move_foreign_warnings(lines))
    return _LIBRARY_PLACE.sub("", text)


def make_result(stdout, stderr, code, folder):
    """A Result from raw bytes and a process's exit status."""
    def decode(data):
        return data.decode("utf-8", errors="backslashreplace")

    # Death by SIGINT is what a shell calls 130.
    return Result(normalise(decode(stdout), folder),
                  normalise(decode(stderr), folder),
                  130 if code == -2 else code)
