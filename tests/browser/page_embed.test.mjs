// page_embed.test.mjs — <twin-loop> in somebody else's page.
// SPDX-License-Identifier: MIT
import { test } from 'node:test';

import { assert, withPage } from './harness.mjs';

const HOST = `<!doctype html>
<html lang="en"><head><title>Host</title>
<script type="module" src="element.js"></script></head><body>
<p>Before</p>
<twin-loop id="one" readonly view="editor output" theme="dark">
  <script type="sample/python">
    def greet():
        print("indented by the host")

    greet()
  </script>
</twin-loop>
<twin-loop id="two" autorun><script type="sample/python">
print("runs by itself")
</script></twin-loop>
<div style="height: 4000px"></div>
<twin-loop id="three" loading="lazy"><script type="sample/python">
print(3)
</script></twin-loop>
</body></html>`;

function inHost(body) {
  return withPage(body, {
    path: 'host.html',
    changed: { 'host.html': { body: HOST } },
  });
}

test('code comes from the child script, without its indentation', () =>
  inHost(async (page) => {
    await page.locator('#one .cm-content').waitFor();
    const code = await page.evaluate(() => document.querySelector('#one').code);
    assert.equal(
      code,
      'def greet():\n    print("indented by the host")\n\ngreet()\n',
    );
  }));

test('autorun runs, and nothing else does', () =>
  inHost(async (page) => {
    await page.locator('#two .console-line').first().waitFor();
    assert.equal(await page.locator('#one .console-line').count(), 0);
  }));

test('readonly, view and theme are attributes and properties', () =>
  inHost(async (page) => {
    await page.locator('#one .cm-content').waitFor();
    assert.equal(
      await page.locator('#one [part="timeline"]').isVisible(),
      false,
    );
    assert.equal(await page.locator('#one [part="output"]').isVisible(), true);
    await page.locator('#one .cm-content').press('x');
    const seen = await page.evaluate(() => {
      const one = document.querySelector('#one');
      const before = [one.readonly, one.theme, one.code.includes('x')];
      one.readonly = false;
      one.theme = 'light';
      one.view = '';
      return [
        ...before,
        one.hasAttribute('readonly'),
        one.getAttribute('theme'),
      ];
    });
    assert.deepEqual(seen, [true, 'dark', false, false, 'light']);
    await page.locator('#one [part="timeline"]').waitFor();
    await page.locator('#one .cm-content').press('x');
    assert.ok(
      await page.evaluate(() =>
        document.querySelector('#one').code.includes('x'),
      ),
    );
  }));

test('a lazy element is built when it comes near', () =>
  inHost(async (page) => {
    await page.locator('#two .console-line').first().waitFor();
    assert.equal(await page.locator('#three .cm-content').count(), 0);
    await page.locator('#three').scrollIntoViewIfNeeded();
    await page.locator('#three .cm-content').waitFor();
  }));

test('an element that is moved keeps its code and works again', () =>
  inHost(async (page) => {
    await page.locator('#one .cm-content').waitFor();
    const result = await page.evaluate(async () => {
      const one = document.querySelector('#one');
      one.code = 'print("moved")\n';
      document.body.append(one);
      const { outcome } = await one.run();
      return [one.code, outcome];
    });
    assert.deepEqual(result, ['print("moved")\n', 'done']);
    assert.equal(await page.locator('#one .cm-editor').count(), 1);
  }));

test('a run can be prevented, and a run replaces the one before', () =>
  inHost(async (page) => {
    await page.locator('#one .cm-content').waitFor();
    const results = await page.evaluate(async () => {
      const one = document.querySelector('#one');
      const prevent = (event) => event.preventDefault();
      one.addEventListener('runstart', prevent);
      const prevented = await one.run();
      one.removeEventListener('runstart', prevent);
      const first = one.run();
      const second = one.run();
      return [prevented, (await first).outcome, (await second).outcome];
    });
    assert.deepEqual(results, [null, 'interrupted', 'done']);
  }));
