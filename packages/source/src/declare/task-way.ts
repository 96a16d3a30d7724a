import { evaluate } from '../evaluate/evaluate.ts';
import { findFunction } from './find-function.ts';
import {
  isOpen,
  parametersOf,
  plainStep,
  signatureOf,
  stepsAlong,
  stepsToName,
  type ParameterNode,
  type Step,
} from './parameter-node.ts';
import type { Module } from '../text/parse.ts';
import { asking, doNotKeep, remember, type Session } from '../session.ts';
import { typeHas } from './type-has.ts';
import { detach, type Possible, type TaskPath } from '../evaluate/value.ts';

/** Where a declared function takes its task. */
export interface TaskWay {
  /** Null where the declaration does not tell. */
  readonly task: TaskPath | null;
  /** What each step of the way is where a caller does not give it. */
  readonly defaults: readonly (Possible | null)[];
  /** Why the way leads nowhere: the end of the sentence "the task is …, which …". */
  readonly fault: string | null;
}

/** The way of a declared `task` (`options.task`) into the parameters of the function that a module has under a name. */
export function wayOfTask(session: Session, file: string, name: string, task: string): TaskWay {
  const key = `way ${file} ${name} ${task}`;
  if (session.active.has(key)) {
    doNotKeep(session);
    return leadsNowhere('is being looked for already');
  }
  session.active.add(key);
  try {
    return remember(session, key, () => asking(session, false, () => findWay(session, file, name, task.split('.'))));
  } finally {
    session.active.delete(key);
  }
}

function leadsNowhere(fault: string): TaskWay {
  return { task: null, defaults: [], fault };
}

function findWay(session: Session, file: string, name: string, path: readonly string[]): TaskWay {
  const found = findFunction(session, file, name);
  if (found.kind !== 'function') return wayUnseen(path);
  const { module, node } = found;
  const parameters = parametersOf(node);
  const has = (parameter: ParameterNode, keys: readonly string[]) => typeHas(session, module, parameter.type, keys);
  const way = wayAmong(parameters, path, (parameter, key) => has(parameter, [key]) === 'yes');
  const takes = `it takes ${signatureOf(parameters)}`;
  if (way === null) return leadsNowhere(`is no parameter of it and no property that one takes out; ${takes}`);
  const parameter = parameters[way.index];
  const keys = way.steps.map(({ key }) => key);
  if (parameter !== undefined && has(parameter, keys) === 'no')
    return leadsNowhere(`is no property of its parameter's type; ${takes}`);
  const fallbacks = [parameter?.fallback ?? null, ...way.steps.map(({ fallback }) => fallback)];
  return {
    task: [way.index, ...keys],
    defaults: fallbacks.map((each) => defaultOf(session, module, each)),
    fault: null,
  };
}

function defaultOf(session: Session, module: Module, fallback: ParameterNode['fallback']): Possible | null {
  return fallback === null ? null : detach(evaluate({ session, module }, fallback));
}

/** Without the function's text an index says enough; and who writes `options.task` means an object, which comes first. */
function wayUnseen([first = '', ...keys]: readonly string[]): TaskWay {
  const index = indexIn(first);
  if (index === null && keys.length === 0)
    return leadsNowhere(
      `cannot be found, since its parameters cannot be read; write the parameter's index, 0 for the first`,
    );
  return { task: [index ?? 0, ...keys], defaults: [], fault: null };
}

interface Way {
  readonly index: number;
  readonly steps: readonly Step[];
}

/** A name is a parameter's, or a property's that one takes out, or one of its own for that; or it is an index. */
function wayAmong(
  parameters: readonly ParameterNode[],
  path: readonly string[],
  typeNames: (parameter: ParameterNode, key: string) => boolean,
): Way | null {
  const [first = '', ...keys] = path;
  const named = parameters.findIndex(({ name }) => name === first);
  if (named !== -1) return wayInto(parameters, named, keys);
  const taken = one(parameters, ({ pattern }) => stepsAlong(pattern, path), isPattern);
  if (taken !== null) return taken;
  const called = one(parameters, ({ pattern }) => stepsToName(pattern, first), isPattern);
  if (called !== null) return { ...called, steps: [...called.steps, ...keys.map(plainStep)] };
  const index = indexIn(first);
  if (index !== null) return wayInto(parameters, index, keys);
  // `options.task` of `({ task }) => …`, or of built code that has other names.
  if (keys.length > 0)
    return one(parameters, ({ pattern }) => stepsAlong(pattern, keys), isPattern) ?? onlyParameter(parameters, keys);
  return (
    one(
      parameters,
      () => [plainStep(first)],
      ({ pattern }) => isOpen(pattern),
    ) ??
    one(
      parameters,
      () => [plainStep(first)],
      (parameter) => typeNames(parameter, first),
    )
  );
}

/** What is taken out of one parameter; null where none has it, or more than one. */
function one(
  parameters: readonly ParameterNode[],
  stepsOf: (parameter: ParameterNode) => readonly Step[] | null,
  isMeant: (parameter: ParameterNode) => boolean,
): Way | null {
  const ways = parameters.flatMap((parameter, index): Way | readonly Way[] => {
    const steps = isMeant(parameter) && !parameter.rest ? stepsOf(parameter) : null;
    return steps === null ? [] : { index, steps };
  });
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

function isPattern({ pattern }: ParameterNode): boolean {
  return pattern !== null;
}

function wayInto(parameters: readonly ParameterNode[], index: number, keys: readonly string[]): Way | null {
  const last = parameters.at(-1);
  const parameter = parameters[index];
  if (parameter === undefined) return last?.rest === true ? { index, steps: keys.map(plainStep) } : null;
  if (!parameter.rest) return stepsInto(parameter, index, keys);
  const [first = '', ...rest] = keys;
  const further = indexIn(first);
  return further === null ? null : { index: index + further, steps: rest.map(plainStep) };
}

function stepsInto({ pattern }: ParameterNode, index: number, keys: readonly string[]): Way | null {
  const steps = stepsAlong(pattern, keys) ?? (isOpen(pattern) ? keys.map(plainStep) : null);
  return steps === null ? null : { index, steps };
}

function onlyParameter(parameters: readonly ParameterNode[], keys: readonly string[]): Way | null {
  const [parameter] = parameters;
  return parameter !== undefined && parameters.length === 1 && !parameter.rest ? stepsInto(parameter, 0, keys) : null;
}

function indexIn(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
