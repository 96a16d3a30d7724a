import { Linter } from 'eslint';
import { expect, test, vi } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { settingsOf } from '../src/settings.ts';
import { createFolder, ROUTER } from './folder.ts';
import { plugin } from './rule-tester.ts';

const folder = createFolder({ 'router.ts': ROUTER });
const CODE = `import { routeModel } from './router.js';\nrouteModel('typo');`;

function lint(): readonly Linter.LintMessage[] {
  return new Linter({ cwd: folder.root }).verify(
    CODE,
    {
      files: ['**'],
      plugins: { taskroute: plugin },
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`taskroute/${name}`, 'error'])),
    },
    { filename: folder.path('app.js') },
  );
}

/** The project that a run of ESLint over the folder asks. */
const { project } = settingsOf({
  cwd: folder.root,
  physicalFilename: folder.path('app.js'),
  settings: {},
  sourceCode: { ast: {} },
});

test('all rules together cost one analysis of a file', () => {
  const callsIn = vi.spyOn(project, 'callsIn');
  expect(lint()).toHaveLength(1);
  expect(callsIn).toHaveBeenCalledTimes(1);
  callsIn.mockRestore();
});

test('what goes wrong in the analysis is one finding, and no end of the run', () => {
  const callsIn = vi.spyOn(project, 'callsIn').mockImplementation(() => {
    throw new RangeError('too deep');
  });
  expect(lint()).toMatchObject([
    {
      ruleId: 'taskroute/no-unreadable-table',
      message: 'Cannot verify the tasks in this file: it cannot be analysed: too deep.',
    },
  ]);
  callsIn.mockRestore();
});

test.each(Object.entries(rules))('%s has nothing to say of a language without scopes', (_name, rule) => {
  const context = {
    cwd: folder.root,
    physicalFilename: folder.path('data.json'),
    settings: {},
    options: rule.meta.defaultOptions ?? [],
    sourceCode: { ast: { type: 'Document' }, scopeManager: undefined, text: '{}' },
  };
  expect(rule.create(context as unknown as Parameters<typeof rule.create>[0])).toEqual({});
});
