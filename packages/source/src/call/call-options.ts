import type { JudgeOptions } from '@taskroute/router/table';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { type Scene } from '../evaluate/evaluate.ts';
import { memberOf } from '../evaluate/member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { plainKey, unwrap } from '../text/tree.ts';
import { union, unknown, type Possible } from '../evaluate/value.ts';
import { valuesOf, type Values } from '../evaluate/values.ts';
import type { Arguments } from './call-arguments.ts';

interface UnknownKey {
  readonly name: string;
  readonly node: Node;
}

/** What a call asks beside its task. An option that is not written is null. */
export interface CallOptions {
  readonly node: Node | null;
  readonly override: Values | null;
  readonly atLeast: Values | null;
  readonly atMost: Values | null;
  /** What is written out in the call itself and is no option: it is passed over at run time. */
  readonly unknownKeys: readonly UnknownKey[];
  /** Everything that is known that the call can ask, an empty object where it can ask nothing: each is to be judged. */
  readonly choices: readonly JudgeOptions[];
  /** Whether nothing else can be asked. */
  readonly complete: boolean;
  readonly reason: string | null;
}

/** The options of a call that gives none. */
export const NO_OPTIONS: CallOptions = {
  node: null,
  override: null,
  atLeast: null,
  atMost: null,
  unknownKeys: [],
  choices: [{}],
  complete: true,
  reason: null,
};

export function optionsOf(scene: Scene, given: Arguments): CallOptions {
  const item = given.items[1];
  if (item === undefined) {
    if (given.open === null) return NO_OPTIONS;
    return { ...NO_OPTIONS, complete: false, reason: given.open.gaps[0]?.reason ?? null };
  }
  const objects = item.possible.values.filter((value) => value.kind !== 'primitive');
  const place = placeOf(scene.module, item.node);
  const option = (key: string): Values | null => {
    const possible = union(unknown(), ...objects.map((value) => memberOf(scene, value, key, place)));
    const values = valuesOf(scene, item.node, possible, true);
    return values.values.length === 0 && values.complete ? null : values;
  };
  const found = { override: option('override'), atLeast: option('atLeast'), atMost: option('atMost') };
  const reasons = [item.possible.gaps[0]?.reason, found.override?.reason, found.atLeast?.reason, found.atMost?.reason];
  const reason = reasons.find((each) => each != null) ?? null;
  const unknownKeys = unknownKeysOf(item.node);
  return { node: item.node, ...found, unknownKeys, choices: choicesOf(scene, item), complete: reason === null, reason };
}

const OPTIONS: ReadonlySet<string> = new Set(['override', 'atLeast', 'atMost', 'signals']);

/** An object that is made elsewhere may be for others too. */
function unknownKeysOf(node: Node): readonly UnknownKey[] {
  const object = unwrap(node);
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return [];
  return object.properties.flatMap((property) => {
    const name = property.type === AST_NODE_TYPES.Property ? plainKey(property.key, property.computed) : null;
    return name === null || OPTIONS.has(name) || property.type !== AST_NODE_TYPES.Property
      ? []
      : { name, node: property.key };
  });
}

/** More combinations are judged by nobody. */
const MOST_CHOICES = 100;

/** Every combination of the options' known values: what can be left out is left out too. */
function choicesOf(scene: Scene, { possible, node }: Arguments['items'][number]): readonly JudgeOptions[] {
  const choices = new Map<string, JudgeOptions>();
  const add = (choice: JudgeOptions) => choices.set(JSON.stringify(choice), choice);
  if (possible.gaps.length > 0) add({});
  for (const value of possible.values) {
    let some: readonly JudgeOptions[] = [{}];
    for (const key of ['override', 'atLeast', 'atMost'] as const) {
      const models =
        value.kind === 'primitive' ? [] : modelsOf(memberOf(scene, value, key, placeOf(scene.module, node)));
      if (models.length > 0)
        some = some.flatMap((choice) =>
          models.map((model) => (model === undefined ? choice : { ...choice, [key]: model })),
        );
    }
    for (const choice of some.slice(0, MOST_CHOICES)) add(choice);
  }
  // Without one choice nothing of the call would be judged.
  if (choices.size === 0) add({});
  return [...choices.values()].slice(0, MOST_CHOICES);
}

function modelsOf(possible: Possible): readonly (string | undefined)[] {
  const models = possible.values.map((value) =>
    value.kind === 'primitive' && typeof value.value === 'string' ? value.value : undefined,
  );
  return possible.gaps.length > 0 ? [...models, undefined] : models;
}
