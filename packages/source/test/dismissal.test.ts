import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { ROUTER } from './corpus/case.ts';
import { DECLARED } from './corpus/declared.ts';
import { IDENTITY } from './corpus/identity.ts';
import { LISTS } from './corpus/lists.ts';
import { NARROWING } from './corpus/narrowing.ts';
import { VALUES } from './corpus/values.ts';
import { createFixture } from './fixture.ts';
import { judged } from './judged.ts';

const ALL = [...IDENTITY, ...VALUES, ...LISTS, ...NARROWING, ...DECLARED];

/** A text that mentions `exports` is looked through in full, statement by statement. */
describe('a statement that is passed over held nothing', () => {
  test.each(ALL.map((each) => [each.name, each] as const))('%s', (_name, { files, file }) => {
    using fixture = createFixture(files);
    const path = fixture.path(file);
    const text = readFileSync(path, 'utf8');
    const project = createProject({ root: fixture.root });
    const full = project.callsIn({ file: path, text: `${text}\n// exports` });
    expect(judged(project.callsIn({ file: path, text }))).toEqual(judged(full));
  });
});

/** A router that is handed out under names that a glance at the text might take for functions. */
describe('a name is no function because the text says so somewhere', () => {
  const HANDED = `import router from './router.js';\nexport const { routeModel } = router;\n`;
  test.each([
    ['in a comment', `/*\nexport function routeModel(task) {}\n*/\n${HANDED}`],
    ['in a comment that begins like the end of one', `/*/\nexport function routeModel(task) {}\n*/\n${HANDED}`],
    ['in a comment behind a glob', `const glob = 'src/**/*.ts';\n/*\nexport function routeModel() {}\n*/\n${HANDED}`],
    ['in a line comment', `// export function routeModel(task) {}\n${HANDED}`],
    ['in a template', `const code = \`\nexport function routeModel(task) {}\n\`;\n${HANDED}`],
    ['in a template behind another', `const a = \`a\`, code = \`\nexport function routeModel() {}\n\`;\n${HANDED}`],
    ['as the beginning of another', `export function routeModelOf() {}\n${HANDED}`],
    ['inside a function', `function make() {\n  function routeModel() {}\n}\n${HANDED}`],
  ])('%s', (_name, text) => {
    using fixture = createFixture({
      'router.ts': ROUTER,
      'models.ts': text,
      'app.ts': `import { routeModel } from './models.js';\nrouteModel('typo');`,
    });
    const { calls } = createProject({ root: fixture.root }).callsIn(fixture.path('app.ts'));
    expect(calls.map(({ task }) => task.values.map(({ value }) => value))).toEqual([['typo']]);
  });

  test('a module that does not parse is said all the same', () => {
    using fixture = createFixture({
      'models.ts': `import './gone.js';\nexport async function routeModel(task: string) { return task }\nexport const {`,
      'app.ts': `import { routeModel as pick } from './models.js';\npick('typo');`,
    });
    const { calls, findings } = createProject({ root: fixture.root }).callsIn(fixture.path('app.ts'));
    expect(calls).toEqual([]);
    expect(findings.map(({ reason }) => reason)).toEqual([expect.stringContaining('cannot be parsed')]);
  });
});

/** A text that a host gives is not dismissed by its imports: its tree is there. */
describe('a file that is dismissed by its imports held nothing', () => {
  test.each(ALL.map((each) => [each.name, each] as const))('%s', (_name, { files, file }) => {
    using fixture = createFixture(files);
    const path = fixture.path(file);
    const whole = createProject({ root: fixture.root }).callsIn({ file: path, text: readFileSync(path, 'utf8') });
    expect(judged(createProject({ root: fixture.root }).callsIn(path))).toEqual(judged(whole));
  });

  test.each([
    ['a class that holds one', `import { Models } from './held.js';\nnew Models().routeModelOf('typo');`],
    ['a const', `import { held } from './held.js';\nheld.pick('typo');`],
    ['the module as a whole', `import * as held from './held.js';\nheld.pick('typo');`],
    ['a default', `import pick from './held.js';\npick('typo');`],
    ['a name of its own for what makes one', `import { make } from './held.js';\nmake({});`],
  ])('a router comes in as %s', (_name, text) => {
    using fixture = createFixture({
      'router.ts': ROUTER,
      'held.ts': `import { defineRouter as make } from '@taskroute/router';
import { routeModel } from './router.js';
export class Models { static pick = routeModel; routeModelOf = routeModel; }
export const held = { pick: routeModel };
export { routeModel as pick, routeModel as default, make };
`,
      'app.ts': text,
      'plain.ts': `import { nothing } from './app.js';`,
    });
    const project = createProject({ root: fixture.root });
    const [read, whole] = [
      project.callsIn(fixture.path('app.ts')),
      project.callsIn({ file: fixture.path('app.ts'), text }),
    ];
    expect(judged(read)).toEqual(judged(whole));
    expect(read.calls.length + read.escapes.length + read.routers.length + read.findings.length).toBeGreaterThan(0);
    expect(project.callsIn(fixture.path('plain.ts'))).toMatchObject({ calls: [], escapes: [], findings: [] });
  });
});
