// main.js — the playground page around the element: scenarios and theme.
// SPDX-License-Identifier: MIT
//
// Text a person typed is never thrown away: each scenario keeps its edited
// text, also over a reload, until "Restore original" is pressed. Nothing else
// is stored, and nothing leaves the page.

import './element.js';

/** @typedef {import('./elements/twin-loop.js').TwinLoop} TwinLoop */

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {string} title
 * @property {string} description
 * @property {string} look
 * @property {string} code
 */

const DRAFTS = 'twinloop.drafts';
const SAVE_DELAY = 400;
const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

/** @template {Element} T @param {string} id @param {new () => T} type @returns {T} */
function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) {
    throw new Error(`the page has no #${id}`);
  }
  return element;
}

const player = /** @type {TwinLoop} */ (byId('player', HTMLElement));
const menu = byId('scenario', HTMLSelectElement);
const restore = byId('restore', HTMLButtonElement);
const theme = byId('theme', HTMLButtonElement);
const about = byId('about', HTMLElement);
const message = byId('message', HTMLElement);

/** @type {Map<string, Scenario>} */
const scenarios = new Map();
const drafts = loadDrafts();

/** @returns {Map<string, string>} */
function loadDrafts() {
  try {
    const stored = JSON.parse(localStorage.getItem(DRAFTS) ?? '{}');
    const entries = Object.entries(stored).filter(
      ([, code]) => typeof code === 'string',
    );
    return new Map(/** @type {[string, string][]} */ (entries));
  } catch {
    return new Map(); // storage is off, or holds something else
  }
}

let saving = 0;

function saveDrafts() {
  clearTimeout(saving);
  saving = setTimeout(() => {
    try {
      const entries = Object.fromEntries(drafts);
      localStorage.setItem(DRAFTS, JSON.stringify(entries));
    } catch {
      // Storage is off or full: the text is still in the editor.
    }
  }, SAVE_DELAY);
}

/** @param {Scenario} scenario */
function showScenario(scenario) {
  const title = document.createElement('strong');
  title.textContent = scenario.title;
  about.replaceChildren(title, ` · ${scenario.description} ${scenario.look}`);
  player.reset();
  player.code = drafts.get(scenario.name) ?? scenario.code;
  restore.hidden = !drafts.has(scenario.name);
}

function currentScenario() {
  return scenarios.get(menu.value);
}

/** @param {string} code */
function keepDraft(code) {
  const scenario = currentScenario();
  if (!scenario) {
    return;
  }
  if (code === scenario.code) {
    drafts.delete(scenario.name);
  } else {
    drafts.set(scenario.name, code);
  }
  restore.hidden = !drafts.has(scenario.name);
  saveDrafts();
}

async function loadScenarios() {
  const url = new URL('scenarios.json', import.meta.url);
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }
  const list = /** @type {Scenario[]} */ (await answer.json());
  for (const scenario of list) {
    scenarios.set(scenario.name, scenario);
    menu.append(new Option(scenario.title, scenario.name));
  }
  menu.disabled = false;
  showScenario(list[0]);
}

/** @param {typeof THEMES[number]} name */
function applyTheme(name) {
  player.theme = name;
  theme.textContent = `Theme: ${name}`;
  document.documentElement.dataset.scheme = name;
}

menu.addEventListener('change', () => {
  const scenario = currentScenario();
  if (scenario) {
    showScenario(scenario);
  }
});

restore.addEventListener('click', () => {
  const scenario = currentScenario();
  if (scenario) {
    drafts.delete(scenario.name);
    saveDrafts();
    showScenario(scenario);
  }
});

theme.addEventListener('click', () => {
  const next = (THEMES.indexOf(player.theme) + 1) % THEMES.length;
  applyTheme(THEMES[next]);
});

player.addEventListener('codechange', (event) => {
  keepDraft(/** @type {CustomEvent} */ (event).detail.code);
});

applyTheme('auto');
loadScenarios().catch((error) => {
  message.hidden = false;
  message.textContent =
    `The scenarios could not be loaded (${error.message}). ` +
    'The editor works all the same.';
});
