import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { collectCommonJs } from './commonjs-exports.ts';
import { collectStatement } from './es-exports.ts';
import type { Gap } from '../text/gap.ts';
import { kept } from '../text/kept.ts';
import { isGap, type Module, type Node } from '../text/parse.ts';
import { openModule, remember, type Session } from '../session.ts';

/** What is written to a name, or to the whole: an expression, and the properties that are taken out of it. */
export interface Write<At = Node> {
  readonly node: At;
  readonly path: readonly string[];
}

/** Everything that a module may write to one of its exports. */
export interface Written<At = Node> {
  /** In the order of the text. Each of them may be what stands there. */
  readonly writes: readonly Write<At>[];
  /** Whether one of them is made whatever happens. */
  readonly sure: boolean;
}

/** What a module exports under one name. */
export type Export<At = Node> =
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string }
  /** A variable of the module, by its name there. */
  | { readonly kind: 'variable'; readonly name: string }
  /** `node` is the first of what is written. */
  | ({ readonly kind: 'expression'; readonly node: At } & Written<At>);

/** The names that a module exports. `At` is the expression's node, or null in what is kept. */
export interface ModuleExports<At = Node> {
  readonly names: ReadonlyMap<string, Export<At>>;
  /** `export * from`. */
  readonly stars: readonly string[];
  /** Every property of these is exported: `__exportStar(require('…'), exports)`. */
  readonly spreads: readonly At[];
  /** What `module.exports = …` or `export = …` gives, if anything. */
  readonly whole: Written<At> | null;
  /** Where exports are made under names, or by functions, that the text does not tell. */
  readonly open: readonly Gap[];
  readonly style: 'es' | 'commonjs' | 'json';
  /** Whether it says of itself that it was an ES module: then its `default` is the one that it exports. */
  readonly marked: boolean;
  /** Whether it can lead to anything outside itself. */
  readonly imports: boolean;
}

/** The names alone, kept while the file is as it is. */
export function namesOf(session: Session, file: string): ModuleExports<null> | Gap {
  return remember(session, `names ${file}`, () => {
    const module = openModule(session, file);
    if (isGap(module)) return module;
    const { names, whole, spreads, ...rest } = exportsOf(module);
    const bare = new Map<string, Export<null>>();
    for (const [name, each] of names)
      bare.set(name, each.kind === 'expression' ? { kind: 'expression', node: null, ...bareOf(each) } : each);
    return { ...rest, names: bare, whole: whole === null ? null : bareOf(whole), spreads: spreads.map(() => null) };
  });
}

function bareOf({ writes, sure }: Written): Written<null> {
  return { writes: writes.map(({ path }) => ({ node: null, path })), sure };
}

export const exportsOf: (module: Module) => ModuleExports = kept((module) =>
  module.json ? jsonExports(module) : collect(module),
);

function jsonExports(module: Module): ModuleExports {
  const [statement] = module.tree.body;
  const root = statement?.type === AST_NODE_TYPES.ExpressionStatement ? statement.expression : null;
  const whole = root === null ? null : { writes: [{ node: root, path: [] }], sure: true };
  return { names: new Map(), stars: [], spreads: [], whole, open: [], style: 'json', marked: false, imports: false };
}

function collect(module: Module): ModuleExports {
  const names = new Map<string, Export>();
  const stars: string[] = [];
  let isEs = false;
  let assigned: Node | null = null;
  for (const statement of module.tree.body) {
    isEs = collectStatement({ names, stars }, statement) || isEs;
    if (statement.type === AST_NODE_TYPES.TSExportAssignment) assigned = statement.expression;
  }
  const made = collectCommonJs(module, isEs);
  for (const [name, written] of made.names) {
    const [first] = written.writes;
    if (first !== undefined && !names.has(name)) names.set(name, { kind: 'expression', node: first.node, ...written });
  }
  return {
    names,
    stars,
    spreads: made.spreads,
    whole: assigned === null ? made.whole : { writes: [{ node: assigned, path: [] }], sure: true },
    open: made.open,
    style: isEs ? 'es' : 'commonjs',
    marked: isEs || module.text.includes('__esModule'),
    imports: /\b(?:import|require|from)\b/.test(module.text),
  };
}
