import parser from '@typescript-eslint/parser';
import { type Linter, RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import vue from 'vue-eslint-parser';
import { rules } from '../src/rules/index.ts';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

type Tests = Parameters<RuleTester['run']>[2];
type Rule = Parameters<RuleTester['run']>[1];

const tester = new RuleTester();

/** The ways of writing that have a parser, a set of globals or a source type of their own. */
export const TS = { parser };
export const TSX = { parser, parserOptions: { ecmaFeatures: { jsx: true } } };
export const JSX = { parserOptions: { ecmaFeatures: { jsx: true } } };
export const VUE = { parser: vue, parserOptions: { parser } };
export const COMMONJS = { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } } as const;

/** The rules as a plugin. typescript-eslint and ESLint type the same rule differently. */
export const plugin = { rules } as unknown as NonNullable<Linter.Config['plugins']>[string];

export function testRule(name: string, tests: Tests): void {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`no rule ${name}`);
  // typescript-eslint and ESLint type the same rule differently.
  tester.run(name, rule as unknown as Rule, tests);
}
