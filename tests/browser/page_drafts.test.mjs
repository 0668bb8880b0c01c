// page_drafts.test.mjs — what somebody typed is never lost.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, chooseScenario, withPage } from './harness.mjs';

function code(page) {
  return page.evaluate(() => document.querySelector('twin-loop').code);
}

test('edits survive another scenario and a reload, until restored', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    const original = await code(page);
    const editor = page.locator('twin-loop .cm-content');
    await editor.press('Control+Home');
    await page.keyboard.type('# mine');
    await page.keyboard.press('Enter');
    const edited = await code(page);
    assert.equal(edited, `# mine\n${original}`);

    await chooseScenario(page, 'retry');
    assert.notEqual(await code(page), edited);
    await chooseScenario(page, 'counters');
    assert.equal(await code(page), edited);

    await page.waitForTimeout(600);
    await page.reload();
    await chooseScenario(page, 'counters');
    await editor.waitFor();
    assert.equal(await code(page), edited);

    await page.getByRole('button', { name: 'Restore original' }).click();
    assert.equal(await code(page), original);
  }));
