import type Module from 'node:module';
import { isOurs, isTyped, lowerTextSync } from './register-load.ts';

/** What Node calls with the JavaScript of each CommonJS file, whoever made it. */
type Compile = (this: unknown, text: string, file: string, ...rest: readonly unknown[]) => unknown;

/** Makes erased calls real in CommonJS files that come by no hook: tsx and its like read what is required by themselves. */
export function fillCompiled(module: typeof Module): void {
  // Documented nowhere and patched by everybody, so it stays.
  const prototype = module.prototype as unknown as { _compile: Compile };
  const compile = prototype._compile;
  prototype._compile = function (text, file, ...rest) {
    const ready = isTyped(file) && isOurs(file, text) ? lowerTextSync()(file, text) : text;
    return compile.call(this, ready, file, ...rest);
  };
}
