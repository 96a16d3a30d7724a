import taskroute from '@taskroute/eslint-plugin';
import parser from '@typescript-eslint/parser';

export default [
  { ignores: ['dist/'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  taskroute.configs.recommended,
];
