// page_broken.test.mjs — what does not load is said, and nothing is lost.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, runToEnd, setProgram, withPage } from './harness.mjs';

async function failsWith(changed) {
  await withPage(
    async (page) => {
      await setProgram(page, 'print("mine")\n');
      const result = await runToEnd(page);
      assert.equal(result.outcome, 'crashed');
      const notice = page.locator('twin-loop .notice');
      await notice.waitFor();
      const text = await notice.textContent();
      assert.match(text, /^The program could not be run./);
      assert.ok(text.length > 45, text);
      const code = await page.evaluate(
        () => document.querySelector('twin-loop').code,
      );
      assert.equal(code, 'print("mine")\n');
      await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
    },
    { changed },
  );
}

test('a corrupt engine shows a message', () =>
  failsWith({ 'twinloop.wasm': { body: 'bad' } }));

test('an unreachable engine shows a message', () =>
  failsWith({ 'twinloop.wasm': { status: 404 } }));

test('without the scenarios the editor still works', () =>
  withPage(
    async (page) => {
      const message = page.locator('#message');
      await message.waitFor();
      assert.match(await message.textContent(), /could not be loaded/);
      await page.locator('twin-loop .cm-content').waitFor();
      await page.evaluate(() => {
        document.querySelector('twin-loop').code = 'print(1)\n';
      });
      assert.equal((await runToEnd(page)).outcome, 'done');
    },
    { changed: { 'scenarios.json': { status: 500 } } },
  ));
