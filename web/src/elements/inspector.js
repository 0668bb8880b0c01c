// inspector.js — the program's state at the cursor, as lists.
// SPDX-License-Identifier: MIT

import { h } from '../dom.js';
import {
  callableName,
  cleanLabel,
  formatClock,
  formatSeconds,
} from '../format.js';
import { awaitedName } from '../trace/explain.js';
import { callStack, timersInOrder } from '../trace/state.js';

/** @typedef {import('../trace/types.js').TraceState} TraceState */
/** @typedef {import('../trace/types.js').Task} Task */
/** @typedef {import('../trace/store.js').TraceStore} TraceStore */
/** @typedef {import('../trace/explain.js').ChainLink} ChainLink */
/** @typedef {ReturnType<typeof import('../trace/explain.js').whyChain>} Chain */

const MAX_ROWS = 60;
const LANE_COLORS = 8;

const STATES = /** @type {Record<string, string>} */ ({
  created: 'created',
  ready: 'ready',
  running: 'running',
  waiting: 'waiting',
  result: 'done',
  exception: 'failed',
  cancelled: 'cancelled',
});

export class Inspector {
  #onSeek;
  #tasks = panel('Tasks', 'tasks');
  #ready = panel('Ready queue', 'ready');
  #timers = panel('Timers', 'timers');
  #stack = panel('Call stack', 'stack');
  #why = panel('Why?', 'why');

  /** @param {{ onSeek: (seq: number) => void }} options */
  constructor({ onSeek }) {
    this.#onSeek = onSeek;
    this.element = h(
      'section',
      {
        class: 'inspector',
        part: 'inspector',
        'aria-label': 'State at this step',
      },
      this.#tasks.element,
      h(
        'div',
        { class: 'queues' },
        this.#ready.element,
        this.#timers.element,
        this.#stack.element,
      ),
      this.#why.element,
    );
  }

  /**
   * @param {TraceStore} store
   * @param {TraceState} state
   * @param {Chain} chain
   */
  update(store, state, chain) {
    this.#showTasks(store, state);
    this.#showReady(state);
    this.#showTimers(store, state);
    this.#showStack(state);
    this.#showWhy(chain);
  }

  /** @param {TraceStore} store @param {TraceState} state */
  #showTasks(store, state) {
    const rows = [];
    let index = 0;
    for (const task of state.tasks.values()) {
      if (rows.length < MAX_ROWS) {
        rows.push(taskRow(store, state, task, index));
      }
      index += 1;
    }
    this.#tasks.show(rows, index, 'No tasks yet');
  }

  /** @param {TraceState} state */
  #showReady(state) {
    const rows = [...state.ready.values()].slice(0, MAX_ROWS).map((handle) => {
      const task = handle.task === null ? null : state.tasks.get(handle.task);
      const name = task ? task.name : callableName(handle.callback);
      return h(
        'li',
        null,
        task ? swatch(indexOf(state, task)) : null,
        h('span', { class: 'name' }, cleanLabel(name, 60)),
      );
    });
    this.#ready.show(rows, state.ready.size, 'Empty');
  }

  /** @param {TraceStore} store @param {TraceState} state */
  #showTimers(store, state) {
    const rows = timersInOrder(state)
      .slice(0, MAX_ROWS)
      .map((timer) => {
        const rest = timer.when - state.t;
        const name =
          timer.future === null
            ? callableName(timer.callback)
            : sleeperName(store, state, timer.future);
        return h(
          'li',
          null,
          h('span', { class: 'name' }, cleanLabel(name, 60)),
          h('span', { class: 'number' }, formatClock(timer.when)),
          h(
            'span',
            { class: 'detail' },
            rest > 0 ? `in ${formatSeconds(rest)}` : 'due',
          ),
        );
      });
    this.#timers.show(rows, state.timers.size, 'None set');
  }

  /** @param {TraceState} state */
  #showStack(state) {
    const stack = callStack(state);
    const rows = stack
      .slice(0, MAX_ROWS)
      .map((frame) =>
        h(
          'li',
          null,
          h('span', { class: 'name mono' }, cleanLabel(frame.function, 60)),
          frame.line === null
            ? null
            : h('span', { class: 'detail' }, `line ${frame.line}`),
        ),
      );
    this.#stack.show(rows, stack.length, 'No code is running');
  }

  /** @param {Chain} chain */
  #showWhy({ links, skipped, last }) {
    const rows = links.map((link, index) => this.#link(link, index === 0));
    if (skipped > 0) {
      rows.push(h('li', { class: 'detail' }, `… ${skipped} more causes …`));
    }
    if (last) {
      rows.push(this.#link(last, false));
    }
    this.#why.show(rows, 0, 'Run the program to see what causes what');
  }

  /** @param {ChainLink} link @param {boolean} isNow */
  #link({ seq, text }, isNow) {
    if (isNow) {
      return h('li', { class: 'now' }, text);
    }
    const onclick = () => this.#onSeek(seq);
    const title = `Go to step ${seq}`;
    return h(
      'li',
      null,
      h('button', { type: 'button', class: 'link', title, onclick }, text),
    );
  }
}

/**
 * A titled list with a count.
 * @param {string} title
 * @param {string} name
 */
function panel(title, name) {
  const count = h('span', { class: 'count' });
  const list = h('ul', { role: 'list', 'aria-label': title });
  const element = h(
    'div',
    { class: `panel ${name}`, part: name },
    h('h2', null, title, count),
    list,
  );
  return {
    element,
    /**
     * @param {HTMLLIElement[]} rows
     * @param {number} total
     * @param {string} empty
     */
    show(rows, total, empty) {
      count.textContent = total > 0 ? String(total) : '';
      if (total > rows.length) {
        const more = `… and ${total - rows.length} more`;
        rows.push(h('li', { class: 'detail' }, more));
      }
      if (rows.length === 0) {
        rows.push(h('li', { class: 'empty' }, empty));
      }
      list.replaceChildren(...rows);
    },
  };
}

/** @param {number} index in order of creation */
function swatch(index) {
  const lane = `swatch lane-${index % LANE_COLORS}`;
  return h('span', { class: lane, 'aria-hidden': 'true' });
}

/** @param {TraceState} state @param {Task} task */
function indexOf(state, task) {
  let index = 0;
  for (const id of state.tasks.keys()) {
    if (id === task.id) {
      break;
    }
    index += 1;
  }
  return index;
}

/**
 * @param {TraceStore} store
 * @param {TraceState} state
 * @param {Task} task
 * @param {number} index
 */
function taskRow(store, state, task, index) {
  const detail = taskDetail(store, task);
  const isNow = state.task === task.id;
  return h(
    'li',
    isNow ? { class: 'now' } : null,
    swatch(index),
    h('span', { class: 'name' }, cleanLabel(task.name, 60)),
    h('span', { class: `state ${task.state}` }, STATES[task.state]),
    h('span', { class: 'detail', title: detail }, detail),
  );
}

/** @param {TraceStore} store @param {Task} task */
function taskDetail(store, task) {
  const cancelling = task.cancelling ? 'cancel requested; ' : '';
  if (task.state === 'waiting') {
    return `${cancelling}for ${awaitedName(store, task.on, task.what)}`;
  }
  if (task.state === 'exception') {
    return cleanLabel(task.value, 80);
  }
  if (task.state === 'result') {
    return task.value && task.value !== 'None'
      ? `→ ${cleanLabel(task.value, 80)}`
      : '';
  }
  return `${cancelling}${callableName(task.coro)}()`;
}

/**
 * Whose sleep a timer will end.
 * @param {TraceStore} store
 * @param {TraceState} state
 * @param {number} future
 */
function sleeperName(store, state, future) {
  for (const task of state.tasks.values()) {
    if (task.on === future) {
      return task.name;
    }
  }
  return awaitedName(store, future, 'future');
}
