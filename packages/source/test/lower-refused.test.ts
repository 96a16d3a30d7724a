import { expect, test } from 'vitest';
import { createProject, mayHoldErasedCall } from '../src/index.ts';
import { erasedSites } from '../src/lower/erased-site.ts';
import { lowerings } from '../src/lower/lower.ts';
import { isGap, parseModule } from '../src/text/parse.ts';
import { createCaches, createSession } from '../src/session.ts';
import { readConfig } from '../src/declare/config.ts';
import { ERASED_MODULES } from './corpus/erased-modules.ts';
import { REFUSED } from './corpus/refused.ts';
import { createFixture } from './fixture.ts';

test.each(REFUSED.map((each) => [each.name, each] as const))(
  'never left alone: %s',
  (_name, { text: marked, reason, mend, unguarded }) => {
    using fixture = createFixture(ERASED_MODULES);
    const file = fixture.path('app.ts');
    const text = marked.replace(/[‹›]/g, '');
    const before = marked.slice(0, marked.indexOf('‹')).split('\n');
    const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const project = createProject({ root: fixture.root });
    if (unguarded !== true) {
      expect(project.lower({ file, text })).toMatchObject({ text, calls: 0, faults: [{ reason, mend, place }] });
      expect(project.lower({ file, text }).faults).toHaveLength(1);
      return;
    }
    // The guard lets it pass; a file that is parsed for another call's sake says it, and so does the late pass.
    expect(mayHoldErasedCall(text)).toBe(false);
    const module = parseModule(file, text);
    if (isGap(module)) throw new Error(module.reason);
    const session = createSession(createCaches(fixture.root, readConfig(fixture.root)), module);
    expect(lowerings({ session, module }, erasedSites(module.tree)).faults).toMatchObject([{ reason, mend, place }]);
    expect(project.callsWithoutTask({ file, text })).toHaveLength(1);
  },
);

test('what can be lowered is lowered beside what cannot', () => {
  using fixture = createFixture(ERASED_MODULES);
  const head = `import { routeModel } from './router.js';\n`;
  const text = `${head}type T = 'blog-post'; routeModel<T>(); routeModel<'blog-post'>(); routeModel<'a' | 'b'>();`;
  const {
    text: made,
    calls,
    faults,
  } = createProject({ root: fixture.root }).lower({ file: fixture.path('a.ts'), text });
  expect(made).toBe(text.replace(`<'blog-post'>()`, `('blog-post')  `));
  expect(calls).toBe(1);
  expect(faults.map(({ place }) => place.column)).toEqual([23, 67]);
});
