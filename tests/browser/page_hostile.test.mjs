// page_hostile.test.mjs — what programs print and name stays text.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import {
  assert,
  outputText,
  runToEnd,
  setProgram,
  withPage,
} from './harness.mjs';

const EVIL = '<img src=x onerror=document.title=1>';

const PROGRAM = `import asyncio
import sys


async def evil():
    print("${EVIL}")
    print("${EVIL}", file=sys.stderr)
    await asyncio.sleep(0)
    raise ValueError("${EVIL}")


async def main():
    task = asyncio.create_task(evil(), name="${EVIL}")
    await task


asyncio.run(main())
`;

test('markup in output, names and errors is shown, never made', () =>
  withPage(async (page) => {
    await setProgram(page, PROGRAM);
    const { steps } = await runToEnd(page);
    assert.ok((await outputText(page)).includes(EVIL));
    for (let step = 0; step < steps; step += 5) {
      await page.evaluate(
        (n) => document.querySelector('twin-loop').seek(n),
        step,
      );
    }
    const made = await page.evaluate(() => {
      const root = document.querySelector('twin-loop').shadowRoot;
      return root.querySelectorAll('img, script, iframe').length;
    });
    assert.equal(made, 0);
    assert.notEqual(await page.title(), '1');
  }));

test('characters that reorder text are shown as escapes', () =>
  withPage(async (page) => {
    const name = 'evil\\u202ename';
    await setProgram(page, PROGRAM.replace(`name="${EVIL}"`, `name="${name}"`));
    await runToEnd(page);
    const tasks = await page.locator('twin-loop [part="tasks"]').textContent();
    assert.ok(tasks.includes('evil\\u202ename'), tasks);
  }));
