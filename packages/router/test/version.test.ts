import { describe, expect, test } from 'vitest';
import { createTable, type TableSource } from '../src/create-table.ts';
import { FLEET } from './fleet.ts';

const rules = [
  { name: 'long-form', when: () => true, model: 'opus' },
  { name: 'short-form', when: () => false, model: 'haiku' },
];

function versionOf(parts: Partial<TableSource>): string {
  return createTable({ ...FLEET, ...parts }).version;
}

describe('the version of a table', () => {
  test('is the same whatever the order of its lines', () => {
    const turned = Object.fromEntries(Object.entries(FLEET.routes).reverse());
    expect(Object.keys(turned)).not.toEqual(Object.keys(FLEET.routes));
    expect(versionOf({ routes: turned })).toBe(versionOf({}));
  });

  test('changes with every line', () => {
    const versions = new Set([
      versionOf({}),
      versionOf({ routes: { ...FLEET.routes, 'blog-post': 'sonnet' } }),
      versionOf({ routes: { ...FLEET.routes, 'content/*': 'sonnet' } }),
      versionOf({ routes: { ...FLEET.routes, letter: 'sonnet' } }),
      versionOf({ routes: { ...FLEET.routes, letter: 'opus' } }),
      versionOf({ routes: { ...FLEET.routes, lettre: 'opus' } }),
      versionOf({ routes: {} }),
      ...Object.keys(FLEET.routes).map((left) =>
        versionOf({ routes: Object.fromEntries(Object.entries(FLEET.routes).filter(([task]) => task !== left)) }),
      ),
    ]);
    expect(versions.size).toBe(7 + Object.keys(FLEET.routes).length);
  });

  test('changes with the tiers, their order and the default', () => {
    const versions = new Set([
      versionOf({}),
      versionOf({ tiers: ['haiku', 'sonnet', 'opus', 'opus-max'] }),
      versionOf({ tiers: ['sonnet', 'haiku', 'opus'] }),
      versionOf({ default: 'opus' }),
    ]);
    expect(versions.size).toBe(4);
  });

  test('changes with the names of the rules and their order', () => {
    const versions = new Set([
      versionOf({}),
      versionOf({ rules }),
      versionOf({ rules: [...rules].reverse() }),
      versionOf({ rules: rules.slice(1) }),
      versionOf({ rules: rules.map((rule) => ({ ...rule, name: `${rule.name}-2` })) }),
    ]);
    expect(versions.size).toBe(5);
  });

  test('does not change with the bodies of the rules: text cannot tell what a function closes over', () => {
    expect(versionOf({ rules: rules.map((rule) => ({ ...rule, when: () => rule.name === 'x' })) })).toBe(
      versionOf({ rules }),
    );
  });

  test('does not mistake one table for another by how its text runs together', () => {
    expect(versionOf({ routes: { 'a","opus"],["b': 'opus' } })).not.toBe(
      versionOf({ routes: { a: 'opus', b: 'opus' } }),
    );
  });

  test('stays what it was in earlier releases', () => {
    expect(versionOf({})).toBe('152wkdb');
    expect(versionOf({ rules })).toBe('1oe41y1');
  });
});
