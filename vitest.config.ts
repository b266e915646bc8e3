import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Only for what hangs: how long a test takes depends on what else the machine does.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'others', include: ['{cms,checks,scripts}/**/*.test.ts'] } },
      // They share the sample county's pages, which take long to build and to parse.
      { extends: true, test: { name: 'site', include: ['site/**/*.test.ts'], isolate: false } },
    ],
  },
});
