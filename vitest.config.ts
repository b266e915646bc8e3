import { defineConfig } from 'vitest/config';

/** They only read and reckon, and share what takes long to make: the sample county's pages, the models of OCR. */
const SHARED = ['site/{*,body/**/*}.test.ts', 'checks/{reading,text,calendar}/**/*.test.ts', 'cms/{import,model}/**/*.test.ts'];

export default defineConfig({
  test: {
    // Only for what hangs: how long a test takes depends on what else the machine does.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: ['{cms,checks,site,scripts}/**/*.test.ts'], exclude: SHARED } },
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
    ],
  },
});
