import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { isNestedTooDeeply } from '../src/text/nesting.ts';
import { createFixture } from './fixture.ts';
import { leastRatio } from './least-ratio.ts';

function repeated(text: string, times: number): string {
  return text.repeat(times);
}

/** Programs that nest so many times. */
const FORMS: Readonly<Record<string, (times: number) => string>> = {
  parentheses: (n) => `${repeated('(', n)}1${repeated(')', n)}`,
  arrays: (n) => `${repeated('[', n)}${repeated(']', n)}`,
  objects: (n) => `x = ${repeated('{ a: ', n)}1${repeated('}', n)}`,
  calls: (n) => `${repeated('f(', n)}${repeated(')', n)}`,
  'ternaries behind one another': (n) => `${repeated('x ? 1 : ', n)}2`,
  'ternaries in one another': (n) => `${repeated('x ? ', n)}1${repeated(' : 2', n)}`,
  'ternaries, one a line': (n) => `x\n${repeated('  ? "a"\n  : y\n', n)}`,
  templates: (n) => `${repeated('`${', n)}1${repeated('}`', n)}`,
  arrows: (n) => `x = ${repeated('a => ', n)}1`,
  'arrows with defaults': (n) => `x = ${repeated('(a = ', n)}1${repeated(') => 1', n)}`,
  'async arrows': (n) => `x = ${repeated('async a => ', n)}1`,
  functions: (n) => `${repeated('function f() {', n)}${repeated('}', n)}`,
  classes: (n) => `${repeated('class A { a() {', n)}${repeated('}}', n)}`,
  'classes that extend classes': (n) => `${repeated('class A extends ', n)}B${repeated('{}', n)}`,
  blocks: (n) => `${repeated('{', n)}${repeated('}', n)}`,
  'else if': (n) => `${repeated('if (a) {} else ', n)}{}`,
  'else if without blocks': (n) => `${repeated('if (a) b;\nelse ', n)}c;`,
  'if after if': (n) => `${repeated('if (a) ', n)}b;`,
  loops: (n) => `${repeated('for (;;) ', n)}b;`,
  do: (n) => `${repeated('do ', n)}b;${repeated('while (a);', n)}`,
  labels: (n) => `${Array.from({ length: n }, (_, index) => `l${String(index)}: `).join('')};`,
  assignments: (n) => `${repeated('a = ', n)}1`,
  new: (n) => `${repeated('new ', n)}A`,
  switches: (n) => `${repeated('switch (a) { case 1: ', n)}${repeated('}', n)}`,
  types: (n) => `type T = ${repeated('A<', n)}B${repeated('>', n)}`,
  'types in parentheses': (n) => `type T = ${repeated('(', n)}B${repeated(')', n)}`,
  'types with conditions': (n) => `type T = ${repeated('A extends B ? C : ', n)}D`,
  elements: (n) => `x = ${repeated('<a>', n)}${repeated('</a>', n)}`,
  'elements with expressions': (n) => `x = ${repeated('<a>{', n)}1${repeated('}</a>', n)}`,
  'lists of what may be types': (n) => `x = [${repeated('a<b, ', n)}c]`,
  'lists of what may be types of functions': (n) => `x = [${repeated('(a) => a < 5, ', n)}c]`,
  patterns: (n) => `var ${repeated('{ a: ', n)}b${repeated('}', n)} = c`,
};

describe('what would end the process is said to be too deep', () => {
  test.each(Object.entries(FORMS))('%s', (_name, form) => {
    for (const times of [2_000, 10_000]) {
      using fixture = createFixture({});
      const text = `const before = 1;\n${form(times)};\n`;
      const { findings } = createProject({ root: fixture.root }).callsIn({ file: fixture.path('app.tsx'), text });
      expect(findings).toMatchObject([{ reason: 'is nested too deeply to be parsed' }]);
    }
  });

  test.each([
    ['!', (n: number) => `${repeated('!', n)}1`],
    ['typeof', (n: number) => `${repeated('typeof ', n)}1`],
    ['+', (n: number) => `${repeated('a + ', n)}1`],
    ['members', (n: number) => `x${repeated('.a', n)}`],
    ['decorators', (n: number) => `${repeated('@', n)}a class A {}`],
    ['calls of calls', (n: number) => `x${repeated('()', n)}`],
  ])('operators without end: %s', (_name, form) => {
    expect(isNestedTooDeeply(form(100_000))).toBe(true);
    expect(isNestedTooDeeply(form(5_000))).toBe(false);
  });
});

describe('what people and generators write is not', () => {
  test.each(Object.entries(FORMS))('a hundred: %s', (_name, form) => {
    expect(isNestedTooDeeply(form(100))).toBe(false);
  });

  const many = 20_000;
  test.each<[string, string]>([
    ['brackets in strings', repeated(`a('(((');\n`, many)],
    ['brackets in strings with quotes', repeated(`a('\\'(((', "\\"[[[", "'{{{");\n`, many)],
    ['brackets in templates', repeated('a(`((( ${b} {{{ \\` [[[`);\n', many)],
    ['brackets in comments', repeated(`// (((\n/* [[[ ' */\n`, many)],
    ['brackets in regular expressions', repeated(`a = /\\(\\(['"(]+[/]/g.test(b);\n`, many)],
    ['divisions', repeated(`a = (b / c) / (d / e);\n`, many)],
    ['lines without semicolons', repeated(`const a = b ? c : d\n`, many)],
    ['calls without semicolons', repeated(`it('a', () => {})\n`, many)],
    ['types without semicolons', `interface A {\n${repeated(`a: Map<string, B[]>\n  b?: string | null\n`, many)}}`],
    ['lines of an object', `x = {${repeated(`a: b ? c : d, [e]: (f) => f, `, many)}}`],
    ['else, side by side', repeated(`if (a) { b } else { c }\n`, many)],
    ['cases', `switch (a) {${repeated(`case 1: case 2: `, many)}}`],
    ['comparisons', repeated(`if (a < b && c > d) e()\n`, many)],
    ['comparisons in a list', `x = [${repeated(`a < b && c > d, a < 1 + b, `, many)}]`],
    ['types in a list', `x = [${repeated(`new Map<A, B[]>(), f<A>(b), `, many)}]`],
    ['loops with two variables', repeated(`for (let a = 0, b = c; a < b; a++) d(a, b);\n`, many)],
    ['elements, side by side', `x = <a>${repeated('<b c={d}>e</b>\n<f />\n', many)}</a>`],
    ['loops, minified', repeated(`for(var a=0;a<b;a++)if(c)d();else e();`, many)],
  ])('%s', (_name, text) => {
    expect(isNestedTooDeeply(text)).toBe(false);
  });
});

describe('time grows with the text and no faster', () => {
  const deep = `x = ${repeated('(', 600)}`;
  test.each([
    ['comments without an end', '>/*'],
    ['types before comments without an end', `a<'b'>/*`],
    ['strings without an end', `"\\`],
    ['strings without an end, on many lines', `"\\\n\\`],
    ['regular expressions without an end', '/\\'],
    ['classes without an end', '/['],
    ['templates without an end', '`${/*'],
  ])('%s', (_name, piece) => {
    const timeOf = (times: number): number => {
      const text = `${repeated(piece, times)}\n${deep}`;
      const start = performance.now();
      isNestedTooDeeply(text);
      return performance.now() - start;
    };
    // Four times the text; where each piece is searched through to the end it takes sixteen times as long.
    expect(leastRatio(timeOf, 40_000, 10_000)).toBeLessThan(8);
  });
});
