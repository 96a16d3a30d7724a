/**
 * What the build pays: the guard on every file, lowering on a hit, the start of `register`, a Vite build with and without the
 * plugin; and what folding saves. Fails where a reach is missed.
 */
import { measureBuild } from './measure-build.ts';
import { measureLowering } from './measure-lowering.ts';
import { measureRegister } from './measure-register.ts';
import { measureSizes } from './measure-sizes.ts';
import { ROUTES } from './app.ts';

const MOST_AFTER_FOLD = 100;

const reaches = [...(await measureLowering()), ...(await measureRegister()), ...(await measureBuild())];
const sizes = await measureSizes();

for (const { what, figure, isReached } of reaches)
  console.log(`${what.padEnd(78)} ${figure.padStart(22)}  ${isReached ? 'reached' : 'MISSED'}`);
console.log(`\nfold, one call, ${String(ROUTES)} routes, minified for browsers ≤ ${String(MOST_AFTER_FOLD)} bytes`);
for (const { host, before, after } of sizes)
  console.log(
    `${host.padEnd(78)} ${`${String(before)} → ${String(after)} bytes`.padStart(22)}  ${after <= MOST_AFTER_FOLD ? 'reached' : 'MISSED'}`,
  );
if (reaches.some(({ isReached }) => !isReached) || sizes.some(({ after }) => after > MOST_AFTER_FOLD))
  process.exitCode = 1;
