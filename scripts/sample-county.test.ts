import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { checkLibrary } from '../checks/engine/check-library.ts';
import { checkSite } from '../checks/engine/check-site.ts';
import { Examiners } from '../checks/engine/examiners.ts';
import { toSource } from '../cms/library/content.ts';
import type { Source, SourceFile } from '../cms/library/source.ts';
import { sampleSite } from '../site/testing/site.ts';

const CONTENT = fileURLToPath(new URL('../content/', import.meta.url));
const state = mkdtempSync(join(tmpdir(), 'gongkai-sample-'));
const examiners = new Examiners();
afterAll(() => {
  examiners.close();
  rmSync(state, { recursive: true, force: true });
});

/** The sample county with its pictures blank: looking for text in them takes minutes. Nothing else is left out. */
async function withoutPictures(): Promise<Source> {
  const source = toSource({ folder: CONTENT });
  const side = { width: 8, height: 8 };
  const blank = new Map<string, Uint8Array>([
    [
      '.jpg',
      await sharp({ create: { ...side, channels: 3, background: 'white' } })
        .jpeg()
        .toBuffer(),
    ],
    ['.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')],
  ]);
  function* read(files: readonly SourceFile[]) {
    let at = 0;
    for (const bytes of source.read(files)) yield blank.get(extname(files[at++]!.path)) ?? bytes;
  }
  return Object.create(source, { read: { value: read } });
}

test('no rule has anything against the sample county on the day it is written for', async () => {
  // One will do: those that take long are looked for in other tests.
  const canaries = join(state, 'canaries');
  mkdirSync(canaries);
  cpSync('checks/engine/canaries/watermark.docx', join(canaries, 'watermark.docx'));
  const { findings, waived, known, files } = await checkLibrary(
    { source: await withoutPictures(), state, today: '2026-11-26', examiners },
    canaries,
  );
  expect(findings.map(({ file, where, message, rule }) => `${file} ${where} ${message}（${rule}）`)).toEqual([]);
  expect({ waived, known }).toEqual({ waived: [], known: [] });
  expect(files).toBeGreaterThan(1000);
}, 300_000);

test('no rule on pages has anything against the site that is built of it', async () => {
  const site = await sampleSite();
  const { findings, files } = await checkSite(site.root);
  expect(findings.map(({ file, where, message, rule }) => `${file} ${where} ${message}（${rule}）`)).toEqual([]);
  expect(files).toBe(site.pages.length);
}, 120_000);

test('every picture of the sample county is whole', async () => {
  const pictures = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jpg'));
  expect(pictures.length).toBeGreaterThan(100);
  for (const name of pictures) await expect(sharp(join(CONTENT, name)).resize({ width: 64 }).toBuffer(), name).resolves.toBeDefined();
});
