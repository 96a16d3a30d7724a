import { createFolder, ROUTER } from '../folder.ts';
import { testRule, TS, TSX } from '../rule-tester.ts';

const folder = createFolder({ 'router.ts': ROUTER });
const lowered = createFolder({ 'router.ts': ROUTER, 'taskroute.json': '{ "lowered": true }' });
const partly = createFolder({ 'router.ts': ROUTER, 'taskroute.json': '{ "lowered": ["src"] }' });
const ts = folder.path('app.ts');

const IMPORT = `import { routeModel, router, decide } from './router.js';\n`;
const message =
  'The task of routeModel stands in a type, which is gone at run time: the call throws. Hand it in as a value, or let @taskroute/unplugin lower the call and set lowered in taskroute.json.';

testRule('no-erased-task', {
  valid: [
    { name: 'a value', filename: ts, languageOptions: TS, code: `${IMPORT}routeModel('blog-post');` },
    {
      name: 'a value beside a type',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-post'>('blog-post');`,
    },
    {
      name: 'where the build lowers',
      filename: lowered.path('app.ts'),
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-post'>();`,
    },
    {
      name: 'in a folder that is lowered',
      filename: partly.path('src/app.ts'),
      languageOptions: TS,
      code: `import { routeModel } from '../router.js';\nrouteModel<'blog-post'>();`,
    },
    {
      name: 'a type argument of another function',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}other<'blog-post'>();`,
    },
  ],
  invalid: [
    {
      name: 'a task in a type',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}const model = routeModel<'blog-post'>();`,
      output: `${IMPORT}const model = routeModel('blog-post');`,
      errors: [{ message, line: 2, column: 15 }],
    },
    {
      name: 'outside the folders that are lowered',
      filename: partly.path('app.ts'),
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-post'>();`,
      output: `${IMPORT}routeModel('blog-post');`,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'double quotes, blanks and a line break',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}router.routeModel<\n  "blog-post"\n>( );`,
      output: `${IMPORT}router.routeModel("blog-post");`,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'TSX',
      filename: folder.path('app.tsx'),
      languageOptions: TSX,
      code: `${IMPORT}export const A = () => <p>{routeModel<'blog-post'>()}</p>;`,
      output: `${IMPORT}export const A = () => <p>{routeModel('blog-post')}</p>;`,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'an alias is not rewritten',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}type Task = 'blog-post'; routeModel<Task>();`,
      output: null,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'a union is not rewritten',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-post' | 'email-draft'>();`,
      output: null,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'a comment is not lost',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-post' /* the long form */>();`,
      output: `${IMPORT}routeModel('blog-post' /* the long form */);`,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'the type of a constant is that constant',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}const TASK = 'blog-post'; routeModel<typeof TASK>();`,
      output: `${IMPORT}const TASK = 'blog-post'; routeModel(TASK);`,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'the type of what is imported as a type alone is not rewritten',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}import type { tasks } from './router.js'; routeModel<typeof tasks['blog-post']>();`,
      output: null,
      errors: [{ messageId: 'erased' }],
    },
    {
      name: 'an optional call',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel?.<'blog-post'>(); routeModel<'email-draft'>?.();`,
      output: `${IMPORT}routeModel?.('blog-post'); routeModel?.('email-draft');`,
      errors: [{ messageId: 'erased' }, { messageId: 'erased' }],
    },
    {
      name: 'what is stored with its type argument is not rewritten where it is called',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}const pick = routeModel<'blog-post'>; pick();`,
      output: null,
      errors: [{ messageId: 'erased' }],
    },
  ],
});
