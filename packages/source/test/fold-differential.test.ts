import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { routedProgram, type RoutedProgram } from './fold-arbitrary.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { foldedText } from './folded.ts';

/** What the programs say, what they warn of, and what their routers' own functions hear; each line is one program's. */
function run(fixture: Fixture, file: string, count: number): readonly string[] {
  fixture.write(
    'run.mjs',
    `globalThis.heard = [];
const warned = [];
process.on('warning', ({ code, message }) => warned.push(code + message));
for (let index = 0; index < ${String(count)}; index++) {
  const { said } = await import(\`./\${index}/${file}\`).catch((error) => ({ said: error.message }));
  await new Promise(setImmediate);
  console.log(JSON.stringify([said, warned.splice(0), globalThis.heard.splice(0)]));
}`,
  );
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const text = execFileSync(process.execPath, [fixture.path('run.mjs')], { encoding: 'utf8', stdio: [...stdio] });
  return text.trim().split('\n');
}

function write(fixture: Fixture, programs: readonly RoutedProgram[]): number {
  const project = createProject({ root: fixture.root });
  let folded = 0;
  for (const [index, { router, app }] of programs.entries()) {
    fixture.write(`${String(index)}/router.js`, router);
    const source = { file: fixture.path(`${String(index)}/app.ts`), text: app };
    fixture.write(`${String(index)}/app.js`, stripTypeScriptTypes(app));
    fixture.write(`${String(index)}/folded.js`, stripTypeScriptTypes(foldedText(project, source)));
    folded += project.fold(source).calls;
  }
  return folded;
}

test('a folded program and the unfolded one print the same, for whatever table and calls', () => {
  let folded = 0;
  fc.assert(
    fc.property(fc.array(routedProgram, { minLength: 40, maxLength: 40 }), (programs) => {
      using fixture = createFixture({ 'package.json': '{ "type": "module" }' });
      const installed = fixture.path('node_modules/@taskroute/router');
      mkdirSync(dirname(installed), { recursive: true });
      symlinkSync(resolve(import.meta.dirname, '../../router'), installed);
      folded += write(fixture, programs);
      expect(run(fixture, 'folded.js', programs.length)).toEqual(run(fixture, 'app.js', programs.length));
    }),
    // To make a failing list shorter takes a run for each step.
    { numRuns: 10, endOnFailure: true },
  );
  // Were all calls kept, this would prove nothing.
  expect(folded).toBeGreaterThan(100);
});
