import { join } from 'node:path';
import { createProject } from '@taskroute/source';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { inlineMapOf, isBlanked } from '@taskroute/source/built';
import { fill } from '../src/fill.ts';
import { withoutTypes } from './hosts/host.ts';
import { serviceWith } from './workshop.ts';

const TEXT = `import { modelOf, models } from './models.ts';
import { routeModel } from './router.ts';

export const one: string = routeModel<'blog-post'>(), two: string = modelOf<'classification'>(), three: string = String(1);
export class Drafts {
  declare readonly kind: string;
  readonly model: string = models.routeModel<'email-draft'>();
}
`;

function filled(compiled: string, text = TEXT): string {
  const root = serviceWith({ 'entry.ts': text });
  const file = join(root, 'src/entry.ts');
  return fill(createProject({ root }), { file, text }, compiled);
}

test.each([
  ['as ES module', { format: 'esm' }],
  ['as CommonJS', { format: 'cjs' }],
  ['on one line', { format: 'esm', minifyWhitespace: true }],
  ['for an old engine', { format: 'cjs', target: 'es2017', keepNames: true }],
] as const)('calls that a compiler emptied have their tasks again: %s', (_how, options) => {
  const { code } = transformSync(TEXT, { ...options, loader: 'ts', sourcemap: 'inline', sourcefile: 'entry.ts' });
  const text = filled(code);
  expect(text).toMatch(/routeModel\)?\("blog-post"\)/);
  expect(text).toMatch(/modelOf\)?\("classification"\)/);
  expect(text).toMatch(/models\.routeModel\("email-draft"\)/);
});

const FORMS = [
  ["router['routeModel']<'blog-post'>()", /\["routeModel"\]\("blog-post"\)/],
  ["(async () => (await import('./router.ts')).routeModel<'blog-post'>())()", /\.routeModel\("blog-post"\)/],
  ["(() => routeModel)()<'blog-post'>()", /\(\)\)?\("blog-post"\)/],
  ["(0, routeModel)<'blog-post'>()", /routeModel\)\("blog-post"\)/],
  ["(routeModel<'blog-post'>)()", /routeModel\)?\("blog-post"\)/],
  ["routeModel<'blog-post'>?.()", /routeModel\)?\?\.\("blog-post"\)/],
  ["routeModel // (\n<'blog-post'>(\n)", /routeModel[^'"(]*(?:\/\/ \(\n)?\(\s*"blog-post"\s*\)/],
  ["routeModel /* ( */ <'blog-post'>(/* ) */)", /\((?:\/\* \) \*\/|\s)*"blog-post"\)/],
  ["[routeModel][0]<'blog-post'>()", /\]\("blog-post"\)/],
  ["`${routeModel<'blog-post'>()}`", /\$\{(?:\(.*)?routeModel\)?\("blog-post"\)\}/],
] as const;

describe.each([
  ['as it is', {}],
  ['on one line', { minifyWhitespace: true }],
  ['as CommonJS', { format: 'cjs' }],
] as const)('every form of a call has its task again, %s', (_how, options) => {
  test.each(FORMS)('%s', (form, expected) => {
    const text = `import * as router from './router.ts';\nimport { routeModel } from './router.ts';\n\nexport const one: string = ${form};\n`;
    const { code } = transformSync(text, { ...options, loader: 'ts', sourcemap: 'inline', sourcefile: 'entry.ts' });
    expect(filled(code, text)).toMatch(expected);
  });
});

test('a call that the source map does not lead to is said to be not found by it', () => {
  const { code } = transformSync(TEXT, { loader: 'ts', sourcemap: 'inline', sourcefile: 'entry.ts' });
  const map = Buffer.from(JSON.stringify({ version: 3, sources: ['entry.ts'], mappings: 'AAAA' })).toString('base64');
  const other = code.replace(/(base64,)\S+/, (_all, before: string) => before + map);
  expect(() => filled(other)).toThrow(
    /src\/entry\.ts:4:28 {2}[^\n]*whose source map does not lead to the call; start Node with/,
  );
});

test('what a compiler takes apart before a call is no sign of it', () => {
  const text = `import { models } from './models.ts';\nexport const one = (models?.routeModel<'blog-post'>())!.trim().length;\n`;
  const options = { loader: 'ts', target: 'es2017', sourcemap: 'inline', sourcefile: 'entry.ts' } as const;
  const { code } = transformSync(text, options);
  expect(filled(code, text)).toMatch(/\? void 0 : _a\.routeModel\("blog-post"\)\)\.trim\(\)\.length/);
});

test('the source map still leads to what stands behind a task', () => {
  const { code } = transformSync(TEXT, {
    loader: 'ts',
    minifyWhitespace: true,
    sourcemap: 'inline',
    sourcefile: 'entry.ts',
  });
  const text = filled(code);
  const line = TEXT.split('\n').findIndex((each) => each.includes('String(1)'));
  const column = TEXT.split('\n')[line]?.indexOf('String(1)');
  const offset = text.indexOf('String(1)');
  expect(text.slice(0, offset)).not.toContain('\n');
  const segment = inlineMapOf(text)?.mappings[0]?.find(([at]) => at === offset);
  expect(segment?.slice(2, 4)).toEqual([line, column]);
});

test('blanks in the place of types need no source map', () => {
  const text = TEXT.replace('  declare readonly kind: string;\n', '');
  expect(filled(withoutTypes(text), text)).toMatch(/models\.routeModel\s+\("email-draft"\)/);
});

test('a call that was lowered before stays as it is', () => {
  const lowered = TEXT.replace("routeModel<'blog-post'>()", "routeModel('blog-post')  ");
  const { code } = transformSync(lowered, { loader: 'ts', sourcemap: 'inline', sourcefile: 'entry.ts' });
  expect(filled(code)).toContain('one = routeModel("blog-post"), two = modelOf("classification")');
});

test('without a source map it says which order is right', () => {
  const { code } = transformSync(TEXT, { loader: 'ts' });
  expect(() => filled(code)).toThrow(
    /src\/entry\.ts:4:28 {2}[^\n]*; start Node with --import @taskroute\/unplugin\/register before that loader/,
  );
});

test('what is no source map is none', () => {
  expect(inlineMapOf('//# sourceMappingURL=data:application/json;base64,bm8=')).toBeNull();
  expect(inlineMapOf('f();')).toBeNull();
});

test('a text with blanks is told from another text', () => {
  expect(isBlanked('a  b', 'a::b')).toBe(true);
  expect(isBlanked('a  b\n// more', 'a::b')).toBe(true);
  expect(isBlanked('a;b', 'a::b')).toBe(false);
});
