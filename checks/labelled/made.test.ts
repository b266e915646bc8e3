import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { LabelledCase } from './case.ts';
import { bytesOf, loadCases, SETS } from './load.ts';
import { planted } from './planted.ts';
import { textsOf } from './texts-of.ts';

const CASES = (await Promise.all(SETS.map(loadCases))).flat();
const MADE = CASES.filter((item) => 'make' in item);
const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
afterAll(() => rmSync(folder, { recursive: true }));

const INSTALLED = new Set(['unzip', 'pdfinfo'].filter((program) => !spawnSync(program, ['-v']).error));

test('every case says what it is', () => {
  for (const item of CASES) {
    expect(item.id, item.id).toMatch(/^[a-z0-9-]+$/u);
    expect(item.id.startsWith(`${item.topic}-`), item.id).toBe(true);
    expect(['block', 'warn', 'pass'], item.id).toContain(item.verdict);
    expect([undefined, 'warn', 'none'], item.id).toContain(item.attachment);
    expect(typeof item.why === 'string' && typeof item.name === 'string', item.id).toBe(true);
    expect(['text', 'file', 'make'].filter((key) => key in item).length, item.id).toBe(1);
  }
});

test('no two cases share an id', () => {
  const ids = CASES.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('the id decides between the two older sets', async () => {
  const setOf = (id: string) => (Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 4), 16) % 3 ? 'tune' : 'held');
  for (const set of ['tune', 'held'] as const)
    expect((await loadCases(set)).map(({ id }) => id).filter((id) => setOf(id) !== set)).toEqual([]);
});

test('a recipe read from YAML has no number that JavaScript rounded', () => {
  const numbers = (value: unknown): number[] =>
    typeof value === 'number' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(numbers) : [];
  expect(MADE.filter((item) => numbers(item).some((value) => !Number.isSafeInteger(value) && value > 1e9)).map(({ id }) => id)).toEqual([]);
});

test('every file has bytes', async () => {
  for (const item of CASES.filter((item) => !('make' in item))) expect((await bytesOf(item)).length, item.id).toBeGreaterThan(0);
});

const FIRST_OF_KIND = new Map(MADE.map((item) => [item.make, item] as const).reverse()).values();

test.each([...FIRST_OF_KIND])('a made $make is the same when made again', async (item) => {
  expect(Buffer.compare(await bytesOf(item), await bytesOf(item))).toBe(0);
});

describe('a made file', () => {
  test.each(MADE)('$id opens, and holds what was planted', async (item) => {
    const bytes = await bytesOf(item);
    expect(bytes.length).toBeGreaterThan(0);
    await opens(item, bytes);
    const texts = textsOf(item, bytes);
    if (!texts) return;
    const missing = planted(item).filter(({ text, part }) => !texts.some((found) => part.test(found.part) && found.text.includes(text)));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });
});

const ZIPPED = new Set(['docx', 'xlsx', 'pptx', 'ofd', 'odt', 'zip']);

/** Asks programs that share nothing with the makers, where they are installed. */
async function opens(item: LabelledCase, bytes: Uint8Array): Promise<void> {
  if (!('make' in item)) return;
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  if (ZIPPED.has(item.make) && INSTALLED.has('unzip')) {
    const password = item.make === 'zip' && item.recipe.password ? ['-P', item.recipe.password] : [];
    expect(spawnSync('unzip', ['-tqq', ...password, path]).status).toBe(0);
  }
  if (item.make === 'pdf' && INSTALLED.has('pdfinfo')) {
    const { status, stdout, stderr } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`Pages: +${item.recipe.pages.length}\n`, 'u'));
  }
  if (item.make === 'image') {
    const { format, width } = await sharp(bytes).metadata();
    expect(format).toBe(item.recipe.format ?? 'png');
    expect(width).toBeGreaterThan(300);
  }
}
