/** What is written where there is no router yet: three tiers, a default, a few lines that show what a line can be. */
export function routerFile(isTyped: boolean): string {
  const [open, close] = isTyped ? ['{', '} as const;'] : ['/** @type {const} */ ({', '});'];
  return `import { defineRouter } from '@taskroute/router';

/**
 * Which model serves which task: a line each. To move a task to another model, change its line and nothing else.
 *
 * A task is named after what a call is for. Ask for it as a literal, so that the compiler and the lint know the answer:
 * routeModel('blog-post').
 */
export const ROUTES = ${open}
  // Fast and simple: structured answers, high frequency.
  classification: 'haiku',
  'data-extraction': 'haiku',

  // Balanced: most of the thinking.
  analysis: 'sonnet',
  'email-draft': 'sonnet',

  // Deep reasoning, long form, high stakes.
  'blog-post': 'opus',

  // A domain: every task that begins with "research/" and has no line of its own.
  'research/*': 'sonnet',
  'research/report': 'opus',
${close}

export const { routeModel, getTier, decide, tasks } = defineRouter({
  // The models, cheapest first. The names are yours; what one stands for (an id, an effort) is a map of your own:
  // MODELS[routeModel('blog-post')].
  tiers: ['haiku', 'sonnet', 'opus'],
  // What serves a task that no line names, and is warned of. Not the cheapest: rather too good than too bad.
  default: 'sonnet',
  routes: ROUTES,
});
`;
}
