import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { createProject, type HostTree } from '../src/index.ts';
import { treeOfHost } from '../src/text/host-tree.ts';
import { FORMS, IMPORTS } from './corpus/erased.ts';
import { ERASED_MODULES } from './corpus/erased-modules.ts';
import { createFixture } from './fixture.ts';

/** A tree as a bundler's parser gives it: offsets as `start` and `end`, parentheses as nodes, no scopes. */
function parse(text: string, lang: 'ts' | 'js' = 'ts'): HostTree {
  return parseSync('host.ts', text, { lang, astType: lang }).program;
}

describe("with a host's own tree the same is found", () => {
  test.each(FORMS.map((each) => [each.name, each] as const))('%s', (_name, { erased }) => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const text = `${IMPORTS}{ ${erased}\n}`;
    const file = fixture.path('app.ts');
    const tree = parse(text);
    const before = JSON.stringify(tree, withoutBigInts);
    expect(project.lower({ file, text, tree })).toEqual(project.lower({ file, text }));
    // The tree is the host's.
    expect(JSON.stringify(tree, withoutBigInts)).toBe(before);
    const { program } = parseSync('host.ts', text, { lang: 'ts', astType: 'ts', range: true, preserveParens: false });
    expect(project.lower({ file, text, tree: program, exact: true })).toEqual(project.lower({ file, text }));
  });

  test('a byte order mark is not counted, whatever the host does', () => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const text = `\uFEFF${IMPORTS}say(routeModel<'blog-post'>());`;
    const file = fixture.path('app.ts');
    for (const tree of [parse(text), parse(text.slice(1))])
      expect(project.lower({ file, text, tree })).toEqual(project.lower({ file, text }));
  });

  test('calls and findings, in JavaScript too', () => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const file = fixture.path('app.js');
    const text = `import { routeModel } from './router.js';\n(routeModel)(('blog-post'));\n((routeModel))();`;
    const tree = parse(text, 'js');
    expect(project.callsIn({ file, text, tree }).calls.map(({ task }) => task.values[0]?.value)).toEqual([
      'blog-post',
      undefined,
    ]);
    expect(project.callsWithoutTask({ file, text, tree })).toMatchObject([{ place: { line: 3, column: 1 } }]);
  });
});

test('a deep tree is no matter', () => {
  const depth = 50_000;
  let tree: HostTree = { type: 'Literal' };
  for (let index = 0; index < depth; index++) tree = { type: 'ParenthesizedExpression', expression: tree } as HostTree;
  expect(treeOfHost(tree)).toMatchObject({ type: 'Literal' });
  for (let index = 0; index < depth; index++) tree = { type: 'UnaryExpression', argument: tree } as HostTree;
  expect(treeOfHost(tree).type).toBe('UnaryExpression');
});

function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
