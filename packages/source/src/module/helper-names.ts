import type { Helper } from './helper.ts';

const NONE: Helper = { effects: [], answers: null, wraps: false };
const WRAPS: Helper = { ...NONE, answers: 0, wraps: true };
const MERGES: Helper = { ...NONE, effects: [{ kind: 'copies', from: 'rest', to: 0 }], answers: 0 };

/** The helpers that compilers import, and write under these names: without what compilers differ in, `_` and capitals. */
const HELPERS: ReadonlyMap<string, Helper> = new Map([
  ['importdefault', WRAPS],
  ['importstar', WRAPS],
  ['toesm', WRAPS],
  ['interoprequiredefault', WRAPS],
  ['interoprequirewildcard', WRAPS],
  ['interopdefault', WRAPS],
  ['interopdefaultlegacy', WRAPS],
  ['interopdefaultcompat', WRAPS],
  ['interopnamespace', WRAPS],
  ['interopnamespacedefault', WRAPS],
  ['interopnamespacecompat', WRAPS],
  ['tocommonjs', { ...NONE, answers: 0 }],
  ['rewriterelativeimportextension', { ...NONE, answers: 0 }],
  ['exportstar', { ...NONE, effects: [{ kind: 'copies', from: 0, to: 1 }], answers: 0 }],
  ['export', { ...NONE, effects: [{ kind: 'getters', from: 1, to: 0 }] }],
  [
    'reexport',
    {
      ...NONE,
      effects: [
        { kind: 'copies', from: 1, to: 0 },
        { kind: 'copies', from: 1, to: 2 },
      ],
    },
  ],
  ['createstarexport', { ...NONE, effects: [{ kind: 'copies', from: 0, to: 'exports' }] }],
  ['createbinding', { ...NONE, effects: [{ kind: 'names', from: 1, key: 2, to: 0, name: 3 }] }],
  ['createnamedexportfrom', { ...NONE, effects: [{ kind: 'names', from: 0, key: 2, to: 'exports', name: 1 }] }],
  ['assign', MERGES],
  ['extends', MERGES],
  ['objectspread', MERGES],
  ['objectspreadprops', MERGES],
]);

/** The helper of a name: `__exportStar`, `_export_star`, `@swc/helpers/_/_export_star`, `@babel/runtime/helpers/objectSpread2`. */
export function helperNamed(name: string): Helper | null {
  if (!/^_|^@(?:swc|babel)\//.test(name)) return null;
  const last = name.split('/').at(-1) ?? name;
  const plain = last.replace(/\.[cm]?js$|[\d_$]+/g, '').toLowerCase();
  return HELPERS.get(plain) ?? null;
}
