/** Lints one folder with the recommended preset alone, in a fresh process, and writes how many files and findings there were. */
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import taskroute from '@taskroute/eslint-plugin';

// The plugin's types are its own, so that any ESLint's take it.
const config = [{ files: ['**/*.ts'], languageOptions: { parser } }, taskroute.configs.recommended] as Linter.Config[];
const eslint = new ESLint({ cwd: process.argv[2] ?? '.', overrideConfigFile: true, overrideConfig: config });
const results = await eslint.lintFiles(['src']);
console.log(JSON.stringify({ files: results.length, findings: results.flatMap(({ messages }) => messages).length }));
