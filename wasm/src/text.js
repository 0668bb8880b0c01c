// text.js — UTF-8 of the engine to JavaScript's strings.
// SPDX-License-Identifier: MIT
//
// Python strings may hold lone surrogates. The engine keeps them as WTF-8
// (ED A0..BF xx), which TextDecoder refuses but a JavaScript string can hold.

/** @param {boolean} [fatal] */
export function makeDecoder(fatal = false) {
  return new TextDecoder('utf-8', { fatal, ignoreBOM: true });
}

const strict = makeDecoder(true);
const lenient = makeDecoder();

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decodeText(bytes) {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeWtf8(bytes);
  }
}

/** @param {Uint8Array} bytes */
function decodeWtf8(bytes) {
  let text = '';
  let from = 0;
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i] === 0xed && bytes[i + 1] >= 0xa0) {
      const unit =
        0xd000 | ((bytes[i + 1] & 0x3f) << 6) | (bytes[i + 2] & 0x3f);
      text += lenient.decode(bytes.subarray(from, i));
      text += String.fromCharCode(unit);
      from = i + 3;
      i += 2;
    }
  }
  return text + lenient.decode(bytes.subarray(from));
}
