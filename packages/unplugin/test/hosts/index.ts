import { esbuild } from './esbuild.ts';
import type { Host } from './host.ts';
import { rolldown } from './rolldown.ts';
import { rollup } from './rollup.ts';
import { rspack } from './rspack.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

export const HOSTS: Readonly<Record<string, Host>> = { vite, rolldown, rollup, esbuild, webpack, rspack };
