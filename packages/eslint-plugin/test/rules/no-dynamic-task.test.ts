import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS } from '../rule-tester.ts';

const folder = createFolder({
  'router.ts': ROUTER,
  'legacy.cjs': ROUTER_COMMONJS,
  'wrapped/taskroute.json': JSON.stringify({
    wrappers: [{ module: 'call.ts', function: 'callModel', task: 'options.task' }],
  }),
  'wrapped/call.ts': `import { routeModel } from '../router.js';\nexport const callModel = (options: { task: string }) => routeModel(options.task);`,
});
const js = folder.path('app.js');
const ts = folder.path('app.ts');
const IMPORT = `import { routeModel } from './router.js';\n`;

testRule('no-dynamic-task', {
  valid: [
    { name: 'a literal', filename: js, code: `${IMPORT}routeModel('typo');` },
    { name: 'a choice of literals', filename: js, code: `${IMPORT}routeModel(x ? 'blog-post' : 'email-draft');` },
    {
      name: 'a parameter whose callers are all seen',
      filename: js,
      code: `${IMPORT}const f = (task) => routeModel(task); f('blog-post');`,
    },
    {
      name: 'a parameter of a closed type',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}export const f = (task: 'blog-post' | 'email-draft') => routeModel(task);`,
    },
    { name: 'a known list', filename: js, code: `${IMPORT}for (const task of ['blog-post']) routeModel(task);` },
    {
      name: 'the body of a declared wrapper',
      filename: folder.path('wrapped/call.ts'),
      languageOptions: TS,
      code: `import { routeModel } from '../router.js';\nexport const callModel = (options: { task: string }) => routeModel(options.task);`,
    },
    {
      name: 'a function of the same name from elsewhere',
      filename: js,
      code: `import { routeModel } from 'elsewhere';\nrouteModel(x);`,
    },
  ],
  invalid: [
    {
      name: 'an environment variable',
      filename: js,
      code: `${IMPORT}routeModel(process.env.TASK);`,
      errors: [
        {
          message:
            'Cannot verify every task of this call: the task is process.env.TASK, known only at run time. Write the tasks out, or narrow its type to them.',
          line: 2,
          column: 12,
          endColumn: 28,
        },
      ],
    },
    {
      name: 'a parameter that others fill',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}export const f = (task: string) => routeModel(task);`,
      errors: [{ messageId: 'task', line: 2, column: 47 }],
    },
    {
      name: 'an open template',
      filename: js,
      code: `${IMPORT}export const f = (id) => routeModel(\`content/\${id}\`);`,
      errors: [{ messageId: 'task', line: 2, column: 37 }],
    },
    {
      name: 'one open branch',
      filename: js,
      code: `${IMPORT}routeModel(x ? 'blog-post' : pick());`,
      errors: [{ messageId: 'task', line: 2 }],
    },
    {
      name: 'a cast is a hope',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel(row.task as 'blog-post');`,
      errors: [{ messageId: 'task', line: 2 }],
    },
    {
      name: 'arguments that are spread',
      filename: js,
      code: `${IMPORT}routeModel(...list());`,
      errors: [{ messageId: 'task', line: 2 }],
    },
    { name: 'no argument', filename: js, code: `${IMPORT}routeModel();`, errors: [{ messageId: 'task', line: 2 }] },
    {
      name: 'JSX',
      filename: folder.path('app.jsx'),
      languageOptions: JSX,
      code: `${IMPORT}export const A = ({ task }) => <p>{routeModel(task)}</p>;`,
      errors: [{ messageId: 'task', line: 2 }],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { routeModel } = require('./legacy.cjs');\nrouteModel(process.argv[2]);`,
      errors: [{ messageId: 'task', line: 2 }],
    },
    {
      name: 'options that are not known',
      filename: js,
      code: `${IMPORT}export const f = (options) => routeModel('blog-post', options);`,
      errors: [{ messageId: 'options', line: 2, column: 55 }],
    },
    {
      name: 'an override that is not known',
      filename: js,
      code: `${IMPORT}routeModel('blog-post', { override: process.env.MODEL });`,
      errors: [{ messageId: 'options', line: 2, column: 25 }],
    },
  ],
});
