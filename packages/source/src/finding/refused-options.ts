import { nearTasks } from '@taskroute/router/table';
import type { CallOptions } from '../call/call-options.ts';
import type { RouterCall } from '../call/calls.ts';
import type { KnownValue, Values } from '../evaluate/values.ts';
import type { RouterSource } from '../router/router-source.ts';
import { verdictOf } from '../router/verdict.ts';
import type { Node } from '../text/parse.ts';
import { listOf, quote, visible } from './quote.ts';
import type { Said } from './sentences.ts';

const NAMES = ['override', 'atLeast', 'atMost'] as const;

type OptionName = (typeof NAMES)[number];

/** An option that names no tier. */
export interface UnknownModel extends Said<'no-unknown-model'> {
  readonly option: OptionName;
  readonly of: Values;
  readonly value: KnownValue;
  /** The tiers that it may stand for, or else all of them. */
  readonly names: readonly string[];
}

/** A name among the options that is none: the call goes on without it. */
export interface StrayOption extends Said<'no-unknown-model'> {
  readonly node: Node;
}

/** Options that name tiers and cannot stand together. */
export interface Contradiction extends Said<'no-unknown-model'> {
  readonly node: Node;
}

export function unknownModels(call: RouterCall): readonly UnknownModel[] {
  const { router, options } = call;
  return NAMES.flatMap((option) => {
    const of = options[option];
    if (of === null) return [];
    return of.values
      .filter(({ value }) => codeOf(call, { [option]: value }) === 'TASKROUTE_UNKNOWN_MODEL')
      .map((value) => ({
        rule: 'no-unknown-model' as const,
        messageId: 'unknown' as const,
        data: { option, model: quote(value.value), router: visible(router.name), tiers: listOf(router.tiers) },
        option,
        of,
        value,
        names: nearTiers(router, value.value),
      }));
  });
}

export function strayOptions({ options }: RouterCall): readonly StrayOption[] {
  return options.unknownKeys.map(({ name, node }) => ({
    rule: 'no-unknown-model',
    messageId: 'stray',
    data: { name: visible(name), mend: mendOf(name) },
    node,
  }));
}

/** Every option of a call: any names can stand for tasks where a near one is looked for. */
const OPTIONS = { override: '', atLeast: '', atMost: '', signals: '' };

function mendOf(name: string): string {
  const [near] = nearTasks({ tiers: [''], default: '', routes: OPTIONS }, name);
  return near === undefined ? 'write override, atLeast, atMost or signals.' : `did you mean ${near}?`;
}

export function contradictionOf(call: RouterCall): Contradiction | null {
  const { node } = call.options;
  if (node === null) return null;
  for (const choice of call.options.choices) {
    const verdict = verdictOf(call.router, taskOf(call), choice);
    if (verdict.kind === 'refused' && verdict.error.code === 'TASKROUTE_CONTRADICTORY_HINTS')
      return {
        rule: 'no-unknown-model',
        messageId: 'contradictory',
        data: { reason: visible(verdict.error.message) },
        node,
      };
  }
  return null;
}

function codeOf(call: RouterCall, options: CallOptions['choices'][number]): string | null {
  const verdict = verdictOf(call.router, taskOf(call), options);
  return verdict.kind === 'refused' ? verdict.error.code : null;
}

/** What a tier is asked for does not change whether it is one. */
function taskOf({ task }: RouterCall): string {
  return task.values[0]?.value ?? '';
}

function nearTiers({ tiers, default: fallback }: RouterSource, model: string): readonly string[] {
  const routes = Object.fromEntries(tiers.map((tier) => [tier, tier]));
  const near = nearTasks({ tiers, default: fallback ?? '', routes }, model, 3);
  return near.length > 0 ? near : tiers;
}
