import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTS } from './hosts/index.ts';
import { messageOf, run, serviceWith } from './workshop.ts';

const FAULTY = `import { routeModel } from './router.ts';

export function ask<Task extends 'blog-post' | 'classification'>(): string {
  return routeModel<Task>();
}

export const stored = routeModel<'blog-post'>;
export const fine: string = routeModel<'blog-post'>();
export const either: string = routeModel<'blog-post' | 'classification'>();
`;

/** Each with its place, reason and mend, in the order of the text. */
const SAID =
  /src\/entry\.ts:4:10 {2}\S[^\n]*; write [^\n]*\n[^\n]*src\/entry\.ts:7:23 {2}\S[^\n]*; write [^\n]*\n[^\n]*src\/entry\.ts:9:31 {2}\S[^\n]*; write /;

describe.each(Object.entries(HOSTS))('%s', (_name, build) => {
  test('fails on what cannot be lowered: every call of a file at once, and no stack', async () => {
    const folder = serviceWith({ 'entry.ts': FAULTY });
    const message = await messageOf(build({ entry: join(folder, 'src/entry.ts'), folder: join(folder, 'out') }));
    expect(message).toContain('taskroute: 3 calls cannot be lowered');
    expect(message).toMatch(SAID);
    expect(message).not.toContain('    at ');
  });
});

test('register ends the program with the same words', async () => {
  const folder = serviceWith({ 'entry.ts': FAULTY });
  const { code, stderr } = await run(
    process.execPath,
    ['--import', '@taskroute/unplugin/register', 'src/entry.ts'],
    folder,
  );
  expect(code).toBe(1);
  expect(stderr).toContain('taskroute: 3 calls cannot be lowered');
  expect(stderr).toMatch(SAID);
  expect(stderr).not.toContain('    at ');
});
