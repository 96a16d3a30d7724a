import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How many modules an application has, of some 8 kB each. */
export const MODULES = 500;
/** One module in so many asks the router. */
export const EVERY = 100;
/** The lines of its table. */
export const ROUTES = 100;

/** How its calls are written. */
export type Form = 'value' | 'erased';

/** Hands out a new folder in which the workspace's packages are installed, and removes it afterwards. */
export async function inFolder<Value>(use: (root: string) => Value | Promise<Value>): Promise<Value> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-bench-')));
  try {
    write(root, 'package.json', '{ "name": "app", "type": "module" }\n');
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(root, 'node_modules'));
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Writes an application: modules that import each other, one router, and an entry that uses them all. */
export function writeApp(root: string, form: Form): string {
  write(root, 'router.ts', routerOf(ROUTES));
  for (let index = 0; index < MODULES; index++) write(root, nameOf(index), moduleOf(index, form));
  const modules = Array.from({ length: MODULES }, (_, index) => index);
  const imports = modules.map((index) => `import { combine${String(index)} } from './${nameOf(index)}';`);
  const calls = modules.map((index) => `combine${String(index)}([])`);
  return write(root, 'main.ts', `${imports.join('\n')}\n\nconsole.log([${calls.join(', ')}].join());\n`);
}

/** Writes a program of one call that a table of many lines answers. */
export function writeOneCall(root: string, routes: number): string {
  write(root, 'router.ts', routerOf(routes));
  return write(
    root,
    'one.ts',
    "import { routeModel } from './router.ts';\n\nconsole.log(routeModel<'domain-1/task-1'>());\n",
  );
}

export function write(root: string, name: string, text: string): string {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function routerOf(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `  '${taskOf(index)}': '${modelOf(index)}',`);
  return `import { defineRouter } from '@taskroute/router';

export const { routeModel } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: {
${lines.join('\n')}
  },
});
`;
}

function taskOf(index: number): string {
  return `domain-${String(index % 10)}/task-${String(index)}`;
}

function modelOf(index: number): string {
  return ['haiku', 'sonnet', 'opus'][index % 3] as string;
}

function nameOf(index: number): string {
  return `module-${String(index)}.ts`;
}

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Imports, those that ask with the AI SDK among them, an interface, functions with branches, loops and generic calls, as there are in every file of TypeScript. */
function moduleOf(index: number, form: Form): string {
  const asks = index % EVERY === 0;
  const own = String(index);
  const others = [1, 7, 31].map((step) => (index + step) % MODULES);
  const imports = others.map((other) => `import { combine${String(other)} } from './${nameOf(other)}';`);
  const task = `'${taskOf(index % ROUTES)}'`;
  const sums = STEPS.map(
    (step) => `total${own}_${String(step)}(item, 0) + describe${own}_${String(step)}(item, '').length`,
  );
  return `${imports.join('\n')}
${asks ? "import { generateText } from 'ai';\nimport { routeModel } from './router.ts';\n" : ''}
export interface Item${own} {
  readonly id: string;
  readonly weight: number;
  readonly parts?: readonly Item${own}[];
}

${asks ? askOf(own, form === 'value' ? `routeModel(${task})` : `routeModel<${task}>()`) : ''}
${STEPS.map((step) => functionsOf(own, step)).join('\n')}
export function combine${own}(items: readonly Item${own}[]): string {
  const others = [${others.map((other) => `combine${String(other)}`).join(', ')}];
  const sum = items.reduce<number>((total, item) => total + ${sums.join(' + ')}, others.length);
  return String(sum)${asks ? ` + String(ask${own})` : ''};
}
`;
}

/** What such a module is there for. */
function askOf(module: string, call: string): string {
  return `export async function ask${module}(prompt: string): Promise<string> {
  const { text } = await generateText({ model: ${call}, prompt });
  return text;
}
`;
}

function functionsOf(module: string, step: number): string {
  const own = `${module}_${String(step)}`;
  return `export function total${own}(item: Item${module}, depth: number): number {
  let sum = item.weight * ${String(step + 1)};
  const seen = new Map<string, number>();
  for (const part of item.parts ?? []) {
    const before = seen.get(part.id) ?? 0;
    if (before > 2 || depth > ${String(step + 4)}) continue;
    seen.set(part.id, before + 1);
    sum += total${own}(part, depth + 1);
  }
  return sum;
}

export function describe${own}(item: Item${module}, folder: string): string {
  const { id, weight, parts = [] } = item;
  const names = parts.filter((part) => part.weight > weight).map((part) => \`\${part.id}:\${String(part.weight)}\`);
  return [folder.trim(), id, ...names].join(', ');
}
`;
}
