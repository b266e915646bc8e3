import { defineConfig } from 'vitest/config';
import { keepInMemory } from './scripts/testing/keep-in-memory.ts';
import { LongestFirst } from './scripts/testing/longest-first.ts';

keepInMemory();

/** They share what takes long to load or make: the rules, the office, the sample county's pages, the models of OCR. */
const SHARED = [
  'site/{*,body/**/*}.test.ts',
  'checks/{*,{reading,text,report,rules}/**/*}.test.ts',
  'cms/{calendar,import,model,library}/**/*.test.ts',
  'cms/office/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Only for what hangs: how long a test takes depends on what else the machine does.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    maxWorkers: 2,
    unstubEnvs: true,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: ['{cms,checks,site,scripts}/**/*.test.ts'], exclude: SHARED } },
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
    ],
  },
});
