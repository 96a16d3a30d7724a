import { ROUTER_PACKAGE } from './resolve.ts';
import { look, textAt, type Session } from '../session.ts';

/**
 * Whether a module exports a name as a function, told by its text: a function leads to no router, and most of what files import
 * is one. Nothing is parsed.
 *
 * Errors: none. False where the text alone cannot tell: the name is then looked up in the tree.
 */
export function isPlainFunction(session: Session, file: string, name: string): boolean {
  const stamp = look(session, file);
  if (stamp === null || file === session.hosted) return false;
  const { glances } = session.caches;
  let glance = glances.get(file);
  if (glance?.stamp !== stamp) glances.set(file, (glance = { stamp, plain: new Map() }));
  let isPlain = glance.plain.get(name);
  if (isPlain === undefined) {
    const text = textAt(session, file);
    isPlain = typeof text === 'string' && exportsFunction(text, name);
    glance.plain.set(name, isPlain);
  }
  return isPlain;
}

const EXPORT_FUNCTION = /(?:^|\n)export (?:async )?function\*? ?$/;

/** Shape: `export function name` at the start of a line that is code. */
function exportsFunction(text: string, name: string): boolean {
  for (let at = text.indexOf(`function ${name}`); at >= 0; at = text.indexOf(`function ${name}`, at + 1)) {
    const start = at + 'function '.length;
    if (/[\w$]/.test(text.charAt(start + name.length))) continue;
    if (EXPORT_FUNCTION.test(text.slice(Math.max(0, start - 40), start)))
      return !isInComment(text, at) && !isInTemplate(text, at) && !text.includes(ROUTER_PACKAGE);
  }
  return false;
}

function isInComment(text: string, at: number): boolean {
  const opened = text.lastIndexOf('/*', at);
  return opened >= 0 && text.lastIndexOf('*/', at) < opened + 2;
}

/** Whether the backticks before it leave a template open: one in a comment may say so wrongly. */
function isInTemplate(text: string, end: number): boolean {
  let isOpen = false;
  for (let at = text.indexOf('`'); at >= 0 && at < end; at = text.indexOf('`', at + 1))
    if (text[at - 1] !== '\\') isOpen = !isOpen;
  return isOpen;
}
