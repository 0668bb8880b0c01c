// view.js — the timeline on the page: scrolling, zoom, hover, keys.
// SPDX-License-Identifier: MIT
//
// A scroller holds a sheet as large as the whole trace, on which a canvas the
// size of the window sticks; so scrolling is the browser's own. The picture
// has no text of its own for assistive technology: the transport says every
// step in words, and this view hands keys to the same player.

import { h, iconButton } from '../dom.js';
import { formatClock } from '../format.js';
import {
  AXIS_HEIGHT,
  contentHeight,
  drawTimeline,
  gutterOf,
  laneRange,
} from './draw.js';
import { TimelineLayout } from './layout.js';
import { firstIndex } from '../trace/search.js';

/** @typedef {import('./draw.js').Palette} Palette */

/**
 * @typedef {object} TimelineOptions
 * @property {(seq: number) => void} onSeek
 * @property {(seq: number) => string} explain the event in words
 * @property {() => Palette} palette read when the theme may have changed
 */

const MIN_ZOOM = 0.05;
const MAX_ZOOM = 48;
const FIT_MIN = 3;
const FIT_MAX = 16;

export class TimelineView {
  layout = new TimelineLayout();
  #options;
  #palette;
  #zoom = 8;
  #fits = true;
  #cursor = -1;
  /** @type {readonly number[]} */
  #chain = [];
  #frame = 0;
  #canvas = h('canvas', { 'aria-hidden': 'true' });
  #sheet = h('div', { class: 'timeline-sheet' }, this.#canvas);
  #scroller = h(
    'div',
    {
      class: 'timeline-scroller',
      tabIndex: 0,
      role: 'group',
      'aria-label':
        'Timeline picture. Arrow keys step, plus and minus zoom, 0 fits.',
    },
    this.#sheet,
  );
  #tip = h('div', {
    class: 'timeline-tip',
    hidden: true,
    'aria-hidden': 'true',
  });
  #observer = new ResizeObserver(() => this.#resized());

  /** @param {TimelineOptions} options */
  constructor(options) {
    this.#options = options;
    this.#palette = options.palette();
    const zoom = h(
      'div',
      { class: 'timeline-zoom' },
      iconButton('minus', 'Zoom out', () => this.zoomBy(1 / 1.5)),
      iconButton('plus', 'Zoom in', () => this.zoomBy(1.5)),
      iconButton('fit', 'Fit the run to the width', () => this.fit()),
    );
    this.element = h(
      'section',
      { class: 'timeline', part: 'timeline', 'aria-label': 'Timeline' },
      this.#scroller,
      zoom,
      this.#tip,
    );
    this.#listen();
    this.#observer.observe(this.#scroller);
  }

  destroy() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Empties the picture for a new run. */
  reset() {
    this.layout = new TimelineLayout();
    this.#fits = true;
    this.#scroller.scrollTop = 0;
    this.moveTo(-1, []);
  }

  /** @param {readonly import('../trace/types.js').TraceEvent[]} events */
  add(events) {
    this.layout.add(events);
    this.#invalidate();
  }

  /**
   * @param {number} cursor
   * @param {readonly number[]} chain
   * @param {boolean} [isLive] the program is running
   */
  moveTo(cursor, chain, isLive = false) {
    this.#isLive = isLive;
    this.#cursor = cursor;
    this.#chain = chain;
    this.#follow = true;
    this.#invalidate();
  }

  #follow = false;
  #isLive = false;

  themeChanged() {
    this.#palette = this.#options.palette();
    this.#invalidate();
  }

  fit() {
    this.#fits = true;
    this.#follow = true;
    this.#invalidate();
  }

  /**
   * @param {number} factor
   * @param {number} [at] pixel that stays where it is; the cursor's by default
   */
  zoomBy(factor, at) {
    const before = this.#zoom;
    const after = clamp(before * factor, MIN_ZOOM, MAX_ZOOM);
    const left = this.#scroller.scrollLeft;
    const cursor = this.layout.columnOf(this.#cursor) * before - left;
    const fixed = at ?? Math.max(0, cursor);
    this.#fits = false;
    this.#zoom = after;
    this.#layOut();
    this.#scroller.scrollLeft = ((left + fixed) / before) * after - fixed;
    this.#invalidate();
  }

  #listen() {
    const scroller = this.#scroller;
    scroller.addEventListener('scroll', () => this.#invalidate());
    scroller.addEventListener('wheel', (event) => this.#wheel(event), {
      passive: false,
    });
    scroller.addEventListener('pointerdown', (event) => this.#press(event));
    scroller.addEventListener('pointermove', (event) => this.#hover(event));
    scroller.addEventListener('pointerleave', () => {
      this.#tip.hidden = true;
    });
    scroller.addEventListener('click', (event) => this.#seekTo(event));
    scroller.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) {
      return;
    }
    event.preventDefault();
    const x = event.clientX - this.#scroller.getBoundingClientRect().left;
    this.zoomBy(Math.exp(-event.deltaY / 200), x - gutterOf(this.#width));
  }

  /** A mouse scrubs while its button is down; a finger scrolls. */
  #press(/** @type {PointerEvent} */ event) {
    if (event.pointerType === 'mouse' && event.button === 0) {
      this.#scroller.setPointerCapture(event.pointerId);
    }
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType !== 'mouse') {
      return;
    }
    if (event.buttons & 1) {
      this.#tip.hidden = true;
      this.#seekTo(event);
      return;
    }
    const seq = this.#seqAt(event);
    this.#tip.hidden = seq === null;
    if (seq === null) {
      return;
    }
    const box = this.element.getBoundingClientRect();
    const t = this.#timeAt(seq);
    this.#tip.textContent = `${formatClock(t)} · ${this.#options.explain(seq)}`;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const { offsetWidth, offsetHeight } = this.#tip;
    const left = clamp(x + 12, 4, Math.max(4, box.width - offsetWidth - 4));
    const below = y + 18 + offsetHeight < box.height;
    this.#tip.style.left = `${left}px`;
    this.#tip.style.top = `${below ? y + 16 : y - offsetHeight - 10}px`;
  }

  /** @param {number} seq */
  #timeAt(seq) {
    const { jumps } = this.layout;
    const passed = firstIndex(jumps, (jump) => jump.seq > seq);
    return passed > 0 ? jumps[passed - 1].t : 0;
  }

  /** @param {MouseEvent} event */
  #seekTo(event) {
    const seq = this.#seqAt(event);
    if (seq !== null) {
      this.#options.onSeek(seq);
    }
  }

  /**
   * The step under the pointer, null over the names and past the end.
   * @param {MouseEvent} event
   */
  #seqAt(event) {
    const { left } = this.#scroller.getBoundingClientRect();
    const x = event.clientX - left - gutterOf(this.#width);
    const seq = this.layout.seqAt((x + this.#scroller.scrollLeft) / this.#zoom);
    return x >= 0 && seq >= 0 && seq < this.layout.length ? seq : null;
  }

  /** @param {KeyboardEvent} event stepping keys go on to the element */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '+' || event.key === '=') {
      this.zoomBy(1.5);
    } else if (event.key === '-') {
      this.zoomBy(1 / 1.5);
    } else if (event.key === '0') {
      this.fit();
    } else {
      return;
    }
    event.preventDefault();
  }

  get #width() {
    return this.#scroller.clientWidth;
  }

  #resized() {
    this.#follow = true;
    this.#invalidate();
  }

  #invalidate() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#render();
    });
  }

  #render() {
    if (this.#fits) {
      const room = this.#width - gutterOf(this.#width) - 8;
      const fitting = room / Math.max(1, this.layout.columns);
      this.#zoom = clamp(fitting, FIT_MIN, FIT_MAX);
    }
    this.#layOut();
    if (this.#follow) {
      this.#follow = false;
      this.#showCursor();
    }
    this.#paint();
  }

  #layOut() {
    const width = gutterOf(this.#width) + this.layout.columns * this.#zoom + 8;
    this.#sheet.style.width = `${Math.ceil(width)}px`;
    this.#sheet.style.height = `${contentHeight(this.layout)}px`;
  }

  /** Scrolls so that the cursor and its lane are inside the window. */
  #showCursor() {
    const scroller = this.#scroller;
    const room = this.#width - gutterOf(this.#width);
    const at = this.layout.columnOf(this.#cursor) * this.#zoom;
    const x = at - scroller.scrollLeft;
    if (x < 0 || x > room - 24) {
      scroller.scrollLeft = at - room * 0.6;
    }
    const lane = this.layout.laneOf[this.#cursor];
    if (!lane || this.#isLive) {
      return; // a lane that changes with every frame is not worth following
    }
    const { top, bottom } = laneRange(this.layout, lane);
    if (top - AXIS_HEIGHT < scroller.scrollTop) {
      scroller.scrollTop = top - AXIS_HEIGHT;
    } else if (bottom > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = bottom - scroller.clientHeight;
    }
  }

  #paint() {
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    const ratio = window.devicePixelRatio || 1;
    const canvas = this.#canvas;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const context = canvas.getContext('2d');
    if (!context || width === 0 || height <= AXIS_HEIGHT) {
      return;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawTimeline(context, {
      layout: this.layout,
      zoom: this.#zoom,
      scrollLeft: this.#scroller.scrollLeft,
      scrollTop: this.#scroller.scrollTop,
      width,
      height,
      cursor: this.#cursor,
      chain: this.#chain,
      palette: this.#palette,
    });
  }
}

/** @param {number} value @param {number} low @param {number} high */
function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
