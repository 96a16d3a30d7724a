import type { Asked, Case, Line, Values } from './types-agree-cases.ts';
import { outcomesOf } from './types-agree-outcomes.ts';

const HEAD = `import { defineRouter } from '@taskroute/router';
declare const coin: boolean;
export type Same<One, Other> =
  (<Type>() => Type extends One ? 1 : 2) extends <Type>() => Type extends Other ? 1 : 2 ? true : false;
export type Within<Part, Whole> = [Part] extends [Whole] ? true : false;
declare function holds<_Claim extends true>(): void;
`;

/**
 * TypeScript that compiles when the types agree with the run time, one claim a line. `Same`: the types are what can come and
 * nothing else. `Within`: what can come is in them.
 */
export function sourceOf(cases: readonly Case[], relation: 'Same' | 'Within'): string {
  const lines = cases.flatMap((each, index) => [
    ...definitionOf(each, `router${String(index)}`),
    ...each.calls.flatMap((asked, count) => claimsOf(each, asked, `${String(index)}_${String(count)}`, relation)),
  ]);
  return HEAD + lines.join('\n');
}

function definitionOf({ tiers, default: fallback, tables, rules }: Case, router: string): readonly string[] {
  const isExact = tables.length === 1 && tables.flat().every(({ optional }) => !optional);
  const type = tables.map((lines) => `{ ${lines.map(typeOf).join('; ')} }`).join(' | ');
  const routes = isExact ? `{ ${tables.flat().map(valueOf).join(', ')} }` : `${router}Routes`;
  const list = rules.map(
    (model, index) => `{ name: 'rule-${String(index)}', when: () => coin, model: ${text(model)} }`,
  );
  return [
    ...(isExact ? [] : [`declare const ${router}Routes: ${type};`]),
    `const ${router} = defineRouter({ tiers: [${tiers.map(text).join(', ')}], default: ${text(fallback)}, ` +
      `routes: ${routes}${rules.length === 0 ? '' : `, rules: [${list.join(', ')}]`} });`,
  ];
}

function typeOf({ key, model, optional }: Line): string {
  return `readonly ${nameOf(key)}${optional ? '?' : ''}: ${text(model)}`;
}

function valueOf({ key, model }: Line): string {
  return `${nameOf(key)}: ${text(model)}`;
}

/** A number is written as one, so that keys that are not strings are claimed of too. */
function nameOf(key: string): string {
  return /^\d+$/u.test(key) ? key : text(key);
}

function claimsOf(given: Case, asked: Asked, id: string, relation: string): readonly string[] {
  const { model, tier, routed } = outcomesOf(given, asked);
  const router = `router${id.split('_')[0] ?? ''}`;
  const parameters = [
    asked.tasks.length === 1 ? unionOf(asked.tasks) : `task${id}`,
    ...(asked.options === undefined ? [] : [isLiteral(asked) ? literalOf(asked) : `options${id}`]),
  ].join(', ');
  const claim = (values: Iterable<string | number>, type: string): string =>
    `holds<${relation}<${unionOf(values)}, ${type}>>();`;
  return [
    ...(asked.tasks.length === 1 ? [] : [`declare const task${id}: ${unionOf(asked.tasks)};`]),
    ...(isLiteral(asked) ? [] : [`declare const options${id}: ${optionsTypeOf(asked)};`]),
    `const model${id} = ${router}.routeModel(${parameters});`,
    `const tier${id} = ${router}.getTier(${parameters});`,
    `const decision${id} = ${router}.decide(${parameters});`,
    claim(model, `typeof model${id}`),
    claim(tier, `typeof tier${id}`),
    claim(model, `(typeof decision${id})['model']`),
    claim(tier, `(typeof decision${id})['tier']`),
    claim(routed, `(typeof decision${id})['routed']`),
    claim(asked.tasks, `(typeof decision${id})['task']`),
    ...erasedOf(given, asked).flatMap(({ key, model: own }) => [
      `const erased${id} = ${router}.routeModel<${text(key)}>();`,
      claim([own], `typeof erased${id}`),
    ]),
  ];
}

/** The line of a task that may be asked as a type: it is certain and its own. */
function erasedOf({ tables }: Case, { tasks }: Asked): readonly Line[] {
  if (tables.length > 1 || tasks.length > 1) return [];
  return tables.flat().filter(({ key, optional }) => key === tasks[0] && !key.endsWith('/*') && !optional);
}

type Options = readonly (readonly [name: string, values: Values])[];

/** The options that are given, each with what it may be. */
function givenIn({ options }: Asked): Options {
  return Object.entries(options ?? {}).filter(([, values]) => values.some((value) => value !== undefined));
}

function isLiteral(asked: Asked): boolean {
  return givenIn(asked).every(([, values]) => values.length === 1);
}

function literalOf(asked: Asked): string {
  return `{ ${givenIn(asked)
    .map(([name, values]) => `${name}: ${unionOf(values)}`)
    .join(', ')} }`;
}

function optionsTypeOf(asked: Asked): string {
  const properties = givenIn(asked).map(([name, values]) => {
    return `readonly ${name}${values.includes(undefined) ? '?' : ''}: ${unionOf(values)}`;
  });
  return `{ ${properties.join('; ')} }`;
}

function unionOf(values: Iterable<string | number | undefined>): string {
  const members = [...values].filter((value) => value !== undefined).map(text);
  return members.length === 0 ? 'never' : members.join(' | ');
}

function text(value: string | number): string {
  return JSON.stringify(value);
}
