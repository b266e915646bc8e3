import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEntry, makeCounty, toColumns, toUnit, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { LONG_PAGE } from './lists.ts';
import { build } from './render/build.ts';
import { launch, visit } from './testing/chromium.ts';
import { attribute, find, type Node, parse, textOf } from './testing/document.ts';
import { type Page, type Site, sampleSite } from './testing/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-platform-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site: Site;
let pages: Map<string, Page>;
beforeAll(async () => {
  site = await sampleSite();
  pages = new Map(site.pages.map((page) => [page.path, page]));
});

const linksOf = (node: Node) => find(node, 'a').map((link) => ({ text: textOf(link), href: attribute(link, 'href') ?? '' }));
const mainOf = (path: string) => find(pages.get(path)!.document, 'main')[0]!;
/** Text without white space. */
const wordsOf = (node: Node | undefined) => textOf(node).replace(/\s+/gu, '');
/** Homes of units, and the county's. */
const homes = () => ['/', ...[...pages.keys()].filter((path) => /^\/(?:dept|town|util)\/[^/]+\/$/u.test(path))];

test('every unit has the platform in one form, found from its pages, with the parts in their order', () => {
  const wrong: string[] = [];
  for (const home of homes()) {
    const base = `${home}disclosure/`;
    const parts = ['guide/', 'rules/', '', 'reports/', 'request/'].map((part) => base + part);
    if (!linksOf(pages.get(home)!.document).some(({ href }) => href === base)) wrong.push(`${home} does not lead to ${base}`);
    for (const part of parts) {
      const nav = find(mainOf(part), 'nav', 'parts')[0]!;
      expect(
        linksOf(nav).map(({ href }) => href),
        part,
      ).toEqual(parts);
      expect(
        find(nav, 'a')
          .filter((link) => attribute(link, 'ariaCurrent') === 'page')
          .map((link) => attribute(link, 'href')),
      ).toEqual([part]);
    }
  }
  expect(wrong).toEqual([]);
  expect(homes().length).toBe(28);
});

test('a guide says who discloses, where and when to ask, how to request, the terms, the fees and the remedies', () => {
  const guides = homes().map((home) => ({ home, text: wordsOf(mainOf(`${home}disclosure/guide/`)) }));
  const common = ['办公地址', '办公时间', '联系电话', '监督电话', '电子邮箱', '信息分类和编排', '获取方式', '监督和救济'];
  const onRequest = ['传真号码', '身份证明', '7个工作日内一次性告知补正', '20个工作日', '15个工作日', '信息处理费', '更正', '视听障碍'];
  for (const { home, text } of guides)
    for (const words of [...common, ...(home.startsWith('/util/') ? ['第五十五条'] : onRequest)]) expect(text, home).toContain(words);
});

test('an entry leads to the duty that it proves, and the duty back to it', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const { path, document } of site.pages)
    for (const { href } of find(document, 'p', 'proves').flatMap(linksOf)) {
      const listed = find(pages.get(href)!.document, 'ul', 'evidence').flatMap(linksOf);
      // Where other units owe the duty, the county's page of it stands for all of them.
      if (href.startsWith('/disclosure/') && !path.startsWith('/i/990101000/')) continue;
      seen++;
      if (!listed.some((link) => link.href === path)) wrong.push(`${href} does not name ${path}`);
    }
  // What is of a type that does not prove the duty.
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(300);
});

test('a duty shows its law, its elements, who owes it, its clock, and what was done, in or out of time', () => {
  const text = wordsOf(mainOf('/dept/civil-affairs/disclosure/social-assistance.html'));
  for (const words of [
    '已公开最近更新：2026年11月10日，共3条。',
    '公开依据《中华人民共和国政府信息公开条例》第二十一条',
    '公开主体清岚县民政局',
    '公开时限信息形成或者变更之日起10个工作日内',
    '索引号990101004/202610-00002生成日期2026-10-10形成后3个工作日公开，期限为10个工作日',
    '“清岚县民政局社会救助的政策、标准、办理和实施情况”',
  ])
    expect(text).toContain(words);
  const county = wordsOf(mainOf('/disclosure/penalty-decisions.html'));
  expect(county).toContain('统计局声明无此类信息');
  expect(county).toContain('公开主体县自然资源局、县交通局、农业农村局等7个单位');
});

test('the catalogue covers the 26 fields of the national standard and every clause that has bodies publish', () => {
  const main = mainOf('/disclosure/fields/');
  expect(find(main, 'dt').length).toBe(26);
  const rows = find(main, 'tbody')
    .flatMap((body) => find(body, 'tr'))
    .map((row) => [textOf(find(row, 'th')[0]), linksOf(row).length] as const);
  expect(rows.filter(([, duties]) => duties === 0)).toEqual([]);
  expect(rows.length).toBe(20);
});

test('what 天津市电子政务管理办法 art. 14 has bodies publish, item by item, is in the catalogue', () => {
  const items = {
    一: ['unit-functions'],
    二: ['power-list', 'normative-documents'],
    三: ['service-guides', 'licence-decisions', 'fee-list'],
    四: ['development-plans', 'spatial-planning'],
    五: ['government-budget', 'government-final-accounts', 'municipal-services', 'government-procurement'],
    六: ['social-insurance', 'employment', 'poverty-alleviation', 'compulsory-education', 'medical-health', 'social-assistance'],
    七: ['emergency-response', 'medical-health'],
    八: ['personnel-recruitment'],
    九: ['proposal-replies', 'website-report'],
  };
  expect(
    Object.values(items)
      .flat()
      .filter((duty) => !pages.has(`/disclosure/${duty}.html`)),
  ).toEqual([]);
});

test('exemptions and the other ways of disclosure are told, with where to find them', () => {
  const exemptions = textOf(mainOf('/disclosure/exemptions/'));
  for (const words of ['第十四条', '第十五条', '第十六条', '国家秘密', '商业秘密、个人隐私', '行政执法案卷'])
    expect(exemptions).toContain(words);
  const places = mainOf('/disclosure/places/');
  expect(find(places, 'h2').map(textOf)).toEqual([
    ...['政府公报', '国家档案馆', '公共图书馆', '政务服务场所', '公示栏和电子屏', '报刊、广播、电视', '政务新媒体', '新闻发布会'],
    '由其他单位公开的事项',
  ]);
});

test('the form of requests fits one sheet of A4 and has what the law asks for', async () => {
  const browser = await launch();
  const { context, origin } = await visit(browser, site);
  const page = await context.newPage();
  for (const base of ['/disclosure/', '/dept/human-resources/disclosure/']) {
    await page.goto(`${origin}${base}request/form.html`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(/\/Count (\d+)/u.exec(pdf.toString('latin1'))?.[1]).toBe('1');
    expect(/\/MediaBox \[([^\]]*)\]/u.exec(pdf.toString('latin1'))?.[1]).toMatch(/^0 0 59[45]\S* 84[12]/u);
    const [sheet] = find(parse(await page.content()), 'section', 'sheet');
    for (const words of [
      '姓名',
      '证件号码',
      '联系电话',
      '统一社会信用代码',
      '名称、文号，或者便于查询的其他特征性描述',
      '提供的方式',
      '获取的途径',
      '签名',
    ])
      expect(textOf(sheet)).toContain(words);
  }
  await browser.close();
});

const DUTIES = [
  { id: 'budget', clock: { kind: 'yearly', date: '01-31' }, owners: ['department'], proof: ['policy'] },
  { id: 'works', clock: { kind: 'working-days', days: 20 }, owners: ['township'], proof: ['policy'] },
  { id: 'figures', clock: { kind: 'working-days', days: 5 }, owners: ['department', 'township'], proof: ['policy'] },
].map((duty) => ({
  name: { budget: '年度预算', figures: '业务数据', works: '水利工程' }[duty.id],
  domain: '财政',
  basis: [{ law: '中华人民共和国预算法' }],
  elements: ['数字'],
  ...duty,
}));

/** A county whose school has published what it owes, and whose township has not. */
function toCounty(more: number) {
  const county = makeCounty();
  county.files.set('catalogue/all.yaml', dump(DUTIES));
  county.files.set('columns.yaml', dump([...toColumns(), { ...toColumns()[0]!, id: 'owed', name: '公开', kind: 'disclosure' }]));
  const valley = toUnit('valley', 2);
  county.files.set('units/valley.yaml', dump({ ...valley, columns: [...valley.columns, 'owed'] }));
  const nothing = { title: '没有水利工程的声明', column: 'owed', duty: 'works', reason: '没有开工。', declared_by: '乡长' };
  addEntry(county.files, 'valley', 'nil-statement', 60, { ...nothing, from: '2026-01-01', until: '2026-03-01' });
  const document = (n: number, fields: object) =>
    addEntry(county.files, 'school', 'policy', n, {
      column: 'policies',
      document_kind: 'notice',
      issuers: ['教育局'],
      validity: 'in-force',
      subject: 'science',
      ...fields,
    });
  document(50, { title: '今年的预算', document_date: '2026-03-01', published_at: '2026-03-02 09:00', duties: ['budget'] });
  for (let n = 0; n < more; n++)
    document(1000 + n, {
      title: `第${n}份数据`,
      document_date: n === 0 ? '2026-03-02' : '2026-03-09',
      published_at: `2026-03-1${Math.floor(n / 60)} 09:${String(n % 60).padStart(2, '0')}`,
      duties: ['figures'],
    });
  return county;
}

test('what was done about a duty stands on pages that stay as they are once they are full; what a day changes is made again, and nothing else', async () => {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  const read = (path: string) => readFileSync(join(out, 'current', path), 'utf8');
  const standing = (path: string) => wordsOf(find(parse(read(path)), 'p', 'standing')[0]);
  writeCounty(content, toCounty(2 * LONG_PAGE + 5), undefined);
  await build({ content: { folder: content }, out, today: '2026-03-20' });
  const full = read('dept/school/disclosure/figures.1.html');
  expect(find(parse(full), 'ul', 'evidence').flatMap((list) => find(list, 'li')).length).toBe(LONG_PAGE);
  expect(find(parse(read('dept/school/disclosure/figures.html')), 'ul', 'evidence').flatMap((list) => find(list, 'li')).length).toBe(
    LONG_PAGE + 5,
  );
  expect(wordsOf(parse(full))).toContain('逾期公开2026-03-10');
  expect(wordsOf(parse(full))).toContain('按期公开2026-03-10');
  expect(standing('dept/school/disclosure/budget.html')).toBe('已公开最近更新：2026年3月2日，共1条。下一次应于2027年1月31日前公开。');
  expect(standing('town/valley/disclosure/figures.html')).toBe(
    '尚未公开本事项还没有公布信息，也没有作出无此类信息声明。需要有关信息的，可以申请公开。',
  );

  // What is new on the platform can be subscribed: of all, and of a unit.
  const titlesIn = (path: string) => JSON.parse(read(path)).items.map(({ title }: { title: string }) => title);
  expect(titlesIn('disclosure/feed.json')).toEqual([...titlesIn('dept/school/disclosure/feed.json').slice(0, 20)]);
  expect(titlesIn('town/valley/disclosure/feed.json')).toEqual(['没有水利工程的声明']);
  expect(find(parse(read('town/valley/disclosure/index.html')), 'link').map(({ properties }) => properties.href)).toContain(
    '/town/valley/disclosure/feed.xml',
  );

  expect(standing('town/valley/disclosure/works.html')).toBe(
    '声明无此类信息2026年1月1日至2026年3月1日没有此类信息，2026年3月5日声明。下一次公开或者声明应于2026年5月31日前作出。',
  );

  writeCounty(content, toCounty(2 * LONG_PAGE + 6), toCounty(2 * LONG_PAGE + 5));
  await build({ content: { folder: content }, out, today: '2026-03-20' });
  expect(read('dept/school/disclosure/figures.1.html')).toBe(full);

  await build({ content: { folder: content }, out, today: '2027-01-31' });
  const { rendered } = await build({ content: { folder: content }, out, today: '2027-02-01' });
  expect(rendered).toBe(4);
  expect(standing('dept/school/disclosure/budget.html')).toBe('到期未更新最近更新：2026年3月2日，应于2027年1月31日前更新，现已超过期限。');
  expect(standing('town/valley/disclosure/works.html')).toBe(
    '声明期满上一次声明的时期到2026年3月1日为止，下一次公开或者声明应于2026年5月31日前作出，现已超过期限。',
  );
  const fresh = await build({ content: { folder: content }, out: join(folder, 'fresh'), today: '2027-02-01' });
  expect((await build({ content: { folder: content }, out, today: '2027-02-01' })).root).toBe(fresh.root);
});
