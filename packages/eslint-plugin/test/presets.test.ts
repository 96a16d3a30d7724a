import { createRequire } from 'node:module';
import { ESLint as ESLint10 } from 'eslint';
import { defineConfig as define10 } from 'eslint/config';
import { ESLint as ESLint9 } from 'eslint-v9';
import { defineConfig as define9 } from 'eslint-v9/config';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import plugin from '../src/index.ts';
import { rules } from '../src/rules/index.ts';

const RECOMMENDED = [
  'no-unrouted-task',
  'no-unreadable-table',
  'no-erased-task',
  'no-unknown-model',
  'no-duplicate-route',
];
const STRICT = ['no-dynamic-task', 'no-untracked-router', 'no-redundant-override', 'no-hardcoded-model'];

const EXTENDED = { plugins: { taskroute: plugin }, extends: ['taskroute/strict'] };

function namesOf(preset: keyof typeof plugin.configs): readonly string[] {
  return Object.keys(plugin.configs[preset].rules).sort();
}

function ids(names: readonly string[]): readonly string[] {
  return names.map((name) => `taskroute/${name}`).sort();
}

describe('the presets', () => {
  test('recommended has the rules that find what goes wrong', () => {
    expect(namesOf('recommended')).toEqual(ids(RECOMMENDED));
  });

  test('strict has those, and the rules that ask for more', () => {
    expect(namesOf('strict')).toEqual(ids([...RECOMMENDED, ...STRICT]));
  });

  test('stylistic has the order of the table alone', () => {
    expect(namesOf('stylistic')).toEqual(['taskroute/sort-routes']);
  });

  test('between them they have every rule', () => {
    expect([...new Set([...namesOf('strict'), ...namesOf('stylistic')])].sort()).toEqual(
      ids(Object.keys(plugin.rules)),
    );
  });

  test('name no files: they are for whatever is linted', () => {
    for (const preset of Object.values(plugin.configs)) expect(preset).not.toHaveProperty('files');
  });

  // Without a cast: ESLint's own types take them, in a configuration that is checked by TypeScript too.
  test.each([
    ['10', new ESLint10({ overrideConfigFile: true, overrideConfig: define10(EXTENDED) })],
    ['9', new ESLint9({ overrideConfigFile: true, overrideConfig: define9(EXTENDED) })],
  ])('are found by their names in ESLint %s', async (_version, eslint) => {
    const config = (await eslint.calculateConfigForFile('a.js')) as { rules: Record<string, unknown> };
    expect(Object.keys(config.rules).sort()).toEqual(namesOf('strict'));
  });

  test.each([
    ['10', new ESLint10({ overrideConfigFile: true, overrideConfig: [plugin.configs.strict, plugin.config()] })],
    ['9', new ESLint9({ overrideConfigFile: true, overrideConfig: [plugin.configs.strict, plugin.config()] })],
  ])('are taken as objects by ESLint %s', async (_version, eslint) => {
    const config = (await eslint.calculateConfigForFile('a.js')) as { rules: Record<string, unknown> };
    expect(Object.keys(config.rules).sort()).toEqual(namesOf('strict'));
  });
});

describe('the plugin', () => {
  test('says its name, version and namespace', () => {
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'taskroute' });
  });

  test('is what require gives', () => {
    const required: unknown = createRequire(import.meta.url)('@taskroute/eslint-plugin');
    expect(required).toHaveProperty('rules');
    expect(required).toHaveProperty('configs.recommended.plugins.taskroute', required);
    expect(required).not.toHaveProperty('default');
  });
});

describe.each(Object.entries(rules))('%s', (name, { meta }) => {
  test('has a page, a schema and no word of languages', () => {
    expect(meta.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
    expect(meta.schema).toBeDefined();
    // It would abort runs that lint JSON or Markdown.
    expect(meta).not.toHaveProperty('languages');
  });

  test('has defaults for its options, if it has any', () => {
    const hasOptions = !Array.isArray(meta.schema) || meta.schema.length > 0;
    expect(meta.defaultOptions !== undefined).toBe(hasOptions);
  });
});
