import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { purge } from '../../cms/office/purge/purge.ts';
import { rewrite } from '../../cms/office/purge/rewrite.ts';
import { TestOffice, WORDS } from '../../cms/office/store/testing/test-office.ts';
import { told } from '../../cms/office/store/testing/told.ts';
import { makeOfficeHistory, OfficeAtWork, PLACES } from '../../cms/office/workflow/testing/office-history.ts';
import { verifyChain } from './verify-chain.ts';

const SLUG = '20261126-xyz987';
const FOLDER = `entries/school/news/2026/${SLUG}`;
/** What must never have come in: in the text, a title, an attachment, an opinion, a reason. */
const LEAKS = ['泄漏的正文甲', '泄漏的标题乙', '泄漏的附件丙', '泄漏的意见丁', '泄漏的理由戊', '泄漏的草稿己', '泄漏的更正庚'];

async function faultsOf(office: TestOffice, heads: string[] = []) {
  const { key, repository } = office.options;
  const keys = [execFileSync('ssh-keygen', ['-y', '-f', key], { encoding: 'utf8' })];
  return verifyChain({ repository, keys, now: Date.now(), heads });
}

/** Everything that lies in a repository, unpacked. */
function bytesOf(repository: string): Buffer {
  const list = execFileSync('git', ['-C', repository, 'cat-file', '--batch-all-objects', '--unordered', '--batch'], { maxBuffer: 1e9 });
  const loose = readdirSync(join(repository, 'objects'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{38}$/u.test(name))
    .map((name) => inflateSync(readFileSync(join(repository, 'objects', name))));
  const others = readdirSync(repository, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.parentPath.includes('/objects'))
    .map((item) => readFileSync(join(item.parentPath, item.name)));
  return Buffer.concat([list, ...loose, ...others]);
}

/** An office in which something came in, was published, corrected, withdrawn and taken down, and drafted once more in vain. */
async function leak(place: TestOffice) {
  const store = await place.open();
  const office = new OfficeAtWork(store);
  const [, title, attachment, opinion, reason, draft] = LEAKS;
  const files = { '附表.txt': attachment! };
  const first = await office.publish(FOLDER, `${title}`, { files, more: { summary: LEAKS[0] } });
  const head = await store.main();
  const folder = first.folder;
  const own = { index_number: first.number, published_at: first.publishedAt };
  await office.save(folder, 'school-editor', `${title}改`, { ...own, summary: LEAKS[0] });
  await office.submit(folder, 'school-editor');
  await office.workflow.sendBack(await office.person('school-review'), { folder, version: (await store.draft(folder))!.version }, opinion!);
  await office.save(folder, 'school-editor', `${title}${draft}`, own);
  await store.discard(await office.person('school-editor'), { folder, version: (await store.draft(folder))!.version });
  await office.publish(folder, '改正的标题', { more: { ...own, correction: LEAKS[6] } });
  const history = await makeOfficeHistory(store);
  await office.remove('withdraw', folder, 'school-approval', reason);
  await office.remove('takeDown', folder, 'county-office', reason);
  return { store, office, head, folder, number: first.number, history };
}

test('nothing of it is left in any object, ref or file; the chain still verifies, and says what was purged, by whom and why', async () => {
  using place = new TestOffice({ many: true });
  const { store, office, head, folder, number, history } = await leak(place);
  const before = await store.main();
  for (const words of LEAKS) expect(bytesOf(place.options.repository).includes(words), words).toBe(true);
  const done = await purge(store, await office.person('county-office'), { folder, reason: '误发，已按规定处置' });
  expect(done).toMatchObject({ elsewhere: 0 });
  expect(done.commits).toBeGreaterThan(20);
  const bytes = bytesOf(place.options.repository);
  for (const words of LEAKS) expect(bytes.includes(words), words).toBe(false);
  expect(place.git('fsck', '--full', '--strict', '--no-dangling')).toBe('');

  const { faults, notes } = await faultsOf(place, [head, before.slice(0, 12)]);
  expect(faults).toEqual([]);
  expect(notes.at(-1)).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d 由 county-office 清除 entries\/school\/news\/\d{4}\/20261126-xyz987 的全部内容，原因是“误发，已按规定处置”。/u,
  );
  expect(notes.slice(0, 2)).toEqual(
    [head, before.slice(0, 12)].map((id) =>
      expect.stringMatching(new RegExp(`^抄下的链头 ${id} 在清除内容时改写过，现在是 [0-9a-f]{12}。$`, 'u')),
    ),
  );
  // Everything else is as it was, and work goes on.
  expect((await store.published(history.again.folder))!.text).toContain('第一条改正');
  const next = await office.publish('entries/school/news/2026/20261127-abc237', '以后的一条');
  expect(next.number).not.toBe(number);
  expect((await faultsOf(place)).faults).toEqual([]);
  await store.close();
  const again = await place.open();
  expect((await faultsOf(place)).faults).toEqual([]);
  await again.close();
});

test('a second purge, of something else, keeps the first; heads printed before either are found', async () => {
  using place = new TestOffice({ many: true });
  const { store, office, head, folder, history } = await leak(place);
  const person = await office.person('county-office');
  await purge(store, person, { folder, reason: '误发' });
  const between = await store.main();
  await purge(store, person, { folder: history.second.folder, reason: '又一条误发' });
  expect(bytesOf(place.options.repository).includes('两条重复')).toBe(true);
  await purge(store, person, { folder: PLACES.merged, reason: '并入的也误发' });
  expect(bytesOf(place.options.repository).includes('两条重复')).toBe(false);
  const { faults, notes } = await faultsOf(place, [head, between]);
  expect(faults).toEqual([]);
  expect(notes.filter((note) => note.includes(' 清除 ')).length).toBe(3);
  await store.close();
});

test('rehearsed, it tells how much there is and moves nothing', async () => {
  using place = new TestOffice({ many: true });
  const { store, folder } = await leak(place);
  const refs = place.git('for-each-ref');
  const [, unit = '', type = '', , slug = ''] = folder.split('/');
  const found = await rewrite(store.repository, { unit, type, slug });
  expect([found.commits.size > 20, found.blobs.size > 4, place.git('for-each-ref') === refs]).toEqual([true, true, true]);
  await store.close();
});

test('who may not, what is still public or drafted, and what never was is refused; nothing has moved then', async () => {
  using place = new TestOffice({ many: true });
  const store = await place.open();
  const office = new OfficeAtWork(store);
  const { folder } = await office.publish(FOLDER, '一条消息');
  const main = await store.main();
  const asked = async (by: string, more: object = {}) => told(purge(store, await office.person(by), { folder, reason: '误发', ...more }));
  expect(await asked('school-approval')).toBe('您不在信息办，不能清除。');
  expect(await asked('county-office', { reason: ' ' })).toBe('没有写清除的原因。写明原因，原因会留下记录，不要写进要清除的内容。');
  expect(await asked('county-office', { reason: WORDS.secret })).toBe('原因里有不能保存的文字，没有清除。删去以后再办。');
  expect(await asked('county-office')).toBe('这条内容还在网上，没有清除。先在审核台办理下线，再清除。');
  await office.save(PLACES.first, 'school-editor', '草稿');
  expect(await asked('county-office', { folder: PLACES.first })).toBe('这条内容还有草稿，没有清除。先由编辑丢弃草稿，再清除。');
  expect(await asked('county-office', { folder: 'entries/school/news/2026/20261126-none22' })).toBe(
    '历史里没有这条内容，没有可以清除的。核对条目的文件夹。',
  );
  expect(await store.main()).toBe(main);
  await store.close();
});

test('a purge is no way to forge: what is put in the place of an entry that nobody purged, and a purge by somebody else, are found', async () => {
  using place = new TestOffice({ many: true });
  const { store, office, folder } = await leak(place);
  const [, unit = '', type = '', , slug = ''] = folder.split('/');
  const { refs } = await rewrite(store.repository, { unit, type, slug });
  await store.repository.move(refs);
  const names = async () => [...new Set((await faultsOf(place)).faults.map(({ fault }) => fault))].sort();
  expect(await names()).toEqual(['corrected', 'otherBytes', 'removed']);
  const main = await store.repository.main();
  const { id } = await store.repository.commit({
    tree: (await store.repository.reader.read(`${main.id}^{tree}`))!.id,
    parents: [main.id],
    message: `清除\n\nEntry: ${folder}\nChanged-By: school-approval\nPurged: "误发"\n`,
    author: await office.person('school-approval'),
    isSigned: true,
  });
  await store.repository.move([{ ref: 'refs/heads/main', from: main.id, to: id }]);
  expect(await names()).toEqual(['notOffice']);
  await store.close();
});
