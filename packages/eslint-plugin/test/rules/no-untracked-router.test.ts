import { createFolder, ROUTER, ROUTER_COMMONJS } from '../folder.ts';
import { COMMONJS, JSX, testRule, TS, VUE } from '../rule-tester.ts';

const folder = createFolder({ 'router.ts': ROUTER, 'legacy.cjs': ROUTER_COMMONJS });
const js = folder.path('app.js');
const vue = folder.path('app.vue');
const SETUP = `<script setup>import { routeModel, router } from './router.js';</script>\n`;
const IMPORT = `import { routeModel, router } from './router.js';\n`;

testRule('no-untracked-router', {
  valid: [
    { name: 'a call', filename: js, code: `${IMPORT}routeModel('blog-post');` },
    { name: 'an alias', filename: js, code: `${IMPORT}const f = routeModel; f('blog-post');` },
    { name: 'a known list', filename: js, code: `${IMPORT}['blog-post'].map(routeModel);` },
    {
      name: 'an object that is followed',
      filename: js,
      code: `${IMPORT}const deps = { routeModel }; deps.routeModel('blog-post');`,
    },
    { name: 'bind', filename: js, code: `${IMPORT}routeModel.bind(null)('blog-post');` },
    { name: 'handed on', filename: js, code: `export { routeModel } from './router.js';` },
    { name: 'the definition', filename: folder.path('router.ts'), languageOptions: TS, code: ROUTER },
    {
      name: 'the definition in CommonJS',
      filename: folder.path('legacy.cjs'),
      languageOptions: COMMONJS,
      code: ROUTER_COMMONJS,
    },
    {
      name: 'a function of the same name from elsewhere',
      filename: js,
      code: `import { routeModel } from 'elsewhere';\nhand(routeModel);`,
    },
    {
      name: 'a call in a template, and one in a handler',
      filename: vue,
      languageOptions: VUE,
      code: `${SETUP}<template><X :model="routeModel('blog-post')" @pick="() => routeModel('blog-post')" @x="routeModel('blog-post')" v-if="routeModel" /></template>`,
    },
    {
      name: 'a component that has a method of the same name',
      filename: vue,
      languageOptions: VUE,
      code: `<script>import { routeModel } from './router.js';\nexport default { methods: { routeModel(task) { return routeModel('blog-post'); } } };</script>\n<template><X :ask="routeModel" /></template>`,
    },
  ],
  invalid: [
    {
      name: 'a component of a template, and a handler of one',
      filename: vue,
      languageOptions: VUE,
      code: `${SETUP}<template><X :ask="routeModel" @pick="router.routeModel" v-bind="{ ask: routeModel }" :route-model /></template>`,
      errors: [
        { messageId: 'escapes', line: 2, column: 20, endColumn: 30 },
        { messageId: 'escapes', line: 2, column: 39, endColumn: 56 },
        { messageId: 'escapes', line: 2, column: 73, endColumn: 83 },
        { messageId: 'escapes', line: 2, column: 88 },
      ],
    },
    {
      name: 'the options of a component, which are called as this.x',
      filename: vue,
      languageOptions: VUE,
      code: `<script>import { routeModel } from './router.js';\nexport default { methods: { routeModel, go() { return this.routeModel('x2'); } } };</script>\n<template><p>{{ routeModel('x3') }}</p></template>`,
      errors: [{ messageId: 'escapes', line: 2, column: 29, endColumn: 39 }],
    },
    {
      name: 'the options of a component without a template, by another name and from a constant',
      filename: vue,
      languageOptions: VUE,
      code: `<script lang="ts">import { routeModel } from './router.js';\nconst methods = { ask: routeModel };\nexport default { methods } as Component;</script>`,
      errors: [{ messageId: 'escapes', line: 3 }],
    },
    {
      name: 'the options of a component, handed to what makes one',
      filename: vue,
      languageOptions: VUE,
      code: `<script>import { routeModel } from './router.js';\nexport default defineComponent({ methods: { routeModel } });</script>`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'a parameter',
      filename: js,
      code: `${IMPORT}hand(routeModel);`,
      errors: [
        {
          message:
            "Cannot verify the calls that follow: the router's function is passed to a function. Call it here, or declare what calls it as a wrapper in taskroute.json.",
          line: 2,
          column: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: 'a list that is not known',
      filename: js,
      code: `${IMPORT}list().map(routeModel);`,
      errors: [{ messageId: 'escapes', line: 2, column: 12 }],
    },
    {
      name: 'a field',
      filename: js,
      code: `${IMPORT}app.locals.route = routeModel;`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'a constructor',
      filename: js,
      code: `${IMPORT}new Mailer(router);`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'an answer',
      filename: js,
      code: `${IMPORT}export const give = () => ({ routeModel });`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'a component',
      filename: folder.path('app.jsx'),
      languageOptions: JSX,
      code: `${IMPORT}export const A = () => <B route={routeModel} />;`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { routeModel } = require('./legacy.cjs');\nhand(routeModel);`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'TypeScript',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `${IMPORT}hand(routeModel as unknown);`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
    {
      name: 'a key that is not known',
      filename: js,
      code: `${IMPORT}router[name()]('blog-post');`,
      errors: [{ messageId: 'escapes', line: 2 }],
    },
  ],
});
