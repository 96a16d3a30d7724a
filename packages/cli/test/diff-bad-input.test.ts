import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { edited, FLEET } from './fleet.ts';
import { createRepository } from './repository.ts';
import { runIn } from './run.ts';

const BIN = new URL('../dist/bin.js', import.meta.url).pathname;

test('a folder without git is said to be one', async () => {
  using folder = createFixture(FLEET);
  expect(await runIn(folder.root, 'diff', 'main')).toEqual({
    exit: 2,
    out: '',
    err: 'taskroute: this folder is in no git repository; diff compares two revisions of one\n',
  });
});

test('a revision that git does not know is named, and nothing is taken for an option', async () => {
  using repository = createRepository(FLEET);
  const names = ['nope', '--output=x', '-x', '', '--help', 'HEAD^{tree}', 'main:src', 'nope...main', 'main..-x'];
  for (const name of names) {
    const { exit, out, err } = await runIn(repository.root, 'diff', '--', name);
    expect([name, exit, out]).toEqual([name, 2, '']);
    expect(err).toMatch(/^taskroute: git knows no revision ".*" here; name a branch, a tag or a commit.*\n$/);
  }
  expect((await runIn(repository.root, 'diff', 'base', 'nope')).err).toContain('"nope"');
  expect((await runIn(repository.root, 'diff', 'base...main', 'main')).err).toContain('leave main out');
  expect(readdirSync(repository.root).sort()).toEqual(['.git', 'package.json', 'src']);
});

test('a branch that stands on the remote alone is pointed at', async () => {
  using repository = createRepository(FLEET);
  repository.git('update-ref', 'refs/remotes/origin/trunk', 'base');
  const { exit, err } = await runIn(repository.root, 'diff', 'trunk');
  expect([exit, err]).toEqual([2, 'taskroute: git knows no revision "trunk" here; did you mean origin/trunk?\n']);
});

test('a shallow clone without the base says how to get it', async () => {
  using repository = createRepository(FLEET);
  const base = repository.commit();
  repository.commit();
  using clone = createFixture({});
  execFileSync('git', ['clone', '-q', '--depth', '1', pathToFileURL(repository.root).href, clone.path('clone')]);
  for (const name of [base, `${base}...HEAD`]) {
    const { exit, err } = await runIn(clone.path('clone'), 'diff', name);
    expect(exit).toBe(2);
    expect(err).toContain(
      'this is a shallow clone: fetch the rest with "git fetch --unshallow", in actions/checkout with',
    );
  }
});

test('two revisions without a common past have nothing to part from', async () => {
  using repository = createRepository(FLEET);
  repository.git('checkout', '-q', '--orphan', 'other');
  repository.write('other.ts', 'export {};\n');
  repository.commit();
  const { exit, err } = await runIn(repository.root, 'diff', 'main...other');
  expect(exit).toBe(2);
  expect(err).toContain('main and other have no commit in common here');
});

test('a machine without git is told so', () => {
  using repository = createRepository(FLEET);
  let failure: { status?: number; stderr?: string } = {};
  try {
    execFileSync(process.execPath, [BIN, 'diff', 'main'], {
      cwd: repository.root,
      env: { PATH: repository.root },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    // What `execFileSync` throws has these.
    failure = error as typeof failure;
  }
  expect(failure.status).toBe(2);
  expect(failure.stderr).toBe('taskroute: git was not found; install it, or put it on the PATH\n');
});

test('a revision without a router is named', async () => {
  using repository = createRepository({ 'index.ts': 'export const nothing = 1;\n' });
  for (const [name, text] of Object.entries(FLEET)) repository.write(name, text);
  repository.commit('head');
  const { exit, out, err } = await runIn(repository.root, 'diff', 'base', 'head');
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('taskroute: at base: no router was found');
  expect((await runIn(repository.root, 'diff', 'head', 'base')).err).toContain('at base: no router was found');
  repository.remove('src');
  expect((await runIn(repository.root, 'diff', 'head')).err).toContain('in the work tree: no router was found');
});

test('a bare repository has two revisions and no work tree', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', edited('src/router.ts', "'blog-post': 'opus'", "'blog-post': 'sonnet'"));
  repository.commit('head');
  repository.git('clone', '-q', '--bare', '.', 'bare.git');
  const bare = repository.path('bare.git');
  const { exit, err } = await runIn(bare, 'diff', 'base');
  expect([exit, err]).toEqual([2, 'taskroute: a bare repository has no work tree; name two revisions\n']);
  expect((await runIn(bare, 'diff', 'base', 'head')).out).toContain('down  blog-post  opus → sonnet');
});

test('an object that is lost is a clear line', async () => {
  using repository = createRepository(FLEET);
  const blob = repository.git('rev-parse', 'base:src/router.ts').trim();
  repository.remove(join('.git/objects', blob.slice(0, 2), blob.slice(2)));
  const { exit, err } = await runIn(repository.root, 'diff', 'base');
  expect(exit).toBe(2);
  expect(err).toMatch(
    /^taskroute: git cannot read an object of this revision \(.* missing\); fetch it, or try "git fsck"\n$/,
  );
});

test('an unknown reason to fail is refused before anything is read', async () => {
  using repository = createRepository(FLEET);
  const { exit, err } = await runIn(repository.root, 'diff', 'base', '--fail-on', 'downgrade,upgrade');
  expect(exit).toBe(2);
  expect(err).toContain('"upgrade" is none of downgrade, change, unrouted, unverified');
});

test('a table with gaps is compared as far as it can be read, and the gap is shown', async () => {
  const gap = (known: string) =>
    edited('src/router.ts', "  classification: 'haiku',\n", `  ...(globalThis as any).more,\n  ${known}`);
  using repository = createRepository({ ...FLEET, 'src/router.ts': gap("classification: 'haiku',\n") });
  repository.write('src/router.ts', gap("classification: 'sonnet',\n  contract: 'sonnet',\n"));
  const { exit, out } = await runIn(repository.root, 'diff', 'base');
  expect(exit).toBe(0);
  expect(out).toContain('up  classification  haiku → sonnet');
  // It may have been among what is spread.
  expect(out).not.toContain('contract');
  expect(out).toContain('Cannot verify on both sides\n  src/router.ts:4:');
});

test.each(['SIGINT', 'SIGTERM'] as const)('after %s nothing of it is left', async (signal) => {
  const files = Array.from({ length: 3000 }, (_, index) => [`src/many/${String(index)}.ts`, 'export {};\n'] as const);
  using repository = createRepository({ ...FLEET, ...Object.fromEntries(files) });
  using elsewhere = createFixture({});
  mkdirSync(elsewhere.path('temp'));
  const child = spawn(process.execPath, [BIN, 'diff', 'base'], {
    cwd: repository.root,
    env: { ...process.env, TMPDIR: elsewhere.path('temp') },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => {
    child.on('exit', (_, by) => {
      resolve(by);
    });
  });
  const written = () => readdirSync(elsewhere.path('temp'), { recursive: true }).length;
  while (written() < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(elsewhere.path('temp'))).toEqual([]);
});
