import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { ROUTER } from '../../source/test/corpus/case.ts';
import { filesBelow } from '../src/survey/files.ts';
import { shownFile } from '../src/survey/site.ts';
import { runIn } from './run.ts';

const APP = `import { routeModel } from './router.ts';\nrouteModel('blog-post');\n`;

function namesBelow(fixture: Fixture, folder = '.', ...paths: readonly string[]): readonly string[] {
  const root = fixture.path(folder);
  return filesBelow(root, paths.length > 0 ? paths : ['.']).files.map((file) => shownFile(file, root));
}

function emptyFiles(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, '']));
}

describe('which files are read', () => {
  test('sources of every kind, Vue among them, and nothing else', () => {
    using fixture = createFixture(
      emptyFiles(
        'a.ts',
        'b.mts',
        'c.cjs',
        'd.jsx',
        'e.tsx',
        'f.vue',
        'g.json',
        'h.md',
        'node_modules/x/i.js',
        '.git/j.js',
      ),
    );
    expect(namesBelow(fixture)).toEqual(['a.ts', 'b.mts', 'c.cjs', 'd.jsx', 'e.tsx', 'f.vue']);
  });

  const IGNORES = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': 'dist/\n*.gen.ts\n!kept.gen.ts\n/only-here.ts\n',
    'lib/.gitignore': '*.ts\n!*.d.ts\n!deep/\n',
    'lib/deep/.gitignore': '!back.ts\n',
    ...emptyFiles('a.ts', 'b.gen.ts', 'kept.gen.ts', 'only-here.ts', 'in/only-here.ts', 'dist/c.ts', 'in/dist/d.ts'),
    ...emptyFiles('lib/e.ts', 'lib/f.d.ts', 'lib/deep/back.ts', 'lib/deep/g.ts', 'lib/deep/h.js'),
  };

  test('what no .gitignore names: nested ones, and those that take something back', () => {
    using fixture = createFixture(IGNORES);
    expect(namesBelow(fixture)).toEqual([
      ...['a.ts', 'in/only-here.ts', 'kept.gen.ts'],
      ...['lib/deep/back.ts', 'lib/deep/h.js', 'lib/f.d.ts'],
    ]);
  });

  test('the same files as git itself would add', () => {
    using fixture = createFixture(IGNORES);
    fixture.remove('.git');
    execFileSync('git', ['init', '--quiet'], { cwd: fixture.root });
    const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard'], {
      cwd: fixture.root,
      encoding: 'utf8',
    });
    const expected = listed.split('\n').filter((name) => /\.[jt]s$/.test(name));
    expect(namesBelow(fixture)).toEqual(expected.sort());
  });

  test('the .gitignore of a parent speaks of a folder, up to the repository', () => {
    using fixture = createFixture(IGNORES);
    expect(namesBelow(fixture, 'lib')).toEqual(['deep/back.ts', 'deep/h.js', 'f.d.ts']);
    fixture.remove('.git');
    fixture.write('lib/.gitignore', '');
    expect(namesBelow(fixture, 'lib')).toEqual(['deep/back.ts', 'deep/g.ts', 'deep/h.js', 'e.ts', 'f.d.ts']);
  });

  test('a path that is named is read though it is ignored', () => {
    using fixture = createFixture(IGNORES);
    expect(namesBelow(fixture, '.', 'dist', 'b.gen.ts')).toEqual(['b.gen.ts', 'dist/c.ts']);
  });
});

describe('bad input', () => {
  test('a link to a folder above is no circle, a link to a file is one file, a link to itself is none', async () => {
    using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': APP });
    mkdirSync(fixture.path('sub'));
    symlinkSync('..', fixture.path('sub/up'));
    symlinkSync('../app.ts', fixture.path('sub/app.ts'));
    symlinkSync('self.ts', fixture.path('self.ts'));
    expect(namesBelow(fixture)).toEqual(['app.ts', 'router.ts', 'sub/app.ts']);
    expect(await runIn(fixture.root, 'audit', 'self.ts')).toMatchObject({
      exit: 2,
      err: 'taskroute: self.ts is not there; name a file or a folder\n',
    });
  });

  test('a path that is not there, and one that is neither file nor folder', async () => {
    using fixture = createFixture({ 'router.ts': ROUTER });
    expect(await runIn(fixture.root, 'audit', 'srcs')).toEqual({
      exit: 2,
      out: '',
      err: 'taskroute: srcs is not there; name a file or a folder\n',
    });
    expect(await runIn(fixture.root, 'audit', '/dev/null')).toMatchObject({
      exit: 2,
      err: 'taskroute: /dev/null is neither a file nor a folder; name one of them\n',
    });
  });

  test('no router is exit 2, with what to do', async () => {
    using fixture = createFixture({ 'app.ts': 'export {};\n' });
    const { exit, err } = await runIn(fixture.root, 'audit');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: expect.stringMatching(/no router was found here; .*taskroute init/) as string,
    });
  });

  test('a binary file, one that does not parse, one whose name is too long to open: each a finding at its place', async () => {
    using fixture = createFixture({
      'router.ts': ROUTER,
      'app.ts': APP,
      'binary.js': '\0\u0001\u0002ÿ',
      'half.ts': 'const {',
    });
    const { exit, out } = await runIn(fixture.root, 'audit', '--json');
    expect(exit).toBe(1);
    const { findings } = JSON.parse(out) as { findings: { file: string; rule: string; message: string }[] };
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'binary.js no-unreadable-table',
      'half.ts no-unreadable-table',
    ]);
    for (const { message } of findings)
      expect(message).toMatch(/^Cannot verify the tasks in this file: it cannot be parsed/);
  });

  test('a file and a folder without permission are findings, and the rest is read', () => {
    using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': APP, 'locked.ts': '', 'closed/x.ts': '' });
    chmodSync(fixture.root, 0o755);
    chmodSync(fixture.path('locked.ts'), 0o000);
    chmodSync(fixture.path('closed'), 0o000);
    const { status, stdout } = asNobody(fixture.root);
    chmodSync(fixture.path('closed'), 0o755);
    expect(status).toBe(1);
    const { findings, calls } = JSON.parse(stdout) as {
      findings: { file: string; message: string }[];
      calls: unknown[];
    };
    expect(calls).toHaveLength(1);
    expect(findings.map(({ file }) => file)).toEqual(['closed', 'locked.ts']);
    expect(findings[0]?.message).toMatch(/^Cannot verify the tasks in this folder: it cannot be read \(EACCES/);
    expect(findings[1]?.message).toBe('Cannot verify the tasks in this file: it cannot be read (EACCES).');
  });

  test('a broken tsconfig is a finding where it hides an import', async () => {
    using fixture = createFixture({
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "paths": ',
      'router.ts': ROUTER,
      'app.ts': APP.replace('./router.ts', '@/router'),
    });
    const { exit, out } = await runIn(fixture.root, 'audit');
    expect(exit).toBe(1);
    expect(out).toMatch(/app\.ts\n.*no-unreadable-table\n.*Cannot verify.*"@\/router".*tsconfig\.json/);
  });

  test('a table with a gap cannot be verified, and neither can what it may not list', async () => {
    using fixture = createFixture({
      'router.ts': ROUTER.replace('ROUTES = {', 'ROUTES = { ...JSON.parse(process.env.ROUTES),'),
      'app.ts': `${APP}routeModel('typo');\n`,
    });
    const { exit, out } = await runIn(fixture.root, 'audit');
    expect(exit).toBe(1);
    expect(out).toMatch(/router\.ts\n.*no-unreadable-table\n +Cannot verify: .*Not every route of router is known/);
    expect(out).toMatch(/app\.ts\n.*no-unrouted-task\n +Cannot verify the task "typo"/);
  });

  test('not a git repository: it is read all the same', async () => {
    using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': APP });
    expect(await runIn(fixture.root, 'audit')).toMatchObject({ exit: 0, err: '' });
  });
});

test('100,000 files in node_modules beside cost nothing', { timeout: 120_000 }, () => {
  using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': APP });
  const before = timed(() => namesBelow(fixture));
  for (let folder = 0; folder < 1_000; folder++) {
    const path = fixture.path(join('node_modules', `package-${String(folder)}`));
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < 100; file++) writeFileSync(join(path, `${String(file)}.js`), '');
  }
  expect(namesBelow(fixture)).toEqual(['app.ts', 'router.ts']);
  expect(timed(() => namesBelow(fixture))).toBeLessThan(before + 50);
});

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Runs the built command as somebody whom permissions bind, whoever runs the tests. */
function asNobody(cwd: string): { readonly status: number | null; readonly stdout: string } {
  const bin = resolve(import.meta.dirname, '../dist/bin.js');
  // The modules are loaded first: nobody may not reach them everywhere.
  const script = `process.argv = [process.argv[0], ${JSON.stringify(bin)}, 'audit', '--json'];
await import(${JSON.stringify(resolve(import.meta.dirname, '../dist/main.js'))});
if (process.getuid() === 0) process.setuid(65534);
await import(${JSON.stringify(bin)});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' });
}
