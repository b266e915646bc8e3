import type { AddressInfo } from 'node:net';
import { parseXml } from '@rgrove/parse-xml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toHash } from '../cms/form/testing/steps.ts';
import { types } from '../cms/model/types/index.ts';
import { dangersIn, frameOf } from '../cms/office/attacks/testing/dangers-in.ts';
import { build } from '../site/render/build.ts';
import { launch } from '../site/testing/chromium.ts';
import { find, parse, textOf } from '../site/testing/document.ts';
import { harmIn, ownOf } from '../site/testing/harm.ts';
import { Site } from '../site/testing/site.ts';
import { HostileOffice } from './hostile/hostile-office.ts';
import { ENDINGS, TEXTS } from './hostile/texts.ts';
import { FILES, fittingValues, type Known, PICTURE, wildValues } from './hostile/values.ts';
import { serve } from './serve.ts';
import { today } from './today.ts';

/** What is right below the body of each page, beside navigation. */
const FRAME = ['a', 'header', 'main', 'footer'];
/** What some pages of the portal have there as well. */
const BESIDE_FRAME = new Set(['nav', 'aside', 'section']);
/** Longest wait for anything in a browser, in milliseconds. */
const PATIENCE = 90_000;
const ROUNDS = [0, 1];
const KNOWN: Known = { unit: 'school', column: '', duty: 'duty', topic: 'spring', entry: '990101003/202603-00001' };

let office: HostileOffice;
/** Folder of the entry of each type that holds what no form would send, and of that which is published. */
const wild = new Map<string, string>();
const sound = new Map<string, string>();
beforeAll(async () => {
  office = await HostileOffice.open();
});
afterAll(() => office?.close());

const toPath = (folder: string) => folder.slice('entries/'.length);

async function save(folder: string, values: Record<string, unknown>) {
  const answer = await office.save(folder, values, { [FILES.image]: PICTURE, [FILES.attachment]: 'hit()' });
  expect([folder, answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([folder, 200, '']);
}

/** A page of the office, in which nothing runs and out of which nothing breaks. */
async function expectHarmless(path: string, answer: Response): Promise<string> {
  const text = await answer.text();
  expect([path, answer.status, dangersIn(text), frameOf(text)]).toEqual([path, 200, [], FRAME]);
  return text;
}

/** The public site as it is now, in which nothing runs and out of whose places nothing breaks. */
async function harmlessPortal(): Promise<Site> {
  await build({ content: { repository: office.repository, revision: 'main' }, out: office.out, today: today() });
  const portal = new Site(office.out);
  for (const page of portal.pages.filter(({ kind }) => kind !== 'redirect')) {
    const { document, path, html } = page;
    expect([path, harmIn(document, ownOf(page)), frameOf(html).filter((name) => !BESIDE_FRAME.has(name))]).toEqual([path, [], FRAME]);
    for (const script of find(document, 'script').map(textOf)) if (script !== '') expect(() => JSON.parse(script), path).not.toThrow();
  }
  const of = (extension: string) => portal.files.filter((file) => file.endsWith(extension));
  for (const path of of('.xml')) expect(() => parseXml(portal.text(path)), path).not.toThrow();
  for (const path of of('.json')) expect(() => portal.json(path), path).not.toThrow();
  return portal;
}

/** A draft as a reviewer sees it, as a citizen would, and as the form gets it. */
async function expectHarmlessDraft(folder: string) {
  const path = `/desk/change/${toPath(folder)}`;
  await expectHarmless(path, await office.get('school-review', path));
  const preview = await office.get('school-review', `/desk/preview/${await office.version(folder)}/${toPath(folder)}`);
  const document = parse(await preview.text());
  const [head] = find(document, 'head');
  const harm = harmIn(document, new Set([...ownOf({ document, path }), ...find(head!, 'style')]));
  expect([folder, harm.filter((each) => !PICTURES.test(each))]).toEqual([folder, []]);
  expect(preview.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'.*; sandbox$/u);
  const opened = await office.get('school-editor', `/api/content/entry?folder=${folder}`);
  expect([opened.status, opened.headers.get('Content-Type')]).toEqual([200, 'application/json']);
  return document;
}
/** Pictures that a preview holds in itself. */
const PICTURES = /^data:image\/(?:png|svg\+xml);base64,[\w+/=]+$/u;

test.each(types)('$name: any text in any field, of whatever kind, is only ever text', async (type) => {
  const folder = await office.begin(type.name);
  wild.set(type.name, folder);
  await save(folder, wildValues(type));
  await expectHarmlessDraft(folder);
  const refused = await office.tell('school-editor', 'submit', { folder, version: await office.version(folder) });
  expect(refused.status).toBe(422);
  const { findings } = await refused.json();
  for (const { message } of findings) expect(message).toMatch(/\p{Script=Han}.*。$/su);
});

describe.each(ROUNDS)('round %i', (round) => {
  const titles: unknown[] = [];

  test.each(types)('$name: hostile texts in every field go through desk, preview and publication as texts', async (type) => {
    const folder = sound.get(type.name) ?? (await office.begin(type.name));
    sound.set(type.name, folder);
    const values = fittingValues(type, round, { ...KNOWN, column: `of-${type.columns[0]}` });
    titles.push(values.title);
    await save(folder, values);
    const preview = await expectHarmlessDraft(folder);
    expect(textOf(find(preview, 'h1')[0])).toBe(values.title);
    const submitted = await office.tell('school-editor', 'submit', { folder, version: await office.version(folder) });
    expect([submitted.status, (await submitted.json()).findings]).toEqual([200, undefined]);
    const signed = await expectHarmless('/desk/sign', await office.publish(folder));
    expect(signed).toMatch(/已发布|网上已改成这一版/u);
    const path = `/desk/published/${toPath(folder)}`;
    await expectHarmless(path, await office.get('school-review', path));
  });

  test('pages, lists, feeds, maps and data of the portal hold them as texts', async () => {
    const { pages } = await harmlessPortal();
    expect(pages.filter(({ kind }) => kind.startsWith('entry')).map(({ document }) => textOf(find(document, 'h1')[0]))).toEqual(
      expect.arrayContaining(titles),
    );
  });
});

test('the reason of a withdrawal is a text at the desk and on the public page', async () => {
  const folder = sound.get('notice')!;
  const reason = ENDINGS.join(' ');
  const approver = await office.as('school-approval');
  expect((await approver.form('/desk/withdraw', { folder, version: await office.version(folder), reason })).status).toBe(303);
  const path = `/desk/published/${toPath(folder)}`;
  await expectHarmless(path, await approver.get(path));
  const { pages } = await harmlessPortal();
  expect(pages.filter(({ document }) => textOf(find(document, 'main')[0]).includes(reason)).map(({ kind }) => kind)).toEqual([
    'entry notice',
    'record file',
  ]);
});

test('lists and logs of the office hold them as texts', async () => {
  const paths = ['/', '/desk/', '/desk/published', `/desk/published?q=${encodeURIComponent('<x-evil>')}`];
  for (const path of paths) await expectHarmless(path, await office.get('school-review', path));
  for (const path of ['/desk/', '/desk/?unit=school', '/office/audit']) await expectHarmless(path, await office.get('county-office', path));
});

test('nothing runs and nothing is fetched in a browser, even without the policies that forbid it', async () => {
  const [browser, portal] = await Promise.all([launch(), serve(office.out, 0)]);
  try {
    const context = await browser.newContext({ bypassCSP: true });
    context.setDefaultTimeout(PATIENCE);
    const hits: string[] = [];
    await context.exposeBinding('hit', ({ page }) => hits.push(page.url()));
    context.on('request', (request) => {
      if (new URL(request.url()).host === 'evil.example') hits.push(request.url());
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => dialog.dismiss());
    await page.setContent(`<textarea>${TEXTS.join('')}`);
    await expect.poll(() => hits.length).toBeGreaterThan(1);
    hits.length = 0;

    const { cookies } = await office.as('school-editor');
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: office.url })));
    const visit = async (address: string, shown = 'h1') => {
      await page.goto(address, { waitUntil: 'load' });
      await page.locator(shown).filter({ visible: true }).first().waitFor();
      await page.mouse.move(300, 400);
      expect([address, hits]).toEqual([address, []]);
    };
    await visit(`${office.url}edit`, '[placeholder=检索标题]');
    for (const type of ['guide', 'annual-report']) await visit(`${office.url}edit#/${toHash(wild.get(type)!)}`, '.gk-body');
    await visit(`${office.url}edit#/collections/school_guide`, 'text=<x-evil>');
    for (const path of [`change/${toPath(wild.get('guide')!)}`, `published/${toPath(sound.get('guide')!)}`, ''])
      await visit(`${office.url}desk/${path}`);
    const origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
    const seen = new Site(office.out).pages.filter(({ kind }) => /^home|^list 工作动态|^entry (?:guide|letter|annual-report)/u.test(kind));
    expect(seen.length).toBeGreaterThan(5);
    for (const { path } of seen) await visit(`${origin}${path}`);
    for (const words of ['x-evil', '<img/src/onerror=hit()>'])
      await visit(`${origin}/search/?q=${encodeURIComponent(words)}`, '#hits .item-title');
  } finally {
    await browser.close();
    portal.closeAllConnections();
    portal.close();
  }
});
