// page_stop.test.mjs — an endless loop is stopped, the page stays alive.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, setProgram, withPage } from './harness.mjs';

const ENDLESS = 'while True:\n    pass\n';

test('Stop ends an endless loop and keeps what was recorded', () =>
  withPage(async (page) => {
    await setProgram(page, ENDLESS);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    await stop.waitFor();
    await page.waitForTimeout(300);
    const started = Date.now();
    await stop.click();
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
    assert.ok(Date.now() - started < 2000, 'stopped soon');
    const status = await page.locator('twin-loop .status').textContent();
    assert.match(status, /^Stopped after/);
    const trace = await page.evaluate(
      async () => (await document.querySelector('twin-loop').getTrace()).length,
    );
    assert.ok(trace > 5);
  }));

test('frames are painted while an endless loop runs', () =>
  withPage(async (page) => {
    await setProgram(page, ENDLESS);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForTimeout(500);
    const frames = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let count = 0;
          const end = performance.now() + 1000;
          const next = (now) => {
            count += 1;
            now < end ? requestAnimationFrame(next) : resolve(count);
          };
          requestAnimationFrame(next);
        }),
    );
    assert.ok(frames >= 10, `${frames} frames in a second`);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  }));

test('removing the element ends its run', () =>
  withPage(async (page) => {
    await setProgram(page, ENDLESS);
    const outcome = await page.evaluate(async () => {
      const player = document.querySelector('twin-loop');
      const run = player.run();
      setTimeout(() => player.remove(), 200);
      const { outcome: how } = await run;
      return [how, player.isRunning];
    });
    assert.deepEqual(outcome, ['interrupted', false]);
  }));
