import type { Locator, Page } from 'playwright-core';

/** Goes to a place of the form by way of the board: Decap keeps the old form when it is led from one entry straight to another. */
export async function goTo(page: Page, hash: string): Promise<void> {
  const move = (to: string) => page.evaluate((place) => location.assign(`#/${place}`), to);
  await move('workflow');
  await page.getByRole('heading', { name: '我的稿件' }).waitFor();
  await move(hash);
  if (/entries|new/u.test(hash)) await page.locator('.gk-body').filter({ visible: true }).first().waitFor();
}

/** Where the form has an entry. @param folder `entries/<unit>/<type>/<year>/<slug>` */
export function toHash(folder: string): string {
  const [, unit, type, year, slug] = folder.split('/');
  return `collections/${unit}_${type}/entries/${year}/${slug}/index`;
}

/** A field by its label, with everything in it. */
export const fieldOf = (page: Page, label: string): Locator =>
  page.locator(`label:text-is("${label}")`).locator('xpath=ancestor::*[@aria-label][1]');

export const clickSave = (page: Page): Promise<void> => page.getByRole('button', { name: '保存', exact: true }).click();

/** Saves, and waits until it is done. */
export async function save(page: Page): Promise<void> {
  await clickSave(page);
  await page.getByText('没有改动').waitFor();
}

/** Chooses another state for the entry that is open. */
export async function choose(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `状态：${from}` }).click();
  await page.getByRole('menuitem', { name: to }).click();
  await page.getByRole('button', { name: `状态：${to}` }).waitFor();
}

/** Drops files on the list of attachments as from the desktop. */
export async function dropAttachments(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.getByText('把附件拖到这里').evaluate((place, chosen) => {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of chosen)
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, given);
}
