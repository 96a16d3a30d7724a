import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, createProject, isNoEdit, type Edited, type RouterSource, type TableEdits } from '../src/index.ts';
import { MODELS, writtenTable, type WrittenTable } from './table-arbitrary.ts';
import { createFixture, type Fixture } from './fixture.ts';

const NEW_NAMES = ['new-task', 'fresh', 'content/new', 'it\u2019s "new"', 'new\\path', '7'];

/** The table of a fixture's router, as it is on the disk or would be with other texts. */
function routerOf(fixture: Fixture, texts: ReadonlyMap<string, string> = new Map<string, string>()) {
  const project = createProject({ root: fixture.root, texts });
  for (const file of ['router.ts', 'router.cjs']) {
    const [router] = project.routersOf(fixture.path(file));
    if (router !== undefined) return { project, router };
  }
  throw new Error('no router');
}

function linesOf({ routes }: RouterSource): ReadonlyMap<string, string | null> {
  return new Map(routes.map(({ task, model }) => [task, model]));
}

interface After {
  readonly before: string;
  readonly text: string;
  readonly edits: Exclude<Edited, { reason: string }>;
  readonly lines: ReadonlyMap<string, string | null>;
}

/** What an edit of a table leads to, read again. */
function edited(table: WrittenTable, edit: (edits: TableEdits, router: RouterSource) => Edited): After {
  using fixture = createFixture(table.files);
  const { project, router } = routerOf(fixture);
  expect(router.gaps).toEqual([]);
  expect(router.faults).toEqual([]);
  const expected = new Map([...table.spread, ...table.lines.map(({ task, model }) => [task, model] as const)]);
  expect(new Map([...linesOf(router)].sort())).toEqual(new Map([...expected].sort()));
  const edits = edit(project.edits, router);
  if (isNoEdit(edits)) throw new Error(edits.reason);
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map((each) => each.file))) {
    const name = file.slice(fixture.root.length + 1);
    const text = applyEdits(
      table.files[name] ?? '',
      edits.filter((each) => each.file === file),
    );
    if (text === null) throw new Error('edits in conflict');
    texts.set(file, text);
  }
  const own = join(fixture.root, table.file);
  const again = routerOf(fixture, texts).router;
  expect(again.gaps).toEqual([]);
  expect(again.faults).toEqual([]);
  expect(again.duplicates).toEqual([]);
  const before = table.files[table.file] ?? '';
  return { before, text: texts.get(own) ?? before, edits, lines: linesOf(again) };
}

/** What stood in a text and is not what the edits took out: the rest of it, byte for byte. */
function rest(text: string, ranges: readonly (readonly [number, number])[]): string {
  const bare = text.replace(/^\uFEFF/, '');
  let kept = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    kept += bare.slice(at, start) + '\u0000';
    at = end;
  }
  return kept + bare.slice(at);
}

const picked = fc.record({
  table: writtenTable,
  index: fc.nat(),
  model: fc.constantFrom(...MODELS),
  name: fc.constantFrom(...NEW_NAMES),
});

function lineAt({ lines }: WrittenTable, index: number) {
  const line = lines[index % lines.length];
  if (line === undefined) throw new Error('a table without lines');
  return line;
}

function sorted(lines: ReadonlyMap<string, string | null>) {
  return [...lines].sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('after an edit the table reads as intended, and all other bytes are the same', () => {
  test('of a move: the value of one line is another', () => {
    fc.assert(
      fc.property(picked, ({ table, index, model }) => {
        const line = lineAt(table, index);
        const { before, text, edits, lines } = edited(table, (make, router) => make.move(router, line.task, model));
        const expected = new Map([...table.spread, ...table.lines.map((each) => [each.task, each.model] as const)]).set(
          line.task,
          model,
        );
        expect(sorted(lines)).toEqual(sorted(expected));
        const [edit] = edits;
        expect(edits).toHaveLength(1);
        const taken = before.replace(/^\uFEFF/, '').slice(...(edit?.range ?? [0, 0]));
        expect(line.value).toContain(taken);
        expect(text.split('\n').length).toBe(before.split('\n').length);
        const [own, other] = [before.split('\n'), text.split('\n')];
        const changed = own.filter((each, at) => each !== other[at]);
        expect(changed.length).toBe(line.model === model ? 0 : 1);
        expect(changed.every((each) => each.includes(line.code))).toBe(true);
        expect(text.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'));
      }),
      { numRuns: 200 },
    );
  });

  test('of an addition: nothing is taken out', () => {
    fc.assert(
      fc.property(picked, ({ table, model, name }) => {
        const { before, text, edits, lines } = edited(table, (make, router) => make.add(router, name, model));
        const expected = new Map([...table.spread, ...table.lines.map((each) => [each.task, each.model] as const)]).set(
          name,
          model,
        );
        expect(sorted(lines)).toEqual(sorted(expected));
        expect(edits.every(({ range: [start, end] }) => start === end)).toBe(true);
        const written = edits.map((each) => each.text).join('');
        expect(text.length).toBe(before.length + written.length);
        // A line break of the table's own kind, and none of another.
        if (table.lines.every(({ own }) => own)) expect(written).toContain('\n');
        expect(written.includes('\r\n')).toBe(written.includes('\n') && before.includes('\r\n'));
      }),
      { numRuns: 200 },
    );
  });

  test('of a removal: the line goes with what stands beside it, and every other one stays', () => {
    fc.assert(
      fc.property(picked, ({ table, index }) => {
        const line = lineAt(table, index);
        const { before, text, edits, lines } = edited(table, (make, router) => make.remove(router, line.task));
        const expected = new Map([...table.spread, ...table.lines.map((each) => [each.task, each.model] as const)]);
        expected.delete(line.task);
        expect(sorted(lines)).toEqual(sorted(expected));
        expect(edits.every((each) => each.text === '')).toBe(true);
        const bare = before.replace(/^\uFEFF/, '');
        const taken = edits.map(({ range }) => bare.slice(...range)).join('');
        const leftOver = taken
          .replace(line.code, '')
          .replace(line.beside, '')
          .replace(/[\s,]+/g, '');
        expect(leftOver).toBe('');
        expect(text.split('\n').length).toBe(before.split('\n').length - (line.own ? 1 : 0));
        for (const other of table.lines) {
          if (other !== line) expect(text).toContain(other.code);
          expect(text).toContain(other.above.replaceAll('\n', before.includes('\r\n') ? '\r\n' : '\n'));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of a rename: the key of one line is another, wherever its text is written', () => {
    fc.assert(
      fc.property(picked, ({ table, index, name }) => {
        const line = lineAt(table, index);
        const { before, text, edits, lines } = edited(table, (make, router) => make.rename(router, line.task, name));
        const expected = new Map([...table.spread, ...table.lines.map((each) => [each.task, each.model] as const)]);
        expected.delete(line.task);
        expect(sorted(lines)).toEqual(sorted(expected.set(name, line.model)));
        expect(edits).toHaveLength(1);
        const [edit] = edits;
        const start = edit?.range[0] ?? 0;
        const after: readonly [number, number] = [start, start + (edit?.text.length ?? 0)];
        expect(rest(text, [after])).toBe(
          rest(
            before,
            edits.map(({ range }) => range),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});
