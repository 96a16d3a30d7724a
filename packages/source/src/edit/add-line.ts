import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { quoteWith } from '../finding/quote.ts';
import type { RouteEntry, RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import type { Module } from '../text/parse.ts';
import { isAt, lineNodeOf } from './line-node.ts';
import { modelEdit } from './model-text.ts';
import { isName, quotesBelow, rangeOf, textOfNode } from './node-text.ts';
import { unreadPart } from './sole-line.ts';
import { lineBreakAt, surroundingsOf } from './surroundings.ts';
import { tableObjectOf, type TableObject } from './table-object.ts';
import { isNoEdit, type Edited, type NoEdit, type TextEdit } from './text-edit.ts';

/** Writes a line for a task: behind the last one of its model, or else of the table, in the way of those that are there. */
export function addLine(session: Session, router: RouterSource, task: string, model: string): Edited {
  const unread = unreadPart(router);
  if (unread !== null) return unread;
  const own = router.routes.find((entry) => entry.task === task);
  if (own !== undefined) return { reason: 'the table has a line for it', place: own.place };
  const table = objectFor(session, router, task, model);
  if (isNoEdit(table)) return table;
  const { module, object } = table;
  const anchor = anchorOf(table, router, model);
  const text = `${keyText(table, task)}: ${valueText(session, table, anchor, model)}`;
  return anchor === null ? [firstLine(module, object, text)] : lineAfter(module, object, anchor, text);
}

/** A table may be put together of several objects: a task stands with those of its domain, or else in the table itself. */
function objectFor(session: Session, router: RouterSource, task: string, model: string): TableObject | NoEdit {
  const { routes } = router;
  const objectOf = (entry: RouteEntry | undefined): TableObject | null => {
    const line = entry === undefined ? null : lineNodeOf(session, entry);
    return line === null || isNoEdit(line) ? null : line;
  };
  const domain = domainOf(task);
  const ofDomain = domain === '' ? null : objectOf(routes.findLast((each) => domainOf(each.task) === domain));
  if (ofDomain !== null) return ofDomain;
  const table = tableObjectOf(session, router);
  const hasLines = !isNoEdit(table) && table.object.properties.some(({ type }) => type === AST_NODE_TYPES.Property);
  if (hasLines) return table;
  return objectOf(routes.findLast((each) => each.model === model)) ?? table;
}

function domainOf(task: string): string {
  return task.slice(0, Math.max(0, task.lastIndexOf('/')));
}

/** The line to write behind; null in an empty table. */
function anchorOf({ module, object }: TableObject, { routes }: RouterSource, model: string) {
  const lineOf = (entry: RouteEntry) =>
    entry.place.file === module.file
      ? object.properties.find(
          (each) => each.type === AST_NODE_TYPES.Property && isAt(rangeOf(module, each.key), entry.place),
        )
      : undefined;
  const lines = routes.flatMap((entry) => (entry.model === model ? (lineOf(entry) ?? []) : []));
  return lines.sort((one, other) => one.range[0] - other.range[0]).at(-1) ?? object.properties.at(-1) ?? null;
}

/** Quoted where it has to be, or where the table quotes what need not be. */
function keyText({ module, object }: TableObject, task: string): string {
  const isPlain = object.properties.some(
    (each) => each.type === AST_NODE_TYPES.Property && !each.computed && each.key.type === AST_NODE_TYPES.Identifier,
  );
  return isPlain && isName(task) ? task : quoteWith(quotesOf(module, object), task);
}

function quotesOf(module: Module, object: TSESTree.ObjectExpression): string {
  return quotesBelow(module, object);
}

/** As the line before it says its model, casts included. */
function valueText(
  session: Session,
  { module, object }: TableObject,
  anchor: TSESTree.ObjectLiteralElement | null,
  model: string,
): string {
  const plain = quoteWith(quotesOf(module, object), model);
  if (anchor?.type !== AST_NODE_TYPES.Property || anchor.shorthand || anchor.method || anchor.kind !== 'init')
    return plain;
  const edit = modelEdit({ session, module }, { module, object, property: anchor }, model);
  if (edit === null) return plain;
  const value = textOfNode(module, anchor.value);
  const start = rangeOf(module, anchor.value)[0];
  return value.slice(0, edit.range[0] - start) + edit.text + value.slice(edit.range[1] - start);
}

function lineAfter(module: Module, object: TSESTree.ObjectExpression, anchor: TSESTree.Node, text: string): Edited {
  const { range, ownLine, commaAfter } = surroundingsOf(module, object, anchor);
  const insert = (at: number, written: string): TextEdit => ({ file: module.file, range: [at, at], text: written });
  if (ownLine === null) return [insert(range[1], `, ${text}`)];
  const [start, end] = ownLine;
  const indent = module.text.slice(start, range[0]);
  const lineBreak = lineBreakAt(module.text, end);
  if (commaAfter !== null) return [insert(end, `${lineBreak}${indent}${text},`)];
  const line = `${lineBreak}${indent}${text}`;
  return end === range[1] ? [insert(end, `,${line}`)] : [insert(range[1], ','), insert(end, line)];
}

/** Into an object that has none: on a line of its own, but for an object that stands on one line with comments. */
function firstLine(module: Module, object: TSESTree.ObjectExpression, text: string): TextEdit {
  const [start, end] = rangeOf(module, object);
  const inner = module.text.slice(start + 1, end - 1);
  const lineStart = module.text.slice(0, start).search(/[^\n\r\u2028\u2029]*$/);
  const indent = /^[ \t]*/.exec(module.text.slice(lineStart))?.[0] ?? '';
  const lineBreak = /\r\n|[\n\r]/.exec(module.text)?.[0] ?? '\n';
  const comma = module.json ? '' : ',';
  const at = end - 1;
  if (inner.trim() === '') {
    const written = `${lineBreak}${indent}  ${text}${comma}${lineBreak}${indent}`;
    return { file: module.file, range: [start + 1, at], text: written };
  }
  const close = /[\n\r][ \t]*$/.exec(inner);
  if (close === null) return { file: module.file, range: [at, at], text: `${inner.endsWith(' ') ? '' : ' '}${text} ` };
  const before = at - close[0].length + 1;
  return { file: module.file, range: [before, before], text: `${indent}  ${text}${comma}${lineBreak}` };
}
