# loops.py — small integers in nested loops: ms for a million inner turns.
# SPDX-License-Identifier: MIT
import time

from measure import report


def count(outer, inner):
    total = 0
    for i in range(outer):
        for k in range(inner):
            total += i ^ k
    return total


def sieve(limit):
    prime = [True] * limit
    for i in range(2, limit):
        if prime[i]:
            for k in range(i * i, limit, i):
                prime[k] = False
    return sum(prime) - 2


ROUNDS = 6
began = time.perf_counter()
for _ in range(ROUNDS):
    assert count(1000, 1000) > 0
report("loops_1m", began, ROUNDS, "ms")

began = time.perf_counter()
for _ in range(ROUNDS):
    assert sieve(300_000) == 25997
report("sieve_300k", began, ROUNDS, "ms")
