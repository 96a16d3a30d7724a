import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { CannotRun } from '../src/exit.ts';
import { writeFiles } from '../src/write/write-files.ts';
import { runIn } from './run.ts';
import { FILES } from './two-tables.ts';

function change(fixture: Fixture, name: string, before: string, after: string) {
  return { file: fixture.path(name), before, text: after };
}

test('a file keeps its mode, and a link leads where it led', () => {
  using fixture = createFixture({ 'real/a.ts': 'old\n' });
  chmodSync(fixture.path('real/a.ts'), 0o754);
  symlinkSync('real/a.ts', fixture.path('link.ts'));
  writeFiles([change(fixture, 'link.ts', 'old\n', 'new\n')], fixture.root);
  expect(lstatSync(fixture.path('link.ts')).isSymbolicLink()).toBe(true);
  expect(readFileSync(fixture.path('real/a.ts'), 'utf8')).toBe('new\n');
  expect(statSync(fixture.path('real/a.ts')).mode & 0o777).toBe(0o754);
  expect(readdirSync(fixture.path('real'))).toEqual(['a.ts']);
});

describe('where one file cannot be written none is, and nothing is left behind', () => {
  function refused(fixture: Fixture, changes: Parameters<typeof writeFiles>[0]): string {
    const before = readdirSync(fixture.root, { recursive: true });
    let message = '';
    try {
      writeFiles(changes, fixture.root);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      ({ message } = error);
    }
    expect(readdirSync(fixture.root, { recursive: true })).toEqual(before);
    return message;
  }

  test('a file that is read-only', () => {
    using fixture = createFixture({ 'a.ts': 'old', 'b.ts': 'old' });
    chmodSync(fixture.path('b.ts'), 0o444);
    const changes = ['a.ts', 'b.ts'].map((name) => change(fixture, name, 'old', 'new'));
    expect(refused(fixture, changes)).toBe('b.ts is read-only; nothing was written');
    expect(readFileSync(fixture.path('a.ts'), 'utf8')).toBe('old');
  });

  test('a file that was changed since it was read', () => {
    using fixture = createFixture({ 'a.ts': 'old', 'b.ts': 'newer' });
    const changes = ['a.ts', 'b.ts'].map((name) => change(fixture, name, 'old', 'new'));
    expect(refused(fixture, changes)).toBe('b.ts was changed meanwhile; nothing was written, run the command again');
    expect([readFileSync(fixture.path('a.ts'), 'utf8'), readFileSync(fixture.path('b.ts'), 'utf8')]).toEqual([
      'old',
      'newer',
    ]);
  });

  test('a file that is gone', () => {
    using fixture = createFixture({ 'a.ts': 'old' });
    const changes = [change(fixture, 'a.ts', 'old', 'new'), change(fixture, 'gone.ts', 'old', 'new')];
    expect(refused(fixture, changes)).toMatch(/^gone\.ts cannot be written: ENOENT/);
    expect(readFileSync(fixture.path('a.ts'), 'utf8')).toBe('old');
  });
});

test('a read-only table is said to be one, with exit 2', async () => {
  using fixture = createFixture(FILES);
  chmodSync(fixture.path('src/router.ts'), 0o444);
  expect(await runIn(fixture.root, 'move', 'contract', 'opus')).toEqual({
    exit: 2,
    out: '',
    err: 'taskroute: src/router.ts is read-only; nothing was written\n',
  });
});

test('a table in another encoding than UTF-8 is left to its owner', async () => {
  using fixture = createFixture({});
  const { writeFileSync } = await import('node:fs');
  const text = FILES['src/router.ts'].replace('haiku: quick', 'caf\u00e9');
  writeFileSync(fixture.path('router.ts'), Buffer.from(text, 'latin1'));
  const { exit, err } = await runIn(fixture.root, 'move', 'contract', 'opus');
  expect([exit, err]).toEqual([2, 'taskroute: router.ts is no UTF-8; edit it by hand\n']);
  expect(readFileSync(fixture.path('router.ts')).equals(Buffer.from(text, 'latin1'))).toBe(true);
});

test('a file that is new comes whole, and goes again where another cannot be written', () => {
  using fixture = createFixture({ 'one.js': 'old' });
  const all = [
    { file: fixture.path('new.js'), text: 'new' },
    { file: fixture.path('one.js'), text: 'new' },
  ];
  expect(() => {
    writeFiles([...all, { file: fixture.path('gone/two.js'), text: 'new' }], fixture.root);
  }).toThrow(/gone\/two\.js cannot be written: ENOENT/);
  expect(readdirSync(fixture.root)).toEqual(['one.js']);
  writeFiles(all, fixture.root);
  expect(readdirSync(fixture.root).sort()).toEqual(['new.js', 'one.js']);
  expect(readFileSync(fixture.path('one.js'), 'utf8')).toBe('new');
});
