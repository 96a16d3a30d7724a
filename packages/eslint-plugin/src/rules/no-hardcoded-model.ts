import type { Config } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { isNode } from '../is-node.ts';
import { quote, quoteWith } from '@taskroute/source/findings';
import { replacement, REPLACE } from '../replacements.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { settingsOf } from '../settings.ts';
import { textsIn, variableAt, type FoundText } from '../texts-in.ts';

export const noHardcodedModel: Rule = createRule({
  name: 'no-hardcoded-model',
  meta: {
    type: 'problem',
    docs: { description: 'disallow writing out a model that the table is there to choose', preset: 'strict' },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded:
        'The model {{model}} is written out here, past the table: a change of the routes will not reach it. Ask the router for the task of this call.',
      constant:
        'The model of this call is {{model}}, written out as {{name}}, past the table: a change of the routes will not reach it. Ask the router for the task of this call.',
      replace: REPLACE,
    },
  },
  create: (context) => {
    const { sourceCode } = context;
    // The type does not know of languages other than JavaScript.
    if (!(sourceCode.scopeManager as unknown)) return {};
    const tiers = tiersByName(settingsOf(context).models);
    if (tiers.size === 0) return {};
    let script: RouterCalls | null = null;

    function look(property: TSESTree.Property, found: RouterCalls): void {
      for (const text of textsIn(sourceCode, property.value)) {
        const tier = tiers.get(text.value);
        if (tier === undefined || isDeclaration(property, tier, tiers, found)) continue;
        const call = text.value === tier ? routeTo(found, sourceCode, tier, text.node) : null;
        context.report({
          node: text.node,
          messageId: text.constant === null ? 'hardcoded' : 'constant',
          data: { model: quote(text.value), name: text.constant ?? '' },
          suggest:
            call === null
              ? []
              : [{ messageId: 'replace', ...replacement(text.node.range, inPlaceOf(property, text, call), call) }],
        });
      }
    }

    const listener = onRouterCalls(context, (found) => {
      if (!found.inTemplate) script = found;
    });
    return {
      ...listener,
      'ObjectExpression > Property': (property: TSESTree.Property) => {
        if (script !== null && isModel(property)) look(property, script);
      },
    };
  },
});

/** Every name that stands for a model → its tier: tiers themselves, and the ids that are declared for them. */
function tiersByName(models: Config['models']): ReadonlyMap<string, string> {
  const tiers = new Map<string, string>();
  const add = (tier: string, id: string): void => {
    tiers.set(id, tiers.get(id) ?? tier);
    tiers.set(tier, tier);
  };
  for (const [name, of] of Object.entries(models)) {
    if (typeof of === 'string') add(name, of);
    else for (const [tier, id] of Object.entries(of)) add(tier, id);
  }
  return tiers;
}

function isModel({ key, computed }: TSESTree.Property): boolean {
  return nameOf(key) === 'model' && (!computed || !isNode(key, 'Identifier'));
}

function nameOf(key: TSESTree.Node): string | null {
  if (isNode(key, 'Identifier')) return key.name;
  return isNode(key, 'Literal') && typeof key.value === 'string' ? key.value : null;
}

/** The places where a model is meant to be written: a router, its table, a rule of one, and a map from the tier to what it stands for. */
function isDeclaration(
  property: TSESTree.Property,
  tier: string,
  tiers: ReadonlyMap<string, string>,
  { routers, file }: RouterCalls,
): boolean {
  const [start, end] = property.range;
  for (const { place, routes } of routers) {
    if (place.file === file && place.range[0] <= start && end <= place.range[1]) return true;
    if (
      routes.some((route) => route.place.file === file && start <= route.place.range[0] && route.place.range[1] <= end)
    )
      return true;
  }
  const object = property.parent;
  if (!isNode(object, 'ObjectExpression')) return false;
  if (object.properties.some((each) => isNode(each, 'Property') && nameOf(each.key) === 'when')) return true;
  const owner = object.parent;
  if (isNode(owner, 'Property') && owner.value === object && nameOf(owner.key) === tier) return true;
  return isLikeTable(object, tiers);
}

/** Several lines of which each is a tier: a table, though nothing in this file leads from it to a router. */
function isLikeTable({ properties }: TSESTree.ObjectExpression, tiers: ReadonlyMap<string, string>): boolean {
  return (
    properties.length > 1 &&
    properties.every((each) => {
      const text = isNode(each, 'Property') && isNode(each.value, 'Literal') ? each.value.value : null;
      return typeof text === 'string' && tiers.get(text) === text;
    })
  );
}

/** The call that gives a tier, where one task of the file's router does and the file shows how the router is called. */
function routeTo(
  { calls }: RouterCalls,
  sourceCode: Readonly<SourceCode>,
  tier: string,
  at: TSESTree.Node,
): string | null {
  const shown = calls
    .flatMap(({ router, callee, wrapper, node }) =>
      callee === 'routeModel' && !wrapper && isNode(node, 'CallExpression') ? { router, callee: node.callee } : [],
    )
    .find(({ callee }) => isWithinReach(sourceCode, callee, at));
  if (shown === undefined) return null;
  const tasks = shown.router.routes.filter(
    (route) => route.model === tier && route.certain && !route.task.endsWith('/*'),
  );
  const [only, ...more] = tasks;
  if (only === undefined || more.length > 0) return null;
  return `${sourceCode.getText(shown.callee)}(${quoteWith("'", only.task)})`;
}

/** Whether `routeModel`, or `router.routeModel`, means the same at another place; `tasks.map` is no way to call it. */
function isWithinReach(sourceCode: Readonly<SourceCode>, callee: TSESTree.Expression, at: TSESTree.Node): boolean {
  const isMember = isNode(callee, 'MemberExpression') && nameOf(callee.property) === 'routeModel';
  const root = isMember ? callee.object : callee;
  if (!isNode(root, 'Identifier')) return false;
  const variable = variableAt(sourceCode, root, root.name);
  return variable !== null && variable === variableAt(sourceCode, at, root.name);
}

function inPlaceOf({ shorthand }: TSESTree.Property, { constant }: FoundText, call: string): string {
  return shorthand && constant !== null ? `model: ${call}` : call;
}
