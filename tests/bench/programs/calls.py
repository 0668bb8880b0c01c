# calls.py — function calls: ms for fib(25), 242,785 calls.
# SPDX-License-Identifier: MIT
import time

from measure import report


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


ROUNDS = 12
began = time.perf_counter()
for _ in range(ROUNDS):
    assert fib(25) == 75025
report("fib25", began, ROUNDS, "ms")
