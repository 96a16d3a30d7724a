import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import plugin, { type ConfigOptions } from '../src/index.ts';
import { settingsOf } from '../src/settings.ts';
import { createRepository, FLEET, routerText, type Repository } from './e2e/repository.ts';

const HAND_WRITTEN = {
  module: 'src/models.js',
  table: 'ROUTES',
  default: 'DEFAULT_MODEL',
  tiers: ['haiku', 'sonnet', 'opus'],
  functions: ['pick'],
};
const MODELS = `const ROUTES = { 'email-draft': 'haiku' };
const DEFAULT_MODEL = 'sonnet';
export const pick = (task) => ROUTES[task] ?? DEFAULT_MODEL;
`;

/** What nobody can have meant, and what is to be said of it. */
const STRANGE: readonly (readonly [unknown, readonly string[]])[] = [
  [null, ["takes an object, such as { routers: ['src/router.js'] }; it got null"]],
  ['src/router.js', ['takes an object, such as { routers: [\'src/router.js\'] }; it got "src/router.js"']],
  [[], ["takes an object, such as { routers: ['src/router.js'] }; it got []"]],
  [{ routers: 'src/router.js' }, ['takes routers as a list; it got "src/router.js"']],
  [
    { routers: [null, 3] },
    [
      'takes routers[0] as a path, a file URL or the declaration of a router; it got null',
      'takes routers[1] as a path, a file URL or the declaration of a router; it got 3',
    ],
  ],
  [
    { routers: [{ ...HAND_WRITTEN, functions: [], tabel: 'x' }] },
    [
      'takes routers[0] without "tabel"; write module, table, default, tiers, functions',
      'takes routers[0].functions as a list of names; it got []',
    ],
  ],
  [{ routers: [{}] }, ["takes routers[0].module as a module's path or the text of a file URL; it got nothing"]],
  [
    { routers: [{ table: '' }] },
    [
      "takes routers[0].module as a module's path or the text of a file URL; it got nothing",
      'takes routers[0].table as a text; it got ""',
      'takes routers[0].default as a text; it got nothing',
      "takes routers[0].tiers as a list of models, or their constant's name; it got nothing",
      'takes routers[0].functions as a list of names; it got nothing',
    ],
  ],
  [{ routers: [''] }, ['takes routers[0] as a path or a file URL; it got ""']],
  [{ routers: [new URL('http://x')] }, ['takes routers[0] as a path or a file URL; it got "http://x/"']],
  [{ wrappers: {} }, ['takes wrappers as a list; it got {}']],
  [{ wrappers: ['x'] }, ['takes wrappers[0] as the declaration of a wrapper; it got "x"']],
  [{ wrappers: [{ module: 'a.js', function: 'f' }] }, ['takes wrappers[0].task as a text; it got nothing']],
  [
    { wrappers: [{ module: 'a.js', function: 'f', task: 't', router: 'file:///a%ZZ' }] },
    ['takes wrappers[0].router as a module\'s path or the text of a file URL; it got "file:///a%ZZ"'],
  ],
  [{ models: ['x'] }, ['takes models as an object, such as { opus: \'claude-opus-4-5\' }; it got ["x"]']],
  [{ models: { opus: 5 } }, ['takes models["opus"] as a model id, or an object tier → model id; it got 5']],
  [{ lowered: 'yes' }, ['takes lowered as true, false or a list; it got "yes"']],
  [{ lowered: ['file://host/x'] }, ['takes lowered[0] as a path or a file URL; it got "file://host/x"']],
  [{ root: 5 }, ['takes root as a path or a file URL; it got 5']],
];

function digestOf(repository: Repository, options: ConfigOptions): string {
  return plugin.config({ root: repository.root, ...options }).settings.taskroute.digest.toJSON();
}

/** The settings for a file, as a rule gets them. */
function settingsIn(repository: Repository, file: string, taskroute: unknown, cwd = repository.root) {
  return settingsOf({
    cwd,
    physicalFilename: repository.path(file),
    settings: { taskroute },
    sourceCode: { ast: {} },
  });
}

describe('config()', () => {
  test('is the recommended preset where none is named', () => {
    const repository = createRepository(FLEET);
    expect(plugin.config({ root: repository.root }).rules).toEqual(plugin.configs.recommended.rules);
  });

  test('takes several presets', () => {
    const { rules } = plugin.config({ preset: ['strict', 'stylistic'] });
    expect(rules).toEqual({ ...plugin.configs.strict.rules, ...plugin.configs.stylistic.rules });
  });

  test('refuses an option and a preset that do not exist, and names those that do', () => {
    // JavaScript configurations have no compiler.
    const strange = { router: [] } as ConfigOptions;
    expect(() => plugin.config(strange)).toThrow(
      'taskroute.config has no option "router"; write one of routers, wrappers, models, lowered, preset, root.',
    );
    expect(() => plugin.config({ preset: 'recomended' as 'recommended' })).toThrow(
      'There is no preset "recomended"; write one of recommended, strict, stylistic.',
    );
  });

  test.each(STRANGE)('refuses %o, and says what is taken', (strange, faults) => {
    // JavaScript configurations have no compiler.
    const refused = () => plugin.config(strange as ConfigOptions);
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow(faults.map((fault) => `taskroute.config ${fault}.`).join('\n'));
  });

  test.each([null, 7, { recommended: true }])('refuses %o as a preset', (preset) => {
    expect(() => plugin.config({ preset: preset as unknown as 'strict' })).toThrow(
      /^taskroute\.config takes preset as a name or a list of them; it got .+\.$/,
    );
  });

  test('keeps the hand-written routers of taskroute.json beside modules that are named', () => {
    const repository = createRepository({
      ...FLEET,
      'taskroute.json': JSON.stringify({ routers: [HAND_WRITTEN] }),
      'src/models.js': MODELS,
    });
    const { settings } = plugin.config({ root: repository.root, routers: ['src/router.js'] });
    expect(settingsIn(repository, 'a.js', settings.taskroute).project.config().routers).toEqual([HAND_WRITTEN]);
  });

  test('takes a declaration in place of the hand-written routers of taskroute.json', () => {
    const repository = createRepository({
      ...FLEET,
      'taskroute.json': JSON.stringify({ routers: [HAND_WRITTEN] }),
      'src/models.js': MODELS,
      'src/others.js': MODELS,
    });
    const other = { ...HAND_WRITTEN, module: 'src/others.js' };
    const { settings } = plugin.config({ root: repository.root, routers: ['src/router.js', other] });
    expect(settings.taskroute.routers).toEqual([
      repository.path('src/router.js'),
      { ...other, module: repository.path('src/others.js') },
    ]);
    const { project } = settingsIn(repository, 'a.js', settings.taskroute);
    expect(project.declared().map(({ file }) => file)).toEqual([repository.path('src/others.js')]);
  });

  test.each([
    ['of an object', (repository: Repository) => [{ module: 'src/router.js' }, repository]],
    ['relative', (repository: Repository) => ['src/router.js', repository]],
    ['absolute', (repository: Repository) => [repository.path('src/router.js'), repository]],
    ['a file URL', (repository: Repository) => [pathToFileURL(repository.path('src/router.js')), repository]],
    [
      'the text of a file URL',
      (repository: Repository) => [pathToFileURL(repository.path('src/router.js')).href, repository],
    ],
  ])('reads the same files where the path is %s', (_kind, pathIn) => {
    const repository = createRepository(FLEET);
    const [path] = pathIn(repository) as [string];
    expect(digestOf(repository, { routers: [path] })).toBe(digestOf(repository, { routers: ['./src/router.js'] }));
    expect(digestOf(repository, { routers: [path] })).not.toBe(digestOf(repository, {}));
  });

  test('finds taskroute.json from the file that calls it upwards', async () => {
    const repository = createRepository({ ...FLEET, 'taskroute.json': '{}' });
    const file = repository.path('packages/mailer/lint.js');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "import plugin from '@taskroute/eslint-plugin';\nexport const configured = plugin.config();\n");
    const { configured } = (await import(pathToFileURL(file).href)) as { configured: ReturnType<typeof plugin.config> };
    expect(configured.settings.taskroute.root).toBe(repository.root);
  });
});

describe('the digest', () => {
  const NAMED = { routers: ['src/router.js'] } as const;

  test('is asked for anew each time, and stays while nothing changes', () => {
    const repository = createRepository(FLEET);
    const { digest } = plugin.config({ root: repository.root, ...NAMED }).settings.taskroute;
    const before = digest.toJSON();
    expect(digest.toJSON()).toBe(before);
    repository.write({ 'src/router.js': routerText({}) });
    expect(digest.toJSON()).not.toBe(before);
  });

  test('is the same for the same files in another place', () => {
    expect(digestOf(createRepository(FLEET), NAMED)).toBe(digestOf(createRepository(FLEET), NAMED));
  });

  test.each([
    ['a table that the router imports', 'src/lines.js', "export const LINES = { a: 'opus' };\n"],
    ['a barrel on the way', 'src/index.js', "export { routeModel as model } from './router.js';\n"],
    ['taskroute.json', 'taskroute.json', '{ "lowered": true }'],
    ['a tier', 'src/router.js', routerText({}).replace("'haiku', ", '')],
  ])('changes with %s', (_what, file, text) => {
    const repository = createRepository({
      'src/index.js': "export * from './router.js';\n",
      'src/lines.js': "export const LINES = { a: 'haiku' };\n",
      'src/router.js': `import { LINES } from './lines.js';\n${routerText({}).replace('{}', '{ ...LINES }')}`,
    });
    const options = { routers: ['src/index.js'] };
    const before = digestOf(repository, options);
    repository.write({ [file]: text });
    expect(digestOf(repository, options)).not.toBe(before);
  });

  test('stays when a file changes that has no say', () => {
    const repository = createRepository(FLEET);
    const before = digestOf(repository, NAMED);
    repository.write({ 'src/mailer.js': '' });
    expect(digestOf(repository, NAMED)).toBe(before);
  });

  test.each([['src/index'], [{ module: 'src/index.js' }]])(
    'covers a module that taskroute.json names for its router: %j',
    (entry) => {
      const repository = createRepository({
        ...FLEET,
        'taskroute.json': JSON.stringify({ routers: [entry] }),
        'src/index.js': "export * from './router.js';\n",
      });
      const first = digestOf(repository, {});
      repository.write({ 'src/router.js': routerText({}) });
      const second = digestOf(repository, {});
      repository.write({ 'src/index.js': '' });
      expect(new Set([first, second, digestOf(repository, {})]).size).toBe(3);
    },
  );

  test('covers a router and a wrapper that taskroute.json declares', () => {
    const repository = createRepository({
      'taskroute.json': JSON.stringify({
        routers: [HAND_WRITTEN],
        wrappers: [{ module: 'src/call.js', function: 'call', task: 'options.task' }],
      }),
      'src/models.js': MODELS,
      'src/call.js': "import { pick } from './models.js';\nexport const call = (options) => pick(options.task);\n",
    });
    const first = digestOf(repository, {});
    repository.write({ 'src/models.js': MODELS.replace('haiku', 'opus') });
    const second = digestOf(repository, {});
    repository.write({ 'src/call.js': '' });
    expect(new Set([first, second, digestOf(repository, {})]).size).toBe(3);
  });

  test('covers a taskroute.json below the root, and what it declares, but none of a package', () => {
    const repository = createRepository({
      ...FLEET,
      'packages/a/taskroute.json': JSON.stringify({ routers: [HAND_WRITTEN] }),
      'packages/a/src/models.js': MODELS,
      'node_modules/other/taskroute.json': '{}',
      '.hidden/taskroute.json': '{}',
    });
    const digests = ['packages/a/src/models.js', 'packages/a/taskroute.json'].map((file) => {
      const before = digestOf(repository, NAMED);
      repository.write({ [file]: file.endsWith('.js') ? MODELS.replace('haiku', 'opus') : '{}' });
      return [before, digestOf(repository, NAMED)];
    });
    for (const [before, after] of digests) expect(after).not.toBe(before);
    const before = digestOf(repository, NAMED);
    repository.write({ 'node_modules/other/taskroute.json': '{ }', '.hidden/taskroute.json': '{ }' });
    expect(digestOf(repository, NAMED)).toBe(before);
  });

  test.each([
    ['that is gone', { 'src/router.js': null }],
    ['that is a folder', { 'src/router.js': null, 'src/router.js/index.js': '' }],
    ['that does not parse', { 'src/router.js': 'export const {' }],
    ['that imports itself', { 'src/router.js': "export * from './router.js';\n" }],
  ])('is there for a router %s', (_state, files: Readonly<Record<string, string | null>>) => {
    const repository = createRepository(FLEET);
    const before = digestOf(repository, NAMED);
    for (const [file, text] of Object.entries(files))
      if (text === null) repository.remove(file);
      else repository.write({ [file]: text });
    expect(digestOf(repository, NAMED)).toMatch(/^[0-9a-f]{16}$/);
    expect(digestOf(repository, NAMED)).not.toBe(before);
  });
});

describe('the settings for a file', () => {
  test('have the folder of the nearest taskroute.json as their root, whatever the working directory is', () => {
    const repository = createRepository({ 'taskroute.json': '{}', 'packages/a/taskroute.json': '{}' });
    const rootOf = (file: string, cwd?: string) => settingsIn(repository, file, undefined, cwd).root;
    expect(rootOf('src/a.js', '/')).toBe(repository.root);
    expect(rootOf('packages/a/src/a.js')).toBe(repository.path('packages/a'));
    expect(rootOf('packages/b/src/a.js', repository.path('packages/a'))).toBe(repository.root);
  });

  test('without a taskroute.json have the root that is given, or else the working directory', () => {
    const repository = createRepository({});
    expect(settingsIn(repository, 'a.js', { root: repository.path('src') }).root).toBe(repository.path('src'));
    expect(settingsIn(repository, 'a.js', undefined, repository.path('src')).root).toBe(repository.path('src'));
  });

  test('share one project for each root', () => {
    const repository = createRepository({ 'taskroute.json': '{}' });
    const one = settingsIn(repository, 'src/a.js', undefined);
    const two = settingsIn(repository, 'test/b.js', undefined, '/');
    expect(one.project).toBe(two.project);
  });

  test('take what is given before what taskroute.json says, field by field', () => {
    const repository = createRepository({
      'taskroute.json': JSON.stringify({
        models: { haiku: 'a' },
        wrappers: [{ module: 'b', function: 'c', task: 'd' }],
      }),
    });
    const given = settingsIn(repository, 'a.js', { models: { haiku: 'z' } });
    expect(given.models).toEqual({ haiku: 'z' });
    expect(given.project.config().wrappers).toHaveLength(1);
    expect(settingsIn(repository, 'a.js', undefined).models).toEqual({ haiku: 'a' });
  });

  test('say what taskroute.json declares and is not there', () => {
    const repository = createRepository({
      ...FLEET,
      'taskroute.json': JSON.stringify({
        routers: ['src/router.js', { ...HAND_WRITTEN, functions: ['pik'] }],
        wrappers: [{ module: 'src/gone.js', function: 'call', task: 'task' }],
      }),
      'src/models.js': MODELS,
    });
    expect(
      settingsIn(repository, 'src/a.js', undefined)
        .findings()
        .map(({ reason }) => reason),
    ).toEqual([
      'declares a function "pik", which "src/models.js" does not have (did you mean "pick"?)',
      'declares a wrapper in "src/gone.js", which is no file; mend the path',
    ]);
  });

  test('follow a taskroute.json that changes also where something is given', () => {
    const repository = createRepository({ 'taskroute.json': '{ "lowered": false }' });
    const given = { models: {} };
    expect(settingsIn(repository, 'a.js', given).lowered).toBe(false);
    repository.write({ 'taskroute.json': '{ "lowered": true }' });
    expect(settingsIn(repository, 'a.js', given).lowered).toBe(true);
  });

  test.each([
    ['true', true, [true, true]],
    ['false', false, [false, false]],
    ['a folder', ['src/built'], [true, false]],
    ['no folder', [], [false, false]],
  ])('know which files are lowered where it is %s', (_what, lowered, expected) => {
    const repository = createRepository({ 'taskroute.json': JSON.stringify({ lowered }) });
    const files = ['src/built/a.ts', 'src/built.ts'];
    expect(files.map((file) => settingsIn(repository, file, undefined).lowered)).toEqual(expected);
    expect(files.map((file) => settingsIn(repository, file, { lowered }, join(repository.root, '..')).lowered)).toEqual(
      Array.isArray(lowered) ? [false, false] : expected,
    );
    expect(files.map((file) => settingsIn(repository, file, { lowered, root: repository.root }, '/').lowered)).toEqual(
      expected,
    );
  });

  test.each(STRANGE)('stand where %o is given, and say what is wrong with it', (strange, faults) => {
    const repository = createRepository({});
    const { lowered, faults: said } = settingsIn(repository, 'a.js', strange);
    expect(lowered).toBe(false);
    expect(said).toEqual(faults);
  });

  test('have no word against what config() gives, nor against none', () => {
    const repository = createRepository(FLEET);
    const { settings } = plugin.config({ root: repository.root, routers: ['src/router.js'], lowered: ['src'] });
    expect(settingsIn(repository, 'a.js', settings.taskroute).faults).toEqual([]);
    expect(settingsIn(repository, 'a.js', undefined).faults).toEqual([]);
  });

  test('say that taskroute.json declares what is not there', () => {
    const repository = createRepository({
      'taskroute.json': JSON.stringify({ routers: [HAND_WRITTEN, 'src/gone.js'] }),
      'src/models.js': MODELS.replace('pick', 'choose'),
    });
    expect(settingsIn(repository, 'a.js', undefined).findings()).toMatchObject([
      { file: repository.path('taskroute.json'), reason: expect.stringContaining('"pick"') as string },
      { file: repository.path('taskroute.json'), reason: expect.stringContaining('"src/gone.js"') as string },
    ]);
  });

  test('leave the gaps of a declared table to its router', () => {
    const repository = createRepository({
      'taskroute.json': JSON.stringify({ routers: [HAND_WRITTEN] }),
      'src/models.js': MODELS.replace("'haiku'", 'load()'),
    });
    expect(settingsIn(repository, 'a.js', undefined).findings()).toEqual([]);
  });

  test('say that a module which is named for its router is no file, or has none', () => {
    const repository = createRepository({ ...FLEET, 'src/none.js': 'export const a = 1;\n' });
    const { settings } = plugin.config({
      root: repository.root,
      routers: ['src/router.js', 'src/rooter.js', 'src/none.js'],
    });
    const { findings } = settingsIn(repository, 'a.js', settings.taskroute);
    expect(findings().map(({ reason }) => reason)).toEqual([
      'is named in the configuration of taskroute as the module of a router, but is no file; mend the path',
      'is named in the configuration of taskroute as the module of a router, but leads to none',
    ]);
  });
});
