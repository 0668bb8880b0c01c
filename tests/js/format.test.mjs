// format.test.mjs — values as short, safe text.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  cleanLabel,
  formatClock,
  formatCount,
  formatSeconds,
} from '../../web/src/format.js';

test('durations read as people say them', () => {
  const expected = [
    [0, '0 s'],
    [0.25, '250 ms'],
    [1.5, '1.5 s'],
    [59.999, '59.999 s'],
    [60, '1 min'],
    [3725.5, '1 h 2 min 5.5 s'],
    [86400, '1 d'],
    [Infinity, 'forever'],
  ];
  for (const [seconds, text] of expected) {
    assert.equal(formatSeconds(seconds), text);
  }
  assert.equal(formatClock(3600.25), '3600.25 s');
  assert.equal(formatCount(1, 'step'), '1 step');
  assert.equal(formatCount(2, 'step'), '2 steps');
});

test('labels are cut, on one line, with nothing hidden in them', () => {
  assert.equal(cleanLabel('a\nb\u0007'), 'a⏎b\\u0007');
  assert.equal(cleanLabel('\u202eevil\u2066'), '\\u202eevil\\u2066');
  assert.equal(cleanLabel('x'.repeat(300)).length, 200);
  assert.equal(
    cleanLabel('plain <b> text & ü 漢 🎈'),
    'plain <b> text & ü 漢 🎈',
  );
  assert.equal(cleanLabel(null), '');
});
