import plugin from '@taskroute/eslint-plugin';
import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { ROUTER } from '../../source/test/corpus/case.ts';
import { AUDIT_RULES, pageOf } from '../src/audit/rules.ts';
import { runIn } from './run.ts';
import { faultsBySarif } from './sarif.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } } },
  ];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly originalUriBaseIds: { readonly SRCROOT: { readonly uri: string } };
      readonly results: readonly Result[];
    },
  ];
}

const APP = `import { routeModel } from '@fleet/models';\nrouteModel('typo');\n`;

async function sarifOf(root: string, ...argv: readonly string[]): Promise<Log['runs'][0]> {
  const { out } = await runIn(root, 'audit', '--format', 'sarif', ...argv);
  expect(faultsBySarif(out)).toEqual([]);
  return (JSON.parse(out) as Log).runs[0];
}

test('a place is told from the root, and its characters are encoded', async () => {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'src/é b#1%/a?b.ts': APP.replace('@fleet/models', '../../router.ts'),
  });
  const { results, originalUriBaseIds } = await sarifOf(fixture.root);
  const [{ physicalLocation }] = (results[0] as Result).locations;
  expect(physicalLocation.artifactLocation).toEqual({ uri: 'src/%C3%A9%20b%231%25/a%3Fb.ts', uriBaseId: 'SRCROOT' });
  const { uri } = originalUriBaseIds.SRCROOT;
  expect(new URL(physicalLocation.artifactLocation.uri, uri).href).toBe(
    `${new URL(`file://${fixture.root}/`).href}src/%C3%A9%20b%231%25/a%3Fb.ts`,
  );
});

test('a file outside the root is told in full', async () => {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'in/x.ts': '',
    'out/a.ts': APP.replace('@fleet/models', '../router.ts'),
  });
  const { results } = await sarifOf(fixture.path('in'), '..');
  const [{ physicalLocation }] = (results[0] as Result).locations;
  expect(physicalLocation.artifactLocation).toEqual({ uri: `file://${fixture.path('out/a.ts')}` });
});

test('a fingerprint stays with a finding that moves, and differs for one that is alike', async () => {
  const text = APP.replace('@fleet/models', './router.ts');
  using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': `${text}routeModel('typo');\n` });
  const printsOf = async () => (await sarifOf(fixture.root)).results.map((each) => each.partialFingerprints);
  const before = await printsOf();
  expect(new Set(before.map((each) => JSON.stringify(each))).size).toBe(2);
  fixture.write('app.ts', `\n\n${text}\n\nrouteModel('typo');\n`);
  expect(await printsOf()).toEqual(before);
});

test('each result names its rule, in the order of the rules', async () => {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'app.ts': `import { routeModel } from './router.ts';
routeModel('typo'); routeModel<'blog-post'>(); routeModel('blog-post', { override: 'x' as never });
export const any = (task: string) => routeModel(task);
`,
  });
  const { results, tool } = await sarifOf(fixture.root);
  expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`).sort()).toEqual([
    'no-dynamic-task warning',
    'no-erased-task error',
    'no-unknown-model error',
    'no-unrouted-task error',
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('the rules are the linter’s: their sentences, their pages, and what its presets make of them', () => {
  const { recommended, strict } = plugin.configs;
  for (const [rule, { description, level }] of Object.entries(AUDIT_RULES)) {
    const { docs } = plugin.rules[rule]?.meta ?? {};
    expect({ description, page: pageOf(rule as keyof typeof AUDIT_RULES) }).toEqual({
      description: docs?.description,
      page: docs?.url,
    });
    expect(`taskroute/${rule}` in recommended.rules).toBe(level === 'error');
    expect(strict.rules).toHaveProperty([`taskroute/${rule}`]);
  }
});
