import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { defineRouter } from '@taskroute/router';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { BIN, projectOf, runNode } from './workshop.ts';

const ROUTES = {
  classification: 'haiku',
  'email-draft': 'haiku',
  'content/*': 'sonnet',
  'content/white-paper': 'opus',
  'a.b/(c)/*': 'haiku',
} as const;
const ROUTER = `import { defineRouter } from '@taskroute/router';
export const ROUTES = ${JSON.stringify(ROUTES)} as const;
export const router = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
`;
const FILES = { 'src/router.ts': ROUTER };

test('the table is printed as the router has it', async () => {
  using fixture = projectOf(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'export');
  expect([exit, err, faultsOfJson('export', out)]).toEqual([0, '', []]);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    router: 'src/router.ts#router',
    table: defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES }).version,
    tiers: ['haiku', 'sonnet', 'opus'],
    default: 'sonnet',
    routes: { classification: 'haiku', 'email-draft': 'haiku', 'content/white-paper': 'opus' },
    domains: { content: 'sonnet', 'a.b/(c)': 'haiku' },
    rules: [],
  });
});

test('the version of a table with rules is the one that its decisions carry', async () => {
  const rules = `[{ name: 'tagging', when: (task: string) => task.startsWith('tag:'), model: 'haiku' }]`;
  using fixture = projectOf({ 'router.ts': ROUTER.replace('routes: ROUTES', `routes: ROUTES, rules: ${rules}`) });
  const { out } = await runIn(fixture.root, 'export');
  const rule = { name: 'tagging', when: () => false, model: 'haiku' } as const;
  const made = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES, rules: [rule] });
  expect(JSON.parse(out)).toMatchObject({ rules: ['tagging'], table: made.version });
});

describe('as a JSON schema', () => {
  async function schemaOf(router: string): Promise<(task: unknown) => boolean> {
    using fixture = projectOf({ 'router.ts': router });
    const { exit, out } = await runIn(fixture.root, 'export', '--format', 'json-schema');
    expect(exit).toBe(0);
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(out) as object);
    return (task) => validate(task);
  }

  test('it takes the tasks that are routed, and no other', async () => {
    const takes = await schemaOf(ROUTER);
    const routed = ['classification', 'content/white-paper', 'content/teaser', 'content/a/b', 'a.b/(c)/d'];
    expect(routed.filter((task) => !takes(task))).toEqual([]);
    expect(['classifcation', 'content', 'contents/teaser', 'aXb/(c)/d', 1].filter(takes)).toEqual([]);
  });

  test('it is an enum where there are no domains, and says which model serves what', async () => {
    using fixture = projectOf({ 'router.ts': ROUTER.replace(/"content\/\*":"sonnet",|,"a\.b[^}]*/g, '') });
    const { out } = await runIn(fixture.root, 'export', '--format', 'json-schema');
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      description: 'The tasks that router.ts#router routes. Any other is served by sonnet, the default.',
      type: 'string',
      enum: ['classification', 'email-draft', 'content/white-paper'],
      $defs: {
        model: { enum: ['haiku', 'sonnet', 'opus'] },
        'tasks of haiku': { description: 'Tier 1: haiku.', enum: ['classification', 'email-draft'] },
        'tasks of sonnet': { not: {} },
      },
    });
  });

  test('of an empty table it takes nothing', async () => {
    const takes = await schemaOf(ROUTER.replace(JSON.stringify(ROUTES), '{}'));
    expect(takes('classification')).toBe(false);
  });
});

describe('a file in the repository', () => {
  test('is written, and stands while the table does', async () => {
    using fixture = projectOf(FILES);
    const file = fixture.path('routes.json');
    writeFileSync(file, '', { mode: 0o640 });
    const written = await runIn(fixture.root, 'export', '--output', 'routes.json', '--json');
    expect([written.exit, faultsOfJson('export', written.out)]).toEqual([0, []]);
    expect(readFileSync(file, 'utf8')).toBe((await runIn(fixture.root, 'export')).out);
    expect(await runIn(fixture.root, 'export', '--output', 'routes.json', '--check')).toEqual({
      exit: 0,
      out: 'routes.json is what the table says.\n',
      err: '',
    });
    // A formatter may own it.
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))).replaceAll(',', ',\r\n'));
    expect((await runIn(fixture.root, 'export', '--output', 'routes.json', '--check')).exit).toBe(0);
  });

  test('is behind once the table has changed, and the diff says by what', async () => {
    using fixture = projectOf(FILES);
    await runIn(fixture.root, 'export', '--output', 'routes.json');
    const before = readFileSync(fixture.path('routes.json'), 'utf8');
    fixture.write('src/router.ts', ROUTER.replace(`"email-draft":"haiku"`, `"email-draft":"opus"`));
    const { exit, out } = await runIn(fixture.root, 'export', '--output', 'routes.json', '--check');
    expect(exit).toBe(1);
    expect(out).toContain('--- routes.json\tin the repository\n+++ routes.json\texported\n@@');
    expect(out).toContain('-    "email-draft": "haiku",\n+    "email-draft": "opus",\n');
    expect(out).toMatch(/\nroutes\.json is behind the table; run the same without --check\.\n$/);
    const json = await runIn(fixture.root, 'export', '--output', 'routes.json', '--check', '--json');
    expect([json.exit, faultsOfJson('export', json.out)]).toEqual([1, []]);
    expect(JSON.parse(json.out)).toMatchObject({ behind: true, file: 'routes.json' });
    expect(readFileSync(fixture.path('routes.json'), 'utf8')).toBe(before);
  });

  test.each([
    ['that is not there', null],
    ['that is no JSON', 'routes'],
    ['that is binary', '\0\u0001\u0002'],
  ])('%s is behind', async (_what, text) => {
    using fixture = projectOf(text === null ? FILES : { ...FILES, 'routes.json': text });
    const { exit, out } = await runIn(fixture.root, 'export', '--output', 'routes.json', '--check');
    expect(exit).toBe(1);
    expect(out).toContain('+  "version": 1,\n');
  });

  test('that cannot be written is said, and nothing is left beside it', async () => {
    using fixture = projectOf({ ...FILES, 'out/old.txt': '' });
    const { exit, out, err } = await runIn(fixture.root, 'export', '--output', 'out/gone/routes.json');
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^taskroute: .*routes\.json cannot be written: ENOENT: no such file or directory$/m);
  });
});

describe('what is not known whole is not exported', () => {
  test.each([
    [
      'a gap',
      ROUTER.replace('"classification"', '...JSON.parse(process.env.MORE), "classification"'),
      /\n {2}src\/router\.ts:2:\d+ {2}/,
    ],
    [
      'a broken line',
      ROUTER.replace('"classification":"haiku"', '"classification":"haku"'),
      /\n {2}src\/router\.ts:2:\d+ {2}.*"haku"/,
    ],
  ])('%s', async (_what, text, place) => {
    using fixture = projectOf({ 'src/router.ts': text });
    const { exit, out, err } = await runIn(fixture.root, 'export', '--output', 'routes.json');
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^taskroute: the table of src\/router\.ts#router is not known whole/);
    expect(err).toMatch(place);
    expect(() => readFileSync(fixture.path('routes.json'))).toThrow();
  });
});

test('of several routers one has to be named', async () => {
  using fixture = projectOf({ ...FILES, 'src/other.ts': ROUTER.replace('export const router', 'export const other') });
  expect(await runIn(fixture.root, 'export')).toEqual({
    exit: 2,
    out: '',
    err: 'taskroute: there are several routers; name one with --router: src/other.ts#other, src/router.ts#router\n',
  });
  const { exit, out } = await runIn(fixture.root, 'export', '--router', 'other');
  expect([exit, JSON.parse(out)]).toMatchObject([0, { router: 'src/other.ts#other' }]);
});

test.each([
  ['a check of nothing', ['--check'], /--check has no file to look at; add --output/],
  ['an unknown format', ['--format', 'yaml'], /Allowed choices are json, json-schema/],
])('%s is refused', async (_what, argv, message) => {
  using fixture = projectOf(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'export', ...argv);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toMatch(message);
});

test('as a process it says the same', async () => {
  using fixture = projectOf(FILES);
  chmodSync(fixture.path('src/router.ts'), 0o444);
  const { exit, out, err } = await runNode(fixture.root, BIN, 'export');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toBe((await runIn(fixture.root, 'export')).out);
});
