// wasm_scenarios.test.mjs — the page's words for real traces of its programs.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { explain, whyChain } from '../../web/src/trace/explain.js';
import { TraceStore } from '../../web/src/trace/store.js';
import { ROOT, runProgram } from './engine.mjs';

const SCENARIOS = `${ROOT}web/scenarios`;

for (const name of readdirSync(SCENARIOS)) {
  test(`every step of ${name} is told and leads back to the start`, async () => {
    const source = readFileSync(`${SCENARIOS}/${name}/main.py`, 'utf8');
    const run = await runProgram(source, { traceLevel: 'lines' });
    assert.equal(run.outcome, 'done');
    assert.equal(run.leaked, 0);
    const store = new TraceStore();
    store.append(run.events);
    for (const { seq, kind } of run.events) {
      const text = explain(store, seq);
      assert.match(text, /^[\p{L}“]/u, `${kind}: ${text}`);
      assert.doesNotMatch(
        text,
        /undefined|null|NaN|\[object|happens$|<\w+>|\b_\w|EventLoop\./,
        `${kind}: ${text}`,
      );
      const { links, last } = whyChain(store, seq);
      const start = last ?? links[links.length - 1];
      assert.equal(start.seq, 0, `${kind}: ${text}`);
    }
    const state = store.stateAt(store.length);
    assert.equal(state.ready.size, 0);
    assert.equal(state.end?.outcome, 'done');
    for (const task of state.tasks.values()) {
      assert.equal(task.state, 'result', task.name);
    }
  });
}
