# sitecustomize.py — gives CPython the clock that Twinloop's programs see.
# SPDX-License-Identifier: MIT
#
# tests/oracle.py puts this folder on PYTHONPATH; the interpreter then runs
# the program in its ordinary way, with its own tracebacks and exit codes.
#
# Rules of the clock (the core keeps the same ones):
#   * it starts at 0.0 monotonic, 2026-01-01T00:00:00Z wall time, zone UTC;
#   * running code takes no time, time.sleep() takes what it says;
#   * a loop with nothing ready jumps to its next deadline, exactly;
#   * a timer is due when its deadline is less than RESOLUTION ahead;
#   * equal deadlines fire in the order they were set;
#   * what cancels all tasks at the end does so in the order they were made;
#   * at TWINLOOP_UNTIL, or when a loop would wait for ever, SIGINT arrives.
#
# Patches touch a module only once the program imports it, so that programs
# that do without asyncio start fast.
import gc
import importlib.machinery
import math
import os
import signal
import sys
import time

WALL_START = 1767225600.0
RESOLUTION = 1e-9

_now = 0.0
_until = float(os.environ.get("TWINLOOP_UNTIL", "inf"))

# The moment of an automatic collection depends on the interpreter's own
# allocations; only explicit and final collections are the program's.
gc.disable()


# --- The clock --------------------------------------------------------------

def _advance(deadline):
    """Moves the clock to [deadline], or interrupts at the set end."""
    global _now, _until
    if deadline > _until:
        _now = float(max(_now, _until))
        _until = math.inf
        signal.raise_signal(signal.SIGINT)
        return
    _now = float(max(_now, deadline))


def _wait_for_ever():
    if _until == math.inf:
        signal.raise_signal(signal.SIGINT)
    else:
        _advance(math.inf)


def _patch_time():
    real_sleep = time.sleep
    real_info = time.get_clock_info

    def sleep(seconds):
        if not isinstance(seconds, (int, float)) or not seconds >= 0:
            real_sleep(seconds)  # raises what CPython raises
        _advance(_now + seconds)

    def monotonic():
        return _now

    def monotonic_ns():
        return round(_now * 1e9)

    def wall():
        return WALL_START + _now

    def wall_ns():
        return round(WALL_START * 1e9) + round(_now * 1e9)

    def no_time():
        return 0.0

    def get_clock_info(name):
        info = real_info(name)
        info.resolution = _Resolution(RESOLUTION)
        return info

    time.sleep = sleep
    time.monotonic = time.perf_counter = monotonic
    time.monotonic_ns = time.perf_counter_ns = monotonic_ns
    time.time = wall
    time.time_ns = wall_ns
    time.process_time = time.thread_time = no_time
    time.get_clock_info = get_clock_info
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _defaulting_to_now(getattr(time, name)))
    real_strftime = time.strftime
    time.strftime = lambda layout, *when: real_strftime(
        layout, *(when or (time.localtime(),)))
    real_asctime = time.asctime
    time.asctime = lambda *when: real_asctime(*(when or (time.localtime(),)))


def _defaulting_to_now(convert):
    def converted(seconds=None):
        return convert(time.time() if seconds is None else seconds)
    return converted


class _Resolution(float):
    """Added to a time it never vanishes, however late the time is."""

    def __radd__(self, other):
        return max(other + float(self), math.nextafter(other, math.inf))


# --- asyncio ----------------------------------------------------------------

def _patch_selectors(selectors):
    class VirtualSelector(selectors.DefaultSelector):
        def select(self, timeout=None):
            events = super().select(0)
            if events or (timeout is not None and timeout <= 0):
                return events
            if timeout is None:
                _wait_for_ever()
            else:
                _advance(_next_deadline())
            return super().select(0)

    selectors.DefaultSelector = VirtualSelector


def _next_deadline():
    # Not now + timeout: the sum could miss the deadline by a rounding.
    loop = sys.modules["asyncio.events"]._get_running_loop()
    return loop._scheduled[0]._when


def _patch_events(events):
    plain_init = events.TimerHandle.__init__
    count = 0

    def __init__(self, *args, **kwargs):
        nonlocal count
        plain_init(self, *args, **kwargs)
        count += 1
        self._sequence = count

    def __lt__(self, other):
        if isinstance(other, events.TimerHandle):
            return (self._when, self._sequence) < (other._when,
                                                   other._sequence)
        return NotImplemented

    events.TimerHandle = type("TimerHandle", (events.TimerHandle,), {
        "__slots__": ("_sequence",), "__module__": events.__name__,
        "__init__": __init__, "__lt__": __lt__})


def _patch_tasks(tasks):
    plain_add, plain_all = tasks._all_tasks.add, tasks.all_tasks
    order = {}
    count = 0

    def add(task):
        nonlocal count
        count += 1
        order[id(task)] = count
        plain_add(task)

    class TaskSet(set):
        def __iter__(self):
            return iter(sorted(set.__iter__(self),
                               key=lambda task: order[id(task)]))

    def all_tasks(loop=None):
        if loop is None:
            loop = tasks.events.get_running_loop()
        return TaskSet(plain_all(loop))

    tasks._all_tasks.add = add
    tasks.all_tasks = all_tasks


# --- datetime and random ----------------------------------------------------

def _patch_datetime(datetime):
    real_date, real_datetime = datetime.date, datetime.datetime

    class _AnyDate(type):
        def __instancecheck__(cls, value):
            return isinstance(value, cls._real)

    # The real classes make the values, so that their repr is the real one; a
    # program's own subclass makes its own.
    class VirtualDate(real_date, metaclass=_AnyDate):
        _real = real_date

        def __new__(cls, *args, **kwargs):
            return real_date.__new__(_maker(cls), *args, **kwargs)

        @classmethod
        def today(cls):
            return _maker(cls).fromtimestamp(time.time())

    class VirtualDatetime(real_datetime, metaclass=_AnyDate):
        _real = real_datetime

        def __new__(cls, *args, **kwargs):
            return real_datetime.__new__(_maker(cls), *args, **kwargs)

        @classmethod
        def now(cls, tz=None):
            return _maker(cls).fromtimestamp(time.time(), tz)

        @classmethod
        def today(cls):
            return _maker(cls).fromtimestamp(time.time())

        @classmethod
        def utcnow(cls):
            return _maker(cls).utcfromtimestamp(time.time())

    virtual_ones = VirtualDate, VirtualDatetime

    def _maker(cls):
        return cls._real if cls in virtual_ones else cls

    for virtual, name in (VirtualDate, "date"), (VirtualDatetime, "datetime"):
        virtual.__name__ = virtual.__qualname__ = name
        virtual.__module__ = "datetime"
        setattr(datetime, name, virtual)


def _patch_random(random):
    random.seed(int(os.environ.get("TWINLOOP_SEED", "0")))


# --- Patching at import -----------------------------------------------------

_PATCHES = {
    "selectors": _patch_selectors,
    "asyncio.events": _patch_events,
    "asyncio.tasks": _patch_tasks,
    "datetime": _patch_datetime,
    "random": _patch_random,
}


class _PatchingFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        patch = _PATCHES.get(name)
        if patch is None:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            patch(module)

        spec.loader.exec_module = exec_module
        return spec


_patch_time()
sys.meta_path.insert(0, _PatchingFinder)
# An installation may have imported some of them already (.pth files).
for _name, _patch in _PATCHES.items():
    if _name in sys.modules:
        _patch(sys.modules[_name])
