import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Path } from './taskroute-settings.ts';

/** An absolute path. Errors: none; null where it is no path: empty, or a URL that names no file of this machine. */
export function pathFrom(base: string, path: Path): string | null {
  const text = typeof path === 'string' ? path : path.href;
  if (text === '') return null;

  if (typeof path === 'string' && !/^(?:file:|[a-z][a-z\d+.-]+:\/\/)/i.test(text)) return resolve(base, text);
  try {
    return resolve(base, fileURLToPath(text));
  } catch {
    return null;
  }
}

export function isPath(value: unknown): value is Path {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && 'href' in value && typeof value.href === 'string';
}
