import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TYPESCRIPT_7, complaintsOf, project } from './compilers.ts';
import { exactCase, openCase, type Case } from './types-agree-cases.ts';
import { sourceOf } from './types-agree-source.ts';

/** The lines that the compiler refuses, each with what it is about. */
async function refusals(source: string): Promise<readonly string[]> {
  const { folder, remove } = await project({ 'claims.ts': source });
  try {
    const lines = source.split('\n');
    const complaints = await complaintsOf(TYPESCRIPT_7, [join(folder, 'claims.ts')]);
    return complaints.map(({ line, message }) => {
      const claim = lines[line - 1] ?? '';
      const [, router = '', call = ''] = /(\d+)(_\d+)/u.exec(claim) ?? [];
      const about = new RegExp(`const (router${router}|\\w+?${router}${call}|router${router}Routes)\\b`, 'u');
      return [...lines.filter((each) => about.test(each)), claim, message].join('\n');
    });
  } finally {
    await remove();
  }
}

/** Some hundreds of calls are claimed in one program, so a failed one is read there and not shrunk. */
async function agree(cases: fc.Arbitrary<Case>, relation: 'Same' | 'Within'): Promise<void> {
  const batch = fc.array(cases, { minLength: 40, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(batch, async (some) => {
      expect(await refusals(sourceOf(some, relation))).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}

describe('the types of a call and its value at run time', () => {
  it('agree to the last model where the table is exact', () => agree(exactCase, 'Same'));

  it('never part where lines may be missing, tables differ or rules may apply', () => agree(openCase, 'Within'));

  it('would be seen to part', async () => {
    const given: Case = {
      tiers: ['haiku', 'opus'],
      default: 'opus',
      tables: [[{ key: 'task', model: 'haiku', optional: false }]],
      rules: [],
      calls: [{ tasks: ['task'], options: undefined }],
    };
    const source = sourceOf([given], 'Same');
    expect(await refusals(source)).toEqual([]);
    const parted = await refusals(source.replace('{ "task": "haiku" }', '{ "task": "opus" }'));
    expect(parted).toHaveLength(6);
    expect(parted[0]).toContain('router0.routeModel("task")');
    expect(parted[0]).toContain("Type 'false' does not satisfy the constraint 'true'");
  });
});
