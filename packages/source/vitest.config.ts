import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'source', include: ['test/**/*.test.ts'], testTimeout: 60_000 } });
