// recorder.mjs — writes traces by hand for the tests of the page's modules.
// SPDX-License-Identifier: MIT
//
// recordRun() plays generators as tasks on a virtual clock and writes down, in
// the words of core/trace/trace_events.h, what a loop would record. It knows
// sleep, print, line, spawn, join and block; it is a writer of fixtures, not an
// engine, and no expectation about programs is taken from it.

class Recorder {
  events = [];
  t = 0;
  cause = null;
  loop = null;
  nextId = 0;
  line = null;

  newId() {
    return ++this.nextId;
  }

  emit(kind, id, fields = {}, cause = this.cause) {
    const { line = this.line, ...rest } = fields;
    this.events.push({
      seq: this.events.length,
      t: this.t,
      kind,
      id,
      cause,
      loop: this.loop,
      thread: 1,
      file: line === null ? null : 'main.py',
      line,
      ...rest,
    });
    return this.events.length - 1;
  }

  /** Runs [body] with every event in it caused by [cause]. */
  within(cause, body) {
    const before = this.cause;
    this.cause = cause;
    body();
    this.cause = before;
  }
}

class Loop {
  constructor(recorder) {
    this.r = recorder;
    this.ready = [];
    this.timers = [];
    this.iteration = 0;
    this.count = 0;
  }

  spawn({ name, coro, body, parent = null }) {
    const { r } = this;
    const task = {
      id: r.newId(),
      name: name ?? `Task-${++this.count}`,
      waiters: [],
      done: false,
    };
    r.emit('task.create', task.id, { name: task.name, coro, parent });
    task.run = body({
      task,
      spawn: (spec) => this.spawn({ ...spec, parent: task.id }),
    });
    this.schedule(task, 'step', r.cause);
    return task;
  }

  schedule(task, why, cause) {
    const handle = this.r.newId();
    const callback = why === 'step' ? 'task step' : 'task wakeup';
    const seq = this.r.emit(
      'handle.schedule',
      handle,
      { callback, why, task: task.id },
      cause,
    );
    this.ready.push({ handle, callback, task, seq });
  }

  call(callback, cause, run, why = 'soon', handle = this.r.newId()) {
    const fields = { callback, why, task: null };
    const seq = this.r.emit('handle.schedule', handle, fields, cause);
    this.ready.push({ handle, callback, run, seq });
  }

  runUntil(main) {
    const { r } = this;
    r.loop = r.newId();
    r.emit('loop.create', r.loop);
    const task = this.spawn(main);
    const start = r.emit('loop.start', r.loop, { until: null });
    while (!task.done) {
      this.turn(start);
    }
    r.emit('loop.stop', r.loop, {}, start);
    r.emit('loop.close', r.loop, {}, start);
    r.loop = null;
  }

  turn(start) {
    const { r } = this;
    this.timers.sort((a, b) => a.when - b.when || a.id - b.id);
    if (this.ready.length === 0) {
      const next = this.timers[0];
      r.emit('loop.wait', r.loop, { timer: next.id, until: next.when }, start);
      r.t = next.when;
    }
    while (this.timers.length > 0 && this.timers[0].when <= r.t) {
      const timer = this.timers.shift();
      const fired = r.emit(
        'timer.fire',
        timer.id,
        { when: timer.when },
        timer.seq,
      );
      this.call(timer.callback, fired, timer.run, 'timer', timer.id);
    }
    const count = this.ready.length;
    r.emit(
      'loop.iteration',
      r.loop,
      { number: ++this.iteration, ready: count, timers: this.timers.length },
      start,
    );
    for (let i = 0; i < count; i++) {
      this.runHandle(this.ready.shift());
    }
  }

  runHandle({ handle, callback, task, run, seq }) {
    const { r } = this;
    const fields = { callback, task: task?.id ?? null };
    const running = r.emit('handle.run', handle, fields, seq);
    r.within(running, () => {
      if (task) {
        this.step(task, handle);
      } else {
        run();
      }
    });
    r.emit('handle.end', handle, {}, running);
  }

  step(task, handle) {
    const { r } = this;
    const begin = r.emit('task.step.begin', task.id, { handle });
    r.within(begin, () => {
      task.frame
        ? r.emit('frame.resume', task.frame, { caller: null })
        : this.enter(task);
      for (;;) {
        const { value: op, done } = task.run.next();
        const state = done ? this.finish(task) : this.perform(task, op);
        if (state) {
          r.emit('task.step.end', task.id, state);
          break;
        }
      }
    });
    r.line = null;
  }

  enter(task) {
    task.frame = this.r.newId();
    this.r.emit('frame.enter', task.frame, {
      function: task.name,
      caller: null,
    });
  }

  finish(task) {
    const { r } = this;
    r.emit('frame.exit', task.frame, { outcome: 'return' });
    task.done = true;
    const over = r.emit('task.done', task.id, {
      outcome: 'result',
      value: 'None',
    });
    for (const waiter of task.waiters) {
      this.schedule(waiter, 'wakeup', over);
    }
    return { state: 'result', on: null };
  }

  /** Does [op]; the fields of task.step.end when it suspends the task. */
  perform(task, op) {
    const { r } = this;
    if (op.line !== undefined) {
      r.line = op.line;
      r.emit('line', task.frame);
    } else if (op.print !== undefined) {
      r.emit('output', null, { stream: 'stdout', text: `${op.print}\n` });
    } else if (op.warn !== undefined) {
      r.emit('output', null, { stream: 'stderr', text: `${op.warn}\n` });
    } else if (op.block !== undefined) {
      r.emit('blocked.begin', 1, {
        by: 'time.sleep',
        task: task.id,
        until: r.t + op.block,
      });
      r.t += op.block;
      r.emit('blocked.end', 1, { seconds: op.block });
    } else {
      return this.suspend(task, op);
    }
    return null;
  }

  suspend(task, op) {
    const { r } = this;
    r.emit('frame.suspend', task.frame, { why: 'await' });
    if (op.sleep === 0) {
      this.schedule(task, 'step', r.cause);
      return { state: 'yielded', on: null };
    }
    if (op.join) {
      op.join.waiters.push(task);
      r.emit('callback.add', op.join.id, {
        callback: 'task wakeup',
        task: task.id,
      });
      r.emit('task.wait', task.id, { on: op.join.id, what: 'task' });
      return { state: 'waiting', on: op.join.id };
    }
    const future = r.newId();
    r.emit('future.create', future, { what: 'sleep' });
    this.setSleep(task, future, r.t + op.sleep);
    r.emit('callback.add', future, {
      callback: 'task wakeup',
      task: task.id,
    });
    r.emit('task.wait', task.id, { on: future, what: 'sleep' });
    return { state: 'waiting', on: future };
  }

  setSleep(task, future, when) {
    const { r } = this;
    const id = r.newId();
    const callback = 'end of sleep';
    const seq = r.emit('timer.set', id, { callback, future, when });
    const run = () => {
      const done = r.emit('future.done', future, {
        outcome: 'result',
        value: 'None',
      });
      this.schedule(task, 'wakeup', done);
    };
    this.timers.push({ id, when, callback, run, seq });
  }
}

/**
 * The trace of a program whose main task is [main]: { coro, body }, body being
 * a generator function of ({ task, spawn }).
 */
export function recordRun(main) {
  const r = new Recorder();
  const start = r.emit('program.start', null, {
    entry: 'main.py',
    clock: 'virtual',
    seed: 0,
    version: 1,
  });
  r.within(start, () => {
    const module = r.newId();
    r.emit('frame.enter', module, {
      function: '<module>',
      caller: null,
      line: 1,
    });
    new Loop(r).runUntil(main);
    r.emit('frame.exit', module, { outcome: 'return' });
    r.emit('program.end', null, { outcome: 'done', code: 0 });
  });
  return r.events;
}

/** Three workers that sleep for different times and print. */
export function recordWorkers(count = 3, rounds = 2) {
  return recordRun({
    coro: 'main',
    *body({ spawn }) {
      yield { line: 10 };
      const workers = [];
      for (let i = 1; i <= count; i++) {
        workers.push(spawn({ coro: 'worker', body: () => worker(i, rounds) }));
      }
      for (const one of workers) {
        yield { line: 12 };
        if (!one.done) {
          yield { join: one };
        }
      }
      yield { print: 'all done' };
    },
  });
}

function* worker(i, rounds) {
  for (let round = 1; round <= rounds; round++) {
    yield { line: 5 };
    yield { print: `worker ${i}, round ${round}` };
    yield { line: 6 };
    yield { sleep: i * 0.5 };
  }
}

/** Tasks that take turns with sleep(0), one that blocks the loop. */
export function recordStarved() {
  return recordRun({
    coro: 'main',
    *body({ spawn }) {
      const turns = ['a', 'b'].map((name) =>
        spawn({
          name,
          coro: 'count',
          *body() {
            for (let n = 0; n < 3; n++) {
              yield { print: `${name}${n}` };
              yield { sleep: 0 };
            }
          },
        }),
      );
      const hog = spawn({
        name: 'hog',
        coro: 'hog',
        *body() {
          yield { block: 5 };
          yield { warn: 'five seconds gone' };
        },
      });
      for (const one of [...turns, hog]) {
        if (!one.done) {
          yield { join: one };
        }
      }
    },
  });
}
