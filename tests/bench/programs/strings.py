# strings.py — text is built, taken apart and formatted: ms per round.
# SPDX-License-Identifier: MIT
import time

from measure import report


def build(count):
    words = []
    for i in range(count):
        words.append("word" + str(i))
    text = " ".join(words)
    long = [word for word in text.split(" ") if word.startswith("word4")]
    return len(text.replace("word", "w").upper()) + len(long)


def concat(count):
    text = ""
    for _ in range(count):
        text += "ab"
    return text.count("ba")


def form(count):
    size = 0
    for i in range(count):
        size += len(f"{i:>6} of {count}: {i / count:.1%}")
    return size


ROUNDS = 8
for name, work, count in [
    ("str_build_50k", build, 50_000),
    ("str_concat_100k", concat, 100_000),
    ("str_fmt_50k", form, 50_000),
]:
    result = work(count)
    began = time.perf_counter()
    for _ in range(ROUNDS):
        assert work(count) == result
    report(name, began, ROUNDS, "ms")
