import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS } from '../rule-tester.ts';

const MODELS = { haiku: 'claude-haiku-4-5', opus: 'claude-opus-4-5', 'blog-post': { opus: 'claude-opus-4-1' } };
const folder = createFolder({
  'router.ts': ROUTER,
  'legacy.cjs': ROUTER_COMMONJS,
  'taskroute.json': JSON.stringify({ models: MODELS }),
});
folder.write(
  'apart.js',
  `import { defineRouter } from '@taskroute/router';
import { ROUTES } from './routes.js';
export const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ROUTES });`,
);
folder.write('routes.js', `export const ROUTES = { model: 'opus' };`);
const bare = createFolder({ 'router.ts': ROUTER });
const js = folder.path('app.js');
const IMPORT = `import { routeModel } from './router.js';\n`;

function hardcoded(model: string, suggestions: { messageId: string; output: string }[] = []) {
  return {
    message: `The model "${model}" is written out here, past the table: a change of the routes will not reach it. Ask the router for the task of this call.`,
    suggestions,
  };
}

testRule('no-hardcoded-model', {
  valid: [
    { name: 'the router is asked', filename: js, code: `${IMPORT}send({ model: routeModel('blog-post') });` },
    { name: 'a name that is not declared', filename: js, code: `send({ model: 'T-800' });` },
    { name: 'another property', filename: js, code: `send({ name: 'opus' });` },
    { name: 'nothing is declared', filename: bare.path('app.js'), code: `send({ model: 'opus' });` },
    { name: 'a computed key', filename: js, code: `send({ [model]: 'opus' });` },
    { name: 'a pattern', filename: js, code: `export const f = ({ model = 'opus' }) => model;` },
    {
      name: 'a rule of a router',
      filename: js,
      code: `export const rules = [{ name: 'long', when: (task) => task.length > 9, model: 'opus' }];`,
    },
    {
      name: 'the map from a tier to what it stands for',
      filename: js,
      code: `export const MODELS = { opus: { model: 'claude-opus-4-5', effort: 'high' } };`,
    },
    {
      name: 'a task of that name in a table beside its router',
      filename: js,
      code: `import { defineRouter } from '@taskroute/router';\nconst ROUTES = { model: 'opus' };\nexport const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ROUTES });`,
    },
    {
      name: 'a task of that name in a part of a table',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `import { defineRouter } from '@taskroute/router';\nconst PART = { model: 'opus' } as const;\nexport const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { ...PART } });`,
    },
    {
      name: 'a task of that name in a table of a file of its own',
      filename: js,
      code: `export const ROUTES = { model: 'opus', 'blog-post': 'haiku' };`,
    },
    {
      name: 'a task of that name in a table of a file of its own, where its router is named',
      filename: folder.path('routes.js'),
      settings: { taskroute: { routers: ['apart.js'], root: folder.root } },
      code: `export const ROUTES = { model: 'opus' };`,
    },
    { name: 'a constant that is no model', filename: js, code: `const model = 'T-800'; send({ model });` },
    { name: 'a name that is written to', filename: js, code: `let model = 'opus'; model = pick(); send({ model });` },
    { name: 'what a condition asks', filename: js, code: `send({ model: x === 'opus' ? a : b });` },
    {
      name: 'inside a router',
      filename: js,
      code: `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { model: 'opus' } });`,
    },
  ],
  invalid: [
    {
      name: 'a model id',
      filename: js,
      code: `send({ model: 'claude-opus-4-5', prompt });`,
      errors: [{ ...hardcoded('claude-opus-4-5'), line: 1, column: 15 }],
    },
    {
      name: 'a model id of one task',
      filename: js,
      code: `send({ 'model': "claude-opus-4-1" });`,
      errors: [hardcoded('claude-opus-4-1')],
    },
    { name: 'a tier', filename: js, code: `send({ model: 'opus' });`, errors: [hardcoded('opus')] },
    { name: 'a template literal', filename: js, code: 'send({ model: `opus` });', errors: [hardcoded('opus')] },
    {
      name: 'a tier that one route gives, in a file that asks the router',
      filename: js,
      code: `${IMPORT}const other = routeModel('email-draft'); send({ model: 'opus' });`,
      errors: [
        hardcoded('opus', [
          {
            messageId: 'replace',
            output: `${IMPORT}const other = routeModel('email-draft'); send({ model: routeModel('blog-post') });`,
          },
        ]),
      ],
    },
    {
      name: 'each branch',
      filename: js,
      code: `send({ model: c ? 'opus' : 'haiku' });`,
      errors: [
        { ...hardcoded('opus'), column: 19 },
        { ...hardcoded('haiku'), column: 28 },
      ],
    },
    { name: 'a stand-in', filename: js, code: `send({ model: env.M ?? 'opus' });`, errors: [hardcoded('opus')] },
    {
      name: 'behind assertions',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `send({ model: ('opus' as const)! satisfies string });`,
      errors: [hardcoded('opus')],
    },
    {
      name: 'a constant, where it is used',
      filename: js,
      code: `${IMPORT}const model = 'opus'; send({ model }); send({ model: model }); routeModel('email-draft');`,
      errors: [
        {
          message:
            'The model of this call is "opus", written out as model, past the table: a change of the routes will not reach it. Ask the router for the task of this call.',
          line: 2,
          column: 30,
          suggestions: [
            {
              messageId: 'replace',
              output: `${IMPORT}const model = 'opus'; send({ model: routeModel('blog-post') }); send({ model: model }); routeModel('email-draft');`,
            },
          ],
        },
        {
          messageId: 'constant',
          suggestions: [
            {
              messageId: 'replace',
              output: `${IMPORT}const model = 'opus'; send({ model }); send({ model: routeModel('blog-post') }); routeModel('email-draft');`,
            },
          ],
        },
      ],
    },
    {
      name: 'where the way to call the router is out of reach',
      filename: js,
      code: `${IMPORT}function f() { const ask = routeModel; return ask('email-draft'); } send({ model: 'opus' });`,
      errors: [hardcoded('opus')],
    },
    {
      name: 'where another thing has the name of the router',
      filename: js,
      code: `${IMPORT}routeModel('email-draft'); function f(routeModel) { send({ model: 'opus' }); }`,
      errors: [hardcoded('opus')],
    },
    {
      name: 'TypeScript',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `const options = { model: 'claude-haiku-4-5' } satisfies Options;`,
      errors: [hardcoded('claude-haiku-4-5')],
    },
    {
      name: 'JSX',
      filename: folder.path('app.jsx'),
      languageOptions: JSX,
      code: `export const A = () => <Chat options={{ model: 'opus' }} />;`,
      errors: [hardcoded('opus')],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `module.exports = { model: 'haiku' };`,
      errors: [hardcoded('haiku')],
    },
    {
      name: 'the settings declare',
      filename: bare.path('app.js'),
      settings: { taskroute: { models: { large: 'gpt' } } },
      code: `send({ model: 'gpt' });`,
      errors: [hardcoded('gpt')],
    },
  ],
});
