import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RollupTypescriptOptions } from '@rollup/plugin-typescript';
import { rollup, type Plugin } from 'rollup';
import { expect, test } from 'vitest';
import taskroute from '@taskroute/unplugin/rollup';
import { serviceWith } from './workshop.ts';

// Its types are those of an ES module, and it is required as what it exports.
const typescript = createRequire(import.meta.url)('@rollup/plugin-typescript') as (
  options: RollupTypescriptOptions,
) => Plugin;

/** It hands out what its own program has compiled, and asks no plugin for the source. */
test.each(['before', 'after'])('a build with taskroute %s @rollup/plugin-typescript fails', async (order) => {
  const root = serviceWith();
  const compiler = typescript({ tsconfig: join(root, 'tsconfig.json'), filterRoot: root });
  const failed = rollup({
    input: join(root, 'src/main.ts'),
    external: ['@taskroute/router'],
    logLevel: 'silent',
    plugins: order === 'before' ? [taskroute(), compiler] : [compiler, taskroute()],
  });
  await expect(failed).rejects.toThrow(/main\.ts:10:12\b[^]*:10:39\b[^]*:10:68\b/);
});
