import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import { createFixture, type Fixture } from './fixture.ts';

/** A folder of TypeScript whose files can be run as JavaScript, with the router's package beside it. */
export interface Runnable extends Fixture {
  /** What modules export under a name, in order. Types are stripped, and nothing else is done. */
  readonly run: (modules: Readonly<Record<string, string>>, name: string) => readonly unknown[];
}

export function createRunnable(files: Readonly<Record<string, string>>): Runnable {
  const fixture = createFixture(files);
  const installed = fixture.path('node_modules/@taskroute/router');
  mkdirSync(dirname(installed), { recursive: true });
  symlinkSync(resolve(import.meta.dirname, '../../router'), installed);
  for (const [name, text] of Object.entries(files)) if (/\.[cm]?ts$/.test(name)) compile(fixture, name, text);
  return {
    ...fixture,
    run(modules, name) {
      const outputs = Object.entries(modules).map(([file, text]) => compile(fixture, file, text));
      fixture.write(
        'run.mjs',
        `for (const file of ${JSON.stringify(outputs)}) {
  const what = await import('./' + file).then((all) => all[${JSON.stringify(name)}], (error) => error.code ?? error.message);
  console.log(JSON.stringify(what));
}`,
      );
      const text = execFileSync(process.execPath, [fixture.path('run.mjs')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
    },
  };
}

function compile(fixture: Fixture, file: string, text: string): string {
  const output = file.replace(/\.([cm]?)tsx?$/, '.$1js');
  fixture.write(output, stripTypeScriptTypes(text, { mode: 'transform' }));
  return output;
}
