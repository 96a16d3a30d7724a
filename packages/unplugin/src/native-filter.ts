/**
 * Which texts a host that is written in Rust hands over at all: those that may hold an erased call, and few others. To hand a
 * module over to JavaScript costs more than what is done with it there; a host that runs JavaScript asks `mayNeedLowering` alone.
 *
 * Shape: whatever `mayNeedLowering` has to see, but in a scanner's terms: no looking around, no reference back. So type
 * arguments that nest deeper than three times count as a hit, and a space that only TypeScript knows is any space.
 */
export const MAY_NEED_LOWERING: RegExp = typedCalls();

function typedCalls(): RegExp {
  const space = String.raw`[\s\u0085\u180e\u200b]`;
  const comment = String.raw`/\*[\s\S]*?\*/|//[^\n\r\u2028\u2029]*[\n\r\u2028\u2029]`;
  const trivia = `(?:${space}|${comment})*`;
  // A task that is written out, in whichever place.
  const written = String.raw`<(?:${space}|\()*(?:['"\x60/]|typeof)`;

  // What ends as a callee may: a name, but for those behind \`new\` and \`function\`, or what no name is.
  const name = String.raw`[\w$]+`;
  const keyword = '(?:await|case|default|delete|do|else|extends|in|instanceof|of|return|throw|typeof|void|yield)';
  const before = String.raw`(?:^|[^\w$.\s]|[^\w$\s]${space}*\.|[\n\r\u2028\u2029]|(?:^|[^\w$.])${keyword}${space})${space}*`;
  const member = String.raw`(?:${name}${space}*\.${space}*)*`;
  const callee = String.raw`(?:${before}${member}${name}|[)\]!.?/\u0080-\uffff])${trivia}`;

  const text = String.raw`'[^'\n]*'|"[^"\n]*"|\x60[^\x60]*\x60`;
  const plain = String.raw`[^<>;(){}'"\x60/]|=>|/|${text}|${comment}`;
  const nested = (inner: string): string => `(?:${plain}|<${inner}>)*`;
  const types = nested(nested(nested(`(?:${plain})*`)));
  const deep = String.raw`<[^>;]*<[^>;]*<[^>;]*<`;

  // What is handed in, where it is neither plainly a value nor a parameter.
  const argument = String.raw`(?:[^\s\w$'"\x60\[(]|${name}${space}*(?:[^\w$\s:=?]|=[^>]|\?[^:]|$)|${name}${space}+[\w$])`;
  const called = String.raw`(?:${space}|[)!]|\?\.|${comment})*\(${space}*${argument}`;

  // Types with brackets in them are told from their end.
  const bracketed = String.raw`[)}](?:${types}>)*${types}`;
  return new RegExp(`${written}|${deep}|(?:${callee}<${types}|${bracketed})>${called}`);
}
