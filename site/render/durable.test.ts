import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeDurable, syncEach } from './durable.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-durable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(join(folder, 'kept', 'inner'), { recursive: true });
  writeFileSync(join(folder, 'kept', 'index.html'), '<p>');
  writeFileSync(join(folder, 'kept', 'inner', 'entry.mjs'), 'export {}');
  symlinkSync('../elsewhere', join(folder, 'kept', 'child'), 'dir');
});

test('whatever can lie in a release can be waited for file by file', () => {
  expect(() => syncEach(folder, ['kept'])).not.toThrow();
});

test('a machine without the program that waits for all at once waits file by file', () => {
  vi.stubEnv('PATH', folder);
  try {
    expect(() => makeDurable(folder, ['kept'])).not.toThrow();
    // Only what looks into the directories notices that there is none of this name.
    expect(() => makeDurable(folder, ['missing'])).toThrow('ENOENT');
  } finally {
    vi.unstubAllEnvs();
  }
});
