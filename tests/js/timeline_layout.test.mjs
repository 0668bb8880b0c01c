// timeline_layout.test.mjs — lanes and boxes of recorded runs.
// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  boxesBetween,
  layoutTrace,
  marksBetween,
  TimelineLayout,
} from '../../web/src/timeline/layout.js';
import { recordStarved, recordWorkers } from './recorder.mjs';

function allBoxes(lane) {
  return lane.layers.flat();
}

test('a lane per task, under the loop, the timers and the program', () => {
  const layout = layoutTrace(recordWorkers(3));
  assert.deepEqual(
    layout.lanes.map((lane) => [lane.kind, lane.name]),
    [
      ['loop', 'Loop turns'],
      ['timers', 'Timers'],
      ['code', 'main.py'],
      ['callbacks', 'Callbacks'],
      ['task', 'Task-1'],
      ['task', 'Task-2'],
      ['task', 'Task-3'],
      ['task', 'Task-4'],
    ],
  );
});

test('adding events one by one gives the layout of the whole', () => {
  const events = recordStarved();
  const layout = new TimelineLayout();
  for (const event of events) {
    layout.add([event]);
  }
  assert.deepEqual(layout, layoutTrace(events));
});

test('boxes of one layer do not overlap, and all of them end', () => {
  for (const events of [recordWorkers(4, 5), recordStarved()]) {
    for (const lane of layoutTrace(events).lanes) {
      for (const layer of lane.layers) {
        layer.forEach((box, i) => {
          assert.ok(box.to > box.from && box.to <= events.length);
          assert.ok(i === 0 || layer[i - 1].to <= box.from, lane.name);
        });
      }
    }
  }
});

test('every turn of the loop has its box', () => {
  const events = recordWorkers(2, 3);
  const turns = allBoxes(layoutTrace(events).loop).filter(
    (b) => b.kind === 'turn',
  );
  const iterations = events.filter((e) => e.kind === 'loop.iteration');
  assert.deepEqual(
    turns.map((box) => [box.from, box.label]),
    iterations.map((e) => [e.seq, String(e.number)]),
  );
});

test('a task is ready, runs, waits, and is ready again', () => {
  const events = recordWorkers(1, 2);
  const layout = layoutTrace(events);
  const lane = [...layout.tasks.values()][1];
  const kinds = allBoxes(lane)
    .sort((a, b) => a.from - b.from)
    .map((box) => box.kind);
  assert.deepEqual(kinds, [
    'ready',
    'run',
    'wait',
    'ready',
    'run',
    'wait',
    'ready',
    'run',
  ]);
  const waits = allBoxes(lane).filter((box) => box.kind === 'wait');
  assert.ok(waits.every((box) => box.label === 'sleep'));
});

test('clock jumps keep their place and size', () => {
  const layout = layoutTrace(recordWorkers(3, 1));
  assert.deepEqual(
    layout.jumps.map((jump) => [jump.t, jump.by]),
    [
      [0.5, 0.5],
      [1, 0.5],
      [1.5, 0.5],
    ],
  );
});

test('a jump has columns of its own, and every column its step', () => {
  const events = recordWorkers(3, 2);
  const layout = layoutTrace(events);
  assert.equal(layout.columns, events.length + 4 * layout.jumps.length);
  for (const { seq } of events) {
    assert.equal(layout.seqAt(layout.columnOf(seq)), seq);
    assert.equal(layout.seqAt(layout.columnOf(seq) + 0.9), seq);
  }
  const [{ seq }] = layout.jumps;
  assert.equal(layout.columnOf(seq) - layout.columnOf(seq - 1), 5);
  assert.equal(layout.seqAt(layout.columnOf(seq) - 1), seq);
});

test('timers that run at the same time use different rows', () => {
  const { timers } = layoutTrace(recordWorkers(3, 1));
  assert.equal(timers.layers.length, 3);
  const many = layoutTrace(recordWorkers(50, 1)).timers;
  assert.equal(many.layers.length, 6);
  assert.equal(many.layers.flat().length, 50);
});

test('a blocking call is drawn where it blocks', () => {
  const layout = layoutTrace(recordStarved());
  const hog = [...layout.tasks.values()].find((lane) => lane.name === 'hog');
  const blocked = allBoxes(hog).filter((box) => box.kind === 'blocked');
  assert.deepEqual(
    blocked.map((box) => box.label),
    ['time.sleep'],
  );
});

test('output is marked in the lane of the task that wrote it', () => {
  const layout = layoutTrace(recordWorkers(2, 2));
  const lane = [...layout.tasks.values()][1];
  const texts = lane.marks
    .filter((m) => m.kind === 'output')
    .map((m) => m.label);
  assert.deepEqual(texts, ['worker 1, round 1\n', 'worker 1, round 2\n']);
  assert.equal(lane.marks.at(-1).kind, 'done');
  assert.deepEqual(marksBetween(lane, 0, 1e9), lane.marks);
});

test('every event has a lane', () => {
  const events = recordWorkers(2, 2);
  const layout = layoutTrace(events);
  assert.equal(layout.laneOf.length, events.length);
  assert.ok(layout.laneOf.every((lane) => layout.lanes.includes(lane)));
});

test('a window finds long boxes that began before it', () => {
  const events = recordWorkers(3, 10);
  const layout = layoutTrace(events);
  const first = [...layout.tasks.values()][0];
  const middle = events.length >> 1;
  const found = boxesBetween(first.layers[0], middle, middle + 1);
  assert.equal(found.length, 1);
  assert.ok(found[0].from <= middle && found[0].to > middle);
});
