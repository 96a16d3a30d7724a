import type { Table } from './table.ts';

/** What the measured calls are held against: the same table, read without a router. */
export const FLOOR = 'floor';

/** One kind of call, by its name in reports: the `index`th expression, no two alike until the table's tasks are used up. */
const CALLS = {
  [FLOOR]: ({ tasks }: Table, index: number) => `ROUTES['${nth(tasks, index)}']`,
  listed: ({ tasks }: Table, index: number) => `routeModel('${nth(tasks, index)}')`,
  erased: ({ tasks }: Table, index: number) => `routeModel<'${nth(tasks, index)}'>()`,
  unknown: (_: Table, index: number) => `routeModel('unlisted-${String(index)}')`,
  domain: ({ areas }: Table, index: number) => `routeModel('${nth(areas, index)}/unlisted-${String(index)}')`,
  'two-level domain': ({ parts }: Table, index: number) =>
    `routeModel('${nth(parts, index)}/unlisted-${String(index)}')`,
  'outer domain': ({ areas }: Table, index: number) =>
    `routeModel('${nth(areas, index)}/other/unlisted-${String(index)}')`,
  override: ({ tasks }: Table, index: number) => `routeModel('${nth(tasks, index)}', { override: 'opus' })`,
  hint: ({ tasks }: Table, index: number) => `routeModel('${nth(tasks, index)}', { atLeast: 'sonnet' })`,
} as const;

export type Kind = keyof typeof CALLS;

/** Every kind but the floor. */
export const KINDS: readonly Exclude<Kind, typeof FLOOR>[] = [
  'listed',
  'erased',
  'unknown',
  'domain',
  'two-level domain',
  'outer domain',
  'override',
  'hint',
];

/** So many calls of one kind. */
export function makeCalls(kind: Kind, table: Table, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => CALLS[kind](table, index));
}

function nth(names: readonly string[], index: number): string {
  const name = names[index % names.length];
  if (name === undefined) throw new Error('the table is too small for calls of this kind');
  return name;
}
