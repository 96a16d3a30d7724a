import type { LoadHook } from 'node:module';
import { typedText, withText } from './register-load.ts';

/** The hook for a Node whose hooks have a thread of their own: what is required there cannot be an ES module. */
export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const typed = typedText(url, loaded);
  if (typed === null) return loaded;
  const { lowerText } = await import('./register-lower.ts');
  return withText(loaded, typed, lowerText);
};
