// Packs @taskroute/router as npm would publish it, installs the tarball into an empty project outside the workspace, and
// runs an ES module and a CommonJS file there with the Node that runs this script. Build first; needs no network.
import { execFileSync } from 'node:child_process';
import console from 'node:console';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const USE = `
  const heard = [];
  subscribe('taskroute:decision', (decision) => heard.push(decision.via));
  const { routeModel, getTier, tasks } = defineRouter({
    tiers: ['haiku', 'sonnet', 'opus'],
    default: 'sonnet',
    routes: { classification: 'haiku', 'content/*': 'opus' },
    unrouted: 'silent',
  });
  const { via } = judge({ tiers: ['haiku'], default: 'haiku', routes: {} }, 'any');
  console.log(JSON.stringify([
    routeModel('classification'), routeModel('content/page'), routeModel('unheard-of'), getTier(tasks.classification), heard, via,
  ]));
`;
const WANTED = '["haiku","opus","sonnet",1,["route","domain","default"],"default"]';
const FILES = {
  'main.mjs': `
    import { subscribe } from 'node:diagnostics_channel';
    import { defineRouter } from '@taskroute/router';
    import { judge } from '@taskroute/router/table';
    ${USE}`,
  'main.cjs': `
    const { subscribe } = require('node:diagnostics_channel');
    const { defineRouter } = require('@taskroute/router');
    const { judge } = require('@taskroute/router/table');
    ${USE}`,
};

const router = fileURLToPath(new URL('../packages/router', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'taskroute-smoke-'));
try {
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const tarball = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], router);
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${tarball}`], project);
  const results = Object.entries(FILES).map(([file, text]) => {
    writeFileSync(join(project, file), text);
    const printed = run(process.execPath, [file], project);
    return { file, printed, isRight: printed === WANTED };
  });
  for (const { file, printed, isRight } of results) {
    console.log(
      `Node ${process.version}  ${tarball}  ${file}: ${isRight ? 'right' : `WRONG: ${printed} instead of ${WANTED}`}`,
    );
  }
  process.exitCode = results.every(({ isRight }) => isRight) ? 0 : 1;
} finally {
  rmSync(project, { recursive: true });
}

function run(program, given, folder) {
  return execFileSync(program, given, { cwd: folder, encoding: 'utf8' }).trim();
}
