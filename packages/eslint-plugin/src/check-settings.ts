import { isPath, pathFrom } from './path-from.ts';
import { quoteValue } from '@taskroute/source/findings';
import type {
  Path,
  RouterDeclaration,
  RouterModule,
  TaskrouteSettings,
  WrapperDeclaration,
} from './taskroute-settings.ts';

/** What of some settings can be used, and what is wrong with the rest. */
export interface Checked {
  readonly settings: TaskrouteSettings;
  /** Each ends a sentence whose subject is what the settings were given to. */
  readonly faults: readonly string[];
}

const OPTIONS = ['routers', 'wrappers', 'models', 'lowered'] as const;
/** What `config()` adds: nobody writes it by hand. */
const DIGEST = 'digest';
const ROUTER = ['module', 'table', 'default', 'tiers', 'functions'] as const;
const WRAPPER = ['module', 'function', 'task', 'router'] as const;

/**
 * Settings as somebody wrote them, in JavaScript perhaps.
 *
 * Shape: `more` are the names that may stand beside those of `TaskrouteSettings`. A part with a fault is left out.
 * Errors: none.
 */
export function checkSettings(value: unknown, more: readonly string[] = []): Checked {
  const faults: string[] = [];
  const say: Say = (fault) => {
    faults.push(fault);
    return null;
  };
  if (!isRecord(value)) {
    say(`takes an object, such as { routers: ['src/router.js'] }; it got ${quoteValue(value)}`);
    return { settings: {}, faults };
  }
  const names = [...OPTIONS, ...more, 'root'];
  for (const name of Object.keys(value))
    if (!names.includes(name) && name !== DIGEST)
      say(`has no option ${quoteValue(name)}; write one of ${names.join(', ')}`);
  const { root, routers, wrappers, models, lowered } = value;
  const settings: TaskrouteSettings = {
    ...(root !== undefined && { root: pathOf(say, 'root', root) ?? undefined }),
    ...(routers !== undefined && { routers: listOf(say, 'routers', routers, routerOf) }),
    ...(wrappers !== undefined && { wrappers: listOf(say, 'wrappers', wrappers, wrapperOf) }),
    ...(models !== undefined && { models: modelsOf(say, models) ?? undefined }),
    ...(lowered !== undefined && {
      lowered: typeof lowered === 'boolean' ? lowered : listOf(say, 'lowered', lowered, pathOf, 'true, false or '),
    }),
  };
  return { settings, faults };
}

type Say = (fault: string) => null;
type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(say: Say, where: string, as: string, value: unknown): null {
  return say(`takes ${where} as ${as}; it got ${quoteValue(value)}`);
}

function listOf<Item>(
  say: Say,
  where: string,
  value: unknown,
  read: (say: Say, where: string, item: unknown) => Item | null,
  instead = '',
): readonly Item[] | undefined {
  if (!Array.isArray(value)) {
    wrong(say, where, `${instead}a list`, value);
    return undefined;
  }
  // A hole is an item too.
  return Array.from(value as readonly unknown[]).flatMap(
    (item, index) => read(say, `${where}[${String(index)}]`, item) ?? [],
  );
}

function pathOf(say: Say, where: string, value: unknown): Path | null {
  return isPath(value) && pathFrom('/', value) !== null ? value : wrong(say, where, 'a path or a file URL', value);
}

function routerOf(say: Say, where: string, value: unknown): Path | RouterModule | RouterDeclaration | null {
  if (isPath(value)) return pathOf(say, where, value);
  if (!isRecord(value)) return wrong(say, where, 'a path, a file URL or the declaration of a router', value);
  const { module, table, default: fallback, tiers, functions } = value;
  const named = [fieldsOf(say, where, value, ROUTER), moduleOf(say, `${where}.module`, module)];
  if ([table, fallback, tiers, functions].every((each) => each === undefined))
    return named.includes(null) ? null : (value as unknown as RouterModule);
  const found = [
    ...named,
    textOf(say, `${where}.table`, table),
    textOf(say, `${where}.default`, fallback),
    typeof tiers === 'string'
      ? textOf(say, `${where}.tiers`, tiers)
      : textsOf(say, `${where}.tiers`, tiers, "a list of models, or their constant's name"),
    textsOf(say, `${where}.functions`, functions, 'a list of names'),
  ];
  // Each field was looked at.
  return found.includes(null) ? null : (value as unknown as RouterDeclaration);
}

function wrapperOf(say: Say, where: string, value: unknown): WrapperDeclaration | null {
  if (!isRecord(value)) return wrong(say, where, 'the declaration of a wrapper', value);
  const { module, function: name, task, router } = value;
  const found = [
    fieldsOf(say, where, value, WRAPPER),
    moduleOf(say, `${where}.module`, module),
    textOf(say, `${where}.function`, name),
    textOf(say, `${where}.task`, task),
    router === undefined || moduleOf(say, `${where}.router`, router),
  ];
  // Each field was looked at.
  return found.includes(null) ? null : (value as unknown as WrapperDeclaration);
}

function fieldsOf(say: Say, where: string, value: Fields, names: readonly string[]): true | null {
  const strange = Object.keys(value).filter((name) => !names.includes(name));
  for (const name of strange) say(`takes ${where} without ${quoteValue(name)}; write ${names.join(', ')}`);
  return strange.length === 0 || null;
}

function moduleOf(say: Say, where: string, value: unknown): string | null {
  return typeof value === 'string' && pathFrom('/', value) !== null
    ? value
    : wrong(say, where, "a module's path or the text of a file URL", value);
}

function textOf(say: Say, where: string, value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : wrong(say, where, 'a text', value);
}

function textsOf(say: Say, where: string, value: unknown, as: string): readonly unknown[] | null {
  const isList = Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' && each);
  return isList ? (value as readonly unknown[]) : wrong(say, where, as, value);
}

function modelsOf(say: Say, value: unknown): TaskrouteSettings['models'] | null {
  if (!isRecord(value)) return wrong(say, 'models', "an object, such as { opus: 'claude-opus-4-5' }", value);
  const fine = Object.entries(value).filter(([name, id]) => {
    if (typeof id === 'string') return true;
    if (isRecord(id) && Object.values(id).every((each) => typeof each === 'string')) return true;
    wrong(say, `models[${quoteValue(name)}]`, 'a model id, or an object tier → model id', id);
    return false;
  });
  return Object.fromEntries(fine) as TaskrouteSettings['models'];
}
