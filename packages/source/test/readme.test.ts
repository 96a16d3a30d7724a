import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as source from '../src/index.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

const README = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');
const SNIPPETS = [...README.matchAll(/```ts\n([^]*?)```/g)].flatMap(([, code]) => code ?? []);

/** `answer; // 1` is an answer and what it is said to be. */
const ANSWER = /^(\S.*); \/\/ (['"[\d]|true|false)(.*)$/gm;

/** What a snippet stands in: a project with a router and a file that calls it. */
function run(
  snippet: string,
  root: string,
): { readonly said: readonly unknown[]; readonly reports: readonly string[] } {
  const said: unknown[] = [];
  const reports: string[] = [];
  const { createProject } = source;
  const file = resolve(root, 'src/mailer.ts');
  const text = readFileSync(file, 'utf8');
  const names = {
    ...source,
    createProject: () => createProject({ root }),
    project: createProject({ root }),
    process: { cwd: () => root },
    report: (_node: unknown, what: string) => reports.push(what),
    context: { physicalFilename: file, sourceCode: { text, ast: null, scopeManager: null } },
    said,
  };
  const code = snippet
    .replace(/^import .*\n/gm, '')
    .replace(ANSWER, 'said.push([$1, $2$3]);')
    .replaceAll(/'((?:src|dist)\/[\w.]+)'/g, (_whole, name: string) => JSON.stringify(resolve(root, name)));
  const body = stripTypeScriptTypes(
    `export default (names) => {\n${destructured(code, Object.keys(names))}\n${code}\n}`,
  );
  // The README's own code, which is to be run.
  const call = runInThisContext(`(${body.replace('export default', '')})`) as (given: object) => void;
  call(names);
  return { said, reports };
}

/** What a snippet makes for itself is its own. */
function destructured(code: string, names: readonly string[]): string {
  const used = names.filter((name) => !new RegExp(`const (?:${name}|\\{[^}]*\\b${name}\\b[^}]*\\}) =`).test(code));
  return `const { ${used.join(', ')} } = names;`;
}

describe('every snippet of the README runs, and answers what it says', () => {
  test('there are as many as are looked at here', () => {
    expect(SNIPPETS).toHaveLength(6);
  });

  test.each(SNIPPETS.map((code, index) => [index, code] as const))('snippet %i', (index, code) => {
    using fixture = createFixture({
      'src/router.ts': ROUTER,
      'src/mailer.ts': `import { routeModel } from './router.js';\nrouteModel('typo');\nexport const f = routeModel;`,
      'dist/router.js': ROUTER.replace(' as const', ''),
    });
    const { said, reports } = run(code, fixture.root);
    const answers = [...code.matchAll(ANSWER)].length;
    expect(said).toHaveLength(answers);
    for (const [is, shall] of said as readonly (readonly unknown[])[]) expect(is).toEqual(shall);
    if (index === 0) expect(reports).toEqual(['no route for typo']);
    else if (index > 1) expect(answers).toBeGreaterThan(1);
  });
});
