import { join } from 'node:path';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/esbuild';
import { messageOf, runBuilt, serviceWith } from './workshop.ts';

async function built(root: string, options: BuildOptions): Promise<string> {
  const outfile = join(root, 'out/main.mjs');
  await build({
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    ...options,
  });
  return outfile;
}

const JSX = `import { routeModel } from './router.ts';

const String = { raw: (name: string, _props: unknown, child: string): string => \`<\${name}>\${child}\` };
console.log(<b>{routeModel<'blog-post'>()}</b>);
`;

test.each(['ts', 'js', 'mine'])('what the build says of .%s counts for what is lowered', async (extension) => {
  const root = serviceWith({ [`entry.${extension}`]: JSX });
  const options: BuildOptions = {
    entryPoints: [`src/entry.${extension}`],
    loader: { [`.${extension}`]: 'tsx' },
    jsxFactory: 'String.raw',
  };
  expect((await runBuilt(await built(root, { ...options, plugins: [taskroute()] }))).stdout).toBe('<b>opus\n');
});

test('standard input, which no plugin is handed, fails where it holds an erased call', async () => {
  const contents = "import { routeModel } from './router.ts';\nconsole.log(routeModel<'blog-post'>());\n";
  const root = serviceWith();
  const stdin = { contents, loader: 'ts' as const, resolveDir: join(root, 'src') };
  expect(await messageOf(built(root, { stdin, plugins: [taskroute()] }))).toMatch(/<stdin>:2:13\b/);
});

test('a build that is no bundle is lowered, and checked', async () => {
  const root = serviceWith({
    'entry.ts': "import { routeModel } from './router.js';\n\nconsole.log(routeModel<'blog-post'>());\n",
  });
  await build({
    absWorkingDir: root,
    entryPoints: ['src/entry.ts', 'src/router.ts'],
    outdir: join(root, 'out'),
    format: 'esm',
    logLevel: 'silent',
    plugins: [taskroute()],
  });
  expect((await runBuilt(join(root, 'out/entry.js'))).stdout).toBe('opus\n');
});

test('a metafile is there for whoever asked for one, and for nobody else', async () => {
  const root = serviceWith();
  const ask = (metafile: boolean): Promise<BuildResult> =>
    build({
      entryPoints: [join(root, 'src/main.ts')],
      write: false,
      logLevel: 'silent',
      plugins: [taskroute()],
      metafile,
    });
  expect((await ask(false)).metafile).toBeUndefined();
  expect((await ask(true)).metafile?.inputs).toMatchObject({});
});
