# sorting.py — sorted() with and without a key, and exceptions: ms per round.
# SPDX-License-Identifier: MIT
import random
import time

from measure import report


def shuffled(count):
    source = random.Random(7)
    return [source.randrange(10**6) for _ in range(count)]


def sort(numbers):
    rising = sorted(numbers)
    falling = sorted(numbers, key=lambda n: -n)
    return rising == falling[::-1]


def fail(n):
    raise ValueError(n)


def catch(count):
    caught = 0
    for i in range(count):
        try:
            fail(i)
        except ValueError:
            caught += 1
    return caught


ROUNDS = 8
numbers = shuffled(50_000)
began = time.perf_counter()
for _ in range(ROUNDS):
    assert sort(numbers)
report("sort_50k", began, ROUNDS, "ms")

began = time.perf_counter()
for _ in range(ROUNDS):
    assert catch(100_000) == 100_000
report("except_100k", began, ROUNDS, "ms")
