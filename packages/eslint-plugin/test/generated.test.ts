import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../scripts/generate.ts';

test.each(generate().map((each) => [relative(process.cwd(), each.file), each] as const))(
  '%s says what the rules say of themselves',
  (_file, { is, shouldBe }) => {
    expect(is).toBe(shouldBe);
  },
);
