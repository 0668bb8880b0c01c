// twin-loop.js — the <twin-loop> element: a program, its run, its timeline.
// SPDX-License-Identifier: MIT
//
// Attributes (reflected): readonly, autorun, view, theme, loading, clock,
// speed, seed, wasm-url. Events bubble and cross shadow roots, with plain data
// in `detail`: ready, runstart, runend, stepchange, output, codechange.
// The element never takes the focus, never touches the page's address and
// frees everything in disconnectedCallback; connecting it again starts afresh
// with the same code. Importing this module registers nothing: see element.js.

import { h } from '../dom.js';
import { Editor } from '../editor/editor.js';
import { cleanLabel, formatCount, formatSeconds } from '../format.js';
import { Player } from '../player.js';
import { ENTRY, Session } from '../session.js';
import { TimelineView } from '../timeline/view.js';
import { explain, whyChain } from '../trace/explain.js';
import { TraceStore } from '../trace/store.js';
import { Console } from './console.js';
import { Inspector } from './inspector.js';
import { handleStepKey, Transport } from './transport.js';
import { Toolbar } from './toolbar.js';
import styles from './twin-loop.css';

/** @typedef {import('../trace/types.js').TraceEvent} TraceEvent */
/** @typedef {import('../session.js').SessionResult} SessionResult */

const VIEWS = ['editor', 'output', 'timeline', 'inspector'];
const LANES = 8;

/** @type {CSSStyleSheet | null} */
let sheet = null;

export class TwinLoop extends HTMLElement {
  static observedAttributes = ['readonly', 'view', 'theme', 'clock', 'speed'];

  #code = '';
  /** @type {string | null} the code of the recorded run */
  #ranCode = null;
  #isBuilt = false;
  #store = new TraceStore();
  #player = new Player(this.#store, () => this.#invalidate());
  /** @type {Session | null} */
  #session = null;
  #stops = 0;
  #frame = 0;
  #announced = -1;
  #shownOutputs = 0;
  /** @type {{ stream: 'stdout' | 'stderr', text: string }[]} */
  #unrecorded = [];
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  /** @type {IntersectionObserver | null} */
  #approach = null;

  #root = h('div', { class: 'root', part: 'root' });
  #notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  /** @type {Toolbar} */ #toolbar;
  /** @type {Transport} */ #transport;
  /** @type {Inspector} */ #inspector;
  /** @type {Console} */ #console;
  /** @type {TimelineView | null} */ #timeline = null;
  /** @type {Editor | null} */ #editor = null;
  #editorPlace = h('div', { class: 'editor', part: 'editor' });
  #sides = h('div', { class: 'sides', part: 'sides' });
  #recording = h('div', { class: 'recording' });
  #body = h('div', { class: 'body' });

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sharedSheet()];
    const onSeek = (/** @type {number} */ seq) => this.#player.seek(seq);
    this.#toolbar = new Toolbar({
      onRun: () => void this.run(),
      onStop: () => void this.stop(),
      onClock: (clock) => (this.clock = clock),
      onSpeed: (speed) => (this.speed = speed),
    });
    this.#transport = new Transport(this.#player);
    this.#inspector = new Inspector({ onSeek });
    this.#console = new Console({ onSeek });
    const python = h(
      'section',
      { class: 'side', 'aria-label': 'Python' },
      this.#editorPlace,
      this.#console.element,
    );
    this.#sides.append(python);
    this.#body.append(this.#sides, this.#recording);
    this.#root.append(this.#toolbar.element, this.#notice, this.#body);
    this.#root.addEventListener('keydown', (event) => this.#key(event));
    shadow.append(this.#root);
  }

  // --- attributes as properties -------------------------------------------

  get readonly() {
    return this.hasAttribute('readonly');
  }

  set readonly(value) {
    this.toggleAttribute('readonly', Boolean(value));
  }

  get autorun() {
    return this.hasAttribute('autorun');
  }

  set autorun(value) {
    this.toggleAttribute('autorun', Boolean(value));
  }

  /** Which panels are shown; all when empty. */
  get view() {
    return this.getAttribute('view') ?? '';
  }

  set view(value) {
    this.setAttribute('view', String(value));
  }

  /** @returns {'auto' | 'light' | 'dark'} */
  get theme() {
    return oneOf(this.getAttribute('theme'), ['auto', 'light', 'dark']);
  }

  set theme(value) {
    this.setAttribute('theme', value);
  }

  /** @returns {'eager' | 'lazy'} */
  get loading() {
    return oneOf(this.getAttribute('loading'), ['eager', 'lazy']);
  }

  set loading(value) {
    this.setAttribute('loading', value);
  }

  /** @returns {'virtual' | 'real'} */
  get clock() {
    return oneOf(this.getAttribute('clock'), ['virtual', 'real']);
  }

  set clock(value) {
    this.setAttribute('clock', value);
  }

  /** Seconds of run per second; the real clock only. */
  get speed() {
    const speed = Number(this.getAttribute('speed') ?? 1);
    return speed > 0 && Number.isFinite(speed) ? speed : 1;
  }

  set speed(value) {
    this.setAttribute('speed', String(value));
  }

  get seed() {
    const seed = Number(this.getAttribute('seed') ?? 0);
    return Number.isSafeInteger(seed) ? seed : 0;
  }

  set seed(value) {
    this.setAttribute('seed', String(value));
  }

  get wasmUrl() {
    return this.getAttribute('wasm-url');
  }

  set wasmUrl(value) {
    this.toggleAttribute('wasm-url', value !== null);
    if (value !== null) {
      this.setAttribute('wasm-url', value);
    }
  }

  // --- the program and its run --------------------------------------------

  /** The program's text. Setting it is not an edit and keeps the recording. */
  get code() {
    return this.#editor?.code ?? this.#code;
  }

  set code(text) {
    this.#code = String(text);
    if (this.#editor) {
      this.#editor.code = this.#code;
    }
    this.#invalidate();
  }

  get isRunning() {
    return this.#session !== null;
  }

  /** The cursor: the seq of the last event that has happened. */
  get step() {
    return this.#player.seq;
  }

  /**
   * Runs the program from the start; a run in progress is ended first.
   * @returns {Promise<SessionResult | null>} how it ended; null when it was
   *   not started because a listener prevented it
   */
  async run() {
    this.#build();
    const { clock, speed, seed } = this;
    const detail = { clock, speed, seed };
    if (!this.#emit('runstart', detail, true)) {
      return null;
    }
    this.#session?.dispose();
    this.#clear();
    this.#ranCode = this.code;
    const session = new Session({
      source: this.#ranCode,
      clock,
      speed,
      seed,
      wasmUrl: this.wasmUrl,
      onTrace: (events) => {
        if (session === this.#session) {
          this.#record(events);
        }
      },
      onText: (stream, text) => {
        if (session === this.#session) {
          this.#unrecorded.push({ stream, text });
        }
      },
    });
    this.#session = session;
    this.#stops = 0;
    this.#toolbar.setRunning(true);
    this.#toolbar.setStatus('Running…');
    const result = await session.done;
    if (session === this.#session) {
      this.#ended(result);
    }
    return result;
  }

  /** Stops the run; resolves when it has ended. */
  async stop() {
    const session = this.#session;
    if (!session) {
      return;
    }
    this.#stops += 1;
    this.#toolbar.setRunning(true, true);
    this.#toolbar.setStatus('Stopping…');
    session.stop();
    await session.done;
  }

  /**
   * Moves the cursor. @param {number} step
   */
  async seek(step) {
    this.#player.seek(step);
    this.#update();
  }

  async stepForward() {
    this.#player.forward();
    this.#update();
  }

  async stepBack() {
    this.#player.back();
    this.#update();
  }

  /** The recorded events, as plain data. @returns {Promise<TraceEvent[]>} */
  async getTrace() {
    return structuredClone([...this.#store.events]);
  }

  /** Ends the run and forgets output and recording. The code stays. */
  reset() {
    this.#session?.dispose();
    this.#session = null;
    this.#toolbar.setRunning(false);
    this.#toolbar.setStatus('');
    this.#clear();
    this.#update();
  }

  // --- life ----------------------------------------------------------------

  connectedCallback() {
    this.#upgrade();
    this.#scheme.addEventListener('change', this.#applyTheme);
    if (!this.#code) {
      this.#code = sampleCode(this);
    }
    this.#applyTheme();
    this.#toolbar.setClock(this.clock, this.speed);
    if (this.loading === 'lazy' && 'IntersectionObserver' in window) {
      this.#approach = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) {
            this.#approach?.disconnect();
            this.#becomeReady();
          }
        },
        { rootMargin: '200px' },
      );
      this.#approach.observe(this);
    } else {
      // After the parser has seen the children of this element.
      setTimeout(() => {
        if (this.isConnected) {
          this.#becomeReady();
        }
      });
    }
  }

  disconnectedCallback() {
    this.#scheme.removeEventListener('change', this.#applyTheme);
    this.#approach?.disconnect();
    this.#session?.dispose();
    this.#session = null;
    this.#player.pause();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#isBuilt) {
      this.#code = this.code;
      this.#editor?.destroy();
      this.#editor = null;
      this.#timeline?.destroy();
      this.#timeline = null;
      this.#recording.replaceChildren();
      this.#isBuilt = false;
    }
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'readonly') {
      this.#editor?.setReadonly(this.readonly);
    } else if (name === 'view') {
      this.#applyView();
    } else if (name === 'theme') {
      this.#applyTheme();
    } else {
      this.#toolbar.setClock(this.clock, this.speed);
    }
  }

  /** Properties set before the element was defined become real ones. */
  #upgrade() {
    const names = ['code', 'readonly', 'autorun', 'view', 'theme', 'clock'];
    for (const name of names) {
      if (Object.hasOwn(this, name)) {
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }
  }

  #becomeReady() {
    if (!this.#code) {
      this.#code = sampleCode(this);
    }
    this.#build();
    this.#emit('ready', {});
    if (this.autorun) {
      void this.run();
    }
  }

  /** Makes the costly parts, once per connection. */
  #build() {
    if (this.#isBuilt) {
      return;
    }
    this.#isBuilt = true;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    this.#editor = new Editor({
      parent: this.#editorPlace,
      root,
      code: this.#code,
      readonly: this.readonly,
      label: 'Python program',
      onChange: (code) => {
        this.#emit('codechange', { code });
        this.#invalidate();
      },
      onRun: () => void this.run(),
    });
    this.#timeline = new TimelineView({
      onSeek: (seq) => this.#player.seek(seq),
      explain: (seq) => explain(this.#store, seq),
      palette: () => readPalette(this.#root),
    });
    this.#timeline.add(this.#store.events);
    this.#timeline.element.addEventListener('keydown', (event) =>
      handleStepKey(event, this.#player),
    );
    this.#recording.replaceChildren(
      this.#timeline.element,
      this.#transport.element,
      this.#inspector.element,
    );
    this.#applyView();
    this.#update();
  }

  #applyTheme = () => {
    const isDark =
      this.theme === 'dark' || (this.theme === 'auto' && this.#scheme.matches);
    this.#root.classList.toggle('dark', isDark);
    this.#timeline?.themeChanged();
  };

  #applyView() {
    const wanted = this.view
      .split(/\s+/)
      .filter((name) => VIEWS.includes(name));
    const has = (/** @type {string} */ name) =>
      wanted.length === 0 || wanted.includes(name);
    const recording = has('timeline') || has('inspector');
    const sides = has('editor') || has('output');
    this.#editorPlace.hidden = !has('editor');
    this.#console.element.hidden = !has('output');
    this.#inspector.element.hidden = !has('inspector');
    if (this.#timeline) {
      this.#timeline.element.hidden = !has('timeline');
    }
    this.#sides.hidden = !sides;
    this.#recording.hidden = !recording;
    this.#body.classList.toggle('one-column', !sides || !recording);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!event.defaultPrevented) {
        event.preventDefault();
        void this.run();
      }
    }
  }

  // --- recording -----------------------------------------------------------

  #clear() {
    this.#store = new TraceStore();
    this.#unrecorded = [];
    this.#shownOutputs = 0;
    this.#announced = -1;
    this.#ranCode = null;
    this.#notice.hidden = true;
    this.#console.clear();
    this.#timeline?.reset();
    this.#player.reset(this.#store);
  }

  /** @param {TraceEvent[]} events */
  #record(events) {
    const first = this.#store.length;
    this.#store.append(events);
    this.#timeline?.add(this.#store.events.slice(first));
    for (const event of events) {
      if (event.kind === 'output') {
        this.#print(event, event.seq < this.#store.length ? event.seq : null);
      }
    }
    if (this.#store.length > first) {
      this.#player.grown();
    }
  }

  /** @param {TraceEvent} event @param {number | null} step */
  #print(event, step) {
    const { stream, text } = event;
    this.#shownOutputs += 1;
    this.#console.write(stream, text, step);
    this.#emit('output', { stream, text, step });
  }

  /** @param {SessionResult} result */
  #ended(result) {
    this.#session = null;
    // A crash loses what was not drained; the text itself came through.
    if (result.outcome === 'crashed') {
      for (const { stream, text } of this.#unrecorded.slice(
        this.#shownOutputs,
      )) {
        this.#console.write(stream, text, null);
        this.#emit('output', { stream, text, step: null });
      }
    }
    this.#unrecorded = [];
    this.#toolbar.setRunning(false);
    const { text, mood } = endingOf(result, this.#store);
    this.#toolbar.setStatus(text, mood);
    if (result.message !== null) {
      this.#showNotice('The program could not be run', result.message);
    }
    this.#update();
    this.#emit('runend', {
      outcome: result.outcome,
      exitCode: result.exitCode,
      message: result.message,
      steps: this.#store.length,
    });
  }

  /** @param {string} title @param {string} text */
  #showNotice(title, text) {
    this.#notice.replaceChildren(h('strong', null, title), text);
    this.#notice.hidden = false;
  }

  // --- showing -------------------------------------------------------------

  #invalidate() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#update();
    });
  }

  /** Shows everything as it is at the cursor. */
  #update() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const store = this.#store;
    const { seq, following } = this.#player;
    const state = store.stateAt(seq);
    const chain = whyChain(store, seq);
    const isLive = this.isRunning && following;
    this.#transport.update(state.t, this.#sentence(seq), isLive);
    this.#inspector.update(store, state, chain);
    this.#timeline?.moveTo(
      seq,
      chain.links.map((link) => link.seq),
      isLive,
    );
    this.#console.moveTo(following ? Infinity : seq);
    if (following && this.isRunning) {
      this.#console.scrollToEnd();
    }
    // While the program runs at full speed a jumping mark tells nothing.
    const isOurs =
      state.file === ENTRY && this.#ranCode === this.code && !isLive;
    this.#editor?.setCurrentLine(isOurs ? state.line : null);
    this.#announce(seq, state.t);
  }

  /** @param {number} seq */
  #sentence(seq) {
    if (seq < 0) {
      return this.isRunning
        ? 'Starting…'
        : 'Run the program to record its steps, then go through them here.';
    }
    const text = explain(this.#store, seq);
    if (this.#ranCode !== this.code) {
      return `${text}. (The program was edited since this run.)`;
    }
    const event = this.#store.event(seq);
    if (event?.kind !== 'line' || event.file !== ENTRY) {
      return `${text}.`;
    }
    const source = this.code.split('\n')[(event.line ?? 0) - 1] ?? '';
    return `${text}: ${cleanLabel(source.trim(), 100)}`;
  }

  /** @param {number} step @param {number} time */
  #announce(step, time) {
    if (step === this.#announced) {
      return;
    }
    this.#announced = step;
    const kind = this.#store.event(step)?.kind ?? null;
    this.#emit('stepchange', { step, time, kind });
  }

  /**
   * @param {string} type
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  #emit(type, detail, cancelable = false) {
    const init = { bubbles: true, composed: true, cancelable, detail };
    return this.dispatchEvent(new CustomEvent(type, init));
  }
}

function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

/**
 * @template {string} T
 * @param {string | null} value
 * @param {readonly [T, ...T[]]} allowed the first is the default
 * @returns {T}
 */
function oneOf(value, allowed) {
  return allowed.find((one) => one === value) ?? allowed[0];
}

/**
 * The text of the child script, without the indentation it has in the page.
 * @param {HTMLElement} host
 */
function sampleCode(host) {
  const script = host.querySelector(':scope > script[type="sample/python"]');
  const text = (script?.textContent ?? '').replaceAll('<\\/script', '</script');
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = indents.length > 0 ? Math.min(...indents) : 0;
  const code = lines.map((line) => line.slice(indent)).join('\n');
  return code === '' ? '' : `${code}\n`;
}

/**
 * @param {SessionResult} result
 * @param {TraceStore} store
 * @returns {{ text: string, mood: '' | 'bad' }}
 */
function endingOf({ outcome, exitCode }, store) {
  const time = formatSeconds(store.events[store.length - 1]?.t ?? 0);
  const kept = store.dropped
    ? `, recorded up to step ${store.length - 1}`
    : `, ${formatCount(store.length, 'step')}`;
  if (store.stateAt(store.length).end?.outcome === 'exit') {
    return { text: `Exit code ${exitCode} after ${time}${kept}`, mood: '' };
  }
  switch (outcome) {
    case 'done':
      return { text: `Done after ${time}${kept}`, mood: '' };
    case 'interrupted':
      return { text: `Stopped after ${time}${kept}`, mood: '' };
    case 'error':
      return { text: `Ended with an error after ${time}${kept}`, mood: 'bad' };
    default:
      return { text: 'The engine failed', mood: 'bad' };
  }
}

/** @param {HTMLElement} root */
function readPalette(root) {
  const style = getComputedStyle(root);
  const read = (/** @type {string} */ name) =>
    style.getPropertyValue(`--${name}`).trim();
  return {
    background: read('bg'),
    surface: read('surface'),
    line: read('line'),
    text: read('text'),
    muted: read('muted'),
    accent: read('accent'),
    warning: read('warning'),
    danger: read('danger'),
    onLane: read('on-lane'),
    font: style.fontFamily,
    lanes: Array.from({ length: LANES }, (_, i) => read(`lane-${i}`)),
  };
}
