import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/vite';
import { messageOf, serviceWith } from './workshop.ts';

function failureOf(component: string): Promise<string> {
  const root = serviceWith({ 'Faulty.vue': component, 'entry.ts': "export { default } from './Faulty.vue';\n" });
  return messageOf(
    build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [taskroute(), vue()],
      build: { ssr: 'src/entry.ts', outDir: join(root, 'out') },
    }),
  );
}

test('what cannot be lowered in a script or in a template has its place in the file', async () => {
  const message = await failureOf(`<template>
  <p :title="routeModel<'blog-post' | 'classification'>()">{{ routeModel<'blog-post'>() }}</p>
</template>

<script setup lang="ts">
import { routeModel } from './router.ts';

const stored = routeModel<'blog-post'>;
</script>
`);
  expect(message).toContain('taskroute: 2 calls cannot be lowered');
  expect(message).toMatch(/src\/Faulty\.vue:2:14 {2}\S[^]*src\/Faulty\.vue:8:16 {2}\S/);
});

test('a template without <script setup> is told apart: its names are those of the component', async () => {
  const message = await failureOf(`<script lang="ts">
import { routeModel } from './router.ts';

export default { methods: { routeModel: (): string => routeModel<'blog-post'>() } };
</script>

<template>
  <p>{{ routeModel<'blog-post'>() }}</p>
</template>
`);
  expect(message).toContain('taskroute: 1 call cannot be lowered');
  expect(message).toMatch(/src\/Faulty\.vue:8:9 {2}[^\n]*component[^\n]*; write /);
});
