// page_step.test.mjs — going over the recorded steps, both ways.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, chooseScenario, runToEnd, withPage } from './harness.mjs';

/** What is shown follows the cursor in the next frame. */
function nextFrame(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

function shown(page) {
  return page.evaluate(() => {
    const root = document.querySelector('twin-loop').shadowRoot;
    return [
      root.querySelector('.sentence').textContent,
      root.querySelector('.inspector').textContent,
      root.querySelector('.step-number').textContent,
    ];
  });
}

test('forward, back and forward again show the same', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'gather');
    const { steps } = await runToEnd(page);
    const forward = page.getByRole('button', { name: 'Step forward' });
    const back = page.getByRole('button', { name: 'Step back' });
    await page.getByRole('button', { name: 'First step' }).click();
    await nextFrame(page);
    const seen = [await shown(page)];
    assert.equal(seen[0][2], `0 / ${steps - 1}`);
    assert.match(seen[0][0], /The program main\.py starts/);
    for (let i = 0; i < 12; i++) {
      await forward.click();
      await nextFrame(page);
      seen.push(await shown(page));
    }
    assert.equal(new Set(seen.map((s) => s[2])).size, 13);
    for (let i = 11; i >= 0; i--) {
      await back.click();
      await nextFrame(page);
      assert.deepEqual(await shown(page), seen[i]);
    }
  }));

test('arrow keys, Home and End move over the steps', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    const { steps } = await runToEnd(page);
    const step = () =>
      page.evaluate(() => document.querySelector('twin-loop').step);
    const slider = page.getByRole('slider', { name: 'Step' });
    await slider.press('Home');
    assert.equal(await step(), 0);
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    await slider.press('ArrowLeft');
    assert.equal(await step(), 1);
    await slider.press('End');
    assert.equal(await step(), steps - 1);
  }));

test('a line of output leads to the step that printed it', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    await runToEnd(page);
    const line = page.locator('twin-loop .console-line').nth(2);
    const text = await line.textContent();
    await line.click();
    const sentence = page.locator('twin-loop .sentence');
    await sentence.filter({ hasText: text }).waitFor();
    const later = page.locator('twin-loop .console-line.later');
    assert.ok((await later.count()) > 0);
  }));

test('the current line is marked in the editor', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    await runToEnd(page);
    const line = await page.evaluate(async () => {
      const player = document.querySelector('twin-loop');
      const trace = await player.getTrace();
      const event = trace.filter((e) => e.line !== null)[4];
      await player.seek(event.seq);
      return event.line;
    });
    const mark = page.locator('twin-loop .tl-current-line');
    assert.equal(await mark.count(), 1);
    const code = await page.evaluate(
      () => document.querySelector('twin-loop').code,
    );
    assert.equal(await mark.textContent(), code.split('\n')[line - 1]);
  }));

test('playing goes on by itself and stops at the end', () =>
  withPage(async (page) => {
    await chooseScenario(page, 'counters');
    const { steps } = await runToEnd(page);
    await page.getByLabel('Pace').selectOption('50');
    await page.getByLabel('Step by').selectOption('turn');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const step = await page.evaluate(
      () => document.querySelector('twin-loop').step,
    );
    assert.equal(step, steps - 1);
  }));
