import { createRequire } from 'node:module';
import { join } from 'node:path';
import typescript6 from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from './compilers.ts';

// Version 5.9 has a declaration of its own; what is used here is the same in both.
const typescript5 = createRequire(import.meta.url)('typescript-5') as typeof typescript6;

/** What an editor shows for a name. The order of a union is the compiler's affair, so it is compared as a set. */
const HOVERS = {
  listed: ['"opus"'],
  erased: ['"opus"'],
  unlisted: ['"sonnet"'],
  inDomain: ['"haiku"'],
  ruled: ['"sonnet"', '"opus"'],
  open: ['"haiku"', '"sonnet"', '"opus"'],
  lacking: ['"haiku"', '"sonnet"'],
  raised: ['"sonnet"'],
  overridden: ['"opus"'],
  tier: ['3'],
  decision: ['Decision<"blog-post", "opus", 3, "opus">'],
  raisedDecision: ['Decision<"classification", "sonnet", 2, "haiku">'],
  decidedModel: ['"opus"'],
  task: ['"blog-post"'],
} as const;

const SOURCE = `
import { defineRouter } from '@taskroute/router';
declare const text: string;
declare const optional: { readonly task?: 'haiku' };
const tiers = ['haiku', 'sonnet', 'opus'] as const;
const routes = { classification: 'haiku', 'blog-post': 'opus', 'content/*': 'haiku' } as const;
const { routeModel, getTier, decide, tasks } = defineRouter({ tiers, default: 'sonnet', routes });
const rules = [{ name: 'long', when: (task: string) => task.length > 20, model: 'opus' }] as const;
export const listed = routeModel('blog-post');
export const erased = routeModel<'blog-post'>();
export const unlisted = routeModel('never-heard-of');
export const inDomain = routeModel('content/anything');
export const ruled = defineRouter({ tiers, default: 'sonnet', routes, rules }).routeModel('never-heard-of');
export const open = routeModel(text);
export const lacking = defineRouter({ tiers, default: 'sonnet', routes: optional }).routeModel('task');
export const raised = routeModel('classification', { atLeast: 'sonnet' });
export const overridden = routeModel('classification', { override: 'opus' });
export const tier = getTier('blog-post');
export const decision = decide('blog-post');
export const raisedDecision = decide('classification', { atLeast: 'sonnet' });
export const decidedModel = decide('blog-post').model;
export const task = tasks['blog-post'];
`;

describe.each([
  { name: 'TypeScript 5.9', api: typescript5 },
  { name: 'TypeScript 6.0', api: typescript6 },
])('$name shows literals, not the types that found them:', ({ api }) => {
  let hover: (name: string) => string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const made = await project({ 'hover.ts': SOURCE });
    remove = made.remove;
    const file = join(made.folder, 'hover.ts');
    const service = serviceOf(api, file);
    hover = (name) => {
      const info = service.getQuickInfoAtPosition(file, SOURCE.indexOf(` ${name} =`) + 1);
      return api.displayPartsToString(info?.displayParts);
    };
  });

  afterAll(() => remove());

  it.each(Object.entries(HOVERS))('%s', (name, types) => {
    const head = `const ${name}: `;
    const shown = hover(name);
    expect(shown).toContain(head);
    const members = types.length === 1 ? [shown.slice(head.length)] : shown.slice(head.length).split(' | ');
    expect(members.toSorted()).toEqual(types.toSorted());
  });
});

function serviceOf(api: typeof typescript6, file: string): typescript6.LanguageService {
  const options: typescript6.CompilerOptions = {
    target: api.ScriptTarget.ES2022,
    module: api.ModuleKind.NodeNext,
    strict: true,
    types: [],
  };
  return api.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => join(file, '..'),
    getDefaultLibFileName: (settings) => api.getDefaultLibFilePath(settings),
    getScriptFileNames: () => [file],
    getScriptSnapshot: (name) => {
      const text = api.sys.readFile(name);
      return text === undefined ? undefined : api.ScriptSnapshot.fromString(text);
    },
    getScriptVersion: () => '1',
    fileExists: (name) => api.sys.fileExists(name),
    readFile: (name, encoding) => api.sys.readFile(name, encoding),
    directoryExists: (name) => api.sys.directoryExists(name),
    getDirectories: (name) => api.sys.getDirectories(name),
    realpath: (name) => api.sys.realpath?.(name) ?? name,
  });
}
