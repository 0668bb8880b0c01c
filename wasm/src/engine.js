// engine.js — one instance of twinloop.wasm and calls into it.
// SPDX-License-Identifier: MIT
//
// An instance that trapped is poisoned (its C stack stays displaced): every
// later call throws EngineCrash, and the owner makes a new instance from the
// same compiled module. Views of the memory are made anew for each use, since
// growth detaches them.

/** The engine trapped; the instance must not be used again. */
export class EngineCrash extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(`the engine crashed: ${cause instanceof Error ? cause.message : cause}`);
    this.name = 'EngineCrash';
    this.cause = cause;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * What the engine calls; run ids are the owner's.
 * @typedef {{
 *   write(stream: number, bytes: Uint8Array): void,
 *   now(): number,
 *   wallTime(): number,
 * }} EngineHost
 */

/**
 * Compiles the module from the first source that is given.
 * @param {{wasmModule?: WebAssembly.Module, wasmUrl?: string | URL}} options
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileEngine({ wasmModule, wasmUrl }) {
  if (wasmModule !== undefined) {
    return wasmModule;
  }
  const url = wasmUrl ?? new URL('./twinloop.wasm', import.meta.url);
  let bytes;
  try {
    const response = await fetch(url);
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new Error(
      `Twinloop's engine could not be loaded from ${url}: ${messageOf(error)}`,
      { cause: error },
    );
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Error(
      `Twinloop's engine at ${url} is damaged: ${messageOf(error)}`,
      { cause: error },
    );
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export class Engine {
  /** @type {Record<string, Function>} */
  #exports;
  /** @type {WebAssembly.Memory} */
  #memory;
  /** @type {EngineCrash | null} */
  #crash = null;

  /**
   * @param {WebAssembly.Module} module
   * @param {EngineHost} host
   */
  constructor(module, host) {
    const env = {
      tl_write: (
        /** @type {number} */ _run,
        /** @type {number} */ stream,
        /** @type {number} */ text,
        /** @type {number} */ len,
      ) => host.write(stream, this.#bytes(text, len).slice()),
      tl_now: () => host.now(),
      tl_wall_time: () => host.wallTime(),
      emscripten_notify_memory_growth: () => {},
    };
    const instance = new WebAssembly.Instance(module, { env });
    this.#exports = /** @type {Record<string, Function>} */ (instance.exports);
    this.#memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    this.call('_initialize');
  }

  /**
   * Calls an export.
   * @param {string} name
   * @param {...number} args
   * @returns {number}
   */
  call(name, ...args) {
    if (this.#crash) {
      throw this.#crash;
    }
    try {
      return this.#exports[name](...args);
    } catch (error) {
      this.#crash = new EngineCrash(error);
      throw this.#crash;
    }
  }

  get view() {
    return new DataView(this.#memory.buffer);
  }

  /**
   * @param {number} at
   * @param {number} len
   */
  #bytes(at, len) {
    return new Uint8Array(this.#memory.buffer, at, len);
  }

  /**
   * Calls [use] with the address and length of a copy of [text], closed by a
   * zero byte.
   * @template T
   * @param {string | Uint8Array} text
   * @param {(address: number, len: number) => T} use
   * @returns {T}
   */
  withText(text, use) {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    const address = this.call('tlw_alloc', bytes.length + 1);
    if (address === 0) {
      throw new Error('Twinloop ran out of memory for the program text');
    }
    this.#bytes(address, bytes.length + 1).set(bytes);
    this.view.setUint8(address + bytes.length, 0);
    try {
      return use(address, bytes.length);
    } finally {
      this.call('tlw_free', address);
    }
  }

  /**
   * Text of known length.
   * @param {number} address
   * @param {number} len
   */
  readText(address, len) {
    return decoder.decode(this.#bytes(address, len));
  }

  /**
   * Text closed by a zero byte.
   * @param {number} address
   */
  readCString(address) {
    const all = new Uint8Array(this.#memory.buffer);
    return this.readText(address, all.indexOf(0, address) - address);
  }
}
