import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/vite';
import { messageOf, runBuilt, serviceWith } from './workshop.ts';

const SCRIPT = `<script setup lang="ts">
import { routeModel as pick } from './router.ts';

const count = (...given: unknown[]): number => given.length;
const Slotted = {
  setup: (_: unknown, { slots }: any) => () => slots.default?.({ pick: count, given: count, task: 'blog-post' }),
};
</script>
`;
const ENTRY = `import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Page from './Page.vue';

console.log((await renderToString(createSSRApp(Page))).replace(/<!--.*?-->/g, ''));
`;

async function rendered(template: string): Promise<string> {
  const root = serviceWith({ 'Page.vue': `${SCRIPT}\n<template>${template}</template>\n`, 'entry.ts': ENTRY });
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [taskroute(), vue()],
    build: {
      ssr: 'src/entry.ts',
      outDir: join(root, 'out'),
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const { stdout, stderr } = await runBuilt(join(root, 'out/main.mjs'));
  return (stdout + stderr).trim();
}

/** A call that counts what it is given. */
const OWN = "(pick as any)<'blog-post'>()";

describe("a template's own name for something else", () => {
  test.each([
    ["v-for's item", `<p v-for="pick in [count]">{{ ${OWN} }}</p>`, '<p>0</p>'],
    [
      "v-for's item, in an attribute of the element",
      `<p v-for="pick in [count]" :title="${OWN}">a</p>`,
      '<p title="0">a</p>',
    ],
    ["v-for's key", `<p v-for="(_item, pick) in [1]">{{ (count)<'blog-post'>(pick) }}</p>`, '<p>1</p>'],
    ['a part of an item', `<p v-for="{ a: [pick] } in [{ a: [count] }]">{{ ${OWN} }}</p>`, '<p>0</p>'],
    ["a slot's property", `<Slotted #default="{ pick }">{{ ${OWN} }}</Slotted>`, '0'],
    [
      "a slot's renamed property",
      `<Slotted><template #default="{ given: pick }">{{ ${OWN} }}</template></Slotted>`,
      '0',
    ],
    [
      'an element further in',
      `<div v-for="pick in [count]"><p><b>{{ ${OWN} }}</b></p></div>`,
      '<div><p><b>0</b></p></div>',
    ],
  ])('is left alone: %s', async (_what, template, page) => {
    expect(await rendered(template)).toBe(page);
  });
});

describe('the router beside such names', () => {
  const CALL = "pick<'blog-post'>()";

  test.each([
    [
      "beside v-for's item",
      `<p v-for="item in ['a']" :title="item + ${CALL}">{{ item + ${CALL} }}</p>`,
      '<p title="aopus">aopus</p>',
    ],
    ["beside a slot's property", `<Slotted #default="{ task }">{{ task + ${CALL} }}</Slotted>`, 'blog-postopus'],
    [
      'by the name of a property that is renamed',
      `<Slotted #default="{ pick: given }">{{ ${CALL} + given() }}</Slotted>`,
      'opus0',
    ],
    ['behind the element', `<p v-for="pick in [count]">{{ ${OWN} }}</p><i>{{ ${CALL} }}</i>`, '<p>0</p><i>opus</i>'],
    ['in what v-for goes through', `<p v-for="pick in [${CALL}]">{{ pick }}</p>`, '<p>opus</p>'],
    [
      'as what an item is by default',
      `<p v-for="{ a = ${CALL}, b: [c = a]=[] } in [pick && {}]">{{ a + c }}</p>`,
      '<p>opusopus</p>',
    ],
    ["as what a slot's property is by default", `<Slotted #default="{ a=${CALL} }">{{ a }}</Slotted>`, 'opus'],
    [
      'in v-if, which comes before v-for',
      `<p v-if="${CALL} === 'opus'" v-for="pick in [count]">{{ ${OWN} }}</p>`,
      '<p>0</p>',
    ],
  ])('is lowered %s', async (_what, template, page) => {
    expect(await rendered(template)).toContain(page);
  });

  test('that may be one is said to be', async () => {
    const message = await messageOf(rendered(`<p v-for="routeModel in [count]">{{ routeModel<'blog-post'>() }}</p>`));
    expect(message).toContain("looks like a router's");
  });
});
