// page_clock.test.mjs — the virtual and the real clock.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, runToEnd, setProgram, withPage } from './harness.mjs';

const NAP = `import asyncio


async def nap():
    print("asleep")
    await asyncio.sleep(1.5)
    print("awake")


asyncio.run(nap())
`;

test('on the virtual clock sleeping costs no waiting', () =>
  withPage(async (page) => {
    await setProgram(page, NAP.replace('1.5', '3600'));
    const started = Date.now();
    assert.equal((await runToEnd(page)).outcome, 'done');
    assert.ok(Date.now() - started < 3000);
  }));

test('on the real clock it takes its time, and the speed counts', () =>
  withPage(async (page) => {
    await setProgram(page, NAP);
    assert.equal(await page.getByLabel('Speed').isVisible(), false);
    await page.getByRole('button', { name: 'Real' }).click();
    await page.getByLabel('Speed').waitFor();
    const started = Date.now();
    await runToEnd(page);
    const slow = Date.now() - started;
    assert.ok(slow > 1400, `${slow} ms`);
    await page.getByLabel('Speed').selectOption('10');
    const again = Date.now();
    await runToEnd(page);
    const fast = Date.now() - again;
    assert.ok(fast > 130 && fast < 1200, `${fast} ms`);
    const attributes = await page.evaluate(() => {
      const player = document.querySelector('twin-loop');
      return [player.getAttribute('clock'), player.getAttribute('speed')];
    });
    assert.deepEqual(attributes, ['real', '10']);
  }));
