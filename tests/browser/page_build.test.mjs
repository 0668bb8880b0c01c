// page_build.test.mjs — what was built: types, size, addresses, policy.
// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { assert, dist } from './harness.mjs';

const KB = 1000;

test('the scripts stay small', () => {
  const size = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(join(dist, name))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
  assert.ok(size < 170 * KB, `${size} bytes, compressed`);
});

test('the page has no address outside its folder, and no inline code', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)];
  assert.ok(addresses.length >= 4);
  for (const [, address] of addresses) {
    assert.doesNotMatch(address, /^(\/|[a-z]+:)/i);
  }
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/);
  assert.match(html, /default-src 'none'/);
  assert.match(html, /require-trusted-types-for 'script'/);
});

test('the sources have no type error', () => {
  const web = fileURLToPath(new URL('../../web/', import.meta.url));
  const tsc = join(web, 'node_modules', '.bin', 'tsc');
  const result = spawnSync(tsc, ['-p', web], { encoding: 'utf8' });
  assert.equal(result.stdout, '');
  assert.equal(result.status, 0);
});
