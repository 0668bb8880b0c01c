# measure.py — how the benchmark programs report.
# SPDX-License-Identifier: MIT
import time

PER_SECOND = {"ns": 1e9, "us": 1e6, "ms": 1e3}


def report(name, began, count, unit):
    """Prints the time since [began] by the operation."""
    each = (time.perf_counter() - began) / count
    print("RESULT", name, round(each * PER_SECOND[unit], 3), unit)
