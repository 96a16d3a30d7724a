import fc from 'fast-check';

/** A program with one erased call, and where that stands. */
export interface ErasedProgram {
  readonly text: string;
  /** The offset of the callee. */
  readonly at: number;
  readonly task: string;
}

const SPACE = [' ', '  ', '\t', '\v', '\f', '\u00a0', '\ufeff', '\u2003', '\u3000'];
const LINE_BREAK = ['\n', '\r\n', '\r', '\u2028', '\u2029'];
const COMMENT = ['/**/', '/* < > ( ) */', "/* routeModel<'x'>() */", '/* 🦊\n */', '// > (\n', "// '<\r\n", '//\u2028'];

const trivia = fc
  .array(fc.constantFrom(...SPACE, ...LINE_BREAK, ...COMMENT), { maxLength: 3 })
  .map((parts) => parts.join(''));
/** Without line breaks, which would end a statement or a restricted production. */
const flat = fc.array(fc.constantFrom(...SPACE, '/**/', '/* > ( */'), { maxLength: 2 }).map((parts) => parts.join(''));

/** Texts with whatever a text can hold, as their type and their value are both written. */
const written = fc.string({ unit: 'grapheme', maxLength: 12 }).chain((task) =>
  fc.constantFrom("'", '"', '`').map((mark) => {
    const escaped = JSON.stringify(task).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`);
    return { task, type: mark + (mark === '`' ? escaped.replaceAll('${', '\\${') : escaped) + mark };
  }),
);
const constant = fc.constantFrom(
  { task: 'blog-post', type: 'typeof TASK' },
  { task: 'blog-post', type: 'typeof TASKS.blog' },
  { task: 'blog-post', type: "(typeof TASKS)['blog']" },
  { task: 'blog-post', type: '`blog-${"post"}`' },
  { task: 'blog-post', type: '`${typeof KEY}-post`' },
);

const callee = fc.constantFrom(
  'routeModel',
  '(routeModel)',
  'all.routeModel',
  'router["routeModel"]',
  'router?.routeModel',
  'pick',
  'route\\u004dodel',
  'getTier',
  'decide',
);

const around = fc.constantFrom<readonly [string, string]>(
  ['', ';'],
  ['x = ', '\n'],
  ['`${', '}`'],
  ['[', ', 1 < 2, 3 > (4)]'],
  ['f(', '! as string)'],
  ['() => { return ', '.length }'],
  ['a < b ? ', ' : "<\'x\'>()"'],
  ["/<'/.test(", ')'],
);

export const erasedProgram: fc.Arbitrary<ErasedProgram> = fc
  .record({
    before: fc.array(fc.constantFrom('let a, b, f, x;', "'🦊';", '/* é */', '\r\n', '// <x>()\n'), { maxLength: 4 }),
    called: callee,
    what: fc.oneof(written, constant),
    around,
    chain: fc.constantFrom('', '?.'),
    gaps: fc.tuple(trivia, trivia, trivia, trivia, flat),
  })
  .map(({ before, called, what, around: [head, tail], chain, gaps: [a, b, c, d, e] }) => {
    const start = `${before.join('')}\n${head}`;
    const text = `${start}${called}${chain === '' ? e : ''}${chain}<${a}${what.type}${b}>${c}(${d})${tail}`;
    return { text, at: start.length, task: what.task };
  });

/** Space that TypeScript's scanner takes for space, and JavaScript does not. */
const strange = fc.constantFrom('', '\u0085', '\u200b', '\u1680');

/** One erased call whose task is the name of a type, so that only its brackets and parentheses tell what it is. */
export const namedProgram: fc.Arbitrary<string> = fc
  .record({
    called: callee,
    around,
    gaps: fc.tuple(trivia, trivia, trivia, trivia, strange),
    way: fc.constantFrom('plain', 'parentheses', 'optional', 'not null'),
  })
  .map(({ called, around: [head, tail], gaps: [a, b, c, d, e], way }) => {
    const types = `<${a}Alias${b}>`;
    const call = `${c}${e}(${d})`;
    const ways: Readonly<Record<string, string>> = {
      plain: `${called}${types}${call}`,
      parentheses: `(${called}${types}${a})${call}`,
      optional: `${called}${types}${e}?.${call}`,
      'not null': `(${called}${types})!${e}(${d})`,
    };
    return `let a, b, f, x;\n${head}${ways[way] ?? ''}${tail}`;
  });

/** Pieces of which most programs are none, and some are erased calls in ways that nobody thought of. */
export const soup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('routeModel', 'router.', '<', "'blog-post'", '>', '(', ')', '()', '>()'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('typeof ', 'TASK', 'Alias', '?.', '!', ';', ',', '=', '=>', '`', '"', '/', '*'),
      },
      { weight: 1, arbitrary: trivia },
      {
        weight: 1,
        arbitrary: fc.constantFrom("routeModel<'blog-post'>", 'routeModel<typeof TASK>', ' as any', '[', ']'),
      },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
