import stringWidth from 'string-width';

/** A text in so many characters of a terminal: its end is cut, and for a path, whose end matters, its beginning. */
export function cut(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  if (stringWidth(text) <= width) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  while (characters.length > 0 && stringWidth(characters.join('')) > width - 1) {
    if (side === 'start') characters.shift();
    else characters.pop();
  }
  return side === 'start' ? `…${characters.join('')}` : `${characters.join('')}…`;
}
