import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { JudgeOptions } from '@taskroute/router/table';
import { answerText } from './answer-text.ts';
import { callsOf, type RouterCall } from '../call/calls.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { whyRouterVaries } from './constant-router.ts';
import { keptImports, type Edit } from './kept-import.ts';
import { routerNodes } from '../module/leading.ts';
import { isGap, type Module, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { plainRouter } from './plain-router.ts';
import { readsOf, type Session } from '../session.ts';
import { moduleOf, type SourceInput } from '../text/source-input.ts';
import { parentOf, plainKey, unwrap } from '../text/tree.ts';
import { verdictOf } from '../router/verdict.ts';

/** What is to be written in the place of calls whose answer is certain before the program runs. */
export interface Folded {
  /** In the order of the text; ranges as in `Place`. None of them overlap. */
  readonly edits: readonly Edit[];
  /** How many calls are folded. A typed file can have more edits: those that keep an import for what its module does. */
  readonly calls: number;
  /** Calls of a router that stay, each with the end of the sentence "the call stays, because …". */
  readonly kept: readonly { readonly place: Place; readonly reason: string }[];
  /** The files whose change would change the answer. Sorted. */
  readonly files: readonly string[];
}

/** Folds a file. `begin` opens a question about it. Errors: none; of what cannot be read nothing is folded. */
export function fold(source: SourceInput, begin: (module: Module) => Session): Folded {
  try {
    const module = moduleOf(source);
    return isGap(module) ? NOTHING : foldsOf({ session: begin(module), module });
  } catch {
    return NOTHING;
  }
}

const NOTHING: Folded = { edits: [], calls: 0, kept: [], files: [] };

function foldsOf(scene: Scene): Folded {
  const edits: Edit[] = [];
  const folded: TSESTree.CallExpression[] = [];
  const kept: { place: Place; reason: string }[] = [];
  const byNode = new Map<TSESTree.CallExpression, RouterCall[]>();
  for (const call of callsOf(scene, routerNodes(scene))) {
    // An element calls a declared function alone.
    if (call.node.type !== AST_NODE_TYPES.CallExpression) continue;
    const calls = byNode.get(call.node);
    if (calls === undefined) byNode.set(call.node, [call]);
    else calls.push(call);
  }
  for (const [node, [call, ...others]] of byNode) {
    if (call === undefined) continue;
    const answer = others.length > 0 ? { reason: 'it may be one of several routers' } : foldOf(scene, call, node);
    if ('reason' in answer) {
      kept.push({ place: call.place, reason: answer.reason });
    } else {
      edits.push({ range: [...call.place.range], text: answer.text });
      folded.push(node);
    }
  }
  edits.push(...keptImports(scene, folded));
  edits.sort((one, other) => one.range[0] - other.range[0]);
  return { edits, calls: folded.length, kept, files: readsOf(scene.session) };
}

/** What a call answers, as it is written; or why that is not certain. */
function foldOf(
  scene: Scene,
  call: RouterCall,
  node: TSESTree.CallExpression,
): { readonly text: string } | { readonly reason: string } {
  const { router } = call;
  const keep = (reason: string): { reason: string } => ({ reason });
  if (parentOf(scene.module, node)?.type === AST_NODE_TYPES.Decorator) return keep('it is a decorator');
  if (call.wrapper || router.declared) return keep(`${call.callee} is written by hand`);
  if (call.callee !== 'routeModel' && call.callee !== 'getTier') return keep(`${call.callee} gives more than a text`);
  const plain = plainRouter(scene.session, scene.module, node.callee);
  if (plain?.kind !== 'function' || plain.id !== router.id || plain.name !== call.callee)
    return keep('what it calls may be another function at run time');
  const varies = whyRouterVaries(scene.session, router);
  if (varies !== null) return keep(varies);
  const [first, second, ...more] = node.arguments;
  const task = first === undefined ? erasedText(node) : textOf(first);
  if (task === null) return keep('its task is no literal');
  const options = second === undefined ? {} : literalOptions(second);
  if (options === null || more.length > 0) return keep('its options are no literals');
  const own = verdictOf(router, task);
  const isOwn = own.kind === 'decided' && own.decision.via === 'route';
  if (!isOwn && router.unrouted !== 'silent') return keep(`no line of its own serves ${JSON.stringify(task)}`);
  const verdict = verdictOf(router, task, options);
  if (verdict.kind !== 'decided') return keep(verdict.kind === 'refused' ? verdict.error.message : verdict.reason);
  const { model, tier } = verdict.decision;
  return answerText(scene.module, node, call.callee === 'getTier' ? tier : model);
}

function textOf(node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type === AST_NODE_TYPES.Literal) return typeof inner.value === 'string' ? inner.value : null;
  if (inner.type !== AST_NODE_TYPES.TemplateLiteral || inner.expressions.length > 0) return null;
  return inner.quasis[0]?.value.cooked ?? null;
}

/** `routeModel<'blog-post'>()`, where nothing has lowered it before. */
function erasedText({ typeArguments }: TSESTree.CallExpression): string | null {
  const [type, ...more] = typeArguments?.params ?? [];
  return type?.type === AST_NODE_TYPES.TSLiteralType && more.length === 0 ? textOf(type.literal) : null;
}

const OPTIONS = ['override', 'atLeast', 'atMost'];

function literalOptions(node: Node): JudgeOptions | null {
  const inner = unwrap(node);
  if (inner.type !== AST_NODE_TYPES.ObjectExpression) return null;
  const options: Record<string, string> = {};
  for (const property of inner.properties) {
    if (property.type !== AST_NODE_TYPES.Property || property.computed || property.kind !== 'init') return null;
    const key = plainKey(property.key, false);
    const text = textOf(property.value);
    if (key === null || text === null || !OPTIONS.includes(key)) return null;
    options[key] = text;
  }
  return options;
}
