import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, PACKAGE, run, SERVICE, type Ended } from './workshop.ts';

const TEST = `import { subscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { routeModel } from './src/router.ts';

test('an erased call is real, and heard', () => {
  const heard: unknown[] = [];
  subscribe('taskroute:decision', (decision) => heard.push(decision));
  expect(routeModel<'blog-post'>()).toBe('opus');
  expect(heard).toHaveLength(1);
});
`;

const REMOVER = `import { stripTypeScriptTypes } from 'node:module';

export const remover = {
  name: 'remove-types',
  enforce: 'pre',
  transform: { order: 'pre', handler: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null) },
};
`;

function vitest(plugins: string): Promise<Ended> {
  const folder = folderOf({
    'one.test.ts': TEST,
    'remover.js': REMOVER,
    'vitest.config.js': `import taskroute from '@taskroute/unplugin/vite';
import { defineConfig } from 'vitest/config';
import { remover } from './remover.js';

export default defineConfig({ plugins: [${plugins}] });
`,
  });
  cpSync(SERVICE, join(folder, 'src'), { recursive: true });
  const vitest = join(PACKAGE, 'node_modules/vitest/vitest.mjs');
  return run(process.execPath, [vitest, 'run', '--no-color'], folder, { VITEST: '', CI: '1' });
}

test('Vitest runs erased calls, and folds none', async () => {
  const { code, stdout } = await vitest('taskroute({ fold: true })');
  expect(stdout).toMatch(/Tests\s+1 passed/);
  expect(code).toBe(0);
});

test('Vitest fails where types are removed before the calls are lowered', async () => {
  const { code, stderr } = await vitest('remover, taskroute()');
  expect(stderr).toContain('one.test.ts:8:10');
  expect(code).toBe(1);
});
