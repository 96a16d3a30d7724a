/** What one measurement has shown. */
export interface Reach {
  readonly what: string;
  readonly figure: string;
  readonly isReached: boolean;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
}

/** The mean of the least third. */
export function least(values: readonly number[]): number {
  const kept = [...values].sort((one, other) => one - other).slice(0, Math.ceil(values.length / 3));
  return kept.reduce((sum, each) => sum + each, 0) / kept.length;
}

export function times<Value>(count: number, measure: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, index) => measure(index));
}

export function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
