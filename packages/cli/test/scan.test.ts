import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { ROUTER } from '../../source/test/corpus/case.ts';
import { filesBelow } from '../src/survey/files.ts';
import { scan } from '../src/survey/scan.ts';
import { surveyFiles } from '../src/survey/survey-files.ts';
import { inThreads } from '../src/survey/threads.ts';
import { createProgress } from '../src/terminal/progress.ts';
import { runWith } from './run.ts';

/** Enough for threads. */
function large(): Fixture {
  const files = Array.from({ length: 450 }, (_, index) => [
    `src/${String(index % 7)}/module-${String(index)}.ts`,
    index % 3 === 0
      ? `import { routeModel } from '../../router.ts';\nrouteModel('blog-post');\nrouteModel('task-${String(index)}');\n`
      : `export const value = ${String(index)};\n`,
  ]);
  return createFixture({ 'router.ts': ROUTER, ...(Object.fromEntries(files) as Record<string, string>) });
}

describe('threads', () => {
  test('give what one thread gives, in the same order, each time', async () => {
    using fixture = large();
    const { root } = fixture;
    const { files } = filesBelow(root, ['.']);
    const alone = surveyFiles({ root, files });
    expect(alone.calls).toHaveLength(300);
    for (let time = 0; time < 3; time++) {
      const { calls, findings, routers, reached } = await scan(root, files);
      expect({ calls, findings, routers }).toEqual({
        calls: alone.calls,
        findings: alone.findings,
        routers: alone.routers,
      });
      expect(reached).toEqual(alone.reached);
    }
  });

  test('tell how far they are', async () => {
    using fixture = large();
    const { files } = filesBelow(fixture.root, ['.']);
    const told: number[] = [];
    await scan(fixture.root, files, (done) => told.push(done));
    expect(told).toEqual([100, 200, 300, 400, 451]);
  });

  test.each([
    ['throws', 'throw new Error("no more");', /ended before its work did: no more; run it on fewer files/],
    ['ends by itself', 'process.exit(3);', /ended before its work did: it ended by itself, with 3; run it on fewer/],
  ])('one that %s is said', async (_name, code, message) => {
    using fixture = large();
    fixture.write(
      'worker.mjs',
      `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${code} });`,
    );
    const { files } = filesBelow(fixture.root, ['src']);
    const program = pathToFileURL(fixture.path('worker.mjs'));
    await expect(scan(fixture.root, files, () => undefined, program)).rejects.toThrow(message);
  });

  test('one that holds more than it may is said', async () => {
    using fixture = createFixture({
      'worker.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => { const held = []; for (;;) held.push({ more: [held.length] }); });`,
    });
    const program = pathToFileURL(fixture.path('worker.mjs'));
    const limits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };
    await expect(inThreads({ program, count: 1, limits }, [1], () => undefined)).rejects.toThrow(/memory/);
  });

  test('that end with an error end all', async () => {
    using fixture = createFixture({
      'worker.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (job) => { if (job === 0) throw new Error('first'); setInterval(() => {}, 1000); });`,
    });
    const program = pathToFileURL(fixture.path('worker.mjs'));
    await expect(inThreads({ program, count: 2 }, [0, 1, 2], () => undefined)).rejects.toThrow('first');
  });
});

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    return () => vi.useRealTimers();
  });

  function shown(isErrTerminal: boolean, times: readonly number[]): string {
    let err = '';
    const io = { isErrTerminal, err: (text: string) => (err += text) } as unknown as Parameters<
      typeof createProgress
    >[0];
    const progress = createProgress(io, 'Reading file');
    const start = Date.now();
    for (const [index, time] of times.entries()) {
      vi.setSystemTime(start + time);
      progress.at(index + 1, times.length);
    }
    progress.done();
    return err;
  }

  test('says nothing of what takes less than a second', () => {
    expect(shown(true, [10, 500, 999])).toBe('');
  });

  test('says how far it is after a second, ten times a second at most, and wipes it away', () => {
    expect(shown(true, [500, 1000, 1050, 1100])).toBe(
      '\r\u001b[KReading file 2 of 4\r\u001b[KReading file 4 of 4\r\u001b[K',
    );
  });

  test('says nothing where nobody reads it', () => {
    expect(shown(false, [500, 1500, 2500])).toBe('');
  });
});

test('an audit of many files says how far it is, on the error stream alone', async () => {
  using fixture = large();
  const start = Date.now();
  // Each look at the clock is half a second later.
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (looks += 500) + start);
  let looks = 0;
  try {
    const { out, err } = await runWith({ isErrTerminal: true }, fixture.root, 'audit', '--json');
    expect(err.startsWith('\r\u001b[KReading file ')).toBe(true);
    expect(stripVTControlCharacters(err)).toMatch(/^\rReading file \d+ of 451\r/);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  } finally {
    clock.mockRestore();
  }
});
