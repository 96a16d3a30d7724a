/** What one measurement has shown. */
export interface Reach {
  readonly what: string;
  readonly figure: string;
  readonly isReached: boolean;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
}

export function times<Value>(count: number, measure: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, index) => measure(index));
}

export function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
