import type { Page } from 'playwright-core';
import { choose, clickSave, dropAttachments, fieldOf, goTo, save } from '../../cms/form/testing/steps.ts';

export interface Notice {
  unit: string;
  title: string;
  /** Paragraphs. */
  body: readonly string[];
}

/** An editor begins a notice and drops a file on it; nothing is saved yet. */
export async function writeNotice(page: Page, { unit, title, body }: Notice, file: { name: string; bytes: Uint8Array }): Promise<void> {
  // What Decap is told before it has started is lost.
  await page.getByPlaceholder('检索标题').waitFor();
  await goTo(page, `collections/${unit}_notice/new`);
  await fieldOf(page, '标题').locator('input').fill(title);
  await fieldOf(page, '栏目').locator('select').selectOption({ label: '通知公告' });
  await page.locator('.ProseMirror').click();
  for (const paragraph of body) {
    await page.keyboard.insertText(paragraph);
    await page.keyboard.press('Enter');
  }
  await dropAttachments(page, [file]);
}

/** Saves what the checks refuse, and waits until they say so beside the form. */
export async function saveInVain(page: Page): Promise<void> {
  await clickSave(page);
  await page.locator('.gk-findings >> text=改好才能保存').waitFor();
}

/** Takes the attachment away and drops another one in its place. */
export async function replaceAttachment(page: Page, file: { name: string; bytes: Uint8Array }): Promise<void> {
  await fieldOf(page, '附件（选填）').getByRole('button', { name: '删除' }).click();
  await dropAttachments(page, [file]);
}

/** Saves, opens what was saved, and hands it in. */
export async function submit(page: Page): Promise<void> {
  await save(page);
  await page.waitForURL(/entries/u);
  await choose(page, '草稿', '待审核');
}
