export { lowerBuilt, type LoweredBuilt } from './built/lower-built.ts';
export type { WrittenFile } from './built/built-map.ts';
export { fillPairs, isBlanked, pairCalls, type Original, type Pair, type Pairing } from './built/fill.ts';
export { shiftedMappings, withInsertions, type Insertion } from './built/insertions.ts';
export { inlineMapOf, type InlineMap } from './built/source-map.ts';
