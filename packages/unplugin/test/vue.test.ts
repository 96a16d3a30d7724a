import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build, createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/vite';
import { folderOf, PACKAGE, runBuilt } from './workshop.ts';

const PAGE = '<p title="haiku" data-model="opus">model opus haiku opus</p>';
const FIXTURE = join(PACKAGE, 'test/fixtures/vue');

describe.each(['before', 'after'])('with taskroute %s vue', (order) => {
  const plugins = (fold = false) => (order === 'before' ? [taskroute({ fold }), vue()] : [vue(), taskroute({ fold })]);

  test.each([false, true])('a build renders scripts and template alike, folded: %s', async (fold) => {
    const folder = folderOf();
    await build({
      configFile: false,
      root: FIXTURE,
      logLevel: 'silent',
      plugins: plugins(fold),
      build: {
        ssr: 'src/main.ts',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
      },
      ssr: { noExternal: true },
    });
    const { stdout, stderr } = await runBuilt(join(folder, 'main.mjs'));
    expect(stderr).toBe('');
    expect(stdout).toContain(PAGE);
    expect(readFileSync(join(folder, 'main.mjs'), 'utf8').includes('("email-draft")')).toBe(!fold);
  });

  test('the development server renders them, and renders an edit', async () => {
    const folder = folderOf();
    cpSync(FIXTURE, folder, { recursive: true });
    const server = await createServer({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: plugins(),
      server: { middlewareMode: true, ws: false },
      appType: 'custom',
    });
    try {
      const page = async (): Promise<unknown> => (await server.ssrLoadModule('/src/main.ts'))['page'];
      expect(await page()).toContain(PAGE);
      const file = join(folder, 'src/ModelLine.vue');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace("routeModel<'classification'>", "routeModel<'content/page'>"),
      );
      server.watcher.emit('change', file);
      await expect.poll(page).toContain(PAGE.replace('haiku', 'sonnet'));
      const sent = await server.transformRequest('/src/ModelLine.vue');
      expect(sent?.code).toContain('title: $setup.routeModel("content/page")');
    } finally {
      await server.close();
    }
  });
});
