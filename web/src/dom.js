// dom.js — builds elements; text always goes in as text.
// SPDX-License-Identifier: MIT

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with properties, attributes (names with a dash, `role`, `part`,
 * `for`, `class`) and children; strings become text nodes, null is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any> | null} [props]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name in element && !name.includes('-')) {
      Reflect.set(element, name, value);
    } else if (value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(
    .../** @type {(Node | string)[]} */ (
      children.filter((child) => child !== null)
    ),
  );
  return element;
}

/** Shapes on a 16 by 16 grid. */
const ICONS = {
  run: 'M4 2.5v11l9.5-5.5z',
  stop: 'M3.5 3.5h9v9h-9z',
  play: 'M4.5 3v10l8-5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  back: 'M11.5 3v10l-7-5z',
  forward: 'M4.5 3v10l7-5z',
  first: 'M3 3h2v10H3zM13 3v10L6 8z',
  last: 'M11 3h2v10h-2zM3 3v10l7-5z',
  plus: 'M7 3h2v4h4v2H9v4H7V9H3V7h4z',
  minus: 'M3 7h10v2H3z',
  fit: 'M2 3h1.6v10H2zM12.4 3H14v10h-1.6zM5 7.2h6v1.6H5z',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows only an icon.
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {() => void} onclick
 */
export function iconButton(name, label, onclick) {
  const props = { type: 'button', class: 'icon', 'aria-label': label };
  return h('button', { ...props, title: label, onclick }, icon(name));
}

/**
 * A labelled drop-down list.
 * @param {string} label
 * @param {readonly (readonly [value: string, text: string])[]} options
 * @param {string} value
 * @param {(value: string) => void} onpick
 */
export function select(label, options, value, onpick) {
  const list = h(
    'select',
    { onchange: () => onpick(list.value) },
    ...options.map(([key, text]) => h('option', { value: key }, text)),
  );
  list.value = value;
  return h('label', { class: 'field' }, h('span', null, label), list);
}
