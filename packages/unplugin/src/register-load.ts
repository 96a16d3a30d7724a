import { readFileSync } from 'node:fs';
import { createRequire, type LoadFnOutput, type LoadHookSync } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mayNeedLowering } from './typed-call.ts';

/** Brings a typed file to the form in which it can run; with a parser, so it is loaded where there is something to do. */
type LowerText = (file: string, text: string) => string;

export const loadSync: LoadHookSync = (url, context, nextLoad) => {
  const loaded = nextLoad(url, context);
  const typed = typedText(url, loaded);
  return typed === null ? loaded : withText(loaded, typed, lowerTextSync());
};

/** What was loaded of a typed file; null where there is nothing to lower in it. */
export function typedText(
  url: string,
  { source }: LoadFnOutput,
): { readonly file: string; readonly text: string } | null {
  if (source == null || !url.startsWith('file:')) return null;
  const file = fileURLToPath(url);
  if (!isTyped(file)) return null;
  const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
  return isOurs(file, text) ? { file, text } : null;
}

export function withText(
  loaded: LoadFnOutput,
  { file, text }: { readonly file: string; readonly text: string },
  lowerText: LowerText,
): LoadFnOutput {
  return { ...loaded, source: lowerText(file, text) };
}

/** Types stand in these alone. */
export function isTyped(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

/** Whether a typed file, with its types or after somebody has removed them, may have erased calls that are not lowered. */
export function isOurs(file: string, text: string): boolean {
  if (mayNeedLowering(text)) return true;
  try {
    const original = readFileSync(file, 'utf8');
    return original !== text && mayNeedLowering(original);
  } catch {
    return false;
  }
}

export function lowerTextSync(): LowerText {
  const required = createRequire(import.meta.url)('./register-lower.js') as typeof import('./register-lower.ts');
  return required.lowerText;
}
