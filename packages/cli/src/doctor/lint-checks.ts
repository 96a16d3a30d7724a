import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lintUse, type LintUse } from '@taskroute/source/setup';
import { shownFile } from '../survey/site.ts';
import type { FoundRouter } from '../survey/survey.ts';
import type { Check } from './check.ts';
import type { Script, Surroundings } from './surroundings.ts';

const PLUGIN = '@taskroute/eslint-plugin';
const MEND = 'name the routers with taskroute.config({ routers: [...] }), whose digest the cache minds';

/** Whether what ESLint has cached may be older than the table. */
export function lintChecks(
  root: string,
  { lints, scripts, packages }: Surroundings,
  routers: readonly FoundRouter[],
): readonly Check[] {
  const uses = lints.map(({ file, text }) => ({ file: shownFile(file, root), use: lintUse(file, text, PLUGIN) }));
  const ours = uses.filter(({ use }) => use !== 'none');
  if (ours.length === 0)
    return [
      ok(lints.length === 0 ? 'no configuration of ESLint is here' : `${PLUGIN} is in no configuration of ESLint`),
    ];
  const cached = scripts.filter(({ command }) => CACHED.test(command));
  const caches = cacheFiles(root, packages, cached);
  const doubtful = ours.filter(({ use }) => use !== 'named');
  if (cached.length + caches.length === 0) return [ok('ESLint is run without a cache')];
  if (doubtful.length === 0)
    return [ok('the configuration names the routers, so a cache is right after an edit of a table')];
  return [
    ...cached.flatMap((script) => doubtful.map(({ file, use }) => runsCached(script, file, use, root))),
    ...caches.flatMap((cache) => (isOlder(cache, routers, root) ? stale(cache, root) : [])),
  ];
}

/** `eslint … --cache`, within one command. */
const CACHED = /\beslint\b[^&|;]*\s--cache(?![\w-])/;

function runsCached({ file, name }: Script, config: string, use: LintUse, root: string): Check {
  const where = { file: shownFile(file, root), line: 1, column: 1 };
  return use === 'bare'
    ? {
        ...{ check: 'lint-cache', status: 'finding', ...where },
        message: `the script "${name}" runs ESLint with --cache, and ${config} has a bare preset: after an edit of the table old verdicts stay`,
        mend: MEND,
      }
    : {
        ...{ check: 'lint-cache', status: 'cannot-verify', ...where },
        message: `the script "${name}" runs ESLint with --cache, and how ${config} uses the plugin does not stand in its text`,
        mend: MEND,
      };
}

function stale(cache: string, root: string): Check {
  return {
    ...{ check: 'lint-cache', status: 'finding', file: shownFile(cache, root), line: 1, column: 1 },
    message: 'this cache of ESLint is older than the table, and a bare preset does not notice',
    mend: `delete it, and ${MEND}`,
  };
}

function cacheFiles(root: string, packages: readonly string[], scripts: readonly Script[]): readonly string[] {
  const places = [root, ...packages].map((folder) => join(folder, '.eslintcache'));
  for (const { file, command } of scripts) {
    const [, quoted, plain] = /--cache-location[=\s]+(?:["']([^"']+)["']|(\S+))/.exec(command) ?? [];
    const location = quoted ?? plain;
    if (location === undefined) continue;
    const at = resolve(dirname(file), location);
    places.push(at, join(at, '.eslintcache'));
  }
  return [...new Set(places)].filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function isOlder(cache: string, routers: readonly FoundRouter[], root: string): boolean {
  const written = changedAt(cache);
  const files = new Set(routers.flatMap((router) => router.files));
  return [...files].some(
    (file) => !shownFile(file, root).startsWith('..') && !file.includes('node_modules') && changedAt(file) > written,
  );
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function ok(message: string): Check {
  return { check: 'lint-cache', status: 'ok', message };
}
