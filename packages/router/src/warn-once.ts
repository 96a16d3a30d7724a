import { platform } from '#platform';
import { hash } from './hash.ts';

/** As many subjects as one process is warned of; run-time names past it must not fill the memory or the log. */
const MOST = 1_000;

/** Hashes, not names: a kept name would keep alive the longer text that it was cut from. */
const warned = new Set<string>();

/** Warns once per process of each `subject`, and of no more than a thousand. */
export function warnOnce(code: string, subject: string, ...about: unknown[]): void {
  const key = hash(code + subject);
  if (warned.size >= MOST || warned.has(key)) return;
  warned.add(key);
  platform.warn(code, subject, ...about);
}
