#!/usr/bin/env python3
# asyncio_programs.py — random concurrent programs, compared with CPython.
# SPDX-License-Identifier: MIT
#
# usage: asyncio_programs.py --twinloop BIN [--sliced] [--minimise] FIRST [N]
#
# A program is a handful of coroutines f0..fN (each calls later ones only, so
# it ends) over shared lists of tasks, futures and handles. Each step prints a
# tag with the loop's time. compare.py runs the seeds.
import random

import compare

PRELUDE = '''\
import asyncio
import time
from functools import partial

tasks = []
futures = []
handles = []
loop = None


def log(*what):
    print(f'{loop.time():g}', *what)


def at(items, index):
    return items[index % len(items)]


def state(future):
    if not future.done():
        return 'pending'
    if future.cancelled():
        return 'cancelled'
    error = future.exception()
    return repr(error) if error else f'= {future.result()!r}'


def done(tag, future):
    log(tag, state(future))


def settle(tag, future, value):
    log(tag, future.done())
    if not future.done():
        if isinstance(value, Exception):
            future.set_exception(value)
        else:
            future.set_result(value)


def settle_blindly(future, value):
    future.set_result(value)


def later(tag, work):
    log(tag)
    tasks.append(loop.create_task(work()))


class Pause:
    def __init__(self, tag, turns):
        self.tag = tag
        self.turns = turns

    def __await__(self):
        for turn in range(self.turns):
            log(self.tag, turn)
            yield
        return self.tag


class Scope:
    def __init__(self, tag, swallow):
        self.tag = tag
        self.swallow = swallow

    async def __aenter__(self):
        log(self.tag, 'enter')
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, trace):
        log(self.tag, 'exit', repr(error))
        await asyncio.sleep(0)
        return self.swallow


class Ticks:
    def __init__(self, count, pause):
        self.count = count
        self.pause = pause

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(self.pause)
        return self.count


'''

DELAYS = ("0", "0", "0", "0.1", "0.5", "0.5", "1", "1", "1.5", "2", "-1")
ERRORS = ("ValueError", "KeyError", "RuntimeError", "ZeroDivisionError",
          "asyncio.CancelledError", "TimeoutError")
CAUGHT = ("ValueError", "asyncio.CancelledError", "Exception",
          "BaseException", "asyncio.TimeoutError", "(KeyError, TypeError)")


class Writer:
    """Writes one random program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.tags = 0
        self.functions = self.random.randint(2, 5)
        self.room = 60  # statements left

    def chance(self, share):
        return self.random.random() < share

    def pick(self, items):
        return self.random.choice(items)

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def tag(self):
        self.tags += 1
        return f"'s{self.tags}'"

    def delay(self):
        return self.pick(DELAYS)

    def index(self):
        return self.random.randrange(4)

    # --- Expressions: each is safe to evaluate at any moment ---

    def coroutine(self, level):
        """A call that makes a coroutine."""
        if level + 1 < self.functions and self.chance(0.8):
            return f"f{self.random.randint(level + 1, self.functions - 1)}()"
        return f"asyncio.sleep({self.delay()}, {self.tag()})"

    def awaitable(self, level):
        kind = self.random.randrange(8)
        if kind < 3:
            return self.coroutine(level)
        if kind == 3:
            return f"at(tasks, {self.index()})"
        if kind == 4:
            return f"at(futures, {self.index()})"
        if kind == 5:
            return f"Pause({self.tag()}, {self.random.randrange(4)})"
        if kind == 6:
            return f"asyncio.create_task({self.coroutine(level)})"
        return self.group(level)

    def group(self, level):
        items = [self.awaitable(level)
                 for _ in range(self.random.randrange(4))]
        if self.chance(0.5):
            items.append(f"return_exceptions={self.chance(0.7)}")
        return f"asyncio.gather({', '.join(items)})"

    def value(self):
        if self.chance(0.3):
            return f"{self.pick(ERRORS[:4])}({self.tag()})"
        return self.tag()

    def callback(self):
        kind = self.random.randrange(6)
        if kind < 3:
            return f"log, {self.tag()}"
        if kind == 3:
            return f"partial(log, {self.tag()})"
        if kind == 4:
            return (f"settle, {self.tag()}, at(futures, {self.index()}), "
                    f"{self.value()}")
        return f"at(tasks, {self.index()}).cancel"

    # --- Statements ---

    def block(self, depth, level, most=4):
        for _ in range(self.random.randint(1, most)):
            self.statement(depth, level)

    def statement(self, depth, level):
        self.room -= 1
        if self.room < 0:
            self.put(depth, f"log({self.tag()})")
            return
        choices = SIMPLE if depth > 4 else SIMPLE + NESTED
        names, weights = zip(*choices)
        getattr(self, self.random.choices(names, weights)[0])(depth, level)

    def do_log(self, depth, level):
        what = self.pick((
            f"state(at(tasks, {self.index()}))",
            f"state(at(futures, {self.index()}))",
            f"at(tasks, {self.index()}).get_name()",
            "asyncio.current_task().get_name()",
            "asyncio.current_task().cancelling()",
            f"at(tasks, {self.index()}).cancelling()",
            "len(asyncio.all_tasks())",
            f"at(handles, {self.index()}).cancelled()",
            f"at(tasks, {self.index()})",
            f"at(futures, {self.index()})"))
        self.put(depth, f"log({self.tag()}, {what})")

    def do_sleep(self, depth, level):
        self.put(depth, f"await asyncio.sleep({self.delay()})")

    def do_await(self, depth, level):
        self.put(depth, f"log({self.tag()}, await {self.awaitable(level)})")

    def do_gather(self, depth, level):
        self.put(depth, f"log({self.tag()}, await {self.group(level)})")

    def do_wait_for(self, depth, level):
        timeout = self.pick(DELAYS + ("None",))
        self.put(depth, f"log({self.tag()}, await asyncio.wait_for("
                        f"{self.awaitable(level)}, {timeout}))")

    def do_task(self, depth, level):
        name = f", name={self.tag()}" if self.chance(0.3) else ""
        maker = self.pick(("asyncio.create_task", "asyncio.create_task",
                           "loop.create_task"))
        self.put(depth, f"tasks.append({maker}({self.coroutine(level)}"
                        f"{name}))")

    def do_ensure(self, depth, level):
        self.put(depth, f"tasks.append(asyncio.ensure_future("
                        f"{self.awaitable(level)}))")

    def do_cancel(self, depth, level):
        target = self.pick((f"at(tasks, {self.index()})",
                            f"at(tasks, {self.index()})",
                            f"at(futures, {self.index()})",
                            "asyncio.current_task()"))
        message = self.tag() if self.chance(0.4) else ""
        self.put(depth, f"log({self.tag()}, {target}.cancel({message}))")

    def do_uncancel(self, depth, level):
        self.put(depth, f"log({self.tag()}, "
                        "asyncio.current_task().uncancel())")

    def do_future(self, depth, level):
        self.put(depth, "futures.append(loop.create_future())")

    def do_settle(self, depth, level):
        self.put(depth, f"settle({self.tag()}, at(futures, {self.index()}), "
                        f"{self.value()})")

    def do_soon(self, depth, level):
        self.put(depth, f"handles.append(loop.call_soon({self.callback()}))")

    def do_later(self, depth, level):
        self.put(depth, f"handles.append(loop.call_later({self.delay()}, "
                        f"{self.callback()}))")

    def do_at(self, depth, level):
        self.put(depth, f"handles.append(loop.call_at(loop.time() + "
                        f"{self.delay()}, {self.callback()}))")

    def do_cancel_handle(self, depth, level):
        self.put(depth, f"at(handles, {self.index()}).cancel()")

    def do_callback(self, depth, level):
        target = self.pick((f"at(tasks, {self.index()})",
                            f"at(futures, {self.index()})",
                            "asyncio.current_task()"))
        self.put(depth, f"{target}.add_done_callback("
                        f"partial(done, {self.tag()}))")

    def do_blind(self, depth, level):
        self.put(depth, f"loop.call_soon(settle_blindly, "
                        f"at(futures, {self.index()}), {self.tag()})")

    def do_spawn_later(self, depth, level):
        last = min(level + 1, self.functions - 1)
        work = f"f{last}" if last > level else "partial(asyncio.sleep, 0)"
        self.put(depth, f"loop.call_later({self.delay()}, later, "
                        f"{self.tag()}, {work})")

    def do_twice(self, depth, level):
        self.put(depth, f"again = {self.coroutine(level)}")
        self.put(depth, f"log({self.tag()}, await again)")
        self.put(depth, f"log({self.tag()}, await again)")

    def do_forget(self, depth, level):
        self.put(depth, self.coroutine(level))

    def do_block(self, depth, level):
        self.put(depth, "time.sleep(0.5)")

    def do_raise(self, depth, level):
        self.put(depth, f"raise {self.pick(ERRORS)}({self.tag()})")

    def do_return(self, depth, level):
        self.put(depth, f"return {self.tag()}")

    def do_for(self, depth, level):
        self.put(depth, f"for turn in range({self.random.randrange(1, 4)}):")
        self.block(depth + 1, level, 2)

    def do_async_for(self, depth, level):
        self.put(depth, f"async for turn in Ticks({self.random.randrange(4)}"
                        f", {self.delay()}):")
        self.block(depth + 1, level, 2)

    def do_async_with(self, depth, level):
        self.put(depth, f"async with Scope({self.tag()}, "
                        f"{self.chance(0.3)}):")
        self.block(depth + 1, level)

    def do_try(self, depth, level):
        self.put(depth, "try:")
        self.block(depth + 1, level)
        caught = self.chance(0.8)
        if caught:
            self.put(depth, f"except {self.pick(CAUGHT)} as error:")
            self.put(depth + 1, f"log({self.tag()}, repr(error))")
            if self.chance(0.5):
                self.block(depth + 1, level, 2)
            if self.chance(0.3):
                self.put(depth + 1, "raise")
        if caught and self.chance(0.2):
            self.put(depth, "else:")
            self.block(depth + 1, level, 2)
        if not caught or self.chance(0.3):
            self.put(depth, "finally:")
            self.put(depth + 1, f"log({self.tag()}, 'finally')")
            self.block(depth + 1, level, 2)

    # --- Whole programs ---

    def function(self, level):
        self.put(0, f"async def f{level}():")
        self.put(1, f"log({self.tag()})")
        self.block(1, level, 7)
        self.put(1, f"return {self.tag()}")
        self.lines += ["", ""]

    def main_function(self):
        self.put(0, "async def main():")
        self.put(1, "global loop")
        self.put(1, "loop = asyncio.get_running_loop()")
        self.put(1, "tasks.append(asyncio.current_task())")
        self.put(1, "futures.append(loop.create_future())")
        self.put(1, "futures.append(loop.create_future())")
        self.put(1, f"handles.append(loop.call_later({self.delay()}, log, "
                    f"{self.tag()}))")
        self.put(1, f"tasks.append(asyncio.create_task(f0()))")
        self.block(1, -1, 8)
        self.put(1, f"return {self.tag()}")
        self.lines += ["", ""]

    def end(self):
        kind = self.random.randrange(5)
        if kind < 3:
            self.put(0, "print(asyncio.run(main()))")
            return
        self.put(0, "loop = asyncio.new_event_loop()")
        if kind == 3:
            self.put(0, "print(loop.run_until_complete(main()))")
            self.put(0, "log('after')")
        else:
            self.put(0, "main_task = loop.create_task(main())")
            self.put(0, f"loop.call_later({self.pick((1, 2, 3, 5))}, "
                        "loop.stop)")
            self.put(0, "loop.run_forever()")
            self.put(0, "log('stopped', state(main_task))")
        if self.chance(0.7):
            self.put(0, "loop.close()")
            self.put(0, "print('closed')")

    def program(self):
        # The last first: what has no callees gets its share of the room too.
        for level in reversed(range(self.functions)):
            self.room = 14
            self.function(level)
        self.room = 20
        self.main_function()
        self.end()
        return PRELUDE + "\n".join(self.lines) + "\n"


SIMPLE = (
    ("do_log", 6), ("do_sleep", 10), ("do_await", 8), ("do_gather", 4),
    ("do_wait_for", 6), ("do_task", 8), ("do_ensure", 2), ("do_cancel", 5),
    ("do_uncancel", 1), ("do_future", 2), ("do_settle", 3), ("do_soon", 4),
    ("do_later", 4), ("do_at", 2), ("do_cancel_handle", 2),
    ("do_callback", 5), ("do_blind", 1), ("do_spawn_later", 2),
    ("do_twice", 1), ("do_forget", 1), ("do_block", 1), ("do_raise", 2),
    ("do_return", 1))
NESTED = (("do_for", 4), ("do_async_for", 2), ("do_async_with", 2),
          ("do_try", 10))


def generate(seed):
    return Writer(seed).program()


if __name__ == "__main__":
    compare.main(generate)
