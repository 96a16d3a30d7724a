import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository as it is linted: mostly code that knows no router. */
export const FILES = 1_000;
/** One file in so many imports the router. */
export const EVERY = 10;
const ROUTES = 100;

/** Writes a repository into a new folder. Shape: modules of some 130 lines that import each other, and one router. */
export function writeRepository(files: number = FILES): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-bench-')));
  write(join(root, 'package.json'), '{ "name": "fleet", "type": "module" }\n');
  write(join(root, 'src/router.ts'), routerOf(ROUTES));
  write(join(root, 'src/models.ts'), "export { routeModel as model, getTier } from './router.ts';\n");
  for (let index = 0; index < files; index++) write(join(root, pathOf(index)), moduleOf(index, files));
  return root;
}

/** A folder with a table of many routes, and one file that asks it. */
export function writeLargeTable(routes: number): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-bench-')));
  write(join(root, 'package.json'), '{ "name": "fleet", "type": "module" }\n');
  write(join(root, 'src/router.ts'), routerOf(routes));
  write(
    join(root, 'src/one.ts'),
    "import { routeModel } from './router.ts';\n\nexport const one = routeModel('domain-1/task-1');\n",
  );
  return root;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function routerOf(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `  '${taskOf(index)}': '${modelOf(index)}',`);
  return `import { defineRouter } from '@taskroute/router';

export const ROUTES = {
${lines.join('\n')}
} as const;

export const { routeModel, getTier, decide, tasks } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: ROUTES,
});
`;
}

function taskOf(index: number): string {
  return `domain-${String(index % 10)}/task-${String(index)}`;
}

function modelOf(index: number): string {
  return ['haiku', 'sonnet', 'opus'][index % 3] as string;
}

function pathOf(index: number): string {
  return `src/package-${String(index % 20)}/module-${String(index)}.ts`;
}

/** A service's module: imports of others and of Node, an interface, some functions with branches and loops. */
function moduleOf(index: number, files: number): string {
  const asks = index % EVERY === 0;
  const others = [1, 7, 31].map((step) => (index + step) % files);
  const imports = others.map((other) => `import { combine${String(other)} } from '../../${pathOf(other)}';`);
  const [from, name] = index % (2 * EVERY) === 0 ? ['router', 'routeModel'] : ['models', 'model'];
  return `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
${imports.join('\n')}
${asks ? `import { ${name} } from '../${from}.ts';\n` : ''}
export interface Item${String(index)} {
  readonly id: string;
  readonly weight: number;
  readonly parts?: readonly Item${String(index)}[];
}

${asks ? [0, 1, 2].map((step) => callOf(name, index, step)).join('\n') : ''}
${[0, 1, 2, 3, 4].map((step) => functionOf(index, step)).join('\n')}
export function combine${String(index)}(items: readonly Item${String(index)}[]): number {
  const others = [${others.map((other) => `combine${String(other)}`).join(', ')}];
  return items.reduce((sum, item) => sum + total${String(index)}_0(item, 0), others.length);
}
`;
}

function callOf(name: string, index: number, step: number): string {
  const [first, second] = [taskOf((index + step) % ROUTES), taskOf((index + step + 50) % ROUTES)];
  return `export function ask${String(index)}_${String(step)}(isLong: boolean): string {
  return isLong ? ${name}('${first}') : ${name}(isLong ? '${first}' : '${second}', { atLeast: 'sonnet' });
}
`;
}

function functionOf(index: number, step: number): string {
  const own = `${String(index)}_${String(step)}`;
  return `export function total${own}(item: Item${String(index)}, depth: number): number {
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

export function describe${own}(item: Item${String(index)}, folder: string): string {
  const { id, weight, parts = [] } = item;
  const names = parts.filter((part) => part.weight > weight).map((part) => \`\${part.id}:\${String(part.weight)}\`);
  try {
    const text = readFileSync(join(folder, \`\${id}.txt\`), 'utf8');
    return [text.trim(), ...names].join(', ');
  } catch (error) {
    return error instanceof Error ? error.message : id;
  }
}
`;
}
