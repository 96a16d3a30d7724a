import { resolve } from 'node:path';
import type { FileReport, Gap, Node } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { RuleContext, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import type { RuleListener } from './plugin.ts';
import { settingsOf, type Settings } from './settings.ts';
import { withTypes } from './types-of-call.ts';
import { onTemplate, optionsOf, type TemplateText } from './vue-template.ts';

/** What source found about the linted file: the one thing that rules speak of. */
export interface RouterCalls extends FileReport {
  readonly file: string;
  /** The routers that are defined in the file, and those that the settings name whose table stands in it. */
  readonly routers: FileReport['routers'];
  readonly settings: Settings;
  /** Whether it is about the template of a Vue component; the script is another. */
  readonly inTemplate: boolean;
  /** The part of the linted file that a node stands for. */
  readonly rangeOf: (node: Pick<Node, 'range'>) => [number, number];
  readonly at: (node: Node) => TSESTree.SourceLocation;
}

type Context = Readonly<RuleContext<string, readonly unknown[]>>;

/** Ten rules ask about one file: it is analysed once. */
const scripts = new WeakMap<SourceCode, RouterCalls>();
const templates = new WeakMap<SourceCode, RouterCalls>();
const components = new WeakMap<SourceCode, RouterCalls>();

/**
 * Hands a rule what was found in a file: once for its script, and once more for the template and the options of a Vue component.
 *
 * Errors: none. A language without scopes (JSON, Markdown) has nothing to say.
 */
export function onRouterCalls(context: Context, say: (found: RouterCalls) => void): RuleListener {
  // The type does not know of languages other than JavaScript.
  if (!(context.sourceCode.scopeManager as unknown)) return {};
  const script: RuleListener = {
    Program: () => {
      say(remember(scripts, context, () => ofScript(context)));
      const options = optionsOf(context.sourceCode);
      if (options !== null) say(remember(components, context, () => ofOptions(context, options)));
    },
  };
  return onTemplate(context.sourceCode, script, (template) => {
    say(remember(templates, context, () => ofTemplate(context, template)));
  });
}

function fileOf({ cwd, physicalFilename }: Context): string {
  return resolve(cwd, physicalFilename);
}

function remember(
  kept: WeakMap<SourceCode, RouterCalls>,
  { sourceCode }: Context,
  make: () => RouterCalls,
): RouterCalls {
  let found = kept.get(sourceCode);
  if (found === undefined) kept.set(sourceCode, (found = make()));
  return found;
}

function ofScript(context: Context): RouterCalls {
  const { sourceCode } = context;
  const file = fileOf(context);
  const settings = settingsOf(context);
  const { scopeManager: scopes, ast: tree, text } = sourceCode;
  const report = guarded(file, () => {
    if (scopes === null) return nothingIn(file);
    const read = settings.project.callsIn({ file, text, tree, scopes });
    const tables = settings.tablesIn(file).filter(({ id }) => read.routers.every((router) => router.id !== id));
    return withTypes(sourceCode, settings.project, file, { ...read, routers: [...read.routers, ...tables] });
  });
  return {
    ...report,
    file,
    settings,
    inTemplate: false,
    rangeOf: (node) => [...node.range],
    at: (node) => node.loc,
  };
}

/** The script is read once more, with the template's expressions behind it: only these are spoken of. */
function ofTemplate(context: Context, { text, place }: TemplateText): RouterCalls {
  const { sourceCode } = context;
  const file = fileOf(context);
  const settings = settingsOf(context);
  const report = guarded(file, () => settings.project.callsIn({ file: `${file}.ts`, text }));
  const rangeOf = (node: Pick<Node, 'range'>): [number, number] => [place(node.range[0]), place(node.range[1])];
  const inTemplate = ({ node }: { readonly node: Node }): boolean => node.range[0] >= sourceCode.text.length;
  return {
    calls: report.calls.filter(inTemplate),
    escapes: report.escapes.filter(inTemplate),
    routers: [],
    placeOf: report.placeOf,
    findings: report.findings.filter(isOfText).map(({ reason }) => ({ reason, file, line: 1, column: 1 })),
    file,
    settings,
    inTemplate: true,
    rangeOf,
    at: (node) => {
      const [start, end] = rangeOf(node);
      return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
    },
  };
}

/** Its calls are the script's own. */
function ofOptions(context: Context, options: TemplateText): RouterCalls {
  return { ...ofTemplate(context, options), calls: [] };
}

/** What a script's analysis did not say: that it cannot be read at all. */
function isOfText({ reason }: Gap): boolean {
  return reason.startsWith('cannot be');
}

/** A throw would abort the whole run of ESLint: what goes wrong in here is a finding like any other. */
function guarded(file: string, look: () => FileReport): FileReport {
  try {
    return look();
  } catch (error) {
    const reason = `cannot be analysed: ${error instanceof Error ? error.message : String(error)}`;
    return { ...nothingIn(file), findings: [{ reason, file, line: 1, column: 1 }] };
  }
}

function nothingIn(file: string): FileReport {
  return {
    calls: [],
    escapes: [],
    routers: [],
    findings: [],
    placeOf: () => ({ file, line: 1, column: 1, range: [0, 0] }),
  };
}
