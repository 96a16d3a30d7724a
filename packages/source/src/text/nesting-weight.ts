/**
 * What nests weighs on the parser, which works on the machine's own stack: too much ends the process, in a worker thread at some
 * 1,000 functions in one another, 2,000 `else if`, 10,000 `!` or 40,000 `+`.
 */
export const WEIGHT = { bracket: 80, chain: 40, prefix: 4, operator: 1, most: 40_000 } as const;
