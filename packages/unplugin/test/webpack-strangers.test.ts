import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { describe, expect, test } from 'vitest';
import { webpack } from 'webpack';
import forRspack from '@taskroute/unplugin/rspack';
import forWebpack from '@taskroute/unplugin/webpack';
import { messageOf, runBuilt, serviceWith } from './workshop.ts';

const LOADER = createRequire(import.meta.url).resolve('ts-loader');

/** A rule that compiles TypeScript in files of these names. */
type Compile = (test: RegExp) => object;

interface Compiler {
  readonly run: (
    done: (error: Error | null, stats?: { readonly compilation: { readonly errors: Error[] } }) => void,
  ) => void;
  readonly close: (done: () => void) => void;
}

const COMPILERS: readonly (readonly [string, (options: object) => Compiler, object, Compile])[] = [
  [
    'webpack',
    // Of the two hosts' own types no more is needed here.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- TypeScript 7 asks for it, 6 does not
    webpack as unknown as (options: object) => Compiler,
    forWebpack(),
    (test) => ({ test, loader: LOADER, options: { transpileOnly: true, appendTsSuffixTo: [/\.own$/] } }),
  ],
  [
    'rspack',
    // As above.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- as above
    rspack as unknown as (options: object) => Compiler,
    forRspack(),
    (test) => ({ test, loader: 'builtin:swc-loader', options: { jsc: { parser: { syntax: 'typescript' } } } }),
  ],
];

const ERASED =
  "import { routeModel } from './router.ts';\n\nexport const model: string = routeModel<'blog-post'>();\nconsole.log(model);\n";

describe.each(COMPILERS)('%s', (_name, create, plugin, compile) => {
  async function built(files: Readonly<Record<string, string>>, rules: readonly object[]): Promise<string> {
    const root = serviceWith(files);
    const compiler = create({
      mode: 'none',
      context: root,
      entry: './src/entry.ts',
      target: 'node22',
      experiments: { outputModule: true },
      output: { path: join(root, 'out'), filename: '[name].mjs', module: true, chunkFormat: 'module' },
      resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
      module: { rules },
      plugins: [plugin],
    });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        const [first] = stats?.compilation.errors ?? [];
        compiler.close(() => {
          if (error ?? first) reject(error ?? first ?? new Error());
          else resolve();
        });
      });
    });
    return join(root, 'out');
  }

  async function printed(files: Readonly<Record<string, string>>, rules: readonly object[]): Promise<string> {
    const { stdout, stderr } = await runBuilt(join(await built(files, rules), 'main.mjs'));
    return stdout + stderr;
  }

  test('fails on a file of another language, where what it became has lost a task', async () => {
    const files = { 'entry.ts': "import './page.own';\n", 'page.own': ERASED };
    expect(await messageOf(printed(files, [compile(/\.(?:ts|own)$/)]))).toMatch(
      /src\/page\.own:\d+:\d+ {2}routeModel /,
    );
  });

  test('builds one that has its tasks', async () => {
    const files = {
      'entry.ts': "import './page.own';\n",
      'page.own': ERASED.replace("<'blog-post'>()", "('blog-post')"),
    };
    expect(await printed(files, [compile(/\.(?:ts|own)$/)])).toBe('opus\n');
  });

  test('leaves a file alone whose text is what is asked for', async () => {
    const files = { 'entry.ts': "import text from './own.ts?raw';\n\nconsole.log(text);\n", 'own.ts': ERASED };
    const rules = [{ oneOf: [{ resourceQuery: /raw/, type: 'asset/source' }, compile(/\.ts$/)] }];
    expect(await printed(files, rules)).toBe(`${ERASED}\n`);
  });

  test('lowers a file that is asked for with a query, in each of its modules', async () => {
    const files = { 'entry.ts': "import './own.ts?one';\nimport './own.ts?raw';\n", 'own.ts': ERASED };
    expect(await printed(files, [compile(/\.ts$/)])).toBe('opus\nopus\n');
  });

  test('lowers a worker', async () => {
    const entry =
      "import { Worker } from 'node:worker_threads';\n\nnew Worker(new URL('./own.ts', import.meta.url));\n";
    const folder = await built({ 'entry.ts': entry, 'own.ts': ERASED }, [compile(/\.ts$/)]);
    const [work = ''] = readdirSync(folder).filter((name) => name !== 'main.mjs');
    expect(readFileSync(join(folder, work), 'utf8')).toMatch(/routeModel\)\(['"]blog-post['"]\)/);
  });
});
