// page_phone.test.mjs — the page on a narrow screen.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import {
  assert,
  chooseScenario,
  PHONE,
  runToEnd,
  withPage,
} from './harness.mjs';

function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

test('no horizontal scrolling at 360 pixels, before and after a run', () =>
  withPage(
    async (page) => {
      await chooseScenario(page, 'starvation');
      assert.equal(await overflow(page), 0);
      await runToEnd(page);
      assert.equal(await overflow(page), 0);
      for (const part of ['editor', 'output', 'timeline', 'inspector']) {
        const place = page.locator(`twin-loop [part="${part}"]`);
        const box = await place.boundingBox();
        assert.ok(box.width > 300 && box.x >= 0, part);
        assert.ok(box.x + box.width <= 360, part);
      }
    },
    { context: PHONE },
  ));

test('what a finger presses is at least 36 pixels high', () =>
  withPage(
    async (page) => {
      await chooseScenario(page, 'counters');
      await runToEnd(page);
      for (const name of ['Step back', 'Step forward', 'Play']) {
        const box = await page
          .getByRole('button', { name, exact: true })
          .boundingBox();
        assert.ok(box.height >= 36 && box.width >= 36, name);
      }
    },
    { context: PHONE },
  ));
