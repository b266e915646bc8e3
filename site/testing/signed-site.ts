import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { toDay } from '../../cms/office/store/clock.ts';
import { TestOffice } from '../../cms/office/store/testing/test-office.ts';
import { makeOfficeHistory } from '../../cms/office/workflow/testing/office-history.ts';
import { builtSite, type Page, type Site } from './site.ts';

/** What a unit owes and has said nothing about: the sample county has no such duty, and the checks would rightly warn of it. */
const OPEN = {
  id: 'budget',
  name: '部门预算',
  domain: '财政预决算',
  basis: [{ law: '中华人民共和国预算法', article: '第十四条' }],
  elements: ['预算表'],
  owners: ['department'],
  clock: { kind: 'days', days: 20 },
  proof: ['disclosure', 'nil-statement'],
};

let signed: Promise<Site> | undefined;

/** A small site whose repository has a signed history with everything that an office does, once for all test files that a process runs. */
export const signedSite = () => (signed ??= buildSigned());

async function buildSigned(): Promise<Site> {
  const office = new TestOffice({ many: true });
  process.once('exit', () => office[Symbol.dispose]());
  mkdirSync(join(office.options.content, 'catalogue'));
  writeFileSync(join(office.options.content, 'catalogue/finance.yaml'), dump([OPEN]));
  const store = await office.open();
  await makeOfficeHistory(store);
  await store.close();
  const content = { repository: office.options.repository, revision: 'refs/heads/main' };
  return builtSite(content, join(office.place, 'site'), toDay(new Date()));
}

/** Pages of a signed site that others have not, or otherwise: the record, entries that lead to it, and what is owed. */
export const signedPages = ({ pages }: Site): Page[] => pages.filter(({ kind }) => /^(?:record|entry|platform unit duty)\b/u.test(kind));
