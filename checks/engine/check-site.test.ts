import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checkSite } from './check-site.ts';

const CASES = fileURLToPath(new URL('../rules/page/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('folders that a release shares by links are read, also through the link to the present release', async () => {
  const release = join(folder, 'release');
  cpSync(join(CASES, 'footer/cases/bad-two-codes'), release, { recursive: true });
  cpSync(join(release, 'notices'), join(folder, 'store'), { recursive: true });
  rmSync(join(release, 'notices'), { recursive: true });
  symlinkSync(join(folder, 'store'), join(release, 'notices'));
  symlinkSync(release, join(folder, 'current'));
  const checked = await checkSite(join(folder, 'current'));
  expect(checked.files).toBe(3);
  expect(checked.findings.filter(({ rule }) => rule === 'page/footer').map(({ file }) => file)).toEqual([
    'notices/index.html',
    'notices/index.html',
  ]);
});

test('several threads say what one says', async () => {
  const many = join(folder, 'many');
  cpSync(join(CASES, 'footer/cases/bad-two-codes'), many, { recursive: true });
  const notice = readFileSync(join(many, 'notices/index.html'));
  mkdirSync(join(many, 'list'));
  for (let n = 1; n <= 450; n++) writeFileSync(join(many, `list/${n}.html`), notice);
  const { findings, files } = await checkSite(many);
  const footer = findings.filter(({ rule }) => rule === 'page/footer');
  expect(files).toBe(453);
  expect(new Set(footer.map(({ file }) => file)).size).toBe(451);
  expect(footer.map(({ file }) => file)).toEqual(footer.map(({ file }) => file).sort());
});

test.each(['nowhere', '.'])('a folder without a built site is refused: %s', async (name) => {
  await expect(checkSite(join(folder, name))).rejects.toThrow(/没有建好的网站|打不开/u);
});
