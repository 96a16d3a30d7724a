import { Linter, type Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';
import { createProject, type FileReport, type HostSource } from '../src/index.ts';
import type { CallCase } from './corpus/case.ts';
import { COMMONJS } from './corpus/commonjs.ts';
import { DECLARED } from './corpus/declared.ts';
import { IDENTITY } from './corpus/identity.ts';
import { MEMBERSHIP } from './corpus/membership.ts';
import { REACHING } from './corpus/reaching.ts';
import { VALUES } from './corpus/values.ts';
import { createFixture } from './fixture.ts';
import { judged, sorted } from './judged.ts';

/** What is found through ESLint's own tree and scopes. */
function reportIn(linter: Linter, root: string, file: string, text: string): FileReport {
  const project = createProject({ root });
  const reports: FileReport[] = [];
  const rule: Rule.RuleModule = {
    create({ sourceCode, physicalFilename }) {
      const { scopeManager: scopes, ast: tree } = sourceCode;
      // ESLint types its own, looser tree; its parsers promise this one.
      reports.push(
        project.callsIn({ file: physicalFilename, text: sourceCode.text, tree, scopes } as unknown as HostSource),
      );
      return {};
    },
  };
  const typescript = /\.tsx?$/.test(file);
  const messages = linter.verify(
    text,
    {
      files: ['**/*.{js,cjs,mjs,jsx,ts,tsx,mts,cts}'],
      plugins: { source: { rules: { read: rule } } },
      rules: { 'source/read': 'error' },
      languageOptions: {
        ...(typescript ? { parser: tseslint.parser } : {}),
        sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: !file.endsWith('.ts') } },
      },
    },
    { filename: file },
  );
  expect(messages).toEqual([]);
  const [report] = reports;
  if (report === undefined) throw new Error('the rule did not run');
  return report;
}

describe.each<[string, readonly CallCase[]]>([
  ['identity', IDENTITY],
  ['CommonJS', COMMONJS],
  ['values', VALUES],
  ['declarations', DECLARED],
  ['membership', MEMBERSHIP],
  ['reaching', REACHING],
])("inside ESLint the same is found, over the host's tree: %s", (_what, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { files, file, expect: expected }) => {
    using fixture = createFixture(files);
    const linter = new Linter({ cwd: fixture.root });
    const report = reportIn(linter, fixture.root, fixture.path(file), files[file] ?? '');
    expect(judged(report)).toEqual(sorted(expected));
  });
});
