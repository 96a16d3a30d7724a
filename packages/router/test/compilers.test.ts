import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPILERS, PACKAGE, complaintsOf, project, type Complaint } from './compilers.ts';

const TYPE_TESTS = readdirSync(join(PACKAGE, 'test-d'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(PACKAGE, 'test-d', name));

/** One claim that is true, and three that are not. */
const CLAIMS = `import { defineRouter } from '@taskroute/router';
import { expectTypeOf } from 'expect-type';
const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { task: 'haiku' } });
expectTypeOf(routeModel('task')).toEqualTypeOf<'haiku'>();
expectTypeOf(routeModel('task')).toEqualTypeOf<'opus'>();
expectTypeOf(routeModel('task')).toEqualTypeOf<string>();
// @ts-expect-error -- it is none
routeModel('never-heard-of');
`;

/** Short enough to read a list of them in a failed test. */
function places(complaints: readonly Complaint[]): readonly string[] {
  return complaints.map(({ file, line, code, message }) => {
    return `${basename(file)}:${String(line)} ${code} ${message.slice(0, 120)}`;
  });
}

describe.each(COMPILERS)('the type tests under $name', (compiler) => {
  it('hold in strict mode', async () => {
    expect(TYPE_TESTS.length).toBeGreaterThan(10);
    expect(places(await complaintsOf(compiler, TYPE_TESTS))).toEqual([]);
  });

  it('hold where optional properties are exact and indexed access is unchecked no more', async () => {
    const options = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    expect(places(await complaintsOf(compiler, TYPE_TESTS, options))).toEqual([]);
  });

  it('hold without the erased form where Register switches it off', async () => {
    const file = join(PACKAGE, 'test/compilers/fixtures/erased-calls-off/router.ts');
    expect(places(await complaintsOf(compiler, [file]))).toEqual([]);
  });

  it('find an annotated router fit for isolated declarations, and no other', async () => {
    const options = { declaration: true, isolatedDeclarations: true };
    const annotated = join(PACKAGE, 'test-d/annotated.test-d.ts');
    const bare = join(PACKAGE, 'test-d/example-router.ts');
    expect(places(await complaintsOf(compiler, [annotated], options))).toEqual([]);
    expect(places(await complaintsOf(compiler, [bare], options))).not.toEqual([]);
  });

  it('would not hold if a claim were false', async () => {
    const { folder, remove } = await project({ 'claims.ts': CLAIMS });
    try {
      const complaints = await complaintsOf(compiler, [join(folder, 'claims.ts')]);
      expect(complaints.map(({ line, code }) => [line, code])).toEqual([
        [5, 'TS2344'],
        [6, 'TS2344'],
        [7, 'TS2578'],
      ]);
    } finally {
      await remove();
    }
  });
});
