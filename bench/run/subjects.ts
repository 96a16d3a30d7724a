import { defineRouter } from '@taskroute/router';
import { customProvider } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { DEFAULT_MODEL, FLEET, FLEET_DOMAINS, TIERS } from './fleet-table.ts';

/** What is measured: a function of one task, and the tasks that it is asked in turn. */
export interface Subject {
  readonly name: string;
  readonly ask: (task: string) => string;
  readonly tasks: readonly string[];
}

export const FLOOR = 'frozen null-prototype object (the floor)';
export const LISTED = 'routeModel, listed task';
export const BY_HAND = 'ROUTES[task] || DEFAULT';

const listed = Object.keys(FLEET);
const domains = Object.keys(FLEET_DOMAINS).map((key) => key.slice(0, -1));
const inDomains = listed.map((task, index) => `${domains[index % domains.length] ?? ''}${task}`);
const misspelt = listed.map((task) => `${task}s`);

const { routeModel } = defineRouter({ tiers: TIERS, default: DEFAULT_MODEL, routes: FLEET, unrouted: 'silent' });
const grouped = defineRouter({
  tiers: TIERS,
  default: DEFAULT_MODEL,
  routes: { ...FLEET, ...FLEET_DOMAINS },
  unrouted: 'silent',
});

const table: Readonly<Record<string, string>> = FLEET;
const bare = Object.freeze(Object.assign(Object.create(null) as Record<string, string>, FLEET));
const map = new Map<string, string>(Object.entries(FLEET));
const models = new Map(TIERS.map((modelId) => [modelId, new MockLanguageModelV4({ modelId })]));
const provider = customProvider({
  languageModels: Object.fromEntries(
    Object.entries(FLEET).map(([task, model]) => [task, models.get(model) ?? new MockLanguageModelV4()]),
  ),
});

export const SUBJECTS: readonly Subject[] = [
  { name: 'nothing (the loop and the call)', ask: (task) => task, tasks: listed },
  { name: FLOOR, ask: (task) => bare[task] ?? '', tasks: listed },
  { name: LISTED, ask: routeModel, tasks: listed },
  { name: 'routeModel, listed task, table with domains', ask: grouped.routeModel, tasks: listed },
  { name: 'Map.get', ask: (task) => map.get(task) ?? '', tasks: listed },
  // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- measured as people write it
  { name: BY_HAND, ask: (task) => table[task] || DEFAULT_MODEL, tasks: listed },
  {
    name: 'Object.hasOwn(ROUTES, task) ? … : DEFAULT',
    ask: (task) => (Object.hasOwn(table, task) ? (table[task] ?? '') : DEFAULT_MODEL),
    tasks: listed,
  },
  { name: 'ai: customProvider(…).languageModel', ask: (task) => provider.languageModel(task).modelId, tasks: listed },
  { name: 'routeModel, task of a domain', ask: grouped.routeModel, tasks: inDomains },
  { name: "routeModel, unknown task, unrouted: 'silent'", ask: routeModel, tasks: misspelt },
];
