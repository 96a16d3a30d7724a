import { createProject } from '@taskroute/source';
import { mayHoldErasedCall } from '@taskroute/source/guard';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAY_NEED_LOWERING } from '../src/native-filter.ts';
import { mayCallWithTypes } from '../src/typed-call.ts';
import { SERVICE } from './workshop.ts';

test.each([
  'const seen = new Map<string, number>();',
  'const seen = new collections.Ordered<Item>(options);',
  'export function pick<Item>(items: readonly Item[]): Item | null { return null; }',
  'export default function <Item>(items: Item): Item { return items; }',
  "const [name, setName] = useState<string>('');",
  'const list = useRef<HTMLElement | null>(null);',
  'const same = <Item>(item: Item): Item => item;',
  'const all = list.reduce<readonly string[]>((sum, each) => [...sum, each], []);',
  'interface Picker { <Item>(items: Item): Item }',
])('nothing here can be an erased call: %s', (text) => {
  expect(mayHoldErasedCall(text)).toBe(true);
  expect(mayCallWithTypes(text)).toBe(false);
  // Words are told apart in JavaScript alone.
  expect(MAY_NEED_LOWERING.test(text)).toBe(text.includes('(null)'));
});

const TYPES = [
  "'blog-post'",
  ' "blog-post" ',
  '(`blog-post`)',
  'typeof TASK',
  '/* a */ typeof TASK',
  'Task',
  "'a' | 'b'",
  'Map<string, () => void>',
];
const CALLEES = [
  'routeModel',
  'router.routeModel',
  '(routeModel)',
  "router['routeModel']",
  'routeModel!',
  'routeModel?.',
  'new Map().routeModel',
  '\u{72}outeModel',
  'größeΩ',
  'make(new Map<string, number>()).routeModel',
];
const BETWEEN = ['', ' ', '\n', '/* > */', '// <\n', '// new\n', '\u2028', '// >\r'];
const CALLS = [
  '()',
  '( )',
  '(/* none */)',
  "({ atLeast: 'opus' })",
  '(options)',
  '(...[])',
  '(flag ? { atLeast } : {})',
];
const BEFORE = [
  'const made = new Made\nreturn ',
  'new Made;',
  'const model = ',
  'x = new Map<string, number>();\n',
  'return ',
  'a < b, ',
  '',
  'if (a > (b)) ',
];

test('whatever is lowered, or cannot be, is seen', () => {
  const project = createProject({ root: SERVICE });
  const file = join(SERVICE, 'any.ts');
  let found = 0;
  const piece = (items: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...items);
  fc.assert(
    fc.property(
      piece(BEFORE),
      piece(CALLEES),
      piece(BETWEEN),
      piece(TYPES),
      piece(BETWEEN),
      piece(CALLS),
      (before, callee, one, type, other, call) => {
        const expression = `${callee}${one}<${type}>${other}${call}`;
        const text = `import * as router from './router.ts';\nimport { routeModel } from './router.ts';\nconst TASK = 'blog-post';\nconst größeΩ = routeModel;\nfunction f() { ${before}${expression}; }\n`;
        const { calls, faults } = project.lower({ file, text });
        found += calls + faults.length;
        expect(calls + faults.length > 0 && !mayCallWithTypes(text) ? text : null).toBeNull();
        expect(calls + faults.length > 0 && !MAY_NEED_LOWERING.test(text) ? text : null).toBeNull();
      },
    ),
    { numRuns: 1_500 },
  );
  expect(found).toBeGreaterThan(300);
});

test.each(['>/*', '>//', '> ', '<a>(', 'a<b>//\n', 'x.y<T>(z) '])(
  'a text of nothing but %j costs no more than a parse',
  (piece) => {
    const text = piece.repeat(100_000);
    const start = performance.now();
    mayCallWithTypes(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
);
