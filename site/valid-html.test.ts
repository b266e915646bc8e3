import { createHash } from 'node:crypto';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { type Page, sampleSite } from './testing/site.ts';

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:recommended'],
  rules: {
    // Numbers are kept on one line by the style sheet; another hyphen could not be copied into a telephone.
    'tel-non-breaking': 'off',
  },
};

/** Pages looked at beside one of each kind; others every day, all with `PAGES=all`. */
const SAMPLE = 160;
const TURN = process.env.TURN ?? new Date().toISOString().slice(0, 10);
const hashOf = ({ path }: Page) => createHash('sha256').update(`${TURN} ${path}`).digest('hex');

test(`pages are valid HTML (turn ${TURN})`, async () => {
  const site = await sampleSite();
  const sample = [...site.pages].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)).slice(0, SAMPLE);
  const pages = process.env.PAGES === 'all' ? site.pages : new Set([...site.onePerKind(), ...sample]);
  const validator = new HtmlValidate(CONFIG);
  const errors: string[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { ruleId, message, selector } of messages) errors.push(`${path}: ${ruleId}: ${message} (${selector})`);
  }
  expect(errors).toEqual([]);
});
