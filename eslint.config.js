// @ts-check
import js from '@eslint/js';
import taskroute from '@taskroute/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/test-d/', '**/fixtures/', '**/.stryker-tmp/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // In types, `{}` is a question ("may this key be missing?") and an empty interface is a place to augment.
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always', allowWithName: '^Register$' }],
      // An `as` carries its reason in a comment; a `!` is easily overlooked.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `infer _Name` says which of several places is not wanted.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  { files: ['packages/eslint-plugin/**/*.ts'], extends: [eslintPlugin.configs.recommended] },
  { files: ['examples/*/src/**'], extends: [taskroute.configs.recommended] },
);
