import { calledIn, type RouterCall } from '@taskroute/source';
import { EMPTY } from './suspicion.ts';

/**
 * The erased calls of a file that have become calls of nothing.
 *
 * Shape: a call is told by the name that it calls. Of a name there may be other calls of nothing, written so in the file; one
 * more of them in what the file became is a call that lost its task.
 */
export function callsThatLost(erased: readonly RouterCall[], written: string, compiled: string): readonly RouterCall[] {
  // Ranges do not count a byte order mark.
  const text = written.replace(/^\uFEFF/, '');
  const others = withoutCalls(text, erased);
  const lost = new Map<string, boolean>();
  return erased.filter(({ node }) => {
    const name = /([\w$]+)\W*$/.exec(text.slice(...calledIn(node).range))?.[1];
    if (name === undefined) return false;
    let isLost = lost.get(name);
    if (isLost === undefined) lost.set(name, (isLost = emptyCallsOf(name, compiled) > emptyCallsOf(name, others, ':')));
    return isLost;
  });
}

function withoutCalls(text: string, calls: readonly RouterCall[]): string {
  let kept = text;
  for (const { node } of calls) {
    const [start, end] = node.range;
    kept = kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end);
  }
  return kept;
}

/**
 * How often a name is called with nothing, be it with types or without. What stands behind the call may say that it is none: a
 * body is that of a method or a getter, which has its type before it as long as there are types.
 */
function emptyCallsOf(name: string, text: string, noCall = '{'): number {
  const own = name.replaceAll('$', String.raw`\$`);
  const call = String.raw`(?<![\w$])${own}(?:\s*<[^;]*?>)?[\s)!\]]*(?:\?\.)?\s*${EMPTY}(?!\s*\{|[${noCall}])`;
  return [...text.matchAll(new RegExp(call, 'g'))].length;
}
