import { expect, test } from 'vitest';
import { Linter } from 'eslint';
import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, plugin, testRule, TS, TSX, VUE } from '../rule-tester.ts';

const folder = createFolder({
  'router.ts': ROUTER,
  'legacy.cjs': ROUTER_COMMONJS,
  'barrel.ts': `export { routeModel as pick } from './router.js';\nexport * as models from './router.js';`,
  'names.ts': `export const TASK = 'blog-psot';`,
  'routes/table.ts': `export const ROUTES = { 'blog-post': 'opus' } as const;`,
  'apart.ts': `import { defineRouter } from '@taskroute/router';
import { ROUTES } from './routes/table.js';
export const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ROUTES });`,
  'ruled.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { 'blog-post': 'opus' },
  rules: [{ name: 'long', when: (task) => task.length > 20, model: 'opus' }] });`,
  'gap.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { ...load(), 'blog-post': 'opus' } });`,
  'unseen.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { 'hid\u200bden': 'a' } });`,
  'words.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel, tasks } = defineRouter({ tiers: ['a'], default: 'a', routes: { analysis: 'a' } });`,
  'links.ts': `import { tasks } from './router.js';\nexport const TYPO = tasks['blog-psot'];`,
  'near.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['haiku'], default: 'haiku',
  routes: { 'post-a': 'haiku', 'post-b': 'haiku', 'post-c': 'haiku', 'post-d': 'haiku' } });`,
});
const js = folder.path('app.js');
const jsx = folder.path('app.jsx');
const ts = folder.path('app.ts');
const tsx = folder.path('app.tsx');
const cjs = folder.path('app.cjs');
const vue = folder.path('app.vue');

const IMPORT = `import { routeModel, tasks } from './router.js';\n`;
const REQUIRE = `const { routeModel } = require('./legacy.cjs');\n`;

/** A misspelt `blog-post` on line 2. */
function misspelt(column: number, output: string | null, task = 'blog-psot') {
  return {
    message: `No route for the task "${task}" in router.ts: the default gives it "sonnet". Did you mean "blog-post"? Else add a line for it.`,
    line: 2,
    column,
    suggestions: output === null ? [] : [{ desc: 'Write "blog-post".', output }],
  };
}

/** Nothing like a task of the table, on line 2. */
function unlisted(column: number, task = 'typo') {
  return {
    message: `No route for the task "${task}" in router.ts: the default gives it "sonnet". Add a line for it.`,
    line: 2,
    column,
  };
}

testRule('no-unrouted-task', {
  valid: [
    { name: 'a listed task', filename: js, code: `${IMPORT}routeModel('blog-post');` },
    {
      name: 'a listed task in TypeScript',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel('blog-post' as const);`,
    },
    {
      name: 'a listed task in JSX',
      filename: jsx,
      languageOptions: JSX,
      code: `${IMPORT}export const A = () => <p>{routeModel('blog-post')}</p>;`,
    },
    {
      name: 'a listed task in CommonJS',
      filename: cjs,
      languageOptions: COMMONJS,
      code: `${REQUIRE}routeModel('email-draft');`,
    },
    { name: 'a task by its link', filename: js, code: `${IMPORT}routeModel(tasks['blog-post']);` },
    { name: 'an erased task', filename: ts, languageOptions: TS, code: `${IMPORT}routeModel<'blog-post'>();` },
    {
      name: 'a function of the same name from elsewhere',
      filename: js,
      code: `import { routeModel } from 'elsewhere';\nrouteModel('typo');`,
    },
    { name: 'a shadowed name', filename: js, code: `${IMPORT}export function f(routeModel) { routeModel('typo'); }` },
    {
      name: "each of the table's own keys, a domain's among them",
      filename: js,
      code: `import { routeModel, router, ROUTES } from './router.js';\nfor (const task of Object.keys(ROUTES)) routeModel(task); Object.keys(router.routes).map(routeModel);`,
    },
    {
      name: 'a link that the table has',
      filename: js,
      code: `${IMPORT}const { 'blog-post': post } = tasks; routeModel(post);`,
    },
    {
      name: 'a method of the same name, which a template calls where the script has no setup',
      filename: vue,
      languageOptions: VUE,
      code: `<script>import { routeModel } from './router.js';\nexport default { methods: { routeModel(task) { return task; }, go: () => routeModel('blog-post') } };</script>\n<template><p :title="routeModel('typo')">{{ routeModel('typo') }}</p></template>`,
    },
    { name: 'an override is final', filename: js, code: `${IMPORT}routeModel('typo', { override: 'opus' });` },
    {
      name: 'a task that cannot be known is not this rule',
      filename: js,
      code: `${IMPORT}routeModel(process.env.TASK);`,
    },
    {
      name: "a domain's default, where domains are open",
      filename: js,
      code: `${IMPORT}routeModel('content/teaser');`,
      options: [{ domains: 'open' }],
    },
    {
      name: 'a certain line of a table with a gap',
      filename: js,
      code: `import { routeModel } from './gap.js';\nrouteModel('blog-post');`,
    },
    {
      name: 'a listed task where rules stand by',
      filename: js,
      code: `import { routeModel } from './ruled.js';\nrouteModel('blog-post');`,
    },
    {
      name: 'a listed task in a template',
      filename: vue,
      languageOptions: VUE,
      code: `<template><p v-for="task in ['blog-post']" :title="routeModel(task)" /></template>\n<script setup>import { routeModel } from './router.js';</script>`,
    },
  ],
  invalid: [
    {
      name: 'a misspelt task',
      filename: js,
      code: `${IMPORT}routeModel('blog-psot');`,
      errors: [{ ...misspelt(12, `${IMPORT}routeModel('blog-post');`), endColumn: 23 }],
    },
    {
      name: 'a misspelt task in double quotes stays in double quotes',
      filename: js,
      code: `${IMPORT}routeModel("blog-psot");`,
      errors: [misspelt(12, `${IMPORT}routeModel("blog-post");`)],
    },
    {
      name: 'a misspelt task in a template literal',
      filename: js,
      code: `${IMPORT}routeModel(\`blog-psot\`);`,
      errors: [misspelt(12, `${IMPORT}routeModel(\`blog-post\`);`)],
    },
    { name: 'an unlisted task', filename: js, code: `${IMPORT}routeModel('typo');`, errors: [unlisted(12)] },
    {
      name: 'a name of the prototype',
      filename: js,
      code: `${IMPORT}routeModel('constructor');`,
      errors: [unlisted(12, 'constructor')],
    },
    ...['', '__proto__', 'a//b', 'a*b'].map((task) => ({
      name: `a task that no table takes: ${JSON.stringify(task)}`,
      filename: js,
      code: `${IMPORT}routeModel('${task}');`,
      errors: [
        {
          message: `No route for the task "${task}" in router.ts: the default gives it "sonnet". No table takes a line of this name: give the task another.`,
        },
      ],
    })),
    {
      name: 'a task near a route that no table takes',
      filename: js,
      code: `${IMPORT}routeModel('blog-post/');`,
      errors: [
        {
          message:
            'No route for the task "blog-post/" in router.ts: the default gives it "sonnet". Did you mean "blog-post"? No table takes a line of this name.',
          suggestions: [{ messageId: 'replace', output: `${IMPORT}routeModel('blog-post');` }],
        },
      ],
    },
    {
      name: 'a task with signs that are not seen, which a message shows',
      filename: js,
      code: `${IMPORT}routeModel('a\u202Eb\u200B');`,
      errors: [unlisted(12, String.raw`a\u202eb\u200b`)],
    },
    {
      name: 'a near name with signs that are not seen, which a suggestion writes out',
      filename: js,
      code: `import { routeModel } from './unseen.js';\nrouteModel('hidden');`,
      errors: [
        {
          message: String.raw`No route for the task "hidden" in unseen.ts: the default gives it "a". Did you mean "hid\u200bden"? Else add a line for it.`,
          suggestions: [
            {
              messageId: 'replace',
              output: String.raw`import { routeModel } from './unseen.js';
routeModel('hid\u200bden');`,
            },
          ],
        },
      ],
    },
    {
      name: 'a key that tasks does not have',
      filename: js,
      code: `${IMPORT}routeModel(tasks['blog-psot']);`,
      errors: [
        {
          message:
            'No route "blog-psot" in router.ts: what tasks hands out for it is undefined at run time. Did you mean "blog-post"? Else add a line for it.',
          line: 2,
          column: 18,
          endColumn: 29,
          suggestions: [{ desc: 'Write "blog-post".', output: `${IMPORT}routeModel(tasks['blog-post']);` }],
        },
      ],
    },
    {
      name: 'a property that tasks does not have, near one that is no name of a property',
      filename: js,
      code: `${IMPORT}routeModel(tasks.blogpost);`,
      errors: [
        {
          messageId: 'missing',
          suggestions: [{ messageId: 'replace', output: `${IMPORT}routeModel(tasks['blog-post']);` }],
        },
      ],
    },
    {
      name: 'a property that tasks does not have, near one that is',
      filename: js,
      code: `import { routeModel, tasks } from './words.js';\nrouteModel(tasks.analisys);`,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 18,
          suggestions: [
            {
              messageId: 'replace',
              output: `import { routeModel, tasks } from './words.js';\nrouteModel(tasks.analysis);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a property that tasks does not have, asked for where tasks may be missing',
      filename: js,
      code: `${IMPORT}routeModel(tasks?.blogpost);`,
      errors: [{ messageId: 'missing', suggestions: [] }],
    },
    {
      name: 'a key that tasks does not have, though something stands in for it',
      filename: js,
      code: `${IMPORT}routeModel(tasks.typo ?? 'blog-post');`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a name that is taken out of tasks in vain, and a constant key',
      filename: js,
      code: `${IMPORT}const { typo } = tasks; routeModel(typo); const key = 'blog-psot'; routeModel(tasks[key]);`,
      errors: [{ messageId: 'missing' }, { messageId: 'missing', suggestions: [] }],
    },
    {
      name: 'a key that tasks does not have, in another file',
      filename: js,
      code: `import { TYPO } from './links.js'; import { routeModel } from './router.js';\nrouteModel(TYPO);`,
      errors: [{ messageId: 'missing', line: 2, column: 12, suggestions: [] }],
    },
    {
      name: 'a key that tasks does not have, in a template',
      filename: vue,
      languageOptions: VUE,
      code: `<script setup>import { routeModel, tasks } from './router.js';</script>\n<template><p>{{ routeModel(tasks.typo) }}</p></template>`,
      errors: [{ messageId: 'missing', line: 2 }],
    },
    {
      name: 'TypeScript, with a cast',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel('blog-psot' as string);`,
      errors: [misspelt(12, `${IMPORT}routeModel('blog-post' as string);`)],
    },
    {
      name: 'an erased task',
      filename: ts,
      languageOptions: TS,
      code: `${IMPORT}routeModel<'blog-psot'>();`,
      errors: [misspelt(12, `${IMPORT}routeModel<'blog-post'>();`)],
    },
    {
      name: 'TSX',
      filename: tsx,
      languageOptions: TSX,
      code: `${IMPORT}export const A = (): unknown => <p>{routeModel('typo')}</p>;`,
      errors: [unlisted(48)],
    },
    {
      name: 'JSX',
      filename: jsx,
      languageOptions: JSX,
      code: `${IMPORT}export const A = () => <p model={routeModel('typo')} />;`,
      errors: [unlisted(45)],
    },
    {
      name: 'CommonJS',
      filename: cjs,
      languageOptions: COMMONJS,
      code: `${REQUIRE}routeModel('typo');`,
      errors: [
        {
          message: 'No route for the task "typo" in legacy.cjs: the default gives it "sonnet". Add a line for it.',
          line: 2,
          column: 12,
        },
      ],
    },
    {
      name: 'CommonJS, whole',
      filename: cjs,
      languageOptions: COMMONJS,
      code: `const router = require('./legacy.cjs');\nrouter.routeModel('typo');`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'through a barrel, renamed',
      filename: js,
      code: `import { pick } from './barrel.js';\npick('typo');`,
      errors: [unlisted(6)],
    },
    {
      name: 'through a namespace',
      filename: js,
      code: `import { models } from './barrel.js';\nmodels.getTier('typo');`,
      errors: [unlisted(16)],
    },
    {
      name: 'each bad branch by itself',
      filename: js,
      code: `${IMPORT}routeModel(x ? 'blog-psot' : y ? 'blog-post' : 'typo');`,
      errors: [misspelt(16, `${IMPORT}routeModel(x ? 'blog-post' : y ? 'blog-post' : 'typo');`), unlisted(48)],
    },
    {
      name: 'known elements of a list, where they stand',
      filename: js,
      code: `${IMPORT}['blog-post', 'typo'].map(routeModel);`,
      errors: [unlisted(15)],
    },
    {
      name: 'a const, once for two calls',
      filename: js,
      code: `${IMPORT}const TASK = 'blog-psot'; routeModel(TASK); routeModel(TASK);`,
      errors: [misspelt(14, `${IMPORT}const TASK = 'blog-post'; routeModel(TASK); routeModel(TASK);`)],
    },
    {
      name: 'a const of another file, at the argument and without a suggestion',
      filename: js,
      code: `import { TASK } from './names.js'; import { routeModel } from './router.js';\nrouteModel(TASK);`,
      errors: [misspelt(12, null)],
    },
    {
      name: 'a task that is put together, without a suggestion',
      filename: js,
      code: `${IMPORT}const part = 'psot'; routeModel(\`blog-\${part}\`);`,
      errors: [misspelt(33, null)],
    },
    {
      name: "a domain's default",
      filename: js,
      code: `${IMPORT}routeModel('content/teaser');`,
      errors: [
        {
          message:
            'No route of its own for the task "content/teaser" in router.ts: "content/*" gives it "sonnet". Add a line for it.',
          line: 2,
          column: 12,
        },
      ],
    },
    {
      name: 'an unlisted task, where domains are open',
      filename: js,
      code: `${IMPORT}routeModel('typo');`,
      options: [{ domains: 'open' }],
      errors: [unlisted(12)],
    },
    {
      name: 'a task that a rule may serve',
      filename: js,
      code: `import { routeModel } from './ruled.js';\nrouteModel('typo');`,
      errors: [
        {
          message:
            'No route for the task "typo" in ruled.ts: at run time a rule (long) decides, or else the default gives it "haiku". Add a line for it.',
          line: 2,
          column: 12,
        },
      ],
    },
    {
      name: 'a table with a gap',
      filename: js,
      code: `import { routeModel } from './gap.js';\nrouteModel('typo');`,
      errors: [{ message: 'Cannot verify the task "typo": is what load answers (gap.ts:2:103).', line: 2, column: 12 }],
    },
    {
      name: 'a table with a gap, of which a known line is near: no better than what is written',
      filename: js,
      code: `import { routeModel } from './gap.js';\nrouteModel('blog-psot');`,
      errors: [{ messageId: 'unverified', suggestions: [] }],
    },
    {
      name: "the table's file, where it is not the router's",
      filename: js,
      code: `import { routeModel } from './apart.js';\nrouteModel('typo');`,
      errors: [
        {
          message: 'No route for the task "typo" in routes/table.ts: the default gives it "haiku". Add a line for it.',
        },
      ],
    },
    {
      name: 'up to three near names',
      filename: js,
      code: `import { routeModel } from './near.js';\nrouteModel('post-x');`,
      errors: [
        {
          message:
            'No route for the task "post-x" in near.ts: the default gives it "haiku". Did you mean "post-a", "post-b" or "post-c"? Else add a line for it.',
          suggestions: ['post-a', 'post-b', 'post-c'].map((task) => ({
            desc: `Write "${task}".`,
            output: `import { routeModel } from './near.js';\nrouteModel('${task}');`,
          })),
        },
      ],
    },
    {
      name: 'a hint does not make a route',
      filename: js,
      code: `${IMPORT}routeModel('typo', { atLeast: 'opus' });`,
      errors: [unlisted(12)],
    },
    {
      name: 'an override that may be missing',
      filename: js,
      code: `${IMPORT}routeModel('typo', { override: x ? 'opus' : undefined });`,
      errors: [unlisted(12)],
    },
    {
      name: 'a template of a Vue component',
      filename: vue,
      languageOptions: VUE,
      code: `<script setup>import { routeModel } from './router.js';</script>\n<template><p :title="routeModel('blog-psot')">{{ routeModel(on ? 'typo' : 'blog-post') }}</p></template>`,
      errors: [
        misspelt(
          33,
          `<script setup>import { routeModel } from './router.js';</script>\n<template><p :title="routeModel('blog-post')">{{ routeModel(on ? 'typo' : 'blog-post') }}</p></template>`,
        ),
        unlisted(66),
      ],
    },
    {
      name: 'a template whose quotes are entities',
      filename: vue,
      languageOptions: VUE,
      code: `<script setup>import { routeModel } from './router.js';</script>\n<template><p :title="routeModel(&quot;typo&#34;)" :alt='routeModel(&#x27;typo&apos;)' v-if="1 &lt; 2 &amp;&amp; 3 &gt; 2" /></template>`,
      errors: [
        { ...unlisted(33), endColumn: 48 },
        { ...unlisted(68), endColumn: 84 },
      ],
    },
    {
      name: 'a loop in a template',
      filename: vue,
      languageOptions: VUE,
      code: `<script setup lang="ts">import { routeModel } from './router.js'; const list = ['blog-post'] as const;</script>\n<template><p v-for="(task, index) in [...list, 'typo']" :key="index" @click="routeModel(task)" /></template>`,
      errors: [unlisted(48)],
    },
    {
      name: 'the script of a Vue component',
      filename: vue,
      languageOptions: VUE,
      code: `<script>import { routeModel } from './router.js';\nexport default { data: () => ({ model: routeModel('typo') }) };</script>`,
      errors: [unlisted(51)],
    },
  ],
});

test('a table that is edited changes the next verdict', () => {
  const linter = new Linter({ cwd: folder.root });
  const config: Linter.Config = {
    files: ['**'],
    plugins: { taskroute: plugin },
    rules: { 'taskroute/no-unrouted-task': 'error' },
  };
  const count = (): number =>
    linter.verify(`import { routeModel } from './late.js';\nrouteModel('late');`, config, { filename: js }).length;
  const router = (routes: string): string =>
    `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { ${routes} } });`;
  folder.write('late.ts', router(''));
  expect(count()).toBe(1);
  folder.write('late.ts', router(`late: 'a'`));
  expect(count()).toBe(0);
});
