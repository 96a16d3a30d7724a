import { decide, getTier, text } from './example-router.ts';

// In a generic function the tier is as open as the task: no single one of the three.
export function inside<Task extends string>(task: Task): void {
  const tier: 1 | 2 | 3 = getTier(task);
  const decided: 1 | 2 | 3 = decide(task).tier;
  // @ts-expect-error -- it may be 2 or 3
  const first: 1 = getTier(task);
  // @ts-expect-error -- it may be 1 or 3
  const second: 2 = getTier(task);
  // @ts-expect-error -- it may be 1 or 2
  const third: 3 = getTier(task);
  // @ts-expect-error -- it may be 2 or 3
  const decidedFirst: 1 = decide(task).tier;
  // @ts-expect-error -- it may be 3
  const raised: 2 = getTier(task, { atLeast: 'sonnet' });
  // @ts-expect-error -- it may be 1
  const lowered: 2 = decide(task, { atMost: 'sonnet' }).tier;
  void [tier, decided, first, second, third, decidedFirst, raised, lowered];
}

export function ofTwo<Task extends 'blog-post' | 'classification'>(task: Task): void {
  // @ts-expect-error -- 'blog-post' is of tier 3
  const first: 1 = getTier(task);
  // @ts-expect-error -- 'classification' is of tier 1
  const third: 3 = getTier(task);
  void [first, third];
}

// @ts-expect-error -- so it is for text
const first: 1 = getTier(text);
void first;
