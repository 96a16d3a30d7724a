import { describe, expect, test } from 'vitest';
import { nearTasks } from '../src/near-tasks.ts';
import { FLEET } from './fleet.ts';

/** The names near a task among a few. */
function near(task: string, names: readonly string[], limit?: number): readonly string[] {
  const routes = Object.fromEntries(names.map((name) => [name, 'haiku']));
  return nearTasks({ ...FLEET, routes }, task, limit);
}

describe('a slip of one key', () => {
  test.each([
    ['two letters swapped', 'blog-psot'],
    ['two letters swapped at the start', 'lbog-post'],
    ['a letter left out', 'blog-pst'],
    ['the first letter left out', 'log-post'],
    ['a letter too many', 'blog-postt'],
    ['a wrong letter', 'blog-pest'],
    ['a wrong first letter', 'glog-post'],
    ['a capital letter', 'Blog-post'],
  ])('%s is recognised', (_what, task) => {
    expect(near(task, ['blog-post', 'classification'])).toEqual(['blog-post']);
  });
});

describe('how near is near', () => {
  test('up to a third of the longer name may differ, no more', () => {
    expect(near('abcdefxyz', ['abcdefghi'])).toEqual(['abcdefghi']);
    expect(near('abcdewxyz', ['abcdefghi'])).toEqual([]);
    expect(near('abcdef', ['abcdefghi'])).toEqual(['abcdefghi']);
    expect(near('abcde', ['abcdefghi'])).toEqual([]);
    expect(near('abcdefghi', ['abcdef'])).toEqual(['abcdef']);
    expect(near('abcdefghi', ['abcde'])).toEqual([]);
  });

  test('in a name too short for a third, one letter may', () => {
    expect(near('ab', ['ac', 'cd'])).toEqual(['ac']);
    expect(near('a', ['ab'])).toEqual(['ab']);
    expect(near('', ['a', 'bc'])).toEqual(['a']);
  });

  test('a swap counts as one difference, not two', () => {
    expect(near('abdc', ['abcd'])).toEqual(['abcd']);
    expect(near('badc', ['abcd'])).toEqual([]);
  });

  test('a swap is of both letters: one that only moved is two differences', () => {
    expect(near('xyzba', ['xyzab'])).toEqual(['xyzab']);
    expect(near('xyzca', ['xyzab'])).toEqual([]);
    expect(near('xyzbc', ['xyzab'])).toEqual([]);
  });

  test('only neighbours can be swapped', () => {
    expect(near('cba', ['abc'])).toEqual([]);
    expect(near('abcxe', ['axcbe'])).toEqual([]);
    expect(near('xaby', ['yabx'])).toEqual([]);
  });

  test('nothing is near to what is like nothing', () => {
    expect(near('quarterly-report', ['blog-post', 'classification'])).toEqual([]);
  });
});

describe('the answer', () => {
  test('has the nearest first, whatever the order of the table', () => {
    expect(near('abcdefghi', ['abcdefxyz', 'abcdefghx', 'abcdefgyz'], 3)).toEqual([
      'abcdefghx',
      'abcdefgyz',
      'abcdefxyz',
    ]);
  });

  test('keeps the order of the table among equals', () => {
    expect(near('abcdefghi', ['abcdefghz', 'abcdefgha', 'abcdefghm'], 3)).toEqual([
      'abcdefghz',
      'abcdefgha',
      'abcdefghm',
    ]);
  });

  test('has one name, or as many as are asked for', () => {
    const names = ['abcdefghx', 'abcdefghy', 'abcdefghz'];
    expect(near('abcdefghi', names)).toHaveLength(1);
    expect(near('abcdefghi', names, 2)).toHaveLength(2);
    expect(near('abcdefghi', names, 9)).toHaveLength(3);
    expect(near('abcdefghi', names, 0)).toEqual([]);
  });

  test('never has the key of a domain', () => {
    expect(near('content/x', ['content/*'])).toEqual([]);
    expect(near('content/*', ['content/*', 'content/x'])).toEqual(['content/x']);
  });

  test('never has the task itself', () => {
    expect(near('blog-post', ['blog-post', 'blog-posts'], 2)).toEqual(['blog-posts']);
  });
});

describe('very long names', () => {
  test('a task of a hundred letters is compared, a longer one is no slip', () => {
    const name = 'n'.repeat(100);
    expect(near(`${'n'.repeat(99)}x`, [name])).toEqual([name]);
    expect(near(`${'n'.repeat(100)}x`, [name])).toEqual([]);
  });

  test('a megabyte against 10,000 names costs nothing', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `task-${String(index)}`);
    const start = performance.now();
    expect(near('x'.repeat(1_000_000), names)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
