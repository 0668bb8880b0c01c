// player.test.mjs — the cursor over a recording.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Player } from '../../web/src/player.js';
import { TraceStore } from '../../web/src/trace/store.js';
import { recordWorkers } from './recorder.mjs';

function playerOf(events) {
  const store = new TraceStore();
  const moves = [];
  const player = new Player(store, () => moves.push(player.seq));
  store.append(events);
  player.grown();
  return { player, store, moves };
}

test('the cursor follows a growing log until somebody moves it', () => {
  const events = recordWorkers();
  const { player, store } = playerOf(events.slice(0, 20));
  assert.equal(player.seq, 19);
  store.append(events.slice(20, 30));
  player.grown();
  assert.equal(player.seq, 29);
  player.back();
  store.append(events.slice(30, 40));
  player.grown();
  assert.equal(player.seq, 28);
  player.toEnd();
  store.append(events.slice(40));
  player.grown();
  assert.equal(player.seq, events.length - 1);
});

test('back undoes forward for every unit', () => {
  const events = recordWorkers(3, 3);
  const { player } = playerOf(events);
  for (const unit of ['event', 'line', 'step', 'turn', 'output']) {
    player.unit = unit;
    player.first();
    player.forward();
    const stops = [player.seq];
    for (let i = 0; i < 5; i++) {
      player.forward();
      stops.push(player.seq);
    }
    for (const stop of stops.reverse().slice(1)) {
      player.back();
      assert.equal(player.seq, stop, unit);
    }
  }
});

test('a unit stops only where it is meant to', () => {
  const events = recordWorkers(2, 2);
  const { player } = playerOf(events);
  player.unit = 'turn';
  player.first();
  const kinds = new Set();
  for (let i = 0; i < 4; i++) {
    player.forward();
    kinds.add(events[player.seq].kind);
  }
  assert.deepEqual([...kinds], ['loop.iteration']);
});

test('the ends hold, whatever is asked', () => {
  const events = recordWorkers(1, 1);
  const { player } = playerOf(events);
  const last = events.length - 1;
  player.forward();
  assert.equal(player.seq, last);
  player.first();
  player.back();
  assert.equal(player.seq, 0);
  for (const [wanted, got] of [
    [1e9, last],
    [-7, -1],
    [NaN, 0],
    [3.7, 3],
  ]) {
    player.seek(wanted);
    assert.equal(player.seq, got);
  }
});

test('an empty log has nowhere to go', () => {
  const { player } = playerOf([]);
  player.forward();
  player.back();
  player.first();
  player.play();
  assert.equal(player.seq, -1);
  assert.equal(player.isPlaying, false);
});

test('playing goes to the end by itself', async () => {
  const events = recordWorkers(1, 1);
  const { player, moves } = playerOf(events);
  player.pace = 1000;
  player.unit = 'turn';
  player.play();
  assert.equal(player.isPlaying, true);
  while (player.isPlaying) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(player.seq, events.length - 1);
  assert.ok(moves.length > 3);
});
