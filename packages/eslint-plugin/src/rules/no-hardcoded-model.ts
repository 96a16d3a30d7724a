import type { Config } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule, type Rule } from '../create-rule.ts';
import { isNode } from '../is-node.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { quote } from '../say.ts';
import { settingsOf } from '../settings.ts';
import { quoteWith } from '../written-text.ts';

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
      ask: 'Write {{call}}.',
    },
  },
  create: (context) => {
    const { sourceCode } = context;
    // The type does not know of languages other than JavaScript.
    if (!(sourceCode.scopeManager as unknown)) return {};
    const names = tiersByName(settingsOf(context).models);
    if (names.size === 0) return {};
    let script: RouterCalls | null = null;

    const listener = onRouterCalls(context, (found) => {
      if (!found.inTemplate) script = found;
    });
    return {
      ...listener,
      'ObjectExpression > Property': (property: TSESTree.Property) => {
        const model = modelOf(property);
        const tier = model === null ? undefined : names.get(model);
        if (script === null || model === null || tier === undefined) return;
        if (isDeclaration(property, tier, script)) return;
        const call = model === tier ? routeTo(script, tier, (node) => sourceCode.getText(node)) : null;
        context.report({
          node: property.value,
          messageId: 'hardcoded',
          data: { model: quote(model) },
          suggest:
            call === null
              ? []
              : [{ messageId: 'ask', data: { call }, fix: (fixer) => fixer.replaceText(property.value, call) }],
        });
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

/** What a `model:` property is written out as; null for any other property, and for what is not written out. */
function modelOf({ key, value, computed }: TSESTree.Property): string | null {
  const isModel = isNode(key, 'Identifier') ? !computed && key.name === 'model' : isText(key) && key.value === 'model';
  if (!isModel) return null;
  if (isText(value)) return value.value;
  return isNode(value, 'TemplateLiteral') && value.expressions.length === 0
    ? (value.quasis[0]?.value.cooked ?? null)
    : null;
}

function isText(node: TSESTree.Node): node is TSESTree.StringLiteral {
  return isNode(node, 'Literal') && typeof node.value === 'string';
}

/** The places where a model is meant to be written: a router, a rule of one, and a map from the tier to what it stands for. */
function isDeclaration(property: TSESTree.Property, tier: string, { routers }: RouterCalls): boolean {
  const [start, end] = property.range;
  if (routers.some(({ place }) => place.range[0] <= start && end <= place.range[1])) return true;
  const object = property.parent;
  if (!isNode(object, 'ObjectExpression')) return false;
  const hasKey = (name: string): boolean =>
    object.properties.some((each) => isNode(each, 'Property') && nameOf(each.key) === name);
  if (hasKey('when')) return true;
  const owner = object.parent;
  return isNode(owner, 'Property') && owner.value === object && nameOf(owner.key) === tier;
}

function nameOf(key: TSESTree.Node): string | null {
  return isNode(key, 'Identifier') ? key.name : isText(key) ? key.value : null;
}

/** The call that gives a tier, where one task of the file's router does and the file shows how the router is called. */
function routeTo({ calls }: RouterCalls, tier: string, textOf: (node: TSESTree.Node) => string): string | null {
  const model = calls.find(({ callee, wrapper, node }) => callee === 'routeModel' && !wrapper && isPlain(node.callee));
  if (model === undefined) return null;
  const tasks = model.router.routes.filter(
    (route) => route.model === tier && route.certain && !route.task.endsWith('/*'),
  );
  const [only, ...more] = tasks;
  return only === undefined || more.length > 0 ? null : `${textOf(model.node.callee)}(${quoteWith("'", only.task)})`;
}

/** `routeModel`, `router.routeModel`; not `tasks.map`. */
function isPlain(callee: TSESTree.Expression): boolean {
  if (isNode(callee, 'Identifier')) return true;
  return isNode(callee, 'MemberExpression') && nameOf(callee.property) === 'routeModel';
}
