import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../form/testing/chromium.ts';
import { PASSWORD } from '../http/testing/logged-in.ts';
import { personOf } from '../store/testing/test-office.ts';
import { DeskOffice } from './testing/desk-office.ts';

const FOLDER = 'entries/bus/notice/2026/202610-00002';

let office: DeskOffice;
let browser: Browser;
let origin: string;
let close: () => void;
beforeAll(async () => {
  office = await DeskOffice.open();
  ({ origin, close } = await office.listen());
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  close();
  await office.close();
});

/** Somebody of the sample county with a phone, without JavaScript, at the desk. */
async function onPhone(id: string): Promise<Page> {
  await office.parts.accounts.add(id, PASSWORD);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/login?to=/desk/`);
  await page.getByLabel('账号').fill(id);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '审核台' }).waitFor();
  return page;
}

test('on a phone and without JavaScript: who reviews for secrecy and who approves see the difference, sign, and it is public', async () => {
  const { store, workflow } = office.parts;
  const { text } = (await store.published(FOLDER))!;
  await office.save('bus-jing', FOLDER, { 'index.md': text.replace('由40分钟调整为30分钟', '由40分钟调整为25分钟') });
  const version = await office.submit('bus-jing', FOLDER);
  await workflow.sign(await personOf(store, 'bus-pu'), { folder: FOLDER, version }, 'review');

  const secrecy = await onPhone('bus-heng');
  await secrecy.getByRole('link', { name: '关于2026年11月1日起调整部分公交线路和时刻的公告' }).click();
  await secrecy.getByRole('heading', { name: '需要核对的变化' }).waitFor();
  expect(await secrecy.locator('#check del').allInnerTexts()).toEqual(['30分钟']);
  expect(await secrecy.locator('#check ins').allInnerTexts()).toEqual(['25分钟']);
  const [before, after] = [secrecy.locator('.frame.before'), secrecy.locator('.frame.after')];
  expect([await before.isVisible(), await after.isVisible()]).toEqual([false, true]);
  await secrecy.getByText('修改以前', { exact: true }).first().click();
  expect([await before.isVisible(), await after.isVisible()]).toEqual([true, false]);
  const width = await secrecy.locator('main').evaluate((main) => main.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await secrecy.getByLabel('意见（可以不写）').fill('不涉密。');
  await secrecy.getByRole('button', { name: '以“保密审查”签字' }).click();
  await secrecy.getByText('已以“保密审查”签字。还差：签发。').waitFor();

  const approver = await onPhone('bus-niu');
  await approver.getByRole('link', { name: '关于2026年11月1日起调整部分公交线路和时刻的公告' }).click();
  expect(await approver.locator('.signatures q').allInnerTexts()).toEqual(['不涉密。']);
  await approver.getByRole('button', { name: '以“签发”签字并发布' }).click();
  await approver.getByText('网上已改成这一版', { exact: true }).waitFor();
  const address = 'http://127.0.0.1:4321/i/990101202/202610/00002.html';
  expect(await approver.locator('.live a').getAttribute('href')).toBe(address);
  expect((await store.published(FOLDER))!.text).toContain('由40分钟调整为25分钟');

  const other = await onPhone('edu-qi');
  expect((await other.goto(`${origin}/desk/published/${FOLDER.slice('entries/'.length)}`))?.status()).toBe(403);
});

test('on a phone and without JavaScript: two officers on watch publish, and the usual people review it afterwards', async () => {
  const folder = 'entries/emergency/notice/2026/20261127-abc234';
  await office.save('nie-qingsong', folder, {
    'index.md': '---\ntitle: 清岚河洪水橙色预警\ncolumn: notices\n---\n\n27日22时起，沿河群众做好转移准备。\n',
  });
  await office.submit('nie-qingsong', folder);
  const fits = (page: Page) => page.locator('main').evaluate((main) => main.scrollWidth <= 390);

  const first = await onPhone('geng-zhiye');
  await first.getByRole('link', { name: '清岚河洪水橙色预警' }).click();
  await first.getByText('紧急发布', { exact: true }).click();
  await first.getByLabel('紧急发布的原因').fill('上游来水，二十二时到达县城。');
  expect(await fits(first)).toBe(true);
  await first.getByRole('button', { name: '以“值班”签字' }).click();
  await first.getByText('再由另一名值班人员签字，立即发布。').waitFor();

  const second = await onPhone('rong-shouan');
  await second.getByRole('link', { name: '清岚河洪水橙色预警' }).click();
  await second.getByText('原因：上游来水，二十二时到达县城。').waitFor();
  await second.getByRole('button', { name: '以“值班”签字并立即发布' }).click();
  await second.getByText('网上标明“紧急发布，二十四小时内补审”。').waitFor();

  for (const [id, role] of [
    ['she-zhengping', '审核'],
    ['qi-su', '保密审查'],
    ['kuang-lifeng', '签发'],
  ] as const) {
    const page = await onPhone(id);
    await page.getByRole('heading', { name: '紧急发布待补审' }).waitFor();
    await page.getByRole('link', { name: '清岚河洪水橙色预警' }).click();
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: `以“${role}”补审通过` }).click();
    await page.getByText(role === '签发' ? '补审齐了' : '补审已经记下').waitFor();
  }
});
