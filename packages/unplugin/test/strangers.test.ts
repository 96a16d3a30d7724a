import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host, OtherPlugin } from './hosts/host.ts';
import { HOSTS } from './hosts/index.ts';
import { messageOf, runBuilt, serviceWith } from './workshop.ts';

/** Those that have Rollup's hooks. */
const BUNDLERS = Object.entries(HOSTS).filter(([name]) => ['vite', 'rolldown', 'rollup'].includes(name));

const ERASED = "import { routeModel } from './router.ts';\nexport const model: string = routeModel<'blog-post'>();\n";
const WITHOUT = "import { routeModel } from './router.ts';\nexport const model = routeModel();\n";
const VALUE = "import { routeModel } from './router.ts';\nexport const model = routeModel('blog-post');\n";

/** A plugin with a module of its own, under an id of its choice. */
function virtual(id: string, code: string, moduleType: 'js' | 'ts'): OtherPlugin {
  return {
    name: 'virtual',
    resolveId: (specifier: string) => (specifier === 'virtual:own' ? id : null),
    load: (wanted: string) => (wanted === id ? { code, moduleType } : null),
  };
}

/** A plugin that compiles files of a language of its own. */
function language(code: string): OtherPlugin {
  return {
    name: 'own-language',
    transform: (_code: string, id: string) => (id.endsWith('.own') ? { code, map: null, moduleType: 'js' } : null),
  };
}

async function printed(build: Host, specifier: string, plugin: (root: string) => OtherPlugin): Promise<string> {
  const entry = `import { model } from '${specifier}';\n\nconsole.log(model);\n`;
  const root = serviceWith({ 'entry.ts': entry, 'page.own': '<p>' });
  const plugins = [plugin(root)];
  return (await runBuilt(await build({ entry: join(root, 'src/entry.ts'), folder: join(root, 'out'), plugins })))
    .stdout;
}

function inRoot(root: string, code: string): string {
  return code.replace('./', `${root}/src/`);
}

describe.each(BUNDLERS)('%s', (name, build) => {
  test('fails on a file of another language, where what it became has lost a task', async () => {
    const message = await messageOf(printed(build, './page.own', () => language(WITHOUT)));
    expect(message).toMatch(/src\/page\.own:2:22 {2}routeModel is called without a task/);
  });

  test('builds one that has its tasks', async () => {
    expect(await printed(build, './page.own', () => language(VALUE))).toBe('opus\n');
  });

  const IDS = ['\0virtual:own.js', '\0virtual:own', 'virtual:own', '\0/own/own.js?query'];

  test.each(IDS)('fails on a module without a file (%j), where a call in it has no task', async (id) => {
    const message = await messageOf(printed(build, 'virtual:own', (root) => virtual(id, inRoot(root, WITHOUT), 'js')));
    expect(message).toMatch(/own(?:\.js)?:2:22 {2}routeModel is called without a task/);
  });

  test.each(IDS)('builds one that has its tasks (%j)', async (id) => {
    expect(await printed(build, 'virtual:own', (root) => virtual(id, inRoot(root, VALUE), 'js'))).toBe('opus\n');
  });

  // Rollup's own plugins for TypeScript leave alone what begins with a NUL.
  test.each(name === 'rollup' ? ['virtual:own.ts'] : ['\0virtual:own.ts', 'virtual:own.ts', '\0/own/own.ts?query'])(
    'lowers one that is written in TypeScript (%j)',
    async (id) => {
      expect(await printed(build, 'virtual:own', (root) => virtual(id, inRoot(root, ERASED), 'ts'))).toBe('opus\n');
    },
  );
});

// Rollup has no types of modules.
test.each(BUNDLERS.filter(([name]) => name !== 'rollup'))(
  '%s fails on a module that is written in TypeScript, and is not named so',
  async (_name, build) => {
    const message = await messageOf(
      printed(build, 'virtual:own', (root) => virtual('\0own', inRoot(root, ERASED), 'ts')),
    );
    expect(message).toMatch(/own:2:30 {2}routeModel is called without a task/);
  },
);
