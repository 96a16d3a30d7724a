import { createProject } from '../src/index.ts';
import { HAND_WRITTEN } from './corpus/declared.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

/** The declaration of `HAND_WRITTEN`. */
export const HAND = {
  module: 'hand.js',
  table: 'ROUTES',
  default: 'DEFAULT_MODEL',
  tiers: ['haiku', 'sonnet', 'opus'],
  functions: ['routeModel'],
};

/** What is wrong with the declarations of a configuration, in a repository with a few modules. */
export function reasonsOf(config: unknown, files: Readonly<Record<string, string>> = {}): readonly string[] {
  using fixture = createFixture({
    'taskroute.json': JSON.stringify(config),
    'hand.js': `${HAND_WRITTEN}const LIMIT = 3;`,
    'router.ts': ROUTER,
    'empty.js': 'export {};',
    'broken.js': 'export const {',
    ...files,
  });
  return createProject({ root: fixture.root })
    .declarationFindings()
    .map(({ reason }) => reason);
}
