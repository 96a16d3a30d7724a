import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { BIN, COMPILERS, projectOf, runNode, type Compiler } from './workshop.ts';

const ROUTER = `import { defineRouter } from '@taskroute/router';
export const TASK = 'email-draft';
export const router = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: { 'blog-post': 'opus', 'email-draft': 'haiku' } as const,
});
export const { routeModel } = router;
export default router;
`;

const MAIN = `import { routeModel, router as models, TASK } from './router.js';
import * as all from './router.js';
type Made = typeof models;
const make = (): Made | undefined => models;
export const got: string[] = [routeModel<'blog-post'>(), models.routeModel<typeof TASK>(/* none */),
  make()?.routeModel<'blog-post'>() ?? 'none', (all.default as Made)!.routeModel<'email-draft'>().trim(), String(1)];
export class Drafts {
  readonly model = models?.routeModel<'blog-post'>();
  fail(): never { const model = routeModel<'blog-post'>(); throw new Error(model); }
}
console.log(got.join(' '), new Drafts().model);
try { new Drafts().fail(); } catch (error) { console.log((error as Error).stack?.split('\\n')[1]?.split('/').at(-1)); }
`;

const BROKEN = `import { routeModel } from './router.js';
type Task = 'blog-post';
export const last: string = routeModel<Task>();
`;

/** Where MAIN throws, as people wrote it. */
const THROWN = `${String(9)}:${String((MAIN.split('\n')[8]?.indexOf('new Error') ?? 0) + 1)}`;
const PRINTED = `opus haiku opus haiku 1 opus\nmain.ts:${THROWN}`;

const OPTIONS = {
  rootDir: 'src',
  outDir: 'dist',
  sourceMap: true,
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  types: [],
  lib: ['es2023', 'dom'],
};

async function built({
  compiler = COMPILERS[2],
  type = 'module',
  options = {},
  main = MAIN,
  more = {},
}: {
  readonly compiler?: Compiler | undefined;
  readonly type?: string;
  readonly options?: object;
  readonly main?: string;
  readonly more?: Readonly<Record<string, string>>;
} = {}): Promise<Fixture> {
  const fixture = projectOf({
    'package.json': JSON.stringify({ type }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: ['src'] }),
    'src/router.ts': ROUTER,
    'src/main.ts': main,
    ...more,
  });
  const { exit, out } = await runNode(fixture.root, compiler?.program ?? '', '-p', '.');
  if (exit !== 0) throw new Error(out);
  return fixture;
}

function contentsOf(fixture: Fixture): Readonly<Record<string, string>> {
  const names = readdirSync(fixture.path('dist'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(fixture.path(`dist/${name}`)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(fixture.path(`dist/${name}`), 'utf8')]));
}

async function printedBy(fixture: Fixture): Promise<string> {
  const { out, err } = await runNode(fixture.root, '--enable-source-maps', 'dist/main.js');
  return (err + out).trim().replace(/\)$/, '');
}

describe.each(COMPILERS.map((each) => [each.name, each] as const))('%s', (_name, compiler) => {
  test.each([
    ['ES modules', 'module', {}],
    ['CommonJS', 'commonjs', {}],
    ['an old target', 'module', { target: 'es2017' }],
    ['a map in the file', 'module', { sourceMap: false, inlineSourceMap: true }],
    ['sources in the map', 'module', { inlineSources: true, declaration: true, declarationMap: true }],
  ])('what was built runs as it was written, and its map leads where it led: %s', async (_how, type, options) => {
    using fixture = await built({ compiler, type, options });
    expect(await printedBy(fixture)).toContain('routeModel was called without a task');
    const before = contentsOf(fixture);

    expect(await runIn(fixture.root, 'lower', 'dist')).toEqual({
      exit: 0,
      out: 'dist/main.js: 6 calls\nLowered 6 calls.\n',
      err: '',
    });
    expect(await printedBy(fixture)).toBe(PRINTED);
    const after = contentsOf(fixture);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual('inlineSourceMap' in options ? ['main.js'] : ['main.js', 'main.js.map']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });
});

test('a second run changes nothing', async () => {
  using fixture = await built();
  await runIn(fixture.root, 'lower', 'dist');
  const before = contentsOf(fixture);
  const { exit, out } = await runIn(fixture.root, 'lower', 'dist');
  expect([exit, out]).toEqual([0, 'Nothing to lower in 2 files: every call of a router has its task.\n']);
  expect(contentsOf(fixture)).toEqual(before);
});

test('a root of sources is followed', async () => {
  using fixture = await built({ options: { sourceRoot: '../src' } });
  expect(JSON.parse(contentsOf(fixture)['main.js.map'] ?? '')).toMatchObject({ sourceRoot: '../src/' });
  expect((await runIn(fixture.root, 'lower', 'dist')).exit).toBe(0);
});

describe('nothing at all is written', () => {
  async function refused(fixture: Fixture, file: string, message: RegExp): Promise<void> {
    const before = contentsOf(fixture);
    const { exit, out, err } = await runIn(fixture.root, 'lower', 'dist', '--json');
    expect([exit, err, faultsOfJson('lower', out)]).toEqual([1, '', []]);
    const { findings, lowered } = JSON.parse(out) as { findings: { file: string; message: string }[]; lowered: [] };
    expect(lowered).toEqual([]);
    expect(findings[0]).toMatchObject({ file, message: expect.stringMatching(message) as string });
    expect(contentsOf(fixture)).toEqual(before);
  }

  test('where there is no source map', async () => {
    using fixture = await built({ options: { sourceMap: false } });
    await refused(
      fixture,
      'dist/main.js',
      /the file has no source map to find it by; set "sourceMap": true in tsconfig/,
    );
    const { out } = await runIn(fixture.root, 'lower', 'dist');
    expect(out).toMatch(
      /^dist\/main\.js:4:21 {2}routeModel is called without a task: [^]*\nNothing was written: 6 calls/,
    );
  });

  test('where one of the calls has no value form', async () => {
    const main = `${MAIN}type Task = 'blog-post';\nrouteModel<Task>();\n`;
    using fixture = await built({ main });
    await refused(
      fixture,
      'src/main.ts',
      /is the name of a type, which is gone at run time; write routeModel\("blog-post"\)$/,
    );
  });

  test('not even files in which every call can be lowered', async () => {
    using fixture = await built({
      main: `${MAIN}export { last } from './broken.js';\n`,
      more: { 'src/broken.ts': BROKEN },
    });
    await refused(fixture, 'src/broken.ts', /is the name of a type, which is gone at run time/);
  });

  test('where a call had no task in its source either', async () => {
    using fixture = await built({ main: `${MAIN}(routeModel as () => string)();\n` });
    await refused(fixture, 'src/main.ts', /its source holds no task for it; write routeModel\('your-task'\) there/);
  });

  test('where the sources are gone', async () => {
    using fixture = await built();
    fixture.remove('src/main.ts');
    await refused(fixture, 'src/main.ts', /its source cannot be read \(ENOENT\); set "inlineSources": true/);
  });

  test('where a source was changed after it was built', async () => {
    using fixture = await built();
    const later = Date.now() / 1_000 + 60;
    utimesSync(fixture.path('src/main.ts'), later, later);
    await refused(fixture, 'src/main.ts', /was changed after main\.js was built from it; build anew/);
  });

  test('where the map is of another text', async () => {
    using fixture = await built();
    const text = readFileSync(fixture.path('dist/main.js'), 'utf8');
    writeFileSync(
      fixture.path('dist/main.js'),
      text.replace('const make', `const other = { deep: () => 0 };\nother.deep();\nconst make`),
    );
    await refused(fixture, 'src/main.ts', /its source holds no task for it/);
  });

  test('where the map is none', async () => {
    using fixture = await built();
    fixture.write('dist/main.js.map', '{ "sections": [] }');
    await refused(fixture, 'dist/main.js', /has a source map that cannot be read/);
  });
});

test.each([
  ['a folder that is not there', 'out', 'out is no folder; name the one that tsc writes to, and build first'],
  ['a file', 'src/main.ts', 'src/main.ts is no folder; name the one that tsc writes to, and build first'],
  ['a folder without JavaScript', 'src', 'src holds no JavaScript; build first'],
])('%s cannot be lowered', async (_what, folder, message) => {
  using fixture = projectOf({ 'src/main.ts': MAIN });
  expect(await runIn(fixture.root, 'lower', folder)).toEqual({ exit: 2, out: '', err: `taskroute: ${message}\n` });
});

test('as a process it says the same', async () => {
  using fixture = await built();
  const { exit, out, err } = await runNode(fixture.root, BIN, 'lower', 'dist', '--json');
  expect([exit, err, faultsOfJson('lower', out)]).toEqual([0, '', []]);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    files: 2,
    lowered: [{ file: 'dist/main.js', calls: 6 }],
    findings: [],
  });
});
