import { caseOf, ROUTER_COMMONJS, says, unsure, type CallCase } from './case.ts';

const TYPO = [says(2, 'typo', 'default')];
const COMMONJS = { 'models.cjs': ROUTER_COMMONJS };

/** A module whose name is put together, or that is loaded past its mock. */
const LOADED: readonly CallCase[] = [
  caseOf(
    'require of what is resolved first',
    `const { routeModel } = require(require.resolve('./models.cjs'));\nrouteModel('typo');`,
    TYPO,
    COMMONJS,
    'app.cjs',
  ),
  caseOf(
    'require of a path in a constant',
    `const path = require.resolve('./models.cjs'); const models = require(path);\nmodels.routeModel('typo');`,
    TYPO,
    COMMONJS,
    'app.cjs',
  ),
  ...[
    ['the text of a URL', `new URL('./router.ts', import.meta.url).href`],
    ['a URL', `new URL('./router.ts', import.meta.url)`],
    ['a URL as a text', `String(new URL('router.ts', import.meta.url))`],
    ['a URL in a template', '`${new URL("./router.ts", import.meta.url)}`'],
    ['what is resolved first', `import.meta.resolve('./router.ts')`],
    ['the folder of the file', '`${import.meta.dirname}/router.ts`'],
  ].map(([name = '', specifier = '']) =>
    caseOf(
      `import of ${name}`,
      `const { routeModel } = await import(${specifier});\nrouteModel('typo');`,
      TYPO,
      {},
      'app.js',
    ),
  ),
  caseOf(
    'import of a URL in a constant',
    `const url = new URL('./router.ts', import.meta.url); const models = await import(url.href);\nmodels.routeModel('typo');`,
    TYPO,
    {},
    'app.js',
  ),
  ...[
    ['vi.importActual', `await vi.importActual('./router.js')`],
    ['vi.importActual of a type', `await vi.importActual<typeof import('./router.js')>('./router.js')`],
    ['jest.requireActual', `jest.requireActual('./router.js')`],
  ].map(([name = '', module = '']) =>
    caseOf(name, `import { vi, jest } from 'runner'; const { routeModel } = ${module};\nrouteModel('typo');`, TYPO),
  ),
  caseOf(
    'a mock that hands the module on',
    `vi.mock('./router.js', async () => ({ ...(await vi.importActual('./router.js')), decide: vi.fn() }));`,
    [],
  ),
];

const DEFINED = `defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { 'blog-post': 'opus' } })`;
const IMPORT = `import { defineRouter } from '@taskroute/router';\n`;

/** A router that is made when it is first asked for. */
const LAZY: readonly CallCase[] = [
  ['??=', `return (router ??= ${DEFINED});`],
  ['a test', `if (!router) router = ${DEFINED}; return router;`],
  ['||', `return (router = router || ${DEFINED});`],
].flatMap(([name = '', body = '']) => [
  caseOf(
    `a router that is made once, by ${name}`,
    `${IMPORT}let router: any; function getRouter() { ${body} }\ngetRouter().routeModel('typo'); getRouter().routeModel('blog-post');`,
    [says(3, 'typo', 'default'), says(3, 'blog-post', 'route')],
  ),
  caseOf(
    `a router that is made once, by ${name}, for whoever asks`,
    `${IMPORT}let router: any; export function getRouter() { ${body} }`,
    [unsure(2)],
  ),
]);

export const LOADED_AND_LAZY: readonly CallCase[] = [...LOADED, ...LAZY];
