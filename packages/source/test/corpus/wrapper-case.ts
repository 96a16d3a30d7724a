import { caseOf, type CallCase } from './case.ts';

/** A wrapper in `call-model.<extension>`, and what is said of `app`, which calls it in its second line. */
export function wrapper(
  name: string,
  task: string,
  definition: string,
  call: string,
  expect: CallCase['expect'],
  more: { readonly function?: string; readonly file?: string; readonly imported?: string } = {},
): CallCase {
  const { function: called = 'callModel', file = 'call-model.ts' } = more;
  const imported =
    more.imported ??
    (file.endsWith('.cjs')
      ? `const { callModel } = require('./${file}');`
      : `import { callModel } from './call-model.js';`);
  const router = file.endsWith('.cjs')
    ? `const { routeModel } = require('./router');`
    : `import { routeModel } from './router.js';`;
  const config = { wrappers: [{ module: file, function: called, task }] };
  return caseOf(
    `${name}: ${task}`,
    `${imported}\n${call}`,
    expect,
    { 'taskroute.json': JSON.stringify(config), [file]: `${router}\n${definition}` },
    file.endsWith('.cjs') ? 'app.cjs' : 'app.ts',
  );
}
