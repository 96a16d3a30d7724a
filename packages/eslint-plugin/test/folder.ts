import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of files, as tables are read from the disk; it lasts as long as its test file. */
export interface Folder {
  readonly root: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
}

export function createFolder(files: Readonly<Record<string, string>>): Folder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-rules-')));
  const path = (name: string): string => join(root, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const remove = (name: string): void => {
    rmSync(path(name), { recursive: true, force: true });
  };
  // The file marks the root, from which messages name other files.
  for (const [name, text] of Object.entries({ 'taskroute.json': '{}', ...files })) write(name, text);
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  return { root, path, write, remove };
}

/** `blog-post` and `email-draft` are routes, `content/*` is a domain. */
export const ROUTER = `import { defineRouter } from '@taskroute/router';
export const ROUTES = { 'blog-post': 'opus', 'email-draft': 'haiku', 'content/*': 'sonnet' } as const;
export const router = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
export const { routeModel, getTier, decide, tasks } = router;
`;

/** The same as CommonJS. */
export const ROUTER_COMMONJS = `const { defineRouter } = require('@taskroute/router');
const ROUTES = { 'blog-post': 'opus', 'email-draft': 'haiku', 'content/*': 'sonnet' };
module.exports = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
`;
