// page_run.test.mjs — a scenario runs and shows its output and its steps.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import {
  assert,
  chooseScenario,
  outputText,
  runToEnd,
  setProgram,
  withPage,
} from './harness.mjs';

test('a scenario runs, prints and is recorded', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    const result = await runToEnd(page);
    assert.equal(result.outcome, 'done');
    assert.ok(result.steps > 20);
    const lines = (await outputText(page)).split('\n');
    assert.deepEqual(lines.slice(0, 3), ['red 1', 'green 1', 'blue 1']);
    const trace = await page.evaluate(() =>
      document.querySelector('twin-loop').getTrace(),
    );
    assert.equal(trace.length, result.steps);
    assert.equal(trace[0].kind, 'program.start');
    assert.ok(trace.slice(1).every((event) => event.cause < event.seq));
  }));

test('Ctrl and Enter in the editor run the program', () =>
  withPage(async (page) => {
    await setProgram(page, 'print("from the keyboard")\n');
    const ended = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('runend', (e) => resolve(e.detail));
        }),
    );
    await page.locator('twin-loop .cm-content').press('Control+Enter');
    await ended;
    assert.match(await outputText(page), /from the keyboard/);
  }));

test('events bubble out of the element in order, with plain details', () =>
  withPage(async (page) => {
    await setProgram(page, 'print("hello")\n');
    await page.evaluate(() => {
      globalThis.seen = [];
      for (const type of ['runstart', 'output', 'stepchange', 'runend']) {
        document.addEventListener(type, (e) => {
          JSON.stringify(e.detail);
          globalThis.seen.push(type);
        });
      }
    });
    await runToEnd(page);
    const seen = await page.evaluate(() => [...new Set(globalThis.seen)]);
    assert.equal(seen[0], 'runstart');
    assert.ok(seen.includes('output') && seen.includes('stepchange'));
    const last = await page.evaluate(() => globalThis.seen.at(-1));
    assert.equal(last, 'runend');
  }));
