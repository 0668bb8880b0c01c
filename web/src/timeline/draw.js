// draw.js — paints the visible part of a layout onto a canvas.
// SPDX-License-Identifier: MIT
//
// Knows geometry and colours, not input. Everything is computed from the
// scene, so painting twice gives the same picture. Work is bounded by what is
// visible, not by the length of the trace.

import { cleanLabel, formatClock, formatSeconds } from '../format.js';
import { firstIndex } from '../trace/search.js';
import { boxesBetween, JUMP_COLUMNS, marksBetween } from './layout.js';

/** @typedef {import('./layout.js').TimelineLayout} TimelineLayout */
/** @typedef {import('./layout.js').Lane} Lane */
/** @typedef {import('./layout.js').Box} Box */

/**
 * @typedef {object} Scene
 * @property {TimelineLayout} layout
 * @property {number} zoom pixels a step
 * @property {number} scrollLeft
 * @property {number} scrollTop
 * @property {number} width of the canvas, in CSS pixels
 * @property {number} height
 * @property {number} cursor seq
 * @property {readonly number[]} chain seqs of the causes, newest first
 * @property {Palette} palette
 */

/**
 * @typedef {object} Palette
 * @property {string} background
 * @property {string} surface
 * @property {string} line
 * @property {string} text
 * @property {string} muted
 * @property {string} accent
 * @property {string} warning
 * @property {string} danger
 * @property {string} onLane text on a task's colour
 * @property {string} font
 * @property {readonly string[]} lanes
 */

export const AXIS_HEIGHT = 24;
const LANE_HEIGHT = 26;
const TIMER_ROW = 11;
const PAD = 4;

/** Width of the lane names. @param {number} width of the canvas */
export function gutterOf(width) {
  return width < 520 ? 84 : 104;
}

/** @param {Lane} lane */
export function laneHeight(lane) {
  return lane.kind === 'timers'
    ? Math.max(LANE_HEIGHT, lane.layers.length * TIMER_ROW + 2 * PAD)
    : LANE_HEIGHT;
}

/**
 * The rows a lane takes on the sheet.
 * @param {TimelineLayout} layout
 * @param {Lane} wanted
 */
export function laneRange(layout, wanted) {
  let top = AXIS_HEIGHT;
  for (const lane of layout.lanes) {
    if (lane === wanted) {
      break;
    }
    top += laneHeight(lane);
  }
  return { top, bottom: top + laneHeight(wanted) };
}

/** @param {TimelineLayout} layout */
export function contentHeight(layout) {
  let height = AXIS_HEIGHT;
  for (const lane of layout.lanes) {
    height += laneHeight(lane);
  }
  return height;
}

/**
 * The colour of a task, the same wherever it is shown.
 * @param {Palette} palette
 * @param {number} index in order of creation
 */
export function laneColor(palette, index) {
  return palette.lanes[index % palette.lanes.length];
}

/**
 * @param {CanvasRenderingContext2D} context scaled to CSS pixels
 * @param {Scene} scene
 */
export function drawTimeline(context, scene) {
  new Painter(context, scene).paint();
}

class Painter {
  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Scene} scene
   */
  constructor(context, scene) {
    this.c = context;
    this.s = scene;
    this.gutter = gutterOf(scene.width);
    const { layout, scrollLeft, zoom } = scene;
    const left = scrollLeft / zoom;
    this.from = Math.max(0, layout.seqAt(left) - 1);
    this.to = layout.seqAt(left + (scene.width - this.gutter) / zoom) + 2;
  }

  paint() {
    const { c, s } = this;
    c.clearRect(0, 0, s.width, s.height);
    c.fillStyle = s.palette.background;
    c.fillRect(0, 0, s.width, s.height);
    c.textBaseline = 'middle';
    c.font = `11px ${s.palette.font}`;

    const rows = this.visibleRows();
    c.save();
    c.beginPath();
    c.rect(this.gutter, 0, s.width - this.gutter, s.height);
    c.clip();
    this.cursorColumn();
    for (const row of rows) {
      this.lane(row);
    }
    this.jumps();
    this.chain(rows);
    c.restore();

    this.gutterNames(rows);
    this.axis();
    this.cursorLine();
  }

  /** @returns {{ lane: Lane, y: number, height: number, color: string }[]} */
  visibleRows() {
    const { s } = this;
    const rows = [];
    let y = AXIS_HEIGHT - s.scrollTop;
    let task = 0;
    for (const lane of s.layout.lanes) {
      const height = laneHeight(lane);
      const color =
        lane.kind === 'task'
          ? laneColor(s.palette, task++)
          : lane.kind === 'timers'
            ? s.palette.warning
            : s.palette.muted;
      if (y + height > AXIS_HEIGHT && y < s.height) {
        rows.push({ lane, y, height, color });
      }
      y += height;
    }
    return rows;
  }

  /** @param {number} seq @param {number} [into] the event's own column */
  x(seq, into = 0) {
    const column = this.s.layout.columnOf(seq) + into;
    return this.gutter + column * this.s.zoom - this.s.scrollLeft;
  }

  /** @param {{ lane: Lane, y: number, height: number, color: string }} row */
  lane({ lane, y, height, color }) {
    const { c, s } = this;
    c.fillStyle = s.palette.line;
    c.fillRect(this.gutter, Math.round(y + height) - 1, s.width, 1);
    if (lane.kind === 'task') {
      this.lifeline(lane, y + height / 2, color);
    }
    lane.layers.forEach((layer, index) => {
      const overlaps = lane.kind === 'timers' && index === 5;
      for (const box of boxesBetween(layer, this.from, this.to, overlaps)) {
        if (lane.kind === 'timers') {
          this.timer(box, y + PAD + index * TIMER_ROW, color);
        } else {
          this.box(box, y, height, color);
        }
      }
    });
    this.marks(lane, y, height);
  }

  /** @param {Lane} lane @param {number} y @param {string} color */
  lifeline(lane, y, color) {
    const { c } = this;
    const end = Math.min(lane.to, this.s.layout.length);
    c.globalAlpha = 0.35;
    c.fillStyle = color;
    const [left, right] = this.span(lane.from, end);
    c.fillRect(left, Math.round(y), Math.max(0, right - left), 1);
    c.globalAlpha = 1;
  }

  /**
   * Visible pixels of a span of steps.
   * @param {number} from
   * @param {number} to
   */
  span(from, to) {
    const end = Math.min(to, this.s.layout.length);
    const left = Math.max(this.x(from), this.gutter - 8);
    const right = Math.min(this.x(end), this.s.width + 8);
    return [left, Math.max(left, right)];
  }

  /** @param {Box} box @param {number} y @param {number} height @param {string} color */
  box(box, y, height, color) {
    const { c, s } = this;
    const [left, right] = this.span(box.from, box.to);
    const width = Math.max(right - left, 1);
    const top = y + PAD;
    const tall = height - 2 * PAD - 1;
    switch (box.kind) {
      case 'turn':
        this.rounded(left, top, width - 1, tall, s.palette.surface);
        this.label(box.label, left, right, y + height / 2, s.palette.muted);
        break;
      case 'pause':
        this.dashes(left, right, y + height / 2, s.palette.muted);
        this.label('waits', left, right, y + height / 2, s.palette.muted, true);
        break;
      case 'wait':
        this.dashes(left, right, y + height / 2, color);
        this.label(
          box.label,
          left,
          right,
          y + height / 2,
          s.palette.muted,
          true,
        );
        break;
      case 'ready':
        c.globalAlpha = 0.28;
        this.rounded(left, top + tall / 4, width, tall / 2, color);
        c.globalAlpha = 1;
        break;
      case 'blocked':
        this.rounded(left, top, width, tall, s.palette.danger);
        this.label(box.label, left, right, y + height / 2, s.palette.onLane);
        break;
      default:
        this.rounded(left, top, Math.max(width - 1, 1), tall, color);
        this.label(box.label, left, right, y + height / 2, s.palette.onLane);
    }
  }

  /** @param {Box} box @param {number} y @param {string} color */
  timer(box, y, color) {
    const [left, right] = this.span(box.from, box.to);
    this.c.globalAlpha = 0.55;
    this.rounded(
      left,
      y + 2,
      Math.max(right - left - 1, 1),
      TIMER_ROW - 4,
      color,
    );
    this.c.globalAlpha = 1;
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {string} color */
  rounded(x, y, w, h, color) {
    const { c } = this;
    const radius = Math.min(3, w / 2, h / 2);
    c.fillStyle = color;
    c.beginPath();
    c.moveTo(x + radius, y);
    c.arcTo(x + w, y, x + w, y + h, radius);
    c.arcTo(x + w, y + h, x, y + h, radius);
    c.arcTo(x, y + h, x, y, radius);
    c.arcTo(x, y, x + w, y, radius);
    c.fill();
  }

  /** @param {number} left @param {number} right @param {number} y @param {string} color */
  dashes(left, right, y, color) {
    const { c } = this;
    c.save();
    c.strokeStyle = color;
    c.globalAlpha = 0.8;
    c.setLineDash([2, 3]);
    c.beginPath();
    c.moveTo(left, Math.round(y) + 0.5);
    c.lineTo(right, Math.round(y) + 0.5);
    c.stroke();
    c.restore();
  }

  /**
   * Text inside a box, if it fits; on the lane's own ground when [clear].
   * @param {string} text @param {number} left @param {number} right
   * @param {number} y @param {string} color @param {boolean} [clear]
   */
  label(text, left, right, y, color, clear = false) {
    const { c, s } = this;
    const room = right - left - 8;
    if (room < 7) {
      return;
    }
    const shown = cleanLabel(text, 40);
    const width = c.measureText(shown).width;
    if (width > room) {
      return;
    }
    const x = clear ? left + (right - left - width) / 2 : left + 4;
    if (clear) {
      c.fillStyle = s.palette.background;
      c.fillRect(x - 3, y - 7, width + 6, 14);
    }
    c.fillStyle = color;
    c.fillText(shown, x, y + 0.5);
  }

  /** @param {Lane} lane @param {number} y @param {number} height */
  marks(lane, y, height) {
    const marks = marksBetween(lane, this.from, this.to);
    const step = Math.max(1, Math.ceil(marks.length / 2000));
    for (let i = 0; i < marks.length; i += step) {
      const { seq, kind } = marks[i];
      this.mark(kind, this.x(seq, 0.5), y + height / 2);
    }
  }

  /** @param {import('./layout.js').MarkKind} kind @param {number} x @param {number} y */
  mark(kind, x, y) {
    const { c, s } = this;
    const { palette } = s;
    if (kind === 'output' || kind === 'stderr') {
      c.fillStyle = kind === 'output' ? palette.background : palette.danger;
      c.strokeStyle = palette.text;
      c.lineWidth = 1.2;
      c.beginPath();
      c.arc(x, y, 3, 0, 2 * Math.PI);
      c.fill();
      c.stroke();
      c.lineWidth = 1;
    } else if (kind === 'done') {
      c.fillStyle = palette.text;
      c.fillRect(x - 1, y - 7, 2, 14);
    } else {
      const isWarning = kind === 'warning' || kind === 'cancel';
      c.strokeStyle = isWarning ? palette.warning : palette.danger;
      c.lineWidth = 2;
      c.beginPath();
      c.moveTo(x - 4, y - 4);
      c.lineTo(x + 4, y + 4);
      c.moveTo(x + 4, y - 4);
      c.lineTo(x - 4, y + 4);
      c.stroke();
      c.lineWidth = 1;
    }
  }

  jumps() {
    const { c, s } = this;
    const width = JUMP_COLUMNS * s.zoom;
    c.fillStyle = s.palette.accent;
    for (const { seq } of this.jumpsInView()) {
      const right = this.x(seq);
      c.globalAlpha = 0.06;
      c.fillRect(right - width, AXIS_HEIGHT, width, s.height);
      c.globalAlpha = 0.3;
      c.fillRect(Math.round(right) - 1, AXIS_HEIGHT, 1, s.height);
    }
    c.globalAlpha = 1;
  }

  jumpsInView() {
    const { jumps } = this.s.layout;
    const first = firstIndex(jumps, (jump) => jump.seq >= this.from - 1);
    const last = firstIndex(jumps, (jump) => jump.seq > this.to);
    return jumps.slice(first, last);
  }

  axis() {
    const { c, s } = this;
    c.fillStyle = s.palette.background;
    c.fillRect(0, 0, s.width, AXIS_HEIGHT);
    c.fillStyle = s.palette.line;
    c.fillRect(0, AXIS_HEIGHT - 1, s.width, 1);
    c.fillStyle = s.palette.muted;
    c.fillText('time', 10, AXIS_HEIGHT / 2);
    let free = this.gutter;
    const start = { seq: 0, t: 0, by: 0 };
    const seen = this.jumpsInView();
    for (const { seq, t, by } of this.from === 0 ? [start, ...seen] : seen) {
      const x = this.x(seq);
      if (x < free) {
        continue;
      }
      const jump = `+${formatSeconds(by)}`;
      const left = x - c.measureText(jump).width - 5;
      if (by > 0 && left > free) {
        c.fillStyle = s.palette.accent;
        c.fillText(jump, left, AXIS_HEIGHT / 2);
      }
      const text = formatClock(t);
      c.fillStyle = s.palette.text;
      c.fillText(text, x + 4, AXIS_HEIGHT / 2);
      free = x + c.measureText(text).width + 10;
    }
  }

  /** @param {{ lane: Lane, y: number, height: number, color: string }[]} rows */
  gutterNames(rows) {
    const { c, s } = this;
    c.fillStyle = s.palette.background;
    c.fillRect(0, AXIS_HEIGHT, this.gutter, s.height);
    c.fillStyle = s.palette.line;
    c.fillRect(this.gutter - 1, 0, 1, s.height);
    for (const { lane, y, height, color } of rows) {
      c.fillStyle = s.palette.line;
      c.fillRect(0, Math.round(y + height) - 1, this.gutter, 1);
      const isTask = lane.kind === 'task';
      const middle = y + height / 2;
      if (isTask) {
        this.rounded(10, middle - 4, 8, 8, color);
      }
      c.fillStyle = isTask ? s.palette.text : s.palette.muted;
      const left = isTask ? 24 : 10;
      const name = this.fit(cleanLabel(lane.name, 40), this.gutter - left - 8);
      c.fillText(name, left, middle + 0.5);
    }
  }

  /** @param {string} text @param {number} room */
  fit(text, room) {
    let shown = text;
    while (shown.length > 1 && this.c.measureText(shown).width > room) {
      shown = `${shown.slice(0, -2)}…`;
    }
    return shown;
  }

  cursorColumn() {
    const { c, s } = this;
    if (s.cursor < 0) {
      return;
    }
    c.fillStyle = s.palette.accent;
    c.globalAlpha = 0.12;
    const width = Math.max(s.zoom, 2);
    c.fillRect(this.x(s.cursor), AXIS_HEIGHT, width, s.height);
    c.globalAlpha = 1;
  }

  cursorLine() {
    const { c, s } = this;
    const x = Math.round(this.x(s.cursor, 0.5));
    if (s.cursor < 0 || x < this.gutter) {
      return;
    }
    c.fillStyle = s.palette.accent;
    c.fillRect(x - 0.5, AXIS_HEIGHT - 6, 1.5, s.height);
    c.beginPath();
    c.moveTo(x - 5, AXIS_HEIGHT - 8);
    c.lineTo(x + 5.5, AXIS_HEIGHT - 8);
    c.lineTo(x + 0.25, AXIS_HEIGHT - 1);
    c.fill();
  }

  /**
   * Rings on the causes of the current event, joined from newest to oldest.
   * @param {{ lane: Lane, y: number, height: number }[]} rows
   */
  chain(rows) {
    const { c, s } = this;
    const middles = new Map(
      rows.map((row) => [row.lane, row.y + row.height / 2]),
    );
    c.strokeStyle = s.palette.accent;
    c.lineWidth = 1.5;
    /** @type {{ x: number, y: number } | null} */
    let before = null;
    for (const seq of s.chain) {
      const y = middles.get(s.layout.laneOf[seq]);
      const point = y === undefined ? null : { x: this.x(seq, 0.5), y };
      if (point && before) {
        this.link(point, before);
      }
      if (point) {
        c.beginPath();
        c.arc(point.x, point.y, 4.5, 0, 2 * Math.PI);
        c.stroke();
      }
      before = point;
    }
    c.lineWidth = 1;
  }

  /** @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
  link(from, to) {
    const { c } = this;
    const bend = Math.min(40, (to.x - from.x) / 2);
    c.beginPath();
    c.moveTo(from.x, from.y);
    c.bezierCurveTo(from.x + bend, from.y, to.x - bend, to.y, to.x, to.y);
    c.stroke();
  }
}
