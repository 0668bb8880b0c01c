// build.mjs — builds the page into dist/.
// SPDX-License-Identifier: MIT
//
// usage: node build.mjs [--serve] [--engine=FILE]
//
// Output: index.html, style.css, icon.svg, main.js (the page), element.js (the
// element alone), chunk-*.js, scenarios.json, twinloop.wasm. All addresses are
// relative, so dist/ works from any folder of any static host.
//
// The engine module is ../wasm/src/index.js and its twinloop.wasm the newest
// in ../build/*/bin, or the file named by TWINLOOP_WASM. --engine puts another
// module in its place, which brings no .wasm (tests).
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, context } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const PORT = 8642;
// The first one is what a newcomer sees.
const ORDER = ['counters', 'gather'];

function parseArguments(args) {
  const options = { serve: false, engine: null, out: join(web, 'dist') };
  for (const arg of args) {
    const [name, value] = arg.split('=');
    if (name === '--serve') {
      options.serve = true;
    } else if (name === '--engine' && value) {
      options.engine = resolve(value);
    } else if (name === '--out' && value) {
      options.out = resolve(value);
    } else {
      fail(`unknown argument ${arg}`);
    }
  }
  return options;
}

function fail(message) {
  console.error(`build.mjs: ${message}`);
  process.exit(1);
}

function findWasm() {
  if (process.env.TWINLOOP_WASM) {
    return process.env.TWINLOOP_WASM;
  }
  const builds = join(web, '..', 'build');
  const found = (existsSync(builds) ? readdirSync(builds) : [])
    .map((preset) => join(builds, preset, 'bin', 'twinloop.wasm'))
    .filter((path) => existsSync(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  return found[0];
}

function readScenarios() {
  const folder = join(web, 'scenarios');
  const rank = (name) =>
    (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
  return readdirSync(folder)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => ({
      name,
      ...JSON.parse(readFileSync(join(folder, name, 'scenario.json'), 'utf8')),
      code: readFileSync(join(folder, name, 'main.py'), 'utf8'),
    }));
}

function copyAssets(out, needsWasm) {
  for (const name of ['index.html', 'style.css', 'icon.svg']) {
    cpSync(join(web, name), join(out, name));
  }
  writeFileSync(join(out, 'scenarios.json'), JSON.stringify(readScenarios()));
  writeFileSync(join(out, '.nojekyll'), '');
  if (!needsWasm) {
    return;
  }
  const wasm = findWasm();
  if (!wasm || !existsSync(wasm)) {
    fail(
      `${wasm ?? 'twinloop.wasm'} not found; build it first ` +
        '(cmake --preset wasm && cmake --build --preset wasm)',
    );
  }
  cpSync(wasm, join(out, 'twinloop.wasm'));
}

const options = parseArguments(process.argv.slice(2));
const engine = options.engine ?? join(web, '..', 'wasm', 'src', 'index.js');
const esbuildOptions = {
  absWorkingDir: web,
  entryPoints: ['src/main.js', 'src/element.js'],
  outdir: options.out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  sourcemap: options.serve ? 'inline' : false,
  target: ['chrome97', 'firefox114', 'safari16.4'],
  loader: { '.css': 'text' },
  alias: { twinloop: engine },
  legalComments: 'linked',
  logLevel: 'warning',
};

rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });
copyAssets(options.out, options.engine === null);
if (options.serve) {
  const watcher = await context(esbuildOptions);
  await watcher.watch();
  const { port } = await watcher.serve({
    host: 'localhost',
    port: PORT,
    servedir: options.out,
  });
  console.log(`Twinloop is at http://localhost:${port}/  (Ctrl-C ends)`);
} else {
  await build(esbuildOptions).catch(() => process.exit(1));
}
