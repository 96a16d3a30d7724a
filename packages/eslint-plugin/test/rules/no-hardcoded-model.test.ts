import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS } from '../rule-tester.ts';

const MODELS = { haiku: 'claude-haiku-4-5', opus: 'claude-opus-4-5', 'blog-post': { opus: 'claude-opus-4-1' } };
const folder = createFolder({
  'router.ts': ROUTER,
  'legacy.cjs': ROUTER_COMMONJS,
  'taskroute.json': JSON.stringify({ models: MODELS }),
});
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
            messageId: 'ask',
            output: `${IMPORT}const other = routeModel('email-draft'); send({ model: routeModel('blog-post') });`,
          },
        ]),
      ],
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
