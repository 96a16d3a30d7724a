import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorAt, SERVICE, TABLE, typed, type Cursor, type Place } from './editor-fixture.ts';
import { startLanguageServer } from './editor-language-server.ts';
import type { EditorServer } from './editor-server.ts';
import { startTsserver } from './editor-tsserver.ts';
import { ROUTES } from './fixtures/editor/model-router.ts';

const KEYS = Object.keys(ROUTES);
const TASKS = KEYS.filter((key) => !key.endsWith('/*'));

const LINE: Place = { file: TABLE, line: "'blog-post': 'opus'," };
const LINKED: Place = { file: SERVICE, line: "export const linked = routeModel(tasks['blog-post']);" };
const WRITTEN: Place = { file: SERVICE, line: "export const written = routeModel('blog-post');" };

describe.each([
  { editor: 'tsserver of TypeScript 6', start: startTsserver },
  { editor: 'language server of TypeScript 7', start: startLanguageServer },
])('$editor', ({ start }) => {
  let server: EditorServer;
  beforeAll(() => {
    server = start();
  });
  afterAll(() => server.stop());

  /** In alphabetical order. The empty name is what stands between the quotes already: servers repeat it. */
  async function offered(at: Cursor): Promise<readonly string[]> {
    const names = await server.completions(at);
    return names.filter((name) => name !== '').sort();
  }

  it.each([
    "routeModel('|')",
    "routeModel<'|'>()",
    "routeModel('|', { atLeast: 'sonnet' })",
    "getTier('|')",
    "decide('|')",
    "strict.routeModel('|')",
    "strict.routeModel<'|'>()",
  ])('offers every task and no domain in %s', async (marked) => {
    expect(await offered(typed(marked))).toEqual(TASKS.toSorted());
  });

  it('offers every key of the table in tasks', async () => {
    expect(await offered(typed("tasks['|']"))).toEqual(KEYS.toSorted());
  });

  it.each([
    "routeModel('blog-post', { override: '|' })",
    "routeModel('never-heard-of', { atLeast: '|' })",
    "getTier('blog-post', { atMost: '|' })",
    "decide('content/teaser', { override: '|' })",
  ])('offers the tiers in %s', async (marked) => {
    expect(await offered(typed(marked))).toEqual(['haiku', 'opus', 'sonnet']);
  });

  it.each(["routeModel('blog-post', { | })", "getTier('blog-post', { | })", "decide('never-heard-of', { | })"])(
    'offers the names of the options in %s',
    async (marked) => {
      expect(await offered(typed(marked))).toEqual(['atLeast', 'atMost', 'override', 'signals']);
    },
  );

  it('shows the model when hovering over what a call gave', async () => {
    expect(await server.hover(cursorAt(SERVICE, 'const writ|ten'))).toBe('const written: "opus"');
  });

  it('shows task and model when hovering over a call', async () => {
    const shown = await server.hover(cursorAt(SERVICE, "route|Model('blog-post')"));
    expect(shown).toMatch(/routeModel.*<"blog-post">\(task: "blog-post"\)(:| =>) "opus"/);
  });

  it("leads from tasks['blog-post'] to its line in the table", async () => {
    expect(await server.definition(cursorAt(SERVICE, "tasks['blog|-post']"))).toEqual([LINE]);
  });

  it.each([
    { from: "tasks['blog-post']", at: cursorAt(SERVICE, "tasks['blog|-post']") },
    { from: 'its line in the table', at: cursorAt(TABLE, "'blog|-post': 'opus'") },
  ])('finds and renames a task from $from, in both places', async ({ at }) => {
    expect(new Set(await server.references(at))).toEqual(new Set([LINE, LINKED]));
    expect(new Set(await server.rename(at))).toEqual(new Set([LINE, LINKED]));
  });

  it('does not link a plain string to the table: renaming it leaves the line as it was', async () => {
    const at = cursorAt(SERVICE, "routeModel('blog|-post')");
    expect(await server.definition(at)).toEqual([]);
    expect(await server.rename(at)).toEqual([WRITTEN]);
  });

  it.each([
    { line: "tasks['blog-psot'];", says: /'blog-psot' does not exist .* Did you mean 'blog-post'\?$/ },
    { line: "routeModel<'blog-psot'>();", says: /"blog-psot"' does not satisfy the constraint .*"classification"/ },
    { line: "routeModel('blog-post', { overide: 'opus' });", says: /Did you mean to write 'override'\?$/ },
    {
      line: "strict.routeModel('contrat');",
      says: /"contrat"' is not assignable .*"classification".*`content\/\$\{string\}`/,
    },
  ])('finds the slip in $line and says what was meant', async ({ line, says }) => {
    expect(await server.problems(typed(`${line}|`))).toEqual([expect.stringMatching(says)]);
  });

  it('finds nothing wrong with the service', async () => {
    expect(await server.problems(typed('|'))).toEqual([]);
  });
});
