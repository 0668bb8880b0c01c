# containers.py — lists, dicts, comprehensions, generators: ms per round.
# SPDX-License-Identifier: MIT
import time

from measure import report


def lists(count):
    numbers = []
    for i in range(count):
        numbers.append(i)
    for i in range(len(numbers)):
        numbers[i] += 1
    copy = numbers[1:-1]
    copy.reverse()
    total = 0
    while copy:
        total += copy.pop()
    return total


def dicts(count):
    table = {}
    for i in range(count):
        table[i] = i
        table[f"key {i % 1000}"] = i
    total = 0
    for value in table.values():
        total += value
    for i in range(0, count, 2):
        del table[i]
    for i in range(count):
        total += table.get(i, 1)
    return total


def comprehensions(count):
    squares = [i * i for i in range(count) if i % 3]
    ends = {n % 1000 for n in squares}
    return len(squares) + len(ends) + len({n: 1 for n in squares})


def generator(count):
    for i in range(count):
        yield i


def generators(count):
    return sum(generator(count))


ROUNDS = 8
for name, work, count in [
    ("list_100k", lists, 100_000),
    ("dict_50k", dicts, 50_000),
    ("comp_100k", comprehensions, 100_000),
    ("gen_200k", generators, 200_000),
]:
    result = work(count)
    began = time.perf_counter()
    for _ in range(ROUNDS):
        assert work(count) == result
    report(name, began, ROUNDS, "ms")
