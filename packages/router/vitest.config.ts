import { fileURLToPath } from 'node:url';
import { defineProject } from 'vitest/config';

export default defineProject({
  // The package's own map leads to what was built; the tests of the sources want the source.
  resolve: { alias: { '#platform': fileURLToPath(new URL('src/platform-node.ts', import.meta.url)) } },
  test: { name: 'router', include: ['test/**/*.test.ts'], testTimeout: 60_000 },
});
