import { expect, test } from 'vitest';
import { lintUse, pluginUses } from '../src/setup.ts';

const UNPLUGIN = '@taskroute/unplugin';
const LINT = '@taskroute/eslint-plugin';

test('a plugin is found in its list, with those before and behind it', () => {
  const text = `import vue from '@vitejs/plugin-vue';
import taskroute from '@taskroute/unplugin/vite';
import { defineConfig } from 'vite';
export default defineConfig({ plugins: [vue(), false, taskroute({ fold: true }), ...more, inline()] });
`;
  expect(pluginUses('vite.config.ts', text, UNPLUGIN)).toMatchObject([
    {
      host: 'vite',
      place: { line: 4, column: 55 },
      before: ['@vitejs/plugin-vue', null],
      after: [null, null],
      isListed: true,
    },
  ]);
});

test('one that a constant holds has no order that can be told', () => {
  const text = `const taskroute = require('@taskroute/unplugin/rollup');\nconst own = taskroute();\nmodule.exports = { plugins: [own] };\n`;
  expect(pluginUses('rollup.config.js', text, UNPLUGIN)).toMatchObject([{ host: 'rollup', isListed: false }]);
});

test('a file without it has no use of it', () => {
  expect(pluginUses('vite.config.js', 'export default { plugins: [] };', UNPLUGIN)).toEqual([]);
});

test.each([
  [
    'is imported when it runs',
    `export default async () => ({ plugins: [(await import('@taskroute/unplugin/vite')).default()] });`,
  ],
  ['stands in a file that does not parse', 'export default {;'],
])('what %s cannot be told', (_what, text) => {
  expect(pluginUses('vite.config.js', text, UNPLUGIN)).toBeNull();
});

test.each([
  ['none', 'export default [];'],
  ['bare', `import taskroute from '${LINT}'; export default [taskroute.configs.recommended];`],
  [
    'bare',
    `const taskroute = require('${LINT}'); module.exports = [{ plugins: { taskroute }, extends: ['taskroute/strict'] }];`,
  ],
  ['named', `import t from '${LINT}'; export default [t.config({ routers: ['src/router.js'] })];`],
  ['bare', `import t from '${LINT}'; export default [t.config(), t.configs.stylistic];`],
  ['unclear', `import t from '${LINT}'; import own from './own.js'; export default own(t);`],
  ['unclear', `import t from '${LINT}'; export default [;`],
])('a lint configuration is %s', (use, text) => {
  expect(lintUse('eslint.config.js', text, LINT)).toBe(use);
});
