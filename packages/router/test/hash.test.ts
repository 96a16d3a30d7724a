import { expect, test } from 'vitest';
import { hash } from '../src/hash.ts';

// The first three are published test vectors of FNV-1a, 32 bits: 811c9dc5, e40c292c and bf9cf968. A changed hash is a changed version of every table that was ever recorded.
test.each([
  ['', 'ztntfp'],
  ['a', '1r9wi7g'],
  ['foobar', '1h5yxyg'],
  ['blog-post', 'x35v9a'],
  ['blog-psot', 'muvfli'],
  ['é', 'tz86ys'],
  ['\u{1f980}', '1ghktbn'],
  ['\ud800', '190qvz'],
  ['the quick brown fox jumps over the lazy dog', '1ufesq8'],
])('the hash of %j stays what it was in earlier releases', (text, expected) => {
  expect(hash(text)).toBe(expected);
});

test('it is a number of 32 bits in base 36, not padded and without a sign', () => {
  const lengths = new Set<number>();
  for (let index = 0; index < 5_000; index++) {
    const text = hash(`task-${String(index)}`);
    expect(text).toMatch(/^[1-9a-z][0-9a-z]*$/);
    expect(parseInt(text, 36)).toBeLessThan(2 ** 32);
    lengths.add(text.length);
  }
  expect([...lengths].sort()).toEqual([4, 5, 6, 7]);
});

test('it is FNV-1a as its definition tells it, in whole numbers of any size', () => {
  const slow = (text: string): string => {
    let sum = 0x811c9dc5n;
    for (const unit of text.split('')) sum = ((sum ^ BigInt(unit.charCodeAt(0))) * 0x01000193n) % 2n ** 32n;
    return sum.toString(36);
  };
  for (let index = 0; index < 2_000; index++) {
    const text = `${String.fromCharCode(index * 31)}/${String(index)}`;
    expect(hash(text)).toBe(slow(text));
  }
});

test('100,000 near names have as many hashes', () => {
  const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hash(`task-${String(index)}`)));
  expect(hashes.size).toBe(100_000);
});
