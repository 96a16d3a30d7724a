/** Things by the file they stand in, in their order. */
export function byFile<Thing extends { readonly file: string }>(
  things: readonly Thing[],
): readonly (readonly [string, readonly Thing[]])[] {
  const files = new Map<string, Thing[]>();
  for (const thing of things) {
    const here = files.get(thing.file);
    if (here === undefined) files.set(thing.file, [thing]);
    else here.push(thing);
  }
  return [...files];
}
