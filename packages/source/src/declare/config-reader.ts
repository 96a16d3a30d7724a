import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { gapAt, type Gap } from '../text/gap.ts';
import { nearest } from '../text/nearest.ts';
import { placeOf, type Module } from '../text/parse.ts';

/** What reads a configuration's text: it notes everything that is wrong, and goes on. */
export interface Reader {
  readonly module: Module;
  readonly findings: Gap[];
}

export function createReader(module: Module): Reader {
  return { module, findings: [] };
}

/** What was noted, in the order of the text. */
export function said({ findings }: Reader): readonly Gap[] {
  return [...findings].sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Notes a sentence about the file, without its subject. */
function say({ module, findings }: Reader, node: TSESTree.Node, reason: string): null {
  findings.push(gapAt(placeOf(module, node), reason));
  return null;
}

export type Fields = Readonly<Record<string, TSESTree.Node | undefined>>;

/** The fields of an object by their names. A name that is not among `names` is said. */
export function fieldsOf(
  reader: Reader,
  node: TSESTree.ObjectExpression,
  names: readonly string[],
  where: string,
): Fields {
  const fields: Record<string, TSESTree.Node> = {};
  const inside = where === '' ? '' : ` in ${where}`;
  for (const { name, key, value } of linesOf(reader, node, where)) {
    if (names.includes(name)) fields[name] = value;
    else say(reader, key, `has no field ${JSON.stringify(name)}${inside}${insteadOf(name, names)}`);
  }
  return fields;
}

interface Line {
  readonly name: string;
  readonly key: TSESTree.Node;
  readonly value: TSESTree.Node;
}

/** The lines of an object. */
export function linesOf(reader: Reader, node: TSESTree.ObjectExpression, where: string): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const property of node.properties) {
    // The text has been parsed as JSON: it has no other lines, and no element that is left out.
    const text = property.type === AST_NODE_TYPES.Property ? textIn(property.key) : null;
    if (text === null || property.type !== AST_NODE_TYPES.Property) continue;
    if (lines.has(text)) {
      say(reader, property.key, `has ${pathOf(where, text)} twice; drop one`);
    } else {
      lines.set(text, { name: text, key: property.key, value: property.value });
    }
  }
  return [...lines.values()];
}

function insteadOf(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === null ? `; write one of ${names.join(', ')}` : ` (did you mean ${JSON.stringify(near)}?)`;
}

export function listOf<Item>(
  reader: Reader,
  node: TSESTree.Node | undefined,
  where: string,
  read: (reader: Reader, node: TSESTree.Node, where: string) => Item | null,
): readonly Item[] {
  if (node === undefined) return [];
  if (node.type !== AST_NODE_TYPES.ArrayExpression) {
    wrong(reader, node, where, 'a list');
    return [];
  }
  return node.elements.flatMap((element, index) => {
    return element === null ? [] : (read(reader, element, `${where}[${String(index)}]`) ?? []);
  });
}

/** A field that is a text; null where it is none, which is said. */
export function textOf(
  reader: Reader,
  owner: TSESTree.Node,
  fields: Fields,
  name: string,
  where: string,
): string | null {
  const node = fields[name];
  if (node === undefined) return lacks(reader, owner, name, where, 'a string');
  const text = textIn(node);
  return text === null || text === '' ? wrong(reader, node, pathOf(where, name), 'a string that is not empty') : text;
}

/** A field that is a list of texts; null where it is none, which is said. */
export function textsOf(
  reader: Reader,
  owner: TSESTree.Node,
  fields: Fields,
  name: string,
  where: string,
): readonly string[] | null {
  const node = fields[name];
  if (node === undefined) return lacks(reader, owner, name, where, 'a list of strings');
  if (node.type !== AST_NODE_TYPES.ArrayExpression || node.elements.length === 0)
    return wrong(reader, node, pathOf(where, name), 'a list of strings, one at least');
  return textsIn(reader, node, pathOf(where, name));
}

/** The texts of a list; null where one of its elements is none: each such element is said. */
export function textsIn(reader: Reader, node: TSESTree.ArrayExpression, where: string): readonly string[] | null {
  const texts = node.elements.map((element, index) => {
    const text = element === null ? null : textIn(element);
    if (text !== null && text !== '') return text;
    return wrong(reader, element ?? node, `${where}[${String(index)}]`, 'a string that is not empty');
  });
  const known = texts.filter((text) => text !== null);
  return known.length === texts.length ? known : null;
}

export function textIn(node: TSESTree.Node): string | null {
  return node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' ? node.value : null;
}

function lacks(reader: Reader, owner: TSESTree.Node, name: string, where: string, what: string): null {
  return say(reader, owner, `lacks ${JSON.stringify(name)} in ${where}; write ${what}`);
}

/** Notes that something stands where something else has to. */
export function wrong(reader: Reader, node: TSESTree.Node, where: string, what: string): null {
  return say(reader, node, `has ${kindOf(node)} as ${where}; write ${what}`);
}

function pathOf(where: string, name: string): string {
  const isPlain = /^[$\w]+$/.test(name);
  if (!isPlain) return `${where}[${JSON.stringify(name)}]`;
  return where === '' ? name : `${where}.${name}`;
}

function kindOf(node: TSESTree.Node): string {
  switch (node.type) {
    case AST_NODE_TYPES.ObjectExpression:
      return 'an object';
    case AST_NODE_TYPES.ArrayExpression:
      return node.elements.length === 0 ? 'an empty list' : 'a list';
    case AST_NODE_TYPES.Literal:
      if (node.value === '') return 'an empty string';
      return typeof node.value === 'string' || typeof node.value === 'number'
        ? `a ${typeof node.value}`
        : String(node.value);
    default:
      return 'what is no JSON';
  }
}
