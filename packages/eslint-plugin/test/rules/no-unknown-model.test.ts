import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS } from '../rule-tester.ts';

const folder = createFolder({ 'router.ts': ROUTER, 'legacy.cjs': ROUTER_COMMONJS });
const js = folder.path('app.js');
const IMPORT = `import { routeModel, getTier } from './router.js';\n`;

testRule('no-unknown-model', {
  valid: [
    { name: 'an override', filename: js, code: `${IMPORT}routeModel('blog-post', { override: 'haiku' });` },
    { name: 'hints', filename: js, code: `${IMPORT}routeModel('blog-post', { atLeast: 'haiku', atMost: 'sonnet' });` },
    { name: 'no options', filename: js, code: `${IMPORT}routeModel('blog-post', undefined);` },
    {
      name: 'an override that is undefined',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: undefined });`,
    },
    { name: 'signals', filename: js, code: `${IMPORT}routeModel('blog-post', { signals: { model: 'gpt' } });` },
    {
      name: 'an object that is made elsewhere',
      filename: js,
      code: `${IMPORT}const call = { user: 'bob' }; routeModel('blog-post', call); routeModel('blog-post', { ...call });`,
    },
    { name: 'an index is no option', filename: js, code: `${IMPORT}['blog-post'].map(routeModel);` },
    {
      name: 'hints that never meet',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', x ? { atLeast: 'opus' } : { atMost: 'haiku' });`,
    },
  ],
  invalid: [
    {
      name: 'a misspelt option',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { overide: 'opus', signals: {} });`,
      errors: [
        { message: 'overide is no option of a call: did you mean override?', line: 2, column: 27, endColumn: 34 },
      ],
    },
    {
      name: 'what is near to no option',
      filename: js,
      code: `${IMPORT}getTier('blog-post', { 'atLeast': 'haiku', user: 'bob' });`,
      errors: [{ message: 'user is no option of a call: write override, atLeast, atMost or signals.' }],
    },
    {
      name: 'a misspelt override',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'sonet' });`,
      errors: [
        {
          message:
            'override is "sonet", which is not a tier of router: the call throws. Write "haiku", "sonnet" or "opus".',
          line: 2,
          column: 37,
          endColumn: 44,
          suggestions: [
            { desc: 'Write "sonnet".', output: `${IMPORT}routeModel('blog-post', { override: 'sonnet' });` },
          ],
        },
      ],
    },
    {
      name: 'a model of another house: every tier is offered',
      filename: js,
      code: `${IMPORT}getTier('blog-post', { atLeast: 'gpt' });`,
      errors: [
        {
          messageId: 'unknown',
          suggestions: ['haiku', 'sonnet', 'opus'].map((tier) => ({
            desc: `Write "${tier}".`,
            output: `${IMPORT}getTier('blog-post', { atLeast: '${tier}' });`,
          })),
        },
      ],
    },
    {
      name: 'one branch',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `${IMPORT}routeModel('blog-post', { atMost: x ? 'haiku' : ('sonett' as 'sonnet') });`,
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          suggestions: [
            {
              messageId: 'replace',
              output: `${IMPORT}routeModel('blog-post', { atMost: x ? 'haiku' : ('sonnet' as 'sonnet') });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a const, once, for both options',
      filename: js,
      code: `${IMPORT}const options = { override: 'opsu' }; routeModel('blog-post', options); routeModel('email-draft', options);`,
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          column: 29,
          suggestions: [
            {
              messageId: 'replace',
              output: `${IMPORT}const options = { override: 'opus' }; routeModel('blog-post', options); routeModel('email-draft', options);`,
            },
          ],
        },
      ],
    },
    {
      name: 'hints that contradict each other',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' });`,
      errors: [
        {
          message:
            'The call throws: atLeast: "opus" is above atMost: "haiku", so no model fits; drop one of the two hints.',
          line: 2,
          column: 25,
        },
      ],
    },
    {
      name: 'JSX',
      filename: folder.path('app.jsx'),
      languageOptions: JSX,
      code: `${IMPORT}export const A = () => <p>{routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' })}</p>;`,
      errors: [{ messageId: 'contradictory' }],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { routeModel } = require('./legacy.cjs');\nrouteModel('blog-post', { override: 'opsu' });`,
      errors: [
        {
          messageId: 'unknown',
          suggestions: [
            {
              messageId: 'replace',
              output: `const { routeModel } = require('./legacy.cjs');\nrouteModel('blog-post', { override: 'opus' });`,
            },
          ],
        },
      ],
    },
  ],
});
