/** A generated table and what can be asked of it. */
export interface Table {
  /** Task or `…/*` key, and its model. */
  readonly routes: readonly (readonly [key: string, model: string])[];
  /** The listed tasks. */
  readonly tasks: readonly string[];
  /** The domains: `area-0`. */
  readonly areas: readonly string[];
  /** The domains inside a domain: `area-0/part`. */
  readonly parts: readonly string[];
}

/** The models of every generated router, cheapest first. */
export const TIERS = ['haiku', 'sonnet', 'opus'] as const;

/** Every fiftieth line begins an area: its default, that of a part of it, and a task listed in each. So 4 % are `…/*` keys. */
const PERIOD = 50;

/** A table of so many routes, 27 at least. A smaller one is the beginning of a larger one. */
export function makeTable(count: number): Table {
  const keys = Array.from({ length: count }, (_, index) => keyAt(index));
  const domains = keys.filter((key) => key.endsWith('/*')).map((key) => key.slice(0, -2));
  return {
    routes: keys.map((key, index) => [key, TIERS[index % TIERS.length] ?? TIERS[0]]),
    tasks: keys.filter((key) => !key.endsWith('/*')),
    areas: domains.filter((domain) => !domain.includes('/')),
    parts: domains.filter((domain) => domain.includes('/')),
  };
}

function keyAt(index: number): string {
  const area = `area-${String(index - (index % PERIOD))}`;
  const task = `task-${String(index)}`;
  return [`${area}/*`, `${area}/part/*`, `${area}/${task}`, `${area}/part/${task}`][index % PERIOD] ?? task;
}
