import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { COMMONJS_FORMS, FORMS, IMPORTS, REQUIRES, type ErasedForm } from './corpus/erased.ts';
import { ERASED_MODULES } from './corpus/erased-modules.ts';
import { createRunnable, type Runnable } from './run.ts';

/** Runs both files and expects them to say the same, and something for each form at least. */
function expectSame(folder: Runnable, name: string, erased: string, value: string, least: number): void {
  const [one, other] = folder.run({ [name]: erased, [`value-${name}`]: value }, 'said');
  expect(other).toBeInstanceOf(Array);
  expect((other as readonly unknown[]).length).toBeGreaterThanOrEqual(least);
  expect(one).toEqual(other);
}

function fileOf(head: string, forms: readonly ErasedForm[], kind: 'erased' | 'value'): string {
  return head + forms.map((each) => `{ ${each[kind]}\n}\n`).join('');
}

const LINE_BREAKS = /[^\r\n\u2028\u2029]/g;

function lowered(root: string, file: string, text: string): string {
  const { text: made, faults, calls } = createProject({ root }).lower({ file, text });
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(0);
  expect(made).toHaveLength(text.length);
  expect(made.replace(LINE_BREAKS, ' ')).toBe(text.replace(LINE_BREAKS, ' '));
  return made;
}

describe('one file with every erased form says what the value forms say', () => {
  test.each([
    ['torture.ts', IMPORTS, FORMS],
    ['torture.tsx', IMPORTS, FORMS],
    ['torture.mts', IMPORTS, FORMS],
    ['torture.cts', REQUIRES, COMMONJS_FORMS],
  ])('%s', (name, head, forms) => {
    using folder = createRunnable(ERASED_MODULES);
    const made = lowered(folder.root, folder.path(name), fileOf(head, forms, 'erased'));
    expectSame(folder, name, made, fileOf(head, forms, 'value'), forms.length);
  });
});

test('there are forty forms at least, and each one throws where nothing lowers it', () => {
  using folder = createRunnable(ERASED_MODULES);
  const looking = FORMS.findIndex(({ name }) => name.startsWith('strings, templates'));
  const real = FORMS.slice(0, looking);
  expect(real.length).toBeGreaterThanOrEqual(40);
  const alone = real.map((each, index) => [`form-${String(index)}.ts`, fileOf(IMPORTS, [each], 'erased')] as const);
  const codes = folder.run(Object.fromEntries(alone), 'said');
  const thrown = ['TASKROUTE_NOT_LOWERED', 'TASKROUTE_INVALID_TASK'];
  expect(codes.filter((code) => typeof code !== 'string' || !thrown.includes(code))).toEqual([]);
});

test.each(['\r\n', '\r', '\u2028'])('line breaks stay what they are: %j', (lineBreak) => {
  using folder = createRunnable(ERASED_MODULES);
  const text = fileOf(IMPORTS, FORMS, 'erased').replaceAll('\n', lineBreak);
  const made = lowered(folder.root, folder.path('torture.ts'), text);
  const plain = fileOf(IMPORTS, FORMS, 'value').replaceAll('\n', lineBreak);
  expectSame(folder, 'torture.ts', made, plain, FORMS.length);
});

test('a byte order mark stays in its place', () => {
  using folder = createRunnable(ERASED_MODULES);
  const text = `\uFEFF${fileOf(IMPORTS, FORMS, 'erased')}`;
  const made = lowered(folder.root, folder.path('torture.ts'), text);
  expect(made).toBe(`\uFEFF${lowered(folder.root, folder.path('torture.ts'), text.slice(1))}`);
});

test('JSX is lowered as well', () => {
  using folder = createRunnable(ERASED_MODULES);
  const text = `${IMPORTS}export const a = <p title={routeModel<'blog-post'>()} {...{ a: getTier<"blog-post">() }}>routeModel&lt;'x'&gt;() {routeModel<'email-draft'>()} \`</p>;`;
  expect(lowered(folder.root, folder.path('a.tsx'), text).slice(IMPORTS.length)).toBe(
    `export const a = <p title={routeModel('blog-post')  } {...{ a: getTier("blog-post")   }}>routeModel&lt;'x'&gt;() {routeModel('email-draft')  } \`</p>;`,
  );
});
