import plugin from '@taskroute/eslint-plugin';
import { createProject } from '@taskroute/source';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { BUILT } from '../../source/test/corpus/built.ts';
import { CHANGES } from '../../source/test/corpus/changes.ts';
import { COMMONJS } from '../../source/test/corpus/commonjs.ts';
import { DECLARED } from '../../source/test/corpus/declared.ts';
import { ERASED_MODULES } from '../../source/test/corpus/erased-modules.ts';
import { FORMS, IMPORTS } from '../../source/test/corpus/erased.ts';
import { IDENTITY } from '../../source/test/corpus/identity.ts';
import { LISTS } from '../../source/test/corpus/lists.ts';
import { NARROWING } from '../../source/test/corpus/narrowing.ts';
import { OBJECTS } from '../../source/test/corpus/objects.ts';
import { TABLES } from '../../source/test/corpus/tables.ts';
import { VALUES } from '../../source/test/corpus/values.ts';
import { WRAPPERS } from '../../source/test/corpus/wrappers.ts';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { AUDIT_RULES } from '../src/audit/rules.ts';
import { joinSurveys } from '../src/survey/join-surveys.ts';
import { surveyFile } from '../src/survey/survey-file.ts';

/** A few files, and where they come from. */
interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const CORPUS: Readonly<Record<string, readonly Case[]>> = {
  identity: IDENTITY,
  values: VALUES,
  narrowing: NARROWING,
  lists: LISTS,
  objects: OBJECTS,
  declared: DECLARED,
  wrappers: WRAPPERS,
  commonjs: COMMONJS,
  built: BUILT,
  tables: [...TABLES, ...CHANGES].map(({ name, files, file, routes }) => ({
    name,
    files: { ...files, 'app.ts': callsOf(file, Object.keys(routes)) },
  })),
  erased: FORMS.map(({ name, erased }) => ({
    name,
    files: { ...ERASED_MODULES, 'app.ts': `${IMPORTS}{ ${erased}\n}\n` },
  })),
};

function callsOf(file: string, tasks: readonly string[]): string {
  const calls = [...tasks, 'not listed'].map((task) => `router.routeModel(${JSON.stringify(task)});`);
  return `import { router } from ${JSON.stringify(`./${file}`)};\n${calls.join('\n')}\n`;
}

/** What is said of one file. */
interface Said {
  /** In its own lines. */
  readonly here: readonly string[];
  /** Whether something is said of a table that stands elsewhere: the linter at its first use, the audit at its own place. */
  readonly elsewhere: boolean;
}

const LINT = Object.keys(AUDIT_RULES).map((rule) => `taskroute/${rule}`);

function saidByLint(fixture: Fixture, file: string, text: string): Said {
  const isTyped = /\.[cm]?tsx?$/.test(file);
  const messages = new Linter({ cwd: fixture.root }).verify(
    text,
    {
      files: ['**'],
      plugins: { taskroute: plugin },
      rules: Object.fromEntries(LINT.map((rule) => [rule, 'error'])),
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      languageOptions: {
        ...(isTyped && { parser }),
        sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: !file.endsWith('.ts') } },
      },
    },
    { filename: fixture.path(file) },
  );
  if (messages.some(({ fatal }) => fatal === true)) return UNPARSED;
  return {
    here: messages
      .filter(({ messageId = '' }) => !ELSEWHERE.includes(messageId) && !AT_ITS_OWN_PLACE.includes(messageId))
      .map(({ ruleId, line, column, message }) => `${place(line, column)} ${String(ruleId?.split('/')[1])} ${message}`)
      .sort(),
    elsewhere: messages.some(({ messageId = '' }) => ELSEWHERE.includes(messageId)),
  };
}

/** Each parser has its own words for what it does not understand. */
const UNPARSED: Said = { here: ['cannot be parsed'], elsewhere: false };

/** What is wrong with a table of another file: once, where that is first used. */
const ELSEWHERE: readonly string[] = ['gapElsewhere', 'faultElsewhere'];

/** What the audit says where it stands: of `taskroute.json`, and of a route that is twice in a table of another file than its router. */
const AT_ITS_OWN_PLACE: readonly string[] = ['config', 'duplicateElsewhere'];

function saidByAudit(fixture: Fixture, file: string): Said {
  const project = createProject({ root: fixture.root });
  const { findings } = joinSurveys([surveyFile(project, fixture.path(file), fixture.root)]);
  const here = findings.filter((each) => each.file === file);
  if (here.some(({ message }) => message.includes('this file: it cannot be parsed'))) return UNPARSED;
  return {
    here: here.map(({ line, column, rule, message }) => `${place(line, column)} ${rule} ${message}`).sort(),
    elsewhere: findings.some((each) => each.file !== file && each.rule === 'no-unreadable-table'),
  };
}

function place(line: number, column: number): string {
  return `${String(line).padStart(4)}:${String(column)}`;
}

describe.each(Object.entries(CORPUS))('audit and lint say the same of %s', (_name, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_case, { files }) => {
    using fixture = createFixture(files);
    for (const [file, text] of Object.entries(files)) {
      // Neither looks into what is installed.
      if (!/\.[cm]?[jt]sx?$/.test(file) || file.includes('node_modules/')) continue;
      const lint = saidByLint(fixture, file, text);
      expect({ file, ...saidByAudit(fixture, file) }).toEqual({ file, ...lint });
    }
  });
});

test('the corpus is large', () => {
  expect(Object.values(CORPUS).flat().length).toBeGreaterThan(700);
});
