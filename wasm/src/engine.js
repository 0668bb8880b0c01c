// engine.js — one instance of twinloop.wasm and calls into it.
// SPDX-License-Identifier: MIT
//
// An instance that trapped is poisoned (its C stack stays displaced): every
// later call throws EngineCrash, and the owner makes a new instance from the
// same compiled module. Views of the memory are made anew for each use, since
// growth detaches them.
import { decodeText } from './text.js';

/** The engine trapped; the instance must not be used again. */
export class EngineCrash extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(`the engine crashed: ${messageOf(cause)}`, { cause });
    this.name = 'EngineCrash';
  }
}

const encoder = new TextEncoder();

/**
 * What the engine calls while it runs. None of it may call back in or throw.
 * @typedef {{
 *   write(stream: number, bytes: Uint8Array): void,
 *   now(): number,
 *   wallTime(): number,
 * }} EngineHost
 */

/**
 * Compiles the module that is given or found.
 * @param {{wasmModule?: WebAssembly.Module, wasmUrl?: string | URL}} options
 * @returns {Promise<WebAssembly.Module>} rejects with a message for people
 */
export async function compileEngine({ wasmModule, wasmUrl }) {
  if (wasmModule !== undefined) {
    return wasmModule;
  }
  const url = wasmUrl ?? new URL('./twinloop.wasm', import.meta.url);
  try {
    return await compileFrom(url);
  } catch (error) {
    const problem =
      error instanceof WebAssembly.CompileError
        ? 'is damaged'
        : 'could not be loaded';
    throw new Error(
      `Twinloop's engine ${url} ${problem}: ${messageOf(error)}`,
      { cause: error },
    );
  }
}

/** @param {string | URL} url */
async function compileFrom(url) {
  if (String(url).startsWith('file:')) {
    // Node's fetch() reads no files. A variable, so that no bundler looks for
    // the module.
    const name = 'node:fs/promises';
    const { readFile } = await import(
      /* webpackIgnore: true */ /* @vite-ignore */ name
    );
    return WebAssembly.compile(await readFile(new URL(url)));
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  // Browsers cache the code of what they compile from a stream, but insist on
  // the MIME type, which not every static host knows.
  return response.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
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
   * @returns {number} an address above 2 GB would be negative; there is none
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

  /** The memory; valid until the next call(). */
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
   * zero byte; the copy is freed afterwards.
   * @template T
   * @param {string | Uint8Array} text
   * @param {(address: number, len: number) => T} use
   * @returns {T}
   */
  withText(text, use) {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    const address = this.call('tlw_alloc', bytes.length + 1);
    if (address === 0) {
      throw new Error('there is not enough memory for the program text');
    }
    const copy = this.#bytes(address, bytes.length + 1);
    copy.set(bytes);
    copy[bytes.length] = 0;
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
    return decodeText(this.#bytes(address, len));
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
