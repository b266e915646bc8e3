import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { signedSite } from './testing/signed-site.ts';
import { builtSite, type Page, sampleSite } from './testing/site.ts';

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:recommended'],
  rules: {
    // Numbers are kept on one line by the style sheet; another hyphen could not be copied into a telephone.
    'tel-non-breaking': 'off',
  },
};
const validator = new HtmlValidate(CONFIG);

/** Pages looked at beside one of each kind: others every day, or all with `PAGES=all`. */
const SAMPLE = 120;
const TURN = process.env.TURN ?? new Date().toISOString().slice(0, 10);
const hashOf = ({ path }: Page) => createHash('sha256').update(`${TURN} ${path}`).digest('hex');

async function errorsIn(pages: Iterable<Page>): Promise<string[]> {
  const errors: string[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { ruleId, message, selector } of messages) errors.push(`${path}: ${ruleId}: ${message} (${selector})`);
  }
  return errors;
}

test(`pages are valid HTML (turn ${TURN})`, async () => {
  const site = await sampleSite();
  const sample = [...site.pages].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)).slice(0, SAMPLE);
  expect(await errorsIn(process.env.PAGES === 'all' ? site.pages : new Set([...site.onePerKind(), ...sample]))).toEqual([]);
});

test('so are the public records of what an office did, and the pages that lead to them', async () => {
  expect(await errorsIn((await signedSite()).pages)).toEqual([]);
});

test('so are those of a county that has hardly anything yet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bare-'));
  writeCounty(join(folder, 'content'), makeCounty());
  const { pages } = await builtSite({ folder: join(folder, 'content') }, join(folder, 'out'));
  expect(await errorsIn(pages)).toEqual([]);
  rmSync(folder, { recursive: true });
});
