import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { columns } from '../src/terminal/table.ts';
import { runIn, runWith } from './run.ts';

const LINES = Array.from({ length: 30 }, (_, index) => `'task-${String(index)}': 'opus'`).join(', ');

const FILES = {
  'router.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['opus'], default: 'opus', routes: { ${LINES} } });
`,
  'app.ts': `import { routeModel } from './router.ts';\nrouteModel('task-0');\n`,
};

test('a terminal gets some of many routes that are never called, a pipe all of them', async () => {
  using fixture = createFixture(FILES);
  const { out } = await runWith({ isTerminal: true }, fixture.root, 'audit');
  expect(out).toContain('Never called: 29 routes');
  expect(out).toContain('task-20\n  and 9 more: ');
  expect(out).not.toContain('task-21');
  expect((await runIn(fixture.root, 'audit')).out).toContain('task-29\n');
});

test('a table of many rows has one width, whatever is in which row', () => {
  const rows = Array.from({ length: 250 }, (_, index) => [index === 240 ? '日本語' : 'a', String(index)]);
  const lines = columns(rows, [1]).split('\n');
  expect(lines).toHaveLength(250);
  expect(lines[0]).toBe('a         0');
  expect(lines[240]).toBe('日本語  240');
});
