import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { FILES } from './two-tables.ts';

test('a line that nothing asks for is taken out', async () => {
  using fixture = createFixture(FILES);
  const { exit, out, err } = await runIn(fixture.root, 'remove', 'classification');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "remove the route classification (haiku)
    --- a/src/router.ts
    +++ b/src/router.ts
    @@ -3,5 +3,4 @@
     export const ROUTES = {
       // haiku: quick
    -  'classification': 'haiku', // cheap
       'cold-outreach': "haiku",

    no known call asks for it
    cannot verify: 1 call asks for tasks that the text does not tell; see taskroute audit
    written: src/router.ts
    "
  `);
  expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(
    FILES['src/router.ts'].replace(`  'classification': 'haiku', // cheap\n`, ''),
  );
});

describe('a line that is asked for stays, and the callers are named, with exit 1', () => {
  test('by calls in whichever form', async () => {
    using fixture = createFixture(FILES);
    expect(await runIn(fixture.root, 'remove', 'blog-post')).toEqual({
      exit: 1,
      out: `blog-post is still asked for; nothing was written. Mend these first:
  src/mail.ts:5:21
  src/mail.ts:6:22
  src/mail.ts:7:23
  src/mail.ts:7:40
`,
      err: '',
    });
    expect(readFileSync(fixture.path('src/router.ts'), 'utf8')).toBe(FILES['src/router.ts']);
    const { exit, out } = await runIn(fixture.root, 'remove', 'blog-post', '--json');
    expect([exit, faultsOfJson('edit', out), (JSON.parse(out) as { inTheWay: unknown[] }).inTheWay.length]).toEqual([
      1,
      [],
      4,
    ]);
  });

  test("by a call that a domain's default serves", async () => {
    using fixture = createFixture(FILES);
    const { exit, out } = await runIn(fixture.root, 'remove', 'content/*');
    expect([exit, out.includes('src/mail.ts:8:23')]).toEqual([1, true]);
  });

  test.each([
    ['a look-up of the table', 'ROUTES.contract'],
    ['a look-up in tasks', `tasks['contract']`],
    ['a pattern', `(() => { const { contract } = ROUTES; return contract; })()`],
    ['a question', `'contract' in ROUTES`],
    ['a type', `null as unknown as (typeof ROUTES)['contract']`],
    ['a type of the router', `null as unknown as ModelOf<typeof router, 'contract'>`],
  ])('by %s', async (_, code) => {
    using fixture = createFixture({
      'src/router.ts': FILES['src/router.ts'].replace(
        'export const { routeModel, getTier, tasks } =',
        'export const router =',
      ),
      'src/use.ts': `import type { ModelOf } from '@taskroute/router';
import { router, ROUTES } from './router.js';
const { tasks } = router;
export const used = [tasks, ROUTES, ${code}];
export type Any = ModelOf<typeof router>;
`,
    });
    const { exit, out } = await runIn(fixture.root, 'remove', 'contract');
    expect(out).toContain('src/use.ts:4:');
    expect(exit).toBe(1);
  });
});

test('the last line without a comma leaves one without', async () => {
  const json = '{\n  "a": "haiku",\n  "b": "haiku"\n}\n';
  using fixture = createFixture({
    'routes.json': json,
    'r.ts': `import { defineRouter } from '@taskroute/router';\nimport ROUTES from './routes.json' with { type: 'json' };\nexport const r = defineRouter({ tiers: ['haiku'], default: 'haiku', routes: ROUTES });\n`,
  });
  expect((await runIn(fixture.root, 'remove', 'b')).exit).toBe(0);
  expect(readFileSync(fixture.path('routes.json'), 'utf8')).toBe('{\n  "a": "haiku"\n}\n');
});
