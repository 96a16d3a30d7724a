import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createLogger, createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/vite';
import { typeRemover } from './hosts/host.ts';
import { messageOf, run, serviceWith } from './workshop.ts';

describe('workers', () => {
  const CALL = "import { routeModel } from './router.ts';\n\npostMessage(routeModel<'blog-post'>());\n";
  const HTML = '<script type="module" src="/src/entry.ts"></script>';

  async function workerOf(entry: string, isWrong = false): Promise<string> {
    const root = serviceWith({ 'entry.ts': entry, 'work.ts': CALL, '../index.html': HTML });
    await build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [taskroute()],
      worker: isWrong ? { plugins: () => [typeRemover] } : {},
      build: { minify: false, outDir: join(root, 'out') },
    });
    const folder = join(root, 'out/assets');
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('work-'));
    return readFileSync(join(folder, file), 'utf8');
  }

  test.each([
    ["export const work = new Worker(new URL('./work.ts', import.meta.url), { type: 'module' });\n"],
    ["import Work from './work.ts?worker';\n\nexport const work = new Work();\n"],
  ])('are lowered: %s', async (entry) => {
    expect(await workerOf(entry)).toMatch(/postMessage\(routeModel\("blog-post"\)\)/);
  });

  test('fail where a plugin of theirs removes the types first', async () => {
    const message = await messageOf(
      workerOf("import Work from './work.ts?worker';\n\nexport const work = new Work();\n", true),
    );
    expect(message).toMatch(/src\/work\.ts:3:13/);
  });
});

describe('packages that the development server bundles', () => {
  const ROUTER = `import { defineRouter } from '@taskroute/router';

export const { routeModel } = defineRouter({ tiers: ['opus'], default: 'opus', routes: { 'blog-post': 'opus' } });
`;
  const ENTRY = `import { routeModel } from './router.ts';

type Task = 'blog-post';
export const wrong = (): string => routeModel<Task>();
export { model } from 'own-package';
`;

  function projectOf(text: string): string {
    const root = serviceWith({
      'entry.ts': ENTRY,
      '../index.html': '<script type="module" src="/src/entry.ts"></script>',
      '../vite.config.js': `import taskroute from '@taskroute/unplugin/vite';

export default { plugins: [taskroute()], optimizeDeps: { include: ['own-package'] } };
`,
    });
    const folder = join(root, 'node_modules/own-package');
    const dependencies = { '@taskroute/router': '*' };
    const manifest = { name: 'own-package', type: 'module', exports: './index.ts', dependencies };
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'router.ts'), ROUTER);
    writeFileSync(join(folder, 'index.ts'), text);
    return root;
  }

  test('are lowered, and nothing is said of the sources in which their imports are looked for', async () => {
    const root = projectOf(
      "import { routeModel } from './router.ts';\n\nexport const model: string = routeModel<'blog-post'>();\n",
    );
    const said: string[] = [];
    const server = await createServer({
      root,
      customLogger: { ...createLogger('silent'), error: (message) => said.push(message) },
      server: { middlewareMode: true, ws: false },
      appType: 'custom',
    });
    try {
      const bundled = join(root, 'node_modules/.vite/deps/own-package.js');
      await expect.poll(() => existsSync(bundled), { timeout: 20_000 }).toBe(true);
      await server.environments.client.depsOptimizer?.scanProcessing;
      expect(readFileSync(bundled, 'utf8')).toMatch(/= routeModel\("blog-post"\)/);
      expect(said).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test.each([
    ['cannot be lowered', "type Task = 'blog-post';\nexport const model: string = routeModel<Task>();\n"],
    ['has no task', '\nexport const model = routeModel();\n'],
  ])('fail where a call of theirs %s', async (_what, text) => {
    const root = projectOf(`import { routeModel } from './router.ts';\n${text}`);
    const { code, stderr } = await run(process.execPath, ['node_modules/vite/bin/vite.js', 'optimize'], root);
    expect(code).toBe(1);
    expect(stderr).toMatch(/own-package\/index\.ts:3:\d+ {2}\S/);
  });
});
