import { expect, test } from 'vitest';
import { readTrailers } from '../../model/record.ts';
import { personOf, TestOffice, WORDS } from '../store/testing/test-office.ts';
import { told } from '../store/testing/told.ts';
import { Workflow } from './workflow.ts';

const [FROM, INTO] = ['entries/school/news/2026/202603-00001', 'entries/school/news/2026/202603-00002'];

async function open(place: TestOffice) {
  const store = await place.open();
  const workflow = new Workflow(store, async () => {});
  const asked = async (more: object = {}) => ({
    folder: FROM,
    version: (await store.published(FROM))?.version ?? '',
    into: INTO,
    reason: '两条重复。',
    ...more,
  });
  const merge = async (by: string, more: object = {}) => workflow.merge(await personOf(store, by), await asked(more));
  return { store, workflow, asked, merge };
}

test('one signed commit takes the entry off, leads its address to the other one, and takes along what led to it', async () => {
  using place = new TestOffice();
  const { store, merge } = await open(place);
  const before = place.git('show', 'main:redirects.yaml');
  expect(before).toContain('to: 990101003/202603-00001');
  await merge('school-approval');
  expect(await store.published(FROM)).toBeUndefined();
  const redirects = place.git('show', 'main:redirects.yaml');
  expect(redirects).toBe(
    `${before.replace('202603-00001', '202603-00002')}\n- from: /i/990101003/202603/00001.html\n  to: 990101003/202603-00002`,
  );
  expect(place.git('diff', '--name-only', 'main~1', 'main').split('\n')).toEqual([`${FROM}/index.md`, 'redirects.yaml']);
  const message = place.git('log', '-1', '--format=%B', 'main');
  expect(message).toMatch(/^并入\n/u);
  expect(readTrailers(message)).toEqual([
    { entry: FROM, author: 'school-approval', signOffs: [expect.objectContaining({ role: 'approval', person: 'school-approval' })] },
  ]);
  expect(message).toContain('Merged-Into: 990101003/202603-00002\nMerged: "两条重复。"');

  // What was merged before goes along when its place is taken again.
  const third = 'entries/school/news/2026/202603-00003';
  const version = (await store.published(INTO))!.version;
  await merge('school-approval', { folder: INTO, version, into: third });
  expect(place.git('show', 'main:redirects.yaml').split('\n').slice(-4)).toEqual([
    '- from: /i/990101003/202603/00001.html',
    '  to: 990101003/202603-00003',
    '- from: /i/990101003/202603/00002.html',
    '  to: 990101003/202603-00003',
  ]);
  await store.close();
});

test('who may not, what is not there, and what has changed is refused; nothing has moved then', async () => {
  using place = new TestOffice();
  const { store, merge } = await open(place);
  const main = await store.main();
  expect(await told(merge('school-editor'))).toBe('您没有这个单位“签发”的角色，也不在信息办，不能并入。');
  expect(await told(merge('valley-approval'))).toBe('您没有这个单位“签发”的角色，也不在信息办，不能并入。');
  expect(await told(merge('school-approval', { reason: ' ' }))).toBe('没有写并入的原因。写明原因，原因会留下记录。');
  expect(await told(merge('school-approval', { reason: WORDS.secret }))).toBe('原因里有不能保存的文字，没有并入。删去以后再办。');
  expect(await told(merge('school-approval', { into: FROM }))).toBe('不能并入自己。写另一条内容的索引号。');
  expect(await told(merge('school-approval', { into: 'entries/school/news/2026/202603-09999' }))).toBe(
    '要并入的内容已经不在网上，没有办理。核对索引号。',
  );
  expect(await told(merge('school-approval', { version: '0'.repeat(40) }))).toBe('这条内容刚才有变化，没有并入。看过现在的内容再办。');
  expect(await store.main()).toBe(main);
  await merge('county-office');
  await store.close();
});

test('a draft of what was merged away tells its editor so', async () => {
  using place = new TestOffice();
  const { store, workflow, merge } = await open(place);
  const entry = (await store.published(FROM))!;
  const editor = await personOf(store, 'school-editor');
  const { draft } = await store.save(editor, {
    folder: FROM,
    version: entry.version,
    files: [{ name: 'index.md', bytes: Buffer.from(`${entry.text}\n再改一句。\n`) }],
  });
  await merge('school-approval');
  expect(await told(workflow.submit(editor, { folder: FROM, version: draft.version }))).toMatch(
    /^这条内容已由试人于\d{4}-\d\d-\d\d \d\d:\d\d并入另一条，原因是“两条重复。”。打开这份稿件，看过说明，保存一次，再提交。$/u,
  );
  await store.close();
});
