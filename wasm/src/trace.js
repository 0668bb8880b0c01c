// trace.js — turns trace records in the engine's memory into plain objects.
// SPDX-License-Identifier: MIT
//
// A record is 64 bytes as core/trace/trace.h lays it out; strings are ids into
// the engine's table and are read once each.
import { EVENT_KINDS } from './trace-schema.js';

/**
 * One event. Fields of its kind follow (see trace-schema.js); an id or a
 * string position that is absent is null.
 * @typedef {{
 *   seq: number, t: number, kind: string, id: number | null,
 *   cause: number | null, loop: number | null, thread: number,
 *   file: string | null, line: number | null, [field: string]: unknown
 * }} TraceEvent
 */

const RECORD_SIZE = 64;
const NO_CAUSE = 0xffffffff;

const idOrNull = (/** @type {number} */ id) => (id === 0 ? null : id);

/**
 * Reads [count] records at [address].
 * @param {DataView} view of the engine's memory
 * @param {number} address
 * @param {number} count
 * @param {(id: number) => string} text of a string id
 * @returns {TraceEvent[]}
 */
export function decodeRecords(view, address, count, text) {
  const events = [];
  for (let i = 0; i < count; i++) {
    events.push(decodeRecord(view, address + i * RECORD_SIZE, text));
  }
  return events;
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {(id: number) => string} text
 * @returns {TraceEvent}
 */
function decodeRecord(view, at, text) {
  const u32 = (/** @type {number} */ offset) =>
    view.getUint32(at + offset, true);
  const schema = EVENT_KINDS[view.getUint16(at + 56, true)];
  const cause = u32(20);
  const file = u32(32);
  /** @type {TraceEvent} */
  const event = {
    seq: u32(16),
    t: view.getFloat64(at, true),
    kind: schema.kind,
    id: idOrNull(u32(24)),
    cause: cause === NO_CAUSE ? null : cause,
    loop: idOrNull(u32(28)),
    thread: view.getUint16(at + 58, true),
    file: file === 0 ? null : text(file),
    line: idOrNull(u32(36)),
  };
  for (const [name, type, place] of schema.fields) {
    event[name] = readField(view, at, type, place, text);
  }
  return event;
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {string} type
 * @param {number} place
 * @param {(id: number) => string} text
 */
function readField(view, at, type, place, text) {
  const offset = at + 40 + place * 4;
  switch (type) {
    case 'S':
      return text(view.getUint32(offset, true));
    case 'I':
      return idOrNull(view.getUint32(offset, true));
    case 'N':
      return view.getInt32(offset, true);
    default: {
      // As in JSON: null stands for "never".
      const number = view.getFloat64(at + 8, true);
      return Number.isFinite(number) ? number : null;
    }
  }
}
