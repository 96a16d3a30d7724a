import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../source/src/index.ts';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { FILES } from './two-tables.ts';

const BIN = resolve(import.meta.dirname, '../dist/bin.js');

/** Runs the command as a process of its own, ended hard after some milliseconds or by itself. */
async function started(
  fixture: Fixture,
  argv: readonly string[],
  kill: number | null,
  ...node: readonly string[]
): Promise<string | number | null> {
  const child = spawn(process.execPath, [...node, BIN, ...argv], { cwd: fixture.root, stdio: 'ignore' });
  const timer = kill === null ? undefined : setTimeout(() => child.kill('SIGKILL'), kill);
  return await new Promise((done) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      done(signal ?? code);
    });
  });
}

function modelOf(fixture: Fixture, task: string): string | null | undefined {
  const [router] = createProject({ root: fixture.root }).routersOf(fixture.path('src/router.ts'));
  expect([router?.gaps, router?.faults]).toEqual([[], []]);
  return router?.routes.find((entry) => entry.task === task)?.model;
}

/** Ends the process in the middle of writing: before or after the nth rename. */
function endingAt(when: 'before' | 'after', which: number): string {
  const code = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const rename = fs.renameSync;
let count = 0;
fs.renameSync = (...all) => {
  count++;
  if (count === ${String(which)} && ${String(when === 'before')}) process.kill(process.pid, 'SIGKILL');
  rename(...all);
  if (count === ${String(which)}) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

describe('a command that is killed leaves each file old or new', () => {
  test('at whichever moment', async () => {
    const times: number[] = [];
    {
      using fixture = createFixture(FILES);
      const start = Date.now();
      expect(await started(fixture, ['move', 'cold-outreach', 'sonnet'], null)).toBe(0);
      times.push(Date.now() - start);
    }
    const [whole = 0] = times;
    const ends = new Set<string>();
    for (let round = 0; round < 16; round++) {
      using fixture = createFixture(FILES);
      await started(fixture, ['move', 'cold-outreach', 'sonnet'], Math.round((whole * (round + 1)) / 14));
      const text = readFileSync(fixture.path('src/router.ts'), 'utf8');
      expect([
        FILES['src/router.ts'],
        FILES['src/router.ts'].replace(`'cold-outreach': "haiku"`, `'cold-outreach': "sonnet"`),
      ]).toContain(text);
      ends.add(String(modelOf(fixture, 'cold-outreach')));
    }
    // The last rounds end by themselves: else the test would have seen nothing but what was there.
    expect(ends).toContain('haiku');
  });

  test('between what is written beside the file and its rename', async () => {
    using fixture = createFixture(FILES);
    expect(await started(fixture, ['move', 'cold-outreach', 'sonnet'], null, endingAt('before', 1))).toBe('SIGKILL');
    expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(FILES['src/router.ts']);
    expect(readdirSync(fixture.path('src')).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    // What was left behind is in nobody's way.
    expect(await started(fixture, ['move', 'cold-outreach', 'sonnet'], null)).toBe(0);
    expect(modelOf(fixture, 'cold-outreach')).toBe('sonnet');
  });

  test('right after the rename', async () => {
    using fixture = createFixture(FILES);
    expect(await started(fixture, ['move', 'cold-outreach', 'sonnet'], null, endingAt('after', 1))).toBe('SIGKILL');
    expect(modelOf(fixture, 'cold-outreach')).toBe('sonnet');
  });

  test('between the files of a rename: each of them is whole', async () => {
    using fixture = createFixture(FILES);
    expect(await started(fixture, ['rename', 'blog-post', 'post'], null, endingAt('after', 1))).toBe('SIGKILL');
    expect(readFileSync(fixture.path('src/mail.ts'), 'utf8')).toBe(
      FILES['src/mail.ts'].replaceAll('blog-post', 'post'),
    );
    expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(FILES['src/router.ts']);
  });
});

test('where the second rename fails the first one is taken back', async () => {
  using fixture = createFixture(FILES);
  const code = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const rename = fs.renameSync;
let count = 0;
fs.renameSync = (...all) => {
  if (++count === 2) throw new Error('no space left');
  rename(...all);
};
syncBuiltinESMExports();`;
  expect(
    await started(
      fixture,
      ['rename', 'blog-post', 'post'],
      null,
      `--import=data:text/javascript,${encodeURIComponent(code)}`,
    ),
  ).toBe(2);
  for (const [name, text] of Object.entries(FILES)) expect(readFileSync(fixture.path(name), 'utf8')).toBe(text);
  expect(readdirSync(fixture.path('src')).sort()).toEqual(['mail.ts', 'router.ts']);
});
