import { afterAll, beforeAll, expect, test } from 'vitest';
import { toText } from '../../../../cms/form/entry-text.ts';
import type { Store } from '../../../../cms/office/store/store.ts';
import { personOf, TestOffice } from '../../../../cms/office/store/testing/test-office.ts';
import { verifyWork } from './verify.ts';
import { type Accepted, ID_NUMBER, LIST, textsOf } from './work.ts';

const place = new TestOffice();
let store: Store;
const accepted: Accepted[] = [];
const [FIRST, SECOND] = ['entries/school/news/2026/20261126-abc234', 'entries/school/news/2026/20261126-abc235'] as const;

/** A save as an editor of a crowd makes it. */
async function save(folder: string, by: string, more = ''): Promise<Accepted> {
  const { values, list } = textsOf(`${by}x${accepted.length}${more}`);
  const before = (await store.entry(folder))?.version ?? '';
  const files = [
    { name: 'index.md', bytes: Buffer.from(toText('news', values)) },
    { name: LIST, bytes: Buffer.from(list) },
  ];
  const { draft } = await store.save(await personOf(store, by), { folder, version: before, files });
  return { by, folder, version: draft.version, before, values, list };
}

beforeAll(async () => {
  store = await place.open();
  for (const [folder, by] of [
    [FIRST, 'school-editor'],
    [FIRST, 'school-editor2'],
    [SECOND, 'school-editor'],
    [FIRST, 'school-editor'],
  ] as const)
    accepted.push(await save(folder, by));
});
afterAll(async () => {
  await store.close();
  place[Symbol.dispose]();
});

const verify = (saves: readonly Accepted[]) => verifyWork(place.options.repository, saves);
const changed = (at: number, change: Partial<Accepted>) => accepted.with(at, { ...accepted[at]!, ...change });

test('what is in the repository as it was answered is found right', async () => {
  expect(await verify(accepted)).toEqual([]);
});

test('every way in which it may be wrong is found', async () => {
  const [one, two, , four] = accepted.map(({ version }) => version);
  expect(await verify(changed(1, { list: accepted[0]!.list }))).toEqual([`${two}:${FIRST}/${LIST} 不是保存的内容`]);
  expect(await verify(changed(0, { values: accepted[1]!.values }))).toEqual([`${one}:${FIRST}/index.md 不是保存的内容`]);
  expect(await verify(changed(3, { by: 'school-editor2' }))).toEqual([
    `${FIRST} ${four} 的作者是 school-editor@www.test.gov.example，应当是 school-editor2`,
  ]);
  expect(await verify(changed(3, { before: one! }))).toEqual([`${FIRST} ${four} 盖掉了 school-editor 没有看过的 ${two}`]);
  expect(await verify(accepted.toSpliced(3, 1))).toEqual([`${FIRST} 有一次没有答复过的保存 ${four}`]);
  const lost = { ...accepted[2]!, version: one! };
  expect(await verify([...accepted, lost])).toEqual([
    `${SECOND} 丢了 school-editor 的保存 ${one}`,
    `${one}:${SECOND}/index.md 不是保存的内容`,
    `${one}:${SECOND}/${LIST} 不是保存的内容`,
  ]);
  const leaked = await save(SECOND, 'school-editor', ID_NUMBER);
  expect(await verify([...accepted, leaked])).toEqual(['仓库里有没有保存成的身份证号']);
});
