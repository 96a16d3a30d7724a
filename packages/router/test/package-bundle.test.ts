import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleFor } from './package-bundle.ts';

const EMPTY = `import { defineRouter } from '@taskroute/router';
  globalThis.router = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: {} });`;

test('a bundle for browsers asks for no module of Node', async () => {
  const script = await bundleFor('browser', EMPTY);
  expect(script.match(/\bnode:|\brequire\(|\bprocess\.\w/g)).toBeNull();
});

test('a bundle for Node publishes on diagnostics_channel', async () => {
  expect(await bundleFor('node', EMPTY)).toMatch(/from\s*"node:diagnostics_channel"/);
});

test('in a browser a listed task is routed, and an unknown one is served by the default and warned of on the console', async () => {
  const script = await bundleFor(
    'browser',
    `import { defineRouter } from '@taskroute/router';
    const { routeModel } = defineRouter({ tiers: ['haiku', 'opus'], default: 'opus', routes: { classification: 'haiku' } });
    said.push(typeof process, routeModel('classification'), routeModel('clasification'), routeModel('clasification'));`,
  );
  const said: unknown[] = [];
  const warned: unknown[][] = [];
  runInNewContext(script, { said, console: { warn: (...about: unknown[]) => warned.push(about) } });
  expect(said).toEqual(['undefined', 'haiku', 'opus', 'opus']);
  expect(warned.map(([code, task, model]) => [code, task, model])).toEqual([
    ['TASKROUTE_UNROUTED', 'clasification', 'opus'],
  ]);
});

test('in a browser the default serves an unknown task even where there is no console', async () => {
  const script = await bundleFor('browser', `${EMPTY} said.push(router.routeModel('any'));`);
  const said: unknown[] = [];
  runInNewContext(script, { said, console: undefined });
  expect(said).toEqual(['haiku']);
});

test('a table that is broken is refused in a browser too, with each fault in the input of the error', async () => {
  const script = await bundleFor(
    'browser',
    `import { defineRouter } from '@taskroute/router';
    try {
      defineRouter({ tiers: ['haiku'], default: 'opus', routes: { classification: 'sonnet' } });
    } catch (error) {
      said.push(error.code, ...error.input.faults.map(({ where, key }) => [where, key]));
    }`,
  );
  const said: unknown[] = [];
  runInNewContext(script, { said });
  expect(said).toEqual(['TASKROUTE_BROKEN_TABLE', ['default', null], ['routes', 'classification']]);
});

test('the router with an empty table takes at most 2 kB of a browser bundle, gzipped', async () => {
  const script = await bundleFor('browser', EMPTY);
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(2048);
});
