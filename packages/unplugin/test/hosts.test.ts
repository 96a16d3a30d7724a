import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTS } from './hosts/index.ts';
import { folderOf, runBuilt, SERVICE } from './workshop.ts';

const ANSWERS = { erased: ['opus', 'haiku', 'haiku'], value: ['opus', 'haiku', 'haiku'] };
const ENTRY = join(SERVICE, 'main.ts');
const FAILING = join(SERVICE, 'failing.ts');

describe.each(Object.entries(HOSTS))('%s', (_name, build) => {
  test('builds a program in which an erased call answers as its value form does', async () => {
    const { code, stdout, stderr } = await runBuilt(await build({ entry: ENTRY, folder: folderOf() }));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(ANSWERS);
  });

  test('fails where types are removed before the calls are lowered, and names every call', async () => {
    const failed = build({ entry: ENTRY, folder: folderOf(), isWrong: true });
    await expect(failed).rejects.toThrow(/main\.ts:10:12[^]*main\.ts:10:39[^]*main\.ts:10:68/);
  });

  test.each([false, true])('leads a stack back to the line and column of the source, folded: %s', async (fold) => {
    const { code, stderr } = await runBuilt(await build({ entry: FAILING, folder: folderOf(), options: { fold } }));
    expect(code).toBe(1);
    expect(stderr).toContain('Error: on purpose');
    expect(stderr).toMatch(/failing\.ts:8:9\b/);
    expect(stderr).toMatch(/failing\.ts:11:70\b/);
  });
});
