// build.mjs — builds the page into dist/.
// SPDX-License-Identifier: MIT
//
// usage: node build.mjs [--serve]
//
// Output: index.html, style.css, icon.svg, main.js (the page), element.js (the
// element alone), chunk-*.js, scenarios.json, twinloop.wasm. All addresses are
// relative, so dist/ works from any folder of any static host.
//
// `twinloop` is ../wasm/src/index.js (paths in tsconfig.json); its twinloop.wasm
// is the file named by TWINLOOP_WASM, else the newest in ../build/*/bin.
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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, context } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const out = join(web, 'dist');
const PORT = 8642;
// The first one is what a newcomer sees.
const ORDER = ['counters', 'gather'];

function fail(message) {
  console.error(`build.mjs: ${message}`);
  process.exit(1);
}

function findWasm() {
  const named = process.env.TWINLOOP_WASM;
  const wasm = named || newestBuild();
  if (!wasm || !existsSync(wasm)) {
    fail(
      `${wasm ?? 'twinloop.wasm'} not found; build it first ` +
        '(cmake --preset wasm && cmake --build --preset wasm)',
    );
  }
  return wasm;
}

function newestBuild() {
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
    ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
  return readdirSync(folder)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => ({
      name,
      ...JSON.parse(readFileSync(join(folder, name, 'scenario.json'), 'utf8')),
      code: readFileSync(join(folder, name, 'main.py'), 'utf8'),
    }));
}

function copyAssets(wasm) {
  for (const name of ['index.html', 'style.css', 'icon.svg']) {
    cpSync(join(web, name), join(out, name));
  }
  writeFileSync(join(out, 'scenarios.json'), JSON.stringify(readScenarios()));
  writeFileSync(join(out, '.nojekyll'), '');
  cpSync(wasm, join(out, 'twinloop.wasm'));
}

const args = process.argv.slice(2);
const serve = args[0] === '--serve';
if (args.length > (serve ? 1 : 0)) {
  fail('usage: node build.mjs [--serve]');
}
const esbuildOptions = {
  absWorkingDir: web,
  entryPoints: ['src/main.js', 'src/element.js'],
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  sourcemap: serve ? 'inline' : false,
  target: ['chrome97', 'firefox114', 'safari16.4'],
  loader: { '.css': 'text' },
  legalComments: 'linked',
  logLevel: 'warning',
};

const wasm = findWasm();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyAssets(wasm);
if (serve) {
  const watcher = await context(esbuildOptions);
  await watcher.watch();
  const { port } = await watcher.serve({
    host: 'localhost',
    port: PORT,
    servedir: out,
  });
  console.log(`Twinloop is at http://localhost:${port}/  (Ctrl-C ends)`);
} else {
  await build(esbuildOptions).catch(() => process.exit(1));
}
