import { describe, expect, test } from 'vitest';
import { quote } from '../src/quote.ts';

describe('quote', () => {
  test.each([
    ['blog-post', '"blog-post"'],
    ['', '""'],
    ['say "this"', String.raw`"say \"this\""`],
    ['two\nlines\u001b[31m', String.raw`"two\nlines\u001b[31m"`],
    ['\ud800', String.raw`"\ud800"`],
    ['\u007f\u009b31m', String.raw`"\u007f\u009b31m"`],
    ['blog\u200b-\u202epost\ufeff', String.raw`"blog\u200b-\u202epost\ufeff"`],
    ['\u0080\u009f\u00ad', String.raw`"\u0080\u009f\u00ad"`],
    ['\u200f\u2028\u2029\u202a', String.raw`"\u200f\u2028\u2029\u202a"`],
    ['\u2060\u2066\u2069', String.raw`"\u2060\u2066\u2069"`],
    ['~\u00a0\u00ac\u00ae\u2010\u2027\u2030', '"~\u00a0\u00ac\u00ae\u2010\u2027\u2030"'],
    ['\u061c\u180e\ufff9', String.raw`"\u061c\u180e\ufff9"`],
    ['\u{e0041}', String.raw`"\udb40\udc41"`],
    ['7', '"7"'],
    [7, '7'],
    [Number.NaN, 'NaN'],
    [-0, '0'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[], 'an array'],
    [['a'], 'an array'],
    [{}, 'a value of type object'],
    [() => 'x', 'a value of type function'],
    [Symbol('x'), 'a value of type symbol'],
    [7n, 'a value of type bigint'],
  ])('shows %o as %s', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });

  test('cuts a long text and says how long it was', () => {
    expect(quote('x'.repeat(80))).toBe(`"${'x'.repeat(80)}"`);
    expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(80)}"… (81 characters)`);
    expect(quote('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(80)}"… (1000000 characters)`);
  });

  test('escapes what is not seen in a text that it cuts too', () => {
    expect(quote('\u202e'.repeat(81))).toBe(`"${String.raw`\u202e`.repeat(80)}"… (81 characters)`);
  });

  test('shows a pair that the cut went through as what is left of it', () => {
    expect(quote('x'.repeat(79) + '\u{1f980}')).toBe(`"${'x'.repeat(79)}${String.raw`\ud83e`}"… (81 characters)`);
  });
});
