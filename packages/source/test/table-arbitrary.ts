import fc from 'fast-check';

/** One line of a written table, and the pieces of text that are its own. */
interface WrittenLine {
  readonly task: string;
  readonly model: string;
  /** Key, colon and value. */
  readonly code: string;
  readonly value: string;
  /** A comment on lines of its own above it; empty where there is none. */
  readonly above: string;
  /** A comment behind it, on its line. */
  readonly beside: string;
  /** Whether no other line of the table stands on its line of the text. */
  readonly own: boolean;
}

/** A router, and how its table is written. */
export interface WrittenTable {
  readonly files: Readonly<Record<string, string>>;
  /** The file in which the lines stand. */
  readonly file: string;
  readonly lines: readonly WrittenLine[];
  /** Lines that stand elsewhere and are spread in. */
  readonly spread: readonly (readonly [task: string, model: string])[];
}

export const MODELS = ['haiku', 'sonnet', 'opus', 'a"b', "it's"];

const NAMES = [
  'contract',
  'blog-post',
  '42',
  'content/teaser',
  'content/*',
  "it's",
  'caf\u00e9',
  'constructor',
  'a b',
  '$x',
  'in',
];

const quoted = (mark: string, text: string): string =>
  mark + JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`) + mark;

const mark = fc.constantFrom("'", "'", '"');
const isName = (key: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) || /^\d+$/.test(key);

function keyText(task: string, index: number, style: number, quotes: string): string {
  if (style === 0 && isName(task)) return task;
  if (style === 1) return `[${quoted('`', task)}]`;
  if (style === 2) return `[K${String(index)}]`;
  if (style === 3) return quoted(quotes, task).replace('o', '\\u006f');
  return quoted(quotes, task);
}

function valueText(model: string, style: number, quotes: string): string {
  if (style === 0) return quoted('`', model);
  if (style === 1) return `M[${quoted(quotes, model)}]`;
  if (style === 2) return `${quoted(quotes, model)} as const`;
  if (style === 3) return `(${quoted(quotes, model)})`;
  return quoted(quotes, model);
}

const line = fc.record({
  model: fc.constantFrom(...MODELS),
  key: fc.nat(9),
  value: fc.nat(12),
  quotes: mark,
  above: fc.constantFrom('', '', '', '// above #', '/* above\n     # */'),
  beside: fc.constantFrom('', '', ' // beside #', ' /* beside # */'),
  breaks: fc.constantFrom(true, true, true, false),
  blank: fc.constantFrom(false, false, true),
});

interface Style {
  readonly indent: string;
  readonly lineBreak: string;
  readonly bom: boolean;
  readonly comma: boolean;
  readonly suffix: string;
  readonly spread: 'none' | 'first' | 'last';
  readonly kind: 'ts' | 'cjs' | 'json';
}

const style = fc.record<Style>({
  indent: fc.constantFrom('  ', '\t', '    '),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  comma: fc.boolean(),
  suffix: fc.constantFrom('', ' as const', ' as const satisfies Record<string, string>'),
  spread: fc.constantFrom('none', 'none', 'first', 'last'),
  kind: fc.constantFrom('ts', 'ts', 'ts', 'cjs', 'json'),
});

export const writtenTable: fc.Arbitrary<WrittenTable> = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 8 })
  .chain((names) =>
    fc.record({ names: fc.constant(names), lines: fc.array(line, { minLength: 8, maxLength: 8 }), style }),
  )
  .map(({ names, lines, style: how }) => written(names, lines.slice(0, names.length), how));

type LineStyle = typeof line extends fc.Arbitrary<infer Of> ? Of : never;

function written(names: readonly string[], styles: readonly LineStyle[], how: Style): WrittenTable {
  const isJson = how.kind === 'json';
  const isTyped = how.kind === 'ts';
  const lines = styles.map((each, index): WrittenLine => {
    const task = names[index] ?? '';
    const value = isJson
      ? JSON.stringify(each.model)
      : valueText(each.model, !isTyped && each.value === 2 ? 9 : each.value, each.quotes);
    const key = isJson ? JSON.stringify(task) : keyText(task, index, each.key, each.quotes);
    const isBroken = each.breaks && !isJson;
    const breaks = (at: number): boolean => isJson || styles[at]?.breaks !== false;
    return {
      own: breaks(index) && breaks(index + 1),
      task,
      model: each.model,
      value,
      code: `${key}: ${value}`,
      above: isBroken ? each.above.replace('#', String(index)) : '',
      beside: isBroken ? each.beside.replace('#', String(index)) : '',
    };
  });
  const parts = lines.map((each, index) => {
    const breaks = styles[index]?.breaks === true || isJson;
    const isLast = index === lines.length - 1;
    const comma = isLast && (isJson || (!how.comma && how.spread !== 'last')) ? '' : ',';
    const lead = breaks
      ? `\n${styles[index]?.blank === true ? '\n' : ''}${each.above === '' ? '' : `${how.indent}${each.above}\n`}${how.indent}`
      : ' ';
    // What follows a comment to the end of its line has to stand on the next one.
    const isBefore = lines[index + 1] !== undefined && styles[index + 1]?.breaks !== true && !isJson;
    const beside = isBefore && each.beside.startsWith(' //') ? '' : each.beside;
    return { text: `${lead}${each.code}${comma}${beside}`, beside };
  });
  const spread = isJson || how.spread === 'none' ? [] : ([['from/base', 'haiku']] as const);
  const first = how.spread === 'first' && spread.length > 0 ? `\n${how.indent}...BASE,` : '';
  const last = how.spread === 'last' && spread.length > 0 ? `\n${how.indent}...BASE${how.comma ? ',' : ''}` : '';
  const object = `{${first}${parts.map(({ text }) => text).join('')}${last}\n}`;
  const kept = lines.map((each, index) => ({ ...each, beside: parts[index]?.beside ?? '' }));
  const finish = (text: string): string => (how.bom ? '\uFEFF' : '') + text.replaceAll('\n', how.lineBreak);
  return {
    files: filesOf(object, names, how, finish),
    file: isJson ? 'routes.json' : isTyped ? 'router.ts' : 'router.cjs',
    lines: kept,
    spread,
  };
}

function filesOf(
  object: string,
  names: readonly string[],
  how: Style,
  finish: (text: string) => string,
): WrittenTable['files'] {
  const models = JSON.stringify(MODELS);
  const head = `const M = { ${MODELS.map((model) => `${JSON.stringify(model)}: ${JSON.stringify(model)}`).join(', ')} } as const;
${names.map((name, index) => `const K${String(index)} = ${JSON.stringify(name)};`).join('\n')}
const BASE = { 'from/base': 'haiku' } as const;
`;
  const config = (routes: string) => `defineRouter({ tiers: ${models}, default: 'haiku', routes: ${routes} })`;
  if (how.kind === 'json')
    return {
      'routes.json': finish(object),
      'router.ts': `import { defineRouter } from '@taskroute/router';\nimport ROUTES from './routes.json' with { type: 'json' };\nexport const router = ${config('ROUTES')};\n`,
    };
  if (how.kind === 'cjs')
    return {
      'router.cjs': finish(
        `const { defineRouter } = require('@taskroute/router');\n${head.replaceAll(' as const', '')}const ROUTES = ${object};\nmodule.exports = { router: ${config('ROUTES')} };\n`,
      ),
    };
  return {
    'router.ts': finish(
      `import { defineRouter } from '@taskroute/router';\n${head}export const ROUTES = ${object}${how.suffix};\nexport const router = ${config('ROUTES')};\n`,
    ),
  };
}
