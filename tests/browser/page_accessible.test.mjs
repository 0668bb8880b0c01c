// page_accessible.test.mjs — axe finds nothing, the keyboard goes everywhere.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import {
  assert,
  axePath,
  chooseScenario,
  DESKTOP,
  PHONE,
  runToEnd,
  withPage,
} from './harness.mjs';

async function violations(page) {
  // evaluate() is not bound by the page's policy, a script element would be.
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axePath, 'utf8'));
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
}

for (const [name, context] of [
  ['light', DESKTOP],
  ['dark', { ...DESKTOP, colorScheme: 'dark' }],
  ['phone', PHONE],
]) {
  test(`axe finds no violation (${name})`, () =>
    withPage(
      async (page) => {
        await chooseScenario(page, 'starvation');
        assert.deepEqual(await violations(page), []);
        await runToEnd(page);
        await page.evaluate(() => document.querySelector('twin-loop').seek(40));
        await page.waitForTimeout(100);
        assert.deepEqual(await violations(page), []);
      },
      { context },
    ));
}

test('nothing takes the focus on load, and Tab leaves the editor', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    await page.locator('twin-loop .cm-content').waitFor();
    const inside = () =>
      page.evaluate(
        () => document.querySelector('twin-loop').shadowRoot.activeElement,
      );
    assert.equal(await inside(), null);
    await page.locator('twin-loop .cm-content').focus();
    await page.keyboard.press('Tab');
    const place = await page.evaluate(
      () =>
        document.querySelector('twin-loop').shadowRoot.activeElement.className,
    );
    assert.doesNotMatch(place, /cm-/);
  }));

test('every step is said in words, politely', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    await runToEnd(page);
    await page.getByRole('button', { name: 'Step back' }).click();
    await page.waitForTimeout(50);
    const sentence = page.locator('twin-loop .sentence');
    assert.equal(await sentence.getAttribute('aria-live'), 'polite');
    assert.match(await sentence.textContent(), /^\S.{8,}\.$/);
  }));
