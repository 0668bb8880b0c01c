// harness.mjs — a static server and a browser for the tests of the page.
// SPDX-License-Identifier: MIT
//
// withPage() serves the built page (TWINLOOP_DIST, else web/dist) from a
// sub-folder, as static hosts do, opens it in Chromium and hands over the page.
// Any script error, and any request to another origin, fails the test.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(
  new URL('../../web/package.json', import.meta.url),
);
const { chromium } = require('playwright-core');

export const dist =
  process.env.TWINLOOP_DIST ??
  fileURLToPath(new URL('../../web/dist', import.meta.url));

const FOLDER = '/some/folder/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * @param {Record<string, { body?: string | Buffer, status?: number }>} changed
 *   answers that differ from the built files, by file name
 */
async function startServer(changed) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const name = path.slice(FOLDER.length) || 'index.html';
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    try {
      const change = changed[name];
      const body =
        change?.body ?? (await readFile(join(dist, normalize(`/${name}`))));
      response.writeHead(change?.status ?? 200, { 'Content-Type': type });
      response.end(change?.status >= 400 ? '' : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

/**
 * @param {(page: import('playwright-core').Page, origin: string) => Promise<void>} body
 * @param {object} [options]
 * @param {object} [options.context] Playwright's options, DESKTOP by default
 * @param {Parameters<typeof startServer>[0]} [options.changed]
 * @param {string} [options.path]
 */
export async function withPage(body, options = {}) {
  const { context = DESKTOP, changed = {}, path = '' } = options;
  const server = await startServer(changed);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: process.env.TWINLOOP_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  const problems = [];
  try {
    const page = await browser.newPage(context);
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith('data:')) {
        problems.push(`request to ${url}`);
      }
    });
    await page.goto(origin + FOLDER + path);
    await body(page, origin);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    server.closeAllConnections?.();
    server.close();
  }
}

/** Puts a program into the page's editor and waits until it is there. */
export async function setProgram(page, code) {
  await page.locator('#scenario:enabled').waitFor();
  await page.locator('twin-loop .cm-content').waitFor();
  await page.evaluate((text) => {
    document.querySelector('twin-loop').code = text;
  }, code);
}

/** Presses Run and waits for the end; resolves with runend's detail. */
export async function runToEnd(page) {
  await page.locator('twin-loop .cm-content').waitFor();
  const ended = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('runend', (e) => resolve(e.detail), {
          once: true,
        });
      }),
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  return ended;
}

export function outputText(page) {
  return page
    .locator('twin-loop .console-line')
    .allTextContents()
    .then((lines) => lines.join('\n'));
}

/** The text of the built-in scenario with this name. */
export async function chooseScenario(page, name) {
  await page.locator('#scenario:enabled').waitFor();
  await page.locator('#scenario').selectOption(name);
}

export { assert };
export const axePath = require.resolve('axe-core/axe.min.js');
