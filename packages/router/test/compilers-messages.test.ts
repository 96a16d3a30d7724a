import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILERS, complaintsOf, project, type Complaint } from './compilers.ts';

const ROUTERS = `
import { defineRouter } from '@taskroute/router';
export { defineRouter };
export const tiers = ['haiku', 'sonnet', 'opus'] as const;
export const { routeModel, getTier, decide, tasks } = defineRouter({
  tiers,
  default: 'sonnet',
  routes: { classification: 'haiku', 'blog-post': 'opus', 'content/*': 'opus' },
});
export const strict = defineRouter({
  tiers,
  default: 'sonnet',
  routes: { classification: 'haiku', 'blog-post': 'opus', 'content/*': 'opus', 'research/web/*': 'haiku' },
  strict: true,
});
`;

/** A slip, the code of its one error, and what the message must name so that it can be mended without a look elsewhere. */
interface Slip {
  readonly source: string;
  readonly code: string;
  readonly names: readonly string[];
}

const TASKS = ['"classification"', '"blog-post"'];
const STRICT = [...TASKS, '`content/${string}`', '`research/web/${string}`'];
const MODELS = ['"haiku"', '"sonnet"', '"opus"'];

const SLIPS: readonly Slip[] = [
  { source: "routeModel<'blog-psot'>()", code: 'TS2344', names: ['"blog-psot"', ...TASKS] },
  { source: "strict.routeModel<'blog-psot'>()", code: 'TS2344', names: ['"blog-psot"', ...TASKS] },
  { source: 'routeModel()', code: 'TS2684', names: ["'this'"] },
  { source: "routeModel<'blog-post' | 'classification'>()", code: 'TS2684', names: ["'this'"] },
  { source: "routeModel('blog-post', { override: 'gpt' })", code: 'TS2322', names: ['"gpt"', ...MODELS] },
  { source: "getTier('blog-post', { atLeast: 'gpt' })", code: 'TS2322', names: ['"gpt"', ...MODELS] },
  { source: "decide('blog-post', { atMost: 'gpt' })", code: 'TS2322', names: ['"gpt"', ...MODELS] },
  {
    source: "defineRouter({ tiers, default: 'sonnet', routes: { 'blog-post': 'gpt' } })",
    code: 'TS2322',
    names: ['"gpt"', ...MODELS],
  },
  { source: "defineRouter({ tiers, default: 'gpt', routes: {} })", code: 'TS2322', names: ['"gpt"', ...MODELS] },
  { source: "strict.routeModel('blog-psot')", code: 'TS2345', names: ['"blog-psot"', ...STRICT] },
  { source: "strict.routeModel('blog-psot', { override: 'opus' })", code: 'TS2345', names: ['"blog-psot"', ...STRICT] },
  { source: "strict.getTier('blog-psot')", code: 'TS2345', names: ['"blog-psot"', ...STRICT] },
  { source: "strict.decide('blog-psot')", code: 'TS2345', names: ['"blog-psot"', ...STRICT] },
  { source: "tasks['blog-psot']", code: 'TS2551', names: ["Did you mean 'blog-post'?"] },
  {
    source: "routeModel('blog-post', { overide: 'haiku' })",
    code: 'TS2561',
    names: ["Did you mean to write 'override'?"],
  },
  { source: "routeModel('blog-post', 'haiku')", code: 'TS2559', names: ['"haiku"', 'RouteOptions'] },
  {
    source:
      "defineRouter({ tiers, default: 'sonnet', routes: {}, strict: true, rules: [{ name: 'x', when: () => true, model: 'opus' }] })",
    code: 'TS2322',
    names: ['a strict router has no rules'],
  },
  {
    source:
      "defineRouter({ tiers, default: 'sonnet', routes: {}, rules: [{ name: 'x', when: (_task, { words }: { words: number }) => words > 5, model: 'opus' }] })",
    code: 'TS2322',
    names: ['a call may leave a signal out: declare each one as optional'],
  },
];

const nameOf = (index: number): string => `slip-${String(index)}.ts`;

describe.each(COMPILERS)('$name says of', (compiler) => {
  let complaints: readonly Complaint[] = [];

  // One program for all: each slip has a file, and the routers are checked once.
  beforeAll(async () => {
    const slips = SLIPS.map(({ source }, index) => {
      const imports = "import { decide, defineRouter, getTier, routeModel, strict, tasks, tiers } from './routers.ts';";
      const used = 'void [decide, defineRouter, getTier, routeModel, strict, tasks, tiers];';
      return [nameOf(index), `${imports}\n${used}\n${source};\n`] as const;
    });
    const { folder, remove } = await project({ 'routers.ts': ROUTERS, ...Object.fromEntries(slips) });
    try {
      complaints = await complaintsOf(compiler, [...slips.map(([name]) => join(folder, name))]);
    } finally {
      await remove();
    }
  }, 60_000);

  it.each(SLIPS.map((slip, index) => ({ ...slip, index })))('$source: $code, once', ({ index, code, names }) => {
    const own = complaints.filter(({ file }) => file.endsWith(`/${nameOf(index)}`));
    expect(own.map((complaint) => [complaint.line, complaint.code])).toEqual([[3, code]]);
    for (const name of names) expect(own[0]?.message).toContain(name);
  });

  afterAll(() => {
    expect(complaints).toHaveLength(SLIPS.length);
  });
});
