/** Lints one folder in a fresh process and writes what each part took, in milliseconds, as JSON. */
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import taskroute from '@taskroute/eslint-plugin';

export interface Measured {
  readonly files: number;
  readonly findings: number;
  readonly parse: number;
  readonly recommended: number;
  readonly unusedVariables: number;
  readonly importNamed: number;
}

async function measure(root: string, files: string): Promise<Measured> {
  // The types of three plugins' rules differ; ESLint takes them all.
  const config = [
    { files: ['**/*.ts'], languageOptions: { parser } },
    taskroute.configs.recommended,
    {
      plugins: { 'import-x': importX },
      settings: {
        'import-x/extensions': ['.ts'],
        'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
        'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })],
      },
      rules: { 'no-unused-vars': 'error', 'import-x/named': 'error' },
    },
  ] as unknown as Linter.Config[];
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config, stats: true });
  const results = await eslint.lintFiles([files]);
  const passes = results.flatMap(({ stats }) => stats?.times.passes ?? []);
  const ruleTime = (isWanted: (name: string) => boolean): number =>
    sum(
      passes.flatMap(({ rules = {} }) =>
        Object.entries(rules).map(([name, { total }]) => (isWanted(name) ? total : 0)),
      ),
    );
  const messages = results.flatMap((each) => each.messages);
  return {
    files: results.length,
    findings: messages.filter(({ ruleId, fatal }) => fatal === true || ruleId !== 'no-unused-vars').length,
    parse: sum(passes.map((pass) => pass.parse?.total ?? 0)),
    recommended: ruleTime((name) => name.startsWith('taskroute/')),
    unusedVariables: ruleTime((name) => name === 'no-unused-vars'),
    importNamed: ruleTime((name) => name === 'import-x/named'),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

console.log(JSON.stringify(await measure(process.argv[2] ?? '.', process.argv[3] ?? 'src')));
