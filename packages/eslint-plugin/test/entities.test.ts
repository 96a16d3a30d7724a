import { describe, expect, it } from 'vitest';
import { decoded } from '../src/entities.ts';

describe('a template is read as the browser reads it', () => {
  it.each([
    ['f(&quot;a&quot;)', 'f("a")'],
    ['f(&#39;a&#x27;)', "f('a')"],
    ['a &lt; b &AMP;&amp; c', 'a < b && c'],
    ['&#9999999; &unknown; & &amp', '&#9999999; &unknown; & &amp'],
    ['nothing', 'nothing'],
  ])('%s', (source, text) => {
    const pieces = decoded(source, [0, source.length]);
    expect(pieces.map(([, piece]) => piece).join('')).toBe(text);
  });

  it('and each piece has its place', () => {
    expect(decoded('x="&lt;y"', [3, 8])).toEqual([
      [3, ''],
      [3, '<'],
      [7, 'y'],
    ]);
  });
});
