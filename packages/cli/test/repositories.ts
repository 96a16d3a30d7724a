import { ROUTER } from '../../source/test/corpus/case.ts';

/** Small repositories, file by file. */
export type Repository = Readonly<Record<string, string>>;

/** A package with the router, and two services that ask it. */
export const MONOREPO: Repository = {
  'package.json': '{ "name": "fleet", "private": true }\n',
  '.gitignore': 'dist/\n',
  'packages/models/package.json': '{ "name": "@fleet/models", "type": "module", "exports": "./src/index.ts" }\n',
  'packages/models/src/index.ts': `export { routeModel, getTier } from './router.ts';\n`,
  'packages/models/src/router.ts': `import { defineRouter } from '@taskroute/router';

export const ROUTES = {
  'classification': 'haiku',
  'cold-outreach': 'sonnet',
  'content/*': 'sonnet',
  'content/white-paper': 'opus',
  'contract': 'sonnet',
  'strategy': 'opus',
} as const;

export const { routeModel, getTier } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: ROUTES,
});
`,
  'services/playbook/src/outreach.ts': `import { routeModel } from '../../../packages/models/src/index.ts';

export const outreach = routeModel('cold-outreach');
export const plan = routeModel('strategy');
export const teaser = routeModel('content/teaser');
export const careful = routeModel('classification', { atLeast: 'sonnet' });
export const paper = routeModel<'content/white-paper'>();
`,
  'services/digest/src/score.ts': `import { getTier, routeModel } from '../../../packages/models/src/index.ts';

export const score = (): string => routeModel('classification');
export const tier = (): number => getTier('classification');
export const typo = (): string => routeModel('clasification');
export const any = (task: string): string => routeModel(task);
export const wrong = (): string => routeModel('classification', { override: 'gpt' as never });
`,
  'services/digest/dist/score.js': `import { routeModel } from '../../../packages/models/src/index.ts';\nrouteModel('built');\n`,
};

/** A hand-written router in CommonJS, which only taskroute.json tells of. */
export const COMMONJS: Repository = {
  'package.json': '{ "name": "legacy" }\n',
  'taskroute.json': `${JSON.stringify(
    {
      routers: [
        {
          module: './lib/model-router.js',
          table: 'ROUTES',
          default: 'DEFAULT_MODEL',
          tiers: ['haiku', 'sonnet', 'opus'],
          functions: ['modelFor'],
        },
      ],
    },
    null,
    2,
  )}\n`,
  'lib/model-router.js': `const DEFAULT_MODEL = 'sonnet';
const ROUTES = {
  classification: 'haiku',
  strategy: 'opus',
  'follow-up': 'sonnet',
};
exports.modelFor = (task) => ROUTES[task] || DEFAULT_MODEL;
`,
  'jobs/digest.js': `const { modelFor } = require('../lib/model-router');

module.exports = [modelFor('classification'), modelFor('strategy'), modelFor('daily-plan')];
`,
};

/** Two routers in one repository. */
export const TWO_ROUTERS: Repository = {
  'package.json': '{ "name": "two", "type": "module" }\n',
  'text/router.ts': ROUTER,
  'text/write.ts': `import { routeModel } from './router.ts';\nexport const model = routeModel('blog-post');\n`,
  'speech/router.ts': `import { defineRouter } from '@taskroute/router';
export const speech = defineRouter({
  tiers: ['small', 'large'],
  default: 'small',
  routes: { dictation: 'small', dictation: 'large', meeting: 'large' },
});
`,
  'speech/listen.ts': `import { speech } from './router.ts';
export const model = speech.routeModel('meeting');
export const handed = [1, 2].map(() => speech.decide);
`,
};

/** Vue: both scripts of a component count. */
export const VUE: Repository = {
  'package.json': '{ "name": "desk", "type": "module" }\n',
  'src/models.js': `import { defineRouter } from '@taskroute/router';
export const router = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: { 'blog-post': 'opus', 'email-draft': 'haiku' },
});
`,
  'src/Draft.vue': `<script>
import { router } from './models.js';
export const kind = router.routeModel('email-draft');
</script>

<script setup lang="ts">
import { ref } from 'vue';
const model = ref(router.routeModel('blog-post'));
const other = router.routeModel('blog-posts');
</script>

<template>
  <p :title="other">{{ model }}</p>
</template>
`,
};
