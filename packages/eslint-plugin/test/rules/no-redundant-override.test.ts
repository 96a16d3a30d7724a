import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS } from '../rule-tester.ts';

const folder = createFolder({ 'router.ts': ROUTER, 'legacy.cjs': ROUTER_COMMONJS });
const js = folder.path('app.js');
const IMPORT = `import { routeModel } from './router.js';\n`;

function redundant(output: string | null) {
  const desc = "Drop the override; the decision's via becomes 'route'.";
  return { messageId: 'redundant', line: 2, suggestions: output === null ? [] : [{ desc, output: IMPORT + output }] };
}

testRule('no-redundant-override', {
  valid: [
    {
      name: 'an override that changes the model',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'haiku' });`,
    },
    { name: 'no override', filename: js, code: `${IMPORT}routeModel('blog-post', { atLeast: 'opus' });` },
    {
      name: 'of what only the default serves',
      filename: js,
      code: `${IMPORT}routeModel('typo', { override: 'sonnet' });`,
    },
    {
      name: 'of what only a domain serves',
      filename: js,
      code: `${IMPORT}routeModel('content/teaser', { override: 'sonnet' });`,
    },
    {
      name: 'of one branch alone',
      filename: js,
      code: `${IMPORT}routeModel(x ? 'blog-post' : 'email-draft', { override: 'opus' });`,
    },
    {
      name: 'that may be missing',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: x ? 'opus' : undefined });`,
    },
    {
      name: 'of a task that is not known',
      filename: js,
      code: `${IMPORT}routeModel(process.env.TASK, { override: 'opus' });`,
    },
    {
      name: 'over a hint that would change the route',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus', atMost: 'sonnet' });`,
    },
    {
      name: 'beside options that are not known',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus', ...more() });`,
    },
  ],
  invalid: [
    {
      name: 'the only option',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus' });`,
      errors: [
        {
          message:
            'The route of "blog-post" is "opus" already: the override only hides later changes of the table. Drop it.',
          line: 2,
          column: 37,
          suggestions: [{ messageId: 'drop', output: `${IMPORT}routeModel('blog-post');` }],
        },
      ],
    },
    {
      name: 'the first option',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus', atLeast: 'haiku' });`,
      errors: [redundant(`routeModel('blog-post', { atLeast: 'haiku' });`)],
    },
    {
      name: 'the last option',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { atLeast: 'haiku', override: 'opus' });`,
      errors: [redundant(`routeModel('blog-post', { atLeast: 'haiku' });`)],
    },
    {
      name: 'TypeScript',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus' } as const);`,
      errors: [redundant(null)],
    },
    {
      name: 'options that stand elsewhere are left alone',
      filename: js,
      code: `${IMPORT}const options = { override: 'opus' }; routeModel('blog-post', options);`,
      errors: [redundant(null)],
    },
    {
      name: 'a comment is not lost',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus' /* agreed in May */ });`,
      errors: [redundant(null)],
    },
    {
      name: 'a comment between the comma and the options is not lost',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', // pinned\n { override: 'opus' });`,
      errors: [{ messageId: 'redundant', line: 3, suggestions: [] }],
    },
    {
      name: 'a comment before the options is not lost',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', /* pin */ { override: 'opus' });`,
      errors: [redundant(null)],
    },
    {
      name: 'a comment between two options is not lost',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus', /* floor */ atLeast: 'haiku' });`,
      errors: [redundant(null)],
    },
    {
      name: 'a comment behind the options stays',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: 'opus' } /* why */);`,
      errors: [redundant(`routeModel('blog-post' /* why */);`)],
    },
    {
      name: 'what hints give already',
      filename: js,
      code: `${IMPORT}routeModel('email-draft', { override: 'opus', atLeast: 'opus' });`,
      errors: [
        {
          message:
            'The hints of this call give "email-draft" "opus" already: the override only hides later changes of the table. Drop it.',
          suggestions: [{ messageId: 'drop', output: `${IMPORT}routeModel('email-draft', { atLeast: 'opus' });` }],
        },
      ],
    },
    {
      name: 'JSX',
      filename: folder.path('app.jsx'),
      languageOptions: JSX,
      code: `${IMPORT}export const A = () => <p>{routeModel('email-draft', { override: 'haiku' })}</p>;`,
      errors: [redundant(`export const A = () => <p>{routeModel('email-draft')}</p>;`)],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { routeModel } = require('./legacy.cjs');\nrouteModel('blog-post', { override: 'opus' });`,
      errors: [
        {
          messageId: 'redundant',
          suggestions: [
            { messageId: 'drop', output: `const { routeModel } = require('./legacy.cjs');\nrouteModel('blog-post');` },
          ],
        },
      ],
    },
  ],
});
