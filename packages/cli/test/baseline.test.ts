import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { ROUTER } from '../../source/test/corpus/case.ts';
import { runIn, type Ran } from './run.ts';
import { faultsOfJson } from './schema.ts';

const APP = `import { routeModel } from './router.ts';\nrouteModel('typo');\nrouteModel('email-draft');\n`;

function repository(): Fixture {
  return createFixture({ 'router.ts': ROUTER, 'app.ts': APP, 'lib/other.ts': APP.replace('./', '../') });
}

function audit(fixture: Fixture, ...argv: readonly string[]): Promise<Ran> {
  return runIn(fixture.root, 'audit', '--baseline', 'audit-baseline.json', ...argv);
}

function read(fixture: Fixture): string {
  return readFileSync(fixture.path('audit-baseline.json'), 'utf8');
}

test('what is accepted is no finding', async () => {
  using fixture = repository();
  const written = await audit(fixture, '--update-baseline');
  expect(written).toMatchObject({ exit: 0, err: '' });
  expect(written.out).toContain('2 findings accepted by audit-baseline.json.');
  expect(await audit(fixture)).toMatchObject({ exit: 0, err: '' });
  expect(await runIn(fixture.root, 'audit')).toMatchObject({ exit: 1 });
});

test('a new finding fails, and is the only one shown', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  fixture.write('app.ts', `${APP}routeModel('another');\n`);
  const { exit, out } = await audit(fixture, '--json');
  expect(exit).toBe(1);
  expect(faultsOfJson('audit', out)).toEqual([]);
  const { findings, counts, baseline } = JSON.parse(out) as Record<string, unknown>;
  expect(findings).toMatchObject([{ file: 'app.ts', line: 4, rule: 'no-unrouted-task' }]);
  expect(counts).toMatchObject({ findings: 1 });
  expect(baseline).toEqual({ file: 'audit-baseline.json', accepted: 2, gone: 0 });
});

test('the same finding once more is a new one', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  fixture.write('app.ts', `${APP}routeModel('typo');\n`);
  expect(await audit(fixture)).toMatchObject({ exit: 1 });
});

test('lines that moved do not matter, neither those of the finding nor those that it names', async () => {
  using fixture = createFixture({
    'router.ts': ROUTER.replace("'content/*'", "'email-draft': 'opus', 'content/*'"),
    'app.ts': APP,
  });
  const { out } = await audit(fixture, '--update-baseline');
  expect(out).toContain('2 findings accepted');
  fixture.write('app.ts', `\n\n${APP}`);
  fixture.write('router.ts', `\n\n\n${readFileSync(fixture.path('router.ts'), 'utf8')}`);
  expect(await audit(fixture)).toMatchObject({ exit: 0 });
});

test('another line of the table, which changes a guess, does not matter', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  fixture.write('router.ts', ROUTER.replace("'content/*'", "'typos': 'opus', 'content/*'"));
  const { exit, out } = await audit(fixture);
  expect({ exit, hasGuess: out.includes('Did you mean') }).toEqual({ exit: 0, hasGuess: false });
});

test('findings that are gone are said', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  fixture.write('app.ts', APP.replace('typo', 'blog-post'));
  expect((await audit(fixture)).out).toContain('1 accepted finding is gone: update the baseline (--update-baseline).');
  fixture.remove('lib/other.ts');
  const { exit, out } = await audit(fixture);
  expect(exit).toBe(0);
  expect(out).toContain('2 accepted findings are gone: update the baseline (--update-baseline).');
});

test('of what an audit does not look at, nothing is gone and nothing is forgotten', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  const all = read(fixture);
  expect((await audit(fixture, 'lib', 'router.ts')).out).not.toContain('gone');
  await audit(fixture, 'lib', 'router.ts', '--update-baseline');
  expect(read(fixture)).toBe(all);
});

test('an audit of one router shows its findings alone, and misses none of another', async () => {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'other.ts': ROUTER,
    'app.ts': APP,
    'b.ts': APP.replace('router.ts', 'other.ts').replace('typo', 'another typo'),
  });
  const alone = JSON.parse((await runIn(fixture.root, 'audit', '--router', 'other.ts', '--json')).out) as {
    findings: { file: string; router: string }[];
  };
  expect(alone.findings.map(({ file, router }) => [file, router])).toEqual([['b.ts', 'other.ts#router']]);
  await audit(fixture, '--update-baseline');
  const { exit, out } = await audit(fixture, '--router', 'other.ts');
  expect({ exit, isGone: out.includes('gone') }).toEqual({ exit: 0, isGone: false });
});

test('the file is the same whatever was found first, and has no places', async () => {
  using fixture = repository();
  await audit(fixture, '--update-baseline');
  const { version, findings } = JSON.parse(read(fixture)) as { version: number; findings: { file: string }[] };
  expect(version).toBe(1);
  expect(findings.map(({ file }) => file)).toEqual(['app.ts', 'lib/other.ts']);
  expect(findings[0]).toEqual({
    rule: 'no-unrouted-task',
    file: 'app.ts',
    message: 'No route for the task "typo" in router.ts: the default gives it "sonnet".',
    count: 1,
  });
});

describe('what cannot be used is exit 2, with what to do', () => {
  test('a baseline that is not there', async () => {
    using fixture = repository();
    expect(await audit(fixture)).toEqual({
      exit: 2,
      out: '',
      err: 'taskroute: the baseline audit-baseline.json is not there; write it with --update-baseline\n',
    });
  });

  test.each([
    ['no JSON', '{', /cannot be read: .*; mend it, or write it with --update-baseline/],
    ['something else', '{"version":2,"findings":[]}', /is no baseline of this version; mend it, or write it/],
    ['a list of something else', '{"version":1,"findings":[{"rule":1}]}', /is no baseline of this version/],
  ])('%s', async (_name, text, message) => {
    using fixture = repository();
    fixture.write('audit-baseline.json', text);
    const { exit, out, err } = await audit(fixture);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
    expect(await audit(fixture, '--update-baseline')).toMatchObject({ exit: 0 });
  });

  test('a folder in its place stays, and nothing is left beside it', async () => {
    using fixture = repository();
    fixture.write('audit-baseline.json/x', '');
    const before = readdirSync(fixture.root);
    const { exit, err } = await audit(fixture, '--update-baseline');
    expect({ exit, isSaid: err.includes('cannot be written') }).toEqual({ exit: 2, isSaid: true });
    expect(readdirSync(fixture.root)).toEqual(before);
  });

  test('--update-baseline without a file, or for one router', async () => {
    using fixture = repository();
    const { exit, err } = await runIn(fixture.root, 'audit', '--update-baseline');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: 'taskroute: --update-baseline has to know the file: add --baseline <file>\n',
    });
    expect(await audit(fixture, '--update-baseline', '--router', 'router.ts')).toMatchObject({ exit: 2 });
  });
});
