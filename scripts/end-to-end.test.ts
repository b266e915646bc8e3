import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, toHash } from '../cms/form/testing/steps.ts';
import { listOfPeople } from './end-to-end/list-of-people.ts';
import { RunningCounty } from './end-to-end/running-county.ts';
import { replaceAttachment, saveInVain, submit, writeNotice } from './end-to-end/writes-notice.ts';

/** Of nobody: the area code is that of the invented county. */
const ID_NUMBER = '990101199001011230';
const NOTICE = {
  unit: 'agriculture',
  title: '清岚县农业农村局关于核对秋冬种面积的通知',
  body: [
    '各乡镇人民政府：',
    '请各乡镇于2026年12月10日前核对附件所列各村秋冬种面积，有误的书面报县农业农村局种植业股，联系电话0900-5550112。',
  ],
};

let county: RunningCounty;
beforeAll(async () => {
  county = await RunningCounty.open(NOTICE.unit);
});
afterAll(() => county?.close());

test('an editor is stopped by an ID number in a hidden column, mends it, and hands the notice in', async () => {
  const editor = await county.logIn('yu-xiaohe', '/edit');
  await writeNotice(editor, NOTICE, { name: '面积核对表.xlsx', bytes: listOfPeople({ numbers: [ID_NUMBER, ''] }) });
  await saveInVain(editor);
  const said = await editor.locator('.gk-findings').innerText();
  expect(said).toMatch(/^检查结果 \d+ 条\n改好才能保存\n/u);
  expect(said).toContain('面积核对表.xlsx　');
  expect(said).toMatch(/身份证/u);
  expect(said).not.toContain(ID_NUMBER);
  const { store } = county.office.parts;
  expect(await store.drafts()).toEqual([]);
  expect(everyByte().some((bytes) => bytes.includes(ID_NUMBER) || bytes.includes('面积核对表'))).toBe(false);

  await replaceAttachment(editor, { name: '面积核对表.xlsx', bytes: listOfPeople({ numbers: [] }) });
  await submit(editor);
  const [draft] = await store.drafts('agriculture');
  expect(await county.office.parts.workflow.progress(draft!)).toMatchObject({
    state: 'review',
    author: 'yu-xiaohe',
    owed: ['review', 'secrecy', 'approval'],
  });
  expect(draft!.files.map(({ name }: { name: string }) => name)).toEqual(['index.md', '面积核对表.xlsx']);

  await goTo(editor, toHash(draft!.folder));
  const page = editor.frameLocator('iframe').frameLocator('iframe');
  await page.getByRole('heading', { name: NOTICE.title }).waitFor();
  await page.getByText('面积核对表').first().waitFor();
});

/** Everything that the office keeps: objects of the repository unpacked, and files as they are. */
function everyByte(): Buffer[] {
  const objects = execFileSync('git', ['-C', join(county.place, 'portal.git'), 'cat-file', '--batch-all-objects', '--batch'], {
    maxBuffer: 1e9,
  });
  const kept = ['portal.git', 'state'].flatMap((folder) => {
    const items = readdirSync(join(county.place, folder), { recursive: true, withFileTypes: true });
    return items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  });
  return [objects, ...kept.map((file) => readFileSync(file))];
}
