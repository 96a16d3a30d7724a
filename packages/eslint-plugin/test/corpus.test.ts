import { resolve } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import type { CallCase, Expected } from '../../source/test/corpus/case.ts';
import { DECLARED } from '../../source/test/corpus/declared.ts';
import { IDENTITY } from '../../source/test/corpus/identity.ts';
import { LISTS } from '../../source/test/corpus/lists.ts';
import { HANDED, MEMBERSHIP } from '../../source/test/corpus/membership.ts';
import { NARROWING } from '../../source/test/corpus/narrowing.ts';
import { REACHING } from '../../source/test/corpus/reaching.ts';
import { TABLES, type TableCase } from '../../source/test/corpus/tables.ts';
import { VALUES } from '../../source/test/corpus/values.ts';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { rules } from '../src/rules/index.ts';

const STRICT = Object.entries(rules).filter(([, { meta }]) => meta.docs?.preset !== 'stylistic');
const plugin = { rules: Object.fromEntries(STRICT) } as unknown as NonNullable<Linter.Config['plugins']>[string];
const severities = Object.fromEntries(STRICT.map(([name]) => [`taskroute/${name}`, 'error' as const]));

function lint(
  fixture: Fixture,
  file: string,
  text: string,
  parserOptions: Linter.ParserOptions = {},
): Linter.LintMessage[] {
  const isTyped = /\.[cm]?tsx?$/.test(file) || 'programs' in parserOptions;
  return new Linter({ cwd: fixture.root }).verify(
    text,
    {
      files: ['**'],
      plugins: { taskroute: plugin },
      rules: severities,
      languageOptions: {
        ...(isTyped && { parser }),
        sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: !file.endsWith('.ts') }, ...parserOptions },
      },
    },
    { filename: fixture.path(file) },
  );
}

const KINDS: Readonly<Record<string, Expected['via']>> = {
  unrouted: 'default',
  domain: 'domain',
  ruled: 'cannot verify',
  unverified: 'cannot verify',
  unknown: 'refused',
  contradictory: 'refused',
};

/** What is said, as the corpus writes it: `default typo`; `cannot verify` of a place as a whole has no task. */
function saidBy(messages: readonly Linter.LintMessage[]): readonly string[] {
  const said = messages.map(({ ruleId, messageId = '', message }) => {
    if (ruleId === null) return `parse error: ${message}`;
    if (ruleId === 'taskroute/no-unknown-model') return 'refused';
    const kind = ruleId === 'taskroute/no-unrouted-task' ? KINDS[messageId] : undefined;
    const task = /task ("(?:[^"\\]|\\.)*")/.exec(message)?.[1];
    if (kind !== undefined && task !== undefined) return `${kind} ${task}`;
    return /redundant|erased|hardcoded|duplicate/.test(ruleId) ? null : 'cannot verify';
  });
  return [...new Set(said.filter((each) => each !== null))].sort();
}

/** What is to be said: a listed task is passed over in silence, and so is the line of a domain that is asked for by its own name. */
function toBeSaid(expected: readonly Expected[]): readonly string[] {
  const all = expected
    .filter(({ via }) => via !== 'route' && via !== 'override')
    .filter(({ via, task }) => via !== 'domain' || task?.endsWith('/*') !== true)
    .map(({ via, task }) => (via === 'refused' || task === null ? via : `${via} ${JSON.stringify(task)}`));
  return [...new Set(all)].sort();
}

type Score = 'right' | 'cannot verify' | 'wrong';

/** Wrong is a task that is passed over, or blamed, against what is expected; "cannot verify" where more was to be said is not. */
function scoreOf(said: readonly string[], expected: readonly string[]): Score {
  if (said.join() === expected.join()) return 'right';
  const missing = expected.filter((each) => !said.includes(each));
  const extra = said.filter((each) => !expected.includes(each));
  const isModest = extra.every((each) => each.startsWith('cannot verify'));
  return isModest && (missing.length === 0 || extra.length > 0) ? 'cannot verify' : 'wrong';
}

const scores = new Map<string, Record<Score, number>>();

function count(name: string, score: Score): void {
  const tally = scores.get(name) ?? { right: 0, 'cannot verify': 0, wrong: 0 };
  scores.set(name, tally);
  tally[score]++;
}

afterAll(() => {
  for (const [name, { right, wrong, 'cannot verify': modest }] of scores)
    console.log(`${name}: ${String(right)} right / ${String(modest)} cannot verify / ${String(wrong)} wrong`);
});

/** What is said of calls: what is said of a table is told by the shapes of tables. */
function ofCalls(messages: readonly Linter.LintMessage[]): readonly Linter.LintMessage[] {
  return messages.filter(({ ruleId }) => ruleId !== 'taskroute/no-unreadable-table');
}

const CALLS: readonly CallCase[] = [
  ...IDENTITY,
  ...VALUES,
  ...NARROWING,
  ...MEMBERSHIP,
  ...HANDED,
  ...REACHING,
  ...LISTS,
  ...DECLARED,
];

describe('call forms without types', () => {
  test.each(CALLS.map((each) => [each.name, each] as const))('%s', (_name, { files, file, expect: expected }) => {
    using fixture = createFixture(files);
    const said = saidBy(ofCalls(lint(fixture, file, files[file] ?? '')));
    const score = scoreOf(said, toBeSaid(expected));
    count('call forms without types', score);
    expect({ said, score }).toEqual({ said: toBeSaid(expected), score: 'right' });
  });
});

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  paths: { '@taskroute/router': [resolve(import.meta.dirname, '../../router/dist/index.d.ts')] },
  resolveJsonModule: true,
  strict: true,
  target: ts.ScriptTarget.ESNext,
};

/** The language's own declarations and the router's are read once for all cases. */
const shared = new Map<string, ts.SourceFile | undefined>();

function programOf(fixture: Fixture, file: string): ts.Program {
  const host = ts.createCompilerHost(OPTIONS, true);
  const read = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => fixture.root;
  host.getSourceFile = (name, ...rest) => {
    if (name.startsWith(fixture.root)) return read(name, ...rest);
    if (!shared.has(name)) shared.set(name, read(name, ...rest));
    return shared.get(name);
  };
  return ts.createProgram([fixture.path(file)], OPTIONS, host);
}

/** Where the compiler is taken at its word that a condition still holds, behind a write by another name or another function. */
const HELD_BY_TYPES: readonly string[] = [
  'a member that is written through another name',
  'a member that may be assigned',
  'a value that another function may write while it is waited',
];

describe('call forms with types', () => {
  test.each(CALLS.map((each) => [each.name, each] as const))('%s', (name, { files, file, expect: all }) => {
    using fixture = createFixture(files);
    const said = saidBy(ofCalls(lint(fixture, file, files[file] ?? '', { programs: [programOf(fixture, file)] })));
    const expected = HELD_BY_TYPES.includes(name) ? all.filter(({ via }) => via === 'route') : all;
    const score = scoreOf(said, toBeSaid(expected));
    count('call forms with types', score);
    expect({ said, score }).toEqual({ said: toBeSaid(expected), score: 'right' });
  });
});

describe('table shapes', () => {
  test.each(TABLES.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    using fixture = createFixture(each.files);
    const isWhole = (each.gaps ?? []).length + (each.faults ?? []).length === 0;
    const said = saidBy(lint(fixture, 'app.ts', callsOf(each)));
    const expected = isWhole ? ['default "not listed"'] : ['cannot verify', 'cannot verify "not listed"'];
    // Against a table with a gap, a line that something unknown may stand over cannot be verified either.
    const score = scoreOf(isWhole ? said : said.filter((one) => expected.includes(one)), expected);
    count('table shapes', score);
    expect({ said: said.filter((one) => isWhole || expected.includes(one)), score }).toEqual({
      said: expected,
      score: 'right',
    });
  });
});

function callsOf({ file, routes }: TableCase): string {
  const tasks = [...Object.keys(routes).filter((task) => !task.includes('*')), 'not listed'];
  const calls = tasks.map((task) => `router.routeModel(${JSON.stringify(task)});`);
  return `import { router } from ${JSON.stringify(`./${file}`)};\n${calls.join('\n')}\n`;
}

test('the corpus has at least 100 call forms and 25 shapes of tables', () => {
  expect(new Set(CALLS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(100);
  expect(new Set(TABLES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25);
});
