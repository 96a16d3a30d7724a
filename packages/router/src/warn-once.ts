import { platform } from '#platform';
import { hash } from './hash.ts';

/** As many tasks as one process is warned of; run-time names past it must not fill the memory or the log. */
const MOST = 1_000;

/** Tasks by their hash, since a kept name would keep alive the longer text that it was cut from; functions that failed. */
const warned = new Set<unknown>();

/** Warns once per process of each task, up to a thousand, and of each function that failed, which no count of tasks hides. */
export function warnOnce(code: string, subject: string | object, ...about: unknown[]): void {
  const isTask = typeof subject === 'string';
  const key = isTask ? hash(subject) : subject;
  if (warned.has(key) || warned.size >= (isTask ? MOST : MOST * 2)) return;
  warned.add(key);
  platform.warn(code, ...about);
}
