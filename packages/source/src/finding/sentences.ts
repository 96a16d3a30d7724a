/**
 * What is said of routers, by rule and kind; the lint and the command say the same. `{{name}}` stands for a finding's data.
 * What happened, and what to do next; where it is, its place tells.
 */
export const SENTENCES = {
  'no-unrouted-task': {
    unrouted: 'No route for the task {{task}} in {{table}}: the default gives it {{model}}. {{mend}}',
    domain: 'No route of its own for the task {{task}} in {{table}}: {{from}} gives it {{model}}. {{mend}}',
    ruled:
      'No route for the task {{task}} in {{table}}: at run time a rule ({{rules}}) decides, or else the default gives it {{model}}. {{mend}}',
    unverified: 'Cannot verify the task {{task}}: {{reason}}.',
    missing: 'No route {{task}} in {{table}}: what tasks hands out for it is undefined at run time. {{mend}}',
  },
  'no-unreadable-table': {
    gap: 'Cannot verify: {{reason}}. Not every route of {{router}} is known; write its table out, so that it can be read without running it.',
    gapElsewhere:
      'Cannot verify: {{reason}} ({{where}}). Not every route of {{router}} is known; write its table out, so that it can be read without running it.',
    fault: 'The router {{router}} is broken: {{reason}}.',
    faultElsewhere: 'The router {{router}} is broken: {{reason}} ({{where}}).',
    file: 'Cannot verify the tasks in this file: it {{reason}}.',
    config: 'Cannot verify the tasks in this file: {{where}} {{reason}}.',
    settings: 'Cannot verify the tasks in this file: settings.taskroute {{reason}}.',
  },
  'no-erased-task': {
    erased:
      'The task of {{callee}} stands in a type, which is gone at run time: the call throws. Hand it in as a value, or let @taskroute/unplugin lower the call and set lowered in taskroute.json.',
  },
  'no-dynamic-task': {
    task: 'Cannot verify every task of this call: the task {{reason}}. Write the tasks out, or narrow its type to them.',
    options:
      'Cannot verify the options of this call: an option {{reason}}. Write the models out, or narrow its type to them.',
  },
  'no-untracked-router': {
    escapes:
      "Cannot verify the calls that follow: the router's function {{reason}}. Call it here, or declare what calls it as a wrapper in taskroute.json.",
  },
  'no-unknown-model': {
    unknown: '{{option}} is {{model}}, which is not a tier of {{router}}: the call throws. Write {{tiers}}.',
    contradictory: 'The call throws: {{reason}}',
    stray: '{{name}} is no option of a call: {{mend}}',
  },
  'no-duplicate-route': {
    duplicate: 'The route {{task}} stands in the table already ({{first}}): the later line wins. Drop one of the two.',
    duplicateElsewhere:
      'The route {{task}} stands twice in the table of {{router}} ({{first}} and {{again}}): the later line wins. Drop one of the two.',
  },
} as const;

export type FindingRule = keyof typeof SENTENCES;

/** What there is to say of one place of a file: a sentence of a rule, and what fills it. */
export interface Said<Rule extends FindingRule> {
  readonly rule: Rule;
  readonly messageId: keyof (typeof SENTENCES)[Rule] & string;
  readonly data: Readonly<Record<string, string>>;
}

/** Of any rule. */
export type AnySaid = { readonly [Rule in FindingRule]: Said<Rule> }[FindingRule];

/** The whole sentence. */
export function messageOf({ rule, messageId, data }: AnySaid): string {
  const sentences: Readonly<Record<string, string>> = SENTENCES[rule];
  return (sentences[messageId] ?? messageId).replace(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '');
}
