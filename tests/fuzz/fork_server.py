# fork_server.py — runs many programs under CPython, a fork for each.
# SPDX-License-Identifier: MIT
#
# compare.py starts fork_main.py with the environment of tests/oracle.py and
# writes one line "PROGRAM STDOUT STDERR" for each program; the answer is its
# exit status, or "late". A fork runs its program as __main__ and ends as the
# interpreter ends, so that what is told at exit is told. What programs import
# is imported before the forks: that is what makes it fast.
import asyncio  # noqa: F401
import functools  # noqa: F401
import os
import random  # noqa: F401
import signal
import sys
import time  # noqa: F401
import traceback  # noqa: F401

TIME_LIMIT = 10


def _redirect(out, err):
    for number, path in enumerate((os.devnull, out, err)):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if number else 0
        file = os.open(path, flags, 0o644)
        os.dup2(file, number)
        os.close(file)


def _requests():
    """Answers requests; comes back in each fork, with the fork's own."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            return line.split()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print("late" if code == -signal.SIGALRM else code, flush=True)
    sys.exit()


def job():
    """The code that this process is to run, in a fork."""
    program, out, err = _requests()
    signal.alarm(TIME_LIMIT)
    _redirect(out, err)
    os.chdir(os.path.dirname(program))
    sys.argv = [os.path.basename(program)]
    sys.modules["__main__"].__file__ = program
    with open(program, encoding="utf-8") as file:
        return compile(file.read(), program, "exec")
