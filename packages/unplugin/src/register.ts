/**
 * `node --import @taskroute/unplugin/register`: lowers what Node itself runs. No parser is loaded until a file holds what looks
 * like an erased call.
 */
import module from 'node:module';
import { fillCompiled } from './register-compile.ts';
import { loadSync } from './register-load.ts';

/** The releases in which hooks beside the program do not break CommonJS that hooks in a thread see as well; tsx goes by them too. */
const SOUND: readonly (readonly [major: number, minor: number, patch: number])[] = [
  [22, 22, 3],
  [24, 11, 1],
];

function isSound(): boolean {
  const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
  const since = SOUND.find(([each]) => each === major);
  if (since === undefined) return major > 24;
  return minor > since[1] || (minor === since[1] && patch >= since[2]);
}

// @types/node describes a newer Node than the oldest that this runs on.
const { registerHooks } = module as { registerHooks?: typeof module.registerHooks };
if (registerHooks !== undefined && isSound()) registerHooks({ load: loadSync });
// eslint-disable-next-line @typescript-eslint/no-deprecated -- an older Node has no other
else module.register('./register-thread.js', import.meta.url);
fillCompiled(module);
