import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { describe, expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/vite';
import { typeRemover } from './hosts/host.ts';
import { messageOf, serviceWith } from './workshop.ts';

async function serving<Value>(
  files: Readonly<Record<string, string>>,
  use: (server: ViteDevServer, root: string) => Promise<Value>,
  isWrong = false,
): Promise<Value> {
  const root = serviceWith(files);
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [isWrong && typeRemover, taskroute()],
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  });
  try {
    return await use(server, root);
  } finally {
    await server.close();
  }
}

async function sent(server: ViteDevServer): Promise<string> {
  return (await server.transformRequest('/src/entry.ts'))?.code ?? '';
}

async function loaded(server: ViteDevServer): Promise<unknown> {
  return (await server.ssrLoadModule('/src/entry.ts'))['model'];
}

const LIB = `import { routeModel } from './router.ts';

export const lib = { go: routeModel };
`;
/** Each loses a task on its third line where types are removed first. */
const LOSING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another name': {
    'entry.ts': "import { modelOf } from './models.ts';\n\nexport const model: string = modelOf<'blog-post'>();\n",
  },
  'a member': {
    'entry.ts': "import { lib } from './lib.ts';\n\nexport const model: string = lib.go<'blog-post'>();\n",
    'lib.ts': LIB,
  },
  'a name of its own': {
    'entry.ts':
      "import { modelOf } from './models.ts';\nconst own = modelOf;\nexport const model: string = own<'blog-post'>();\n",
  },
  'a name taken out': {
    'entry.ts':
      "import { lib } from './lib.ts';\nconst { go } = lib;\nexport const model: string = go<'blog-post'>();\n",
    'lib.ts': LIB,
  },
  'a name that is handed in': {
    'entry.ts': `import type { routeModel } from './router.ts';

export const model = ({ pick }: { pick: typeof routeModel }): string => pick<'blog-post'>();
`,
  },
};

describe.each(Object.entries(LOSING))('a development server with types removed first, by %s', (_how, files) => {
  test('fails what it sends', async () => {
    expect(await serving(files, (server) => messageOf(sent(server)), true)).toMatch(/src\/entry\.ts:3:\d+ {2}\w+ /);
  });

  test('fails what it loads', async () => {
    expect(await serving(files, (server) => messageOf(loaded(server)), true)).toMatch(/src\/entry\.ts:3:\d+ {2}\w+ /);
  });
});

test.each(['export function routeModel(): number {\n  return 1;\n}\n', 'export const routeModel = (): number => 1;\n'])(
  'a function of the same name that is no router stays as it is',
  async (other) => {
    const files = {
      'entry.ts': "import { routeModel } from './other.ts';\n\nexport const model = routeModel();\n",
      'other.ts': other,
    };
    expect(await serving(files, loaded)).toBe(1);
    expect(await serving(files, sent)).toContain('routeModel()');
  },
);

test('an edit is sent lowered, and one that cannot be lowered is not sent', async () => {
  const entry = (call: string): string =>
    `import { routeModel } from './router.ts';\n\ntype Task = 'blog-post';\nexport const model: string = ${call};\n`;
  await serving({ 'entry.ts': entry("routeModel<'blog-post'>()") }, async (server, root) => {
    const edit = (call: string): void => {
      const file = join(root, 'src/entry.ts');
      writeFileSync(file, entry(call));
      server.watcher.emit('change', file);
    };
    const seen = (): Promise<string> => sent(server).catch(String);
    expect(await seen()).toMatch(/model = routeModel\(["']blog-post["']\)/);
    edit("routeModel<'classification'>()");
    await expect.poll(seen).toMatch(/model = routeModel\(["']classification["']\)/);
    edit('routeModel<Task>()');
    await expect.poll(seen).toMatch(/src\/entry\.ts:4:30 {2}the task of routeModel/);
    edit("routeModel<'email-draft'>()");
    await expect.poll(seen).toMatch(/model = routeModel\(["']email-draft["']\)/);
  });
});

test.each(['own.ts', 'Own.vue'])('the raw text of %s is sent as it is', async (name) => {
  const script = "import { routeModel } from './router.ts';\nconst model = routeModel<'blog-post'>();\n";
  const text = name.endsWith('.vue') ? `<script setup lang='ts'>\n${script}</script>\n` : script;
  const files = { 'entry.ts': `export { default as model } from './${name}?raw';\n`, [name]: text };
  expect(await serving(files, loaded)).toBe(text);
});
