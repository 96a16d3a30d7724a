import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Loader, type Plugin } from 'esbuild';
import { describe, expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/esbuild';
import { messageOf, runBuilt, serviceWith } from './workshop.ts';

/** A plugin with modules of its own, in a namespace of its own or in none. */
function virtual(text: string, loader: Loader, namespace?: string): Plugin {
  return {
    name: 'virtual',
    setup: (build) => {
      // Where esbuild takes a module for a file, it wants a whole path.
      build.onResolve({ filter: /^virtual:/ }, ({ path }) =>
        namespace === undefined ? { path: `/${path}` } : { path, namespace },
      );
      build.onLoad({ filter: /^\/?virtual:/, ...(namespace !== undefined && { namespace }) }, () => ({
        contents: text,
        loader,
        resolveDir: build.initialOptions.absWorkingDir ?? '',
      }));
    },
  };
}

async function printed(files: Readonly<Record<string, string>>, options: BuildOptions): Promise<string> {
  const root = serviceWith(files);
  const outfile = join(root, 'out/main.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/entry.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    ...options,
  });
  const { stdout, stderr } = await runBuilt(outfile);
  return stdout + stderr;
}

const ENTRY = { 'entry.ts': "import { model } from 'virtual:own.ts';\n\nconsole.log(model);\n" };
const ORDERS = ['before', 'after'] as const;
const inOrder = (order: (typeof ORDERS)[number], plugin: Plugin, fold = false): Plugin[] =>
  order === 'before' ? [taskroute({ fold }), plugin] : [plugin, taskroute({ fold })];

describe.each(ORDERS)('with taskroute %s a plugin that has modules of its own', (order) => {
  test.each([
    ['ts', 'v', false],
    ['ts', undefined, false],
    ['js', 'v', true],
  ] as const)('they are left to it (%s, namespace %s, folded: %s)', async (loader, namespace, fold) => {
    const text = loader === 'ts' ? 'export const model: number = 1;' : 'export const model = 1;';
    const files = { 'entry.ts': ENTRY['entry.ts'].replace('.ts', `.${loader}`) };
    expect(await printed(files, { plugins: inOrder(order, virtual(text, loader, namespace), fold) })).toBe('1\n');
  });

  test.each([false, true])('an erased call in one fails, minified: %s', async (minify) => {
    const text =
      "import { routeModel } from './src/router.ts';\nexport const model: string = routeModel<'blog-post'>();\n";
    const message = await messageOf(printed(ENTRY, { minify, plugins: inOrder(order, virtual(text, 'ts', 'v')) }));
    expect(message).toMatch(/v:virtual:own\.ts:\d+:\d+ {2}routeModel is called without a task/);
  });

  test.each([false, true])('a call with its task in one does not, minified: %s', async (minify) => {
    const text =
      "import { routeModel } from './src/router.ts';\nexport const model: string = routeModel('blog-post');\n";
    expect(await printed(ENTRY, { minify, plugins: inOrder(order, virtual(text, 'ts', 'v')) })).toBe('opus\n');
  });

  test('what it makes of files of another language is looked at', async () => {
    const plugin: Plugin = {
      name: 'own-language',
      setup: (build) => {
        build.onLoad({ filter: /\.own$/ }, () => ({
          contents: "import { modelOf } from './models.ts';\nexport const model: string = modelOf<'blog-post'>();\n",
          loader: 'ts',
        }));
      },
    };
    const files = { 'entry.ts': "import { model } from './x.own';\n\nconsole.log(model);\n", 'x.own': '<script>' };
    expect(await messageOf(printed(files, { plugins: inOrder(order, plugin) }))).toMatch(/src\/x\.own:\d+:\d+ {2}/);
  });

  test('its other hooks are not run a second time for that', async () => {
    let ends = 0;
    const own = virtual(
      "import { routeModel } from './src/router.ts';\nexport const model = routeModel('blog-post');\n",
      'ts',
      'v',
    );
    const plugin: Plugin = {
      name: 'counting',
      setup: (build) => {
        build.onEnd(() => {
          ends++;
        });
        return own.setup(build);
      },
    };
    await printed(ENTRY, { plugins: inOrder(order, plugin) });
    expect(ends).toBe(1);
  });
});

const CALL =
  "import { routeModel } from './router.ts';\nconst model: string = routeModel<'blog-post'>();\nconsole.log(model);\n";

test.each([
  ['text', 'string', false],
  ['text', 'string', true],
  ['bytes', 'object', false],
] as const)('a file that is imported as %s is handed on as it is', async (type, kind, fold) => {
  const entry = `import own from './own.ts' with { type: '${type}' };\n\nconsole.log(typeof own, String(own).includes("<'blog-post'>"));\n`;
  const options = { target: 'node22', plugins: [taskroute({ fold })] };
  const found = await printed({ 'entry.ts': entry, 'own.ts': CALL }, options);
  expect(found).toBe(`${kind} ${String(type === 'text')}\n`);
});

test('a file with a query is lowered', async () => {
  const files = { 'entry.ts': "import './own.ts?once';\n", 'own.ts': CALL };
  expect(await printed(files, { plugins: [taskroute()] })).toBe('opus\n');
});

test('a file with a query that another plugin took is looked at', async () => {
  const plugin: Plugin = {
    name: 'removes-types',
    setup: (build) => {
      build.onLoad({ filter: /own\.ts$/ }, () => ({ contents: "console.log('other')", loader: 'js' }));
    },
  };
  const files = { 'entry.ts': "import './own.ts?once';\n", 'own.ts': CALL };
  expect(await messageOf(printed(files, { plugins: [plugin, taskroute()] }))).toMatch(/src\/own\.ts:2:23/);
});

test('a file that another plugin took is looked at where it has a router by a name that a lowered file gives', async () => {
  const plugin: Plugin = {
    name: 'removes-types',
    setup: (build) => {
      build.onLoad({ filter: /own\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(/<.*>/, ''),
        loader: 'js',
      }));
    },
  };
  const own = "import { modelOf } from './models.ts';\nconsole.log(modelOf<'blog-post'>());\n";
  const files = { 'entry.ts': "import './own.ts';\nimport './models.ts';\n", 'own.ts': own };
  expect(await messageOf(printed(files, { plugins: [plugin, taskroute()] }))).toMatch(/src\/own\.ts:2:13/);
});

test.each([
  ['.own.txt', 'ts'],
  ['', 'ts'],
] as const)('files named *%s that the build reads as %s are lowered', async (extension, loader) => {
  const files = { 'entry.ts': `import './own${extension}';\n`, [`own${extension}`]: CALL };
  expect(await printed(files, { loader: { [extension]: loader }, plugins: [taskroute()] })).toBe('opus\n');
});

test('files whose longer extension is of another kind are left alone', async () => {
  const files = { 'entry.ts': "import own from './own.txt.ts';\n\nconsole.log(own);\n", 'own.txt.ts': "pick<'x'>()" };
  expect(await printed(files, { loader: { '.txt.ts': 'text' }, plugins: [taskroute()] })).toBe("pick<'x'>()\n");
});
