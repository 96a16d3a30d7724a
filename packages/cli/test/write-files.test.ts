import { lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { CannotRun } from '../src/exit.ts';
import { writeFiles } from '../src/write/write-files.ts';

test('a file keeps its mode, and a link leads where it led', () => {
  using fixture = createFixture({ 'a/one.js': 'old' });
  writeFileSync(fixture.path('tool.js'), 'old', { mode: 0o777 });
  const { mode } = statSync(fixture.path('tool.js'));
  symlinkSync(fixture.path('a/one.js'), fixture.path('link.js'));
  writeFiles([
    { file: fixture.path('tool.js'), text: 'new' },
    { file: fixture.path('link.js'), text: 'new' },
    { file: fixture.path('a/two.js'), text: 'new' },
  ]);
  expect(statSync(fixture.path('tool.js')).mode).toBe(mode);
  expect(lstatSync(fixture.path('link.js')).isSymbolicLink()).toBe(true);
  expect(readFileSync(fixture.path('a/one.js'), 'utf8')).toBe('new');
  expect(readdirSync(fixture.path('a')).sort()).toEqual(['one.js', 'two.js']);
});

test('where one cannot be written none is, and nothing is left beside them', () => {
  using fixture = createFixture({ 'one.js': 'old' });
  const write = (): void => {
    writeFiles([
      { file: fixture.path('one.js'), text: 'new' },
      { file: fixture.path('gone/two.js'), text: 'new' },
    ]);
  };
  expect(write).toThrow(CannotRun);
  expect(write).toThrow(/two\.js cannot be written \(ENOENT/);
  expect(readFileSync(fixture.path('one.js'), 'utf8')).toBe('old');
  expect(readdirSync(fixture.root)).toEqual(['one.js']);
});
