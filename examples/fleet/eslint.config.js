import taskroute from '@taskroute/eslint-plugin';
import parser from '@typescript-eslint/parser';

export default [
  { ignores: ['dist/'] },
  // Not the tests: they ask for tasks that nobody lists, on purpose.
  { ...taskroute.configs.recommended, files: ['src/**/*.ts', 'lint/**/*.ts'], languageOptions: { parser } },
];
