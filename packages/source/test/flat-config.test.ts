import { describe, expect, test } from 'vitest';
import { addToFlatConfig } from '../src/setup.ts';

const ENTRY = { specifier: '@taskroute/eslint-plugin', name: 'taskroute', write: (name: string) => `${name}.config()` };

function edited(text: string, file = 'eslint.config.js'): string | null {
  const edit = addToFlatConfig(file, text, ENTRY);
  return edit.kind === 'edited' ? edit.text : edit.kind === 'there' ? 'there' : null;
}

const IMPORT = "import taskroute from '@taskroute/eslint-plugin';";

describe('an import and one entry are added, and all else stays', () => {
  test.each([
    ['an empty list', 'export default [];\n', `${IMPORT}\n\nexport default [taskroute.config()];\n`],
    [
      'a list on one line',
      "import js from '@eslint/js';\nexport default [js.configs.recommended];\n",
      `import js from '@eslint/js';\n${IMPORT}\nexport default [js.configs.recommended, taskroute.config()];\n`,
    ],
    [
      'a list on lines of its own, with comments',
      "// @ts-check\nimport js from '@eslint/js'; // the basis\n\nexport default [\n  js.configs.recommended, // all\n  // more, later\n];\n",
      `// @ts-check\nimport js from '@eslint/js'; // the basis\n${IMPORT}\n\nexport default [\n  js.configs.recommended, // all\n  // more, later\n  taskroute.config(),\n];\n`,
    ],
    [
      'without commas and semicolons, in double quotes',
      'import js from "@eslint/js"\n\nexport default [\n\tjs.configs.recommended // all\n]\n',
      'import js from "@eslint/js"\nimport taskroute from "@taskroute/eslint-plugin"\n\nexport default [\n\tjs.configs.recommended, // all\n\ttaskroute.config()\n]\n',
    ],
    [
      "ESLint's defineConfig with entries",
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig(\n  { rules: {} },\n);\n",
      `import { defineConfig } from 'eslint/config';\n${IMPORT}\nexport default defineConfig(\n  { rules: {} },\n  taskroute.config(),\n);\n`,
    ],
    [
      'under another name, with a list',
      "import { defineConfig as define } from 'eslint/config';\nexport default define([{ rules: {} }]);\n",
      `import { defineConfig as define } from 'eslint/config';\n${IMPORT}\nexport default define([{ rules: {} }, taskroute.config()]);\n`,
    ],
    [
      "typescript-eslint's config",
      "import tseslint from 'typescript-eslint';\nexport default tseslint.config(...tseslint.configs.strict);\n",
      `import tseslint from 'typescript-eslint';\n${IMPORT}\nexport default tseslint.config(...tseslint.configs.strict, taskroute.config());\n`,
    ],
    [
      'a constant with its type said',
      '/** @type {import("eslint").Linter.Config[]} */\nconst config = [{}];\n\nexport default config;\n',
      'import taskroute from "@taskroute/eslint-plugin";\n\n/** @type {import("eslint").Linter.Config[]} */\nconst config = [{}, taskroute.config()];\n\nexport default config;\n',
    ],
    [
      'Windows line ends and a byte order mark',
      "\uFEFFimport js from '@eslint/js';\r\nexport default [\r\n  js,\r\n];\r\n",
      `\uFEFFimport js from '@eslint/js';\r\n${IMPORT}\r\nexport default [\r\n  js,\r\n  taskroute.config(),\r\n];\r\n`,
    ],
    [
      'a name that is taken',
      "import { taskroute } from './own.js';\nexport default [taskroute];\n",
      "import { taskroute } from './own.js';\nimport taskroutePlugin from '@taskroute/eslint-plugin';\nexport default [taskroute, taskroutePlugin.config()];\n",
    ],
    [
      'CommonJS',
      "'use strict';\nconst js = require('@eslint/js');\nmodule.exports = [\n  js.configs.recommended\n];\n",
      "'use strict';\nconst js = require('@eslint/js');\nconst taskroute = require('@taskroute/eslint-plugin');\nmodule.exports = [\n  js.configs.recommended,\n  taskroute.config()\n];\n",
    ],
    [
      'CommonJS without a require',
      "'use strict';\n\nmodule.exports = [];\n",
      "'use strict';\n\nconst taskroute = require('@taskroute/eslint-plugin');\n\nmodule.exports = [taskroute.config()];\n",
    ],
  ])('%s', (_what, text, wanted) => {
    expect(edited(text)).toBe(wanted);
  });

  test('TypeScript', () => {
    const text = `import type { Linter } from 'eslint';\nexport default [] satisfies Linter.Config[];\n`;
    expect(edited(text, 'eslint.config.ts')).toBe(
      `import type { Linter } from 'eslint';\n${IMPORT}\nexport default [taskroute.config()] satisfies Linter.Config[];\n`,
    );
  });
});

test.each([
  ['imported', `${IMPORT}\nexport default [taskroute.configs.strict];\n`],
  ['required', "module.exports = [require('@taskroute/eslint-plugin').configs.strict];\n"],
])('a plugin that is %s already is there', (_how, text) => {
  expect(edited(text)).toBe('there');
});

test.each([
  ['a function of somebody else', "import antfu from '@antfu/eslint-config';\nexport default antfu({});\n"],
  ['a function of the same name', "import { defineConfig } from './own.js';\nexport default defineConfig([]);\n"],
  ['a promise', 'export default (async () => [])();\n'],
  ['a list that is put together', "import a from './a.js';\nexport default a.concat([]);\n"],
  ['a variable that may change', 'let config = [];\nexport default config;\n'],
  ['one entry', 'export default { rules: {} };\n'],
  ['another module', "export { default } from './other.js';\n"],
  ['either of two', 'if (process.env.CI) module.exports = [];\nelse module.exports = [{}];\n'],
  ['a file that does not parse', 'export default [;\n'],
])('what exports %s is left alone, with a reason', (_what, text) => {
  const edit = addToFlatConfig('eslint.config.js', text, ENTRY);
  expect(edit).toEqual({ kind: 'unclear', reason: expect.stringMatching(/^(?:has|exports|cannot) /) as string });
});
