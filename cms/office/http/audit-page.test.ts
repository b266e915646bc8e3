import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpOffice } from './testing/http-office.ts';
import { textOf } from './testing/text-of.ts';
import type { Visitor } from './testing/visitor.ts';

const OLD = 'entries/school/news/2026/202603-00001';

let office: HttpOffice;
let clerk: Visitor;
beforeAll(async () => {
  office = await HttpOffice.open({ many: true });
  clerk = await office.logIn('county-office');
});
afterAll(() => office.close());

/** What stands between the head of the page and its foot. */
async function read(visitor: Visitor): Promise<string[]> {
  const words = await textOf(await visitor.get('/office/audit'));
  return words.slice(words.indexOf('退出') + 1, -2);
}
const TIME = expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u);

test('the information office sees the last lines and that nothing was altered, and takes all of them away', async () => {
  expect(await read(clerk)).toEqual([
    '审计记录',
    '共1行，逐行核对，没有发现改动。',
    '人员',
    '操作',
    expect.stringMatching(/^全部 登录 登录没有成功 .* 记录中断$/u),
    '涉及的单位',
    '全部 县政府 教育局 山谷乡',
    '起始日期',
    '截止日期',
    '筛选',
    '导出全部（CSV）',
    '导出的文件另外保存，可以证明以后的记录没有改动。 时间',
    '人员',
    '操作',
    '说明',
    TIME,
    '试三 county-office',
    '登录',
    '10.20.0.1',
    '这里列出最近的200行，新的在前，北京时间。每一步所办的版本、请求的地址和全部记录，见导出的文件。',
  ]);
  const taken = await clerk.form('/office/audit', {});
  expect(taken.headers.get('Content-Disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d{2}-\d{2}\.csv"$/u);
  const rows = (await taken.text()).split('\r\n');
  expect(rows.map((row) => row.split(',').slice(2, 5).join())).toEqual([
    '"账号","操作","说明"',
    '"county-office","login","10.20.0.1"',
    '"county-office","audit-export","10.20.0.1"',
    '',
  ]);
});

test('a line says in words which entry it is about and what was found, and leads to it', async () => {
  const { audit } = office.parts;
  const version = 'a'.repeat(40);
  audit.add({ person: 'county-office', act: 'sign', detail: `${OLD} review ${version}` });
  audit.add({ person: 'county-office', act: 'take-down', detail: `entries/school/news/2030/203001-gone ${version}` });
  audit.add({
    person: 'county-office',
    act: 'save-refused',
    detail: `10.20.0.1 ${OLD} secrecy/mark×2、privacy/phone×1、secrecy/intranet×1`,
  });
  audit.add({ person: '-', act: 'request-refused', detail: '10.20.0.1 GET /api/content/entries school 不能查看。' });
  audit.add({ person: '-', act: 'account-add', detail: 'school-many' });
  const page = await clerk.get('/office/audit');
  expect(await page.clone().text()).toContain(`href="/desk/published/${OLD.slice('entries/'.length)}">第1次教研活动</a>`);
  const words = await textOf(page);
  const start = words.indexOf('说明') + 1;
  const person = '试三 county-office';
  expect(
    words
      .slice(start)
      .filter((word) => !/^\d{4}-/u.test(word))
      .slice(0, 19),
  ).toEqual([
    ...['—', '开通账号', '试四'],
    ...['—', '没有权限，没有办理', '10.20.0.1 教育局 不能查看。'],
    ...[person, '保存被检查拦下', '10.20.0.1 第1次教研活动', '相关记录', '保密检查 3 处、个人信息检查 1 处'],
    ...[person, '下线', '教育局的一条动态（已经不在） 相关记录'],
    ...[person, '签字', '第1次教研活动', '相关记录', '审核'],
  ]);
});

test('the lines are chosen by person, act, unit, entry and days, and the export has the same', async () => {
  const shown = async (query: string) => {
    const words = await textOf(await clerk.get(`/office/audit?${query}`));
    const acts = words.slice(words.indexOf('说明') + 1, -3).filter((_, at, all) => /^\d{4}-/u.test(all[at - 2] ?? ''));
    return [words.at(-3)!.split('。')[0], acts];
  };
  const year = new Date(Date.now() + 8 * 3600_000).getUTCFullYear();
  expect(await shown('person=试三&act=sign')).toEqual(['符合条件的共1行', ['签字']]);
  expect(await shown('person=county-office&unit=school')).toEqual(['符合条件的共3行', ['保存被检查拦下', '下线', '签字']]);
  expect(await shown(`entry=${OLD}&from=${year}-01-01&to=${year + 1}-01-01`)).toEqual(['符合条件的共2行', ['保存被检查拦下', '签字']]);
  expect(await shown(`entry=${OLD}&to=${year - 1}-12-31`)).toEqual(['符合条件的共0行', []]);
  const page = await (await clerk.get(`/office/audit?entry=${OLD}&act=sign`)).text();
  expect(page).toContain(`name="entry" value="${OLD}" checked>只看这一条内容：第1次教研活动</label>`);
  const taken = await clerk.form('/office/audit', { entry: OLD, act: 'sign', person: '', from: '' });
  const rows = (await taken.text()).split('\r\n');
  expect(rows.map((row) => row.split(',').slice(2, 5).join())).toEqual([
    '"账号","操作","说明"',
    `"county-office","sign","${OLD} review ${'a'.repeat(40)}"`,
    '',
  ]);
  expect(office.acts.at(-1)).toBe(`county-office audit-export 10.20.0.1 签字 ${OLD}`);
});

test('an altered line is told', async () => {
  const { path } = office.parts.audit;
  const kept = readFileSync(path, 'utf8');
  writeFileSync(path, kept.replace('10.20.0.1', '10.20.0.9'));
  expect((await read(clerk)).slice(1, 3)).toEqual([
    '记录有改动或者缺失。请立即报告保密和网络安全负责人。',
    '第2行与前一行接不上。前一行被改动过，或者这里删去、插入、调换过记录。',
  ]);
  writeFileSync(path, kept);
});

test('nobody else sees it, and nobody else is led to it', async () => {
  const editor = await office.logIn('school-many');
  for (const answer of [await editor.get('/office/audit'), await editor.form('/office/audit', {})]) {
    expect(answer.status).toBe(403);
    expect(await textOf(answer)).toContain('审计记录只有县信息办能看。');
  }
  expect(await (await editor.get('/')).text()).not.toContain('/office/audit');
});
