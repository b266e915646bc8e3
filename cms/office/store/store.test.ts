import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Conflict, Refusal } from './refusal.ts';
import { news, personOf, TestOffice, WORDS } from './testing/test-office.ts';

const FOLDER = 'entries/school/news/2026/20261126-abc234';
const OLD = 'entries/school/news/2026/202603-00001';

/** What a refusal says. */
async function told(work: Promise<unknown>): Promise<{ kind: string; message: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return { kind: error.kind, message: error.message };
    throw error;
  }
  return { kind: 'done', message: '' };
}

test('the first start makes a repository from the content folder, with a key that nobody else can read', async () => {
  using office = new TestOffice();
  const store = await office.open();
  expect(office.git('ls-tree', '-r', '--name-only', 'main').split('\n')).toContain(`${OLD}/index.md`);
  expect(office.git('log', '--format=%an <%ae> %s%n%b', 'main')).toBe(
    '办公平台 <office@www.test.gov.example> 接收内容库\nTaken-Over: "存量 6 条，日期以原来所载为准"\n\n办公平台 <office@www.test.gov.example> 建立内容库',
  );
  expect(office.git('fsck', '--full', '--strict')).toBe('');
  expect(statSync(office.options.key).mode & 0o777).toBe(0o600);
  const first = await store.main();
  await store.close();
  const again = await office.open();
  expect(await again.main()).toBe(first);
  await again.close();
});

test('a second office on the same repository is refused', async () => {
  using office = new TestOffice();
  const store = await office.open();
  expect(await told(office.open())).toEqual({
    kind: 'failed',
    message: `办公平台正在使用仓库 ${office.options.repository}。先停掉它，再运行这个命令。`,
  });
  await store.close();
  await (await office.open()).close();
});

test('a save is one commit of the person on the draft, and leaves main alone', async () => {
  using office = new TestOffice();
  const store = await office.open({ clock: () => Date.parse('2030-11-26T08:00:00Z') });
  const main = await store.main();
  const editor = await personOf(store, 'school-editor');
  const { draft, findings } = await store.save(editor, {
    folder: FOLDER,
    version: '',
    files: [
      { name: 'index.md', bytes: news('新消息', WORDS.doubtful) },
      { name: '附件.docx', bytes: Buffer.from('docx') },
    ],
  });
  expect(findings.map(({ rule }) => rule)).toEqual(['wording/terms']);
  expect(draft.files.map(({ name }) => name)).toEqual(['index.md', '附件.docx']);
  expect(office.git('show', '-s', '--format=%an|%ae|%ad|%cn|%B', '--date=iso', 'drafts/school/news/2026/20261126-abc234')).toBe(
    `试人|school-editor@www.test.gov.example|2030-11-26 16:00:00 +0800|办公平台|保存\n\nDraft-Act: save\nEntry: ${FOLDER}`,
  );
  expect(office.git('diff', '--stat', main, draft.version)).toMatch(/2 files changed, 7 insertions/u);
  expect(await store.main()).toBe(main);
  expect(await store.drafts()).toEqual([draft]);
  expect(await store.drafts('school')).toEqual([draft]);
  expect(await store.drafts('valley')).toEqual([]);
  expect(await store.entry(FOLDER)).toEqual(draft);
  expect(Buffer.from(await store.file(draft, '附件.docx')).toString()).toBe('docx');
  expect((await store.facts(draft)).map(({ name, size }) => [name, size])).toEqual([
    ['index.md', 52],
    ['附件.docx', 4],
  ]);
  expect(office.git('fsck', '--full', '--strict')).toBe('');
  await store.close();
});

test('an attachment is named by its blob in a later save; blobs of other entries are not', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const index = { name: 'index.md', bytes: news('新消息') };
  const saved = await store.save(editor, {
    folder: FOLDER,
    version: '',
    files: [index, { name: 'a.docx', bytes: Buffer.from('附件的字节') }],
  });
  const blob = saved.draft.files.find(({ name }) => name === 'a.docx')!.blob;
  const renamed = await store.save(editor, { folder: FOLDER, version: saved.draft.version, files: [index, { name: 'b.docx', blob }] });
  expect(renamed.draft.files.map(({ name }) => name)).toEqual(['b.docx', 'index.md']);
  const other = { folder: `${FOLDER}x`, version: '', files: [index, { name: 'c.docx', blob }] };
  expect(await told(store.save(editor, other))).toEqual({ kind: 'missing', message: '服务器上没有附件“c.docx”。重新选择文件再保存。' });
  await store.close();
});

test('saving the same again makes no commit', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const files = [{ name: 'index.md', bytes: news('新消息') }];
  const { draft } = await store.save(editor, { folder: FOLDER, version: '', files });
  expect((await store.save(editor, { folder: FOLDER, version: draft.version, files })).draft).toBe(draft);
  await store.close();
});

test('a conflict gives what is there, and what the person began with', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const [one, two] = [await personOf(store, 'school-editor'), await personOf(store, 'school-editor2')];
  const before = (await store.entry(OLD))!;
  const change = (title: string) => [{ name: 'index.md', bytes: Buffer.from(before.text.replace('第1次教研活动', title)) }];
  const { draft } = await store.save(one, { folder: OLD, version: before.version, files: change('甲的标题') });
  const conflict = await store.save(two, { folder: OLD, version: before.version, files: change('乙的标题') }).catch((error) => error);
  expect(conflict).toBeInstanceOf(Conflict);
  expect(conflict.message).toBe('别人已经改过这条内容，没有保存。对照两个版本，合并以后再保存。');
  expect(conflict.theirs).toEqual(draft);
  expect(conflict.base).toEqual(before);
  const merged = await store.save(two, { folder: OLD, version: draft.version, files: change('合并的标题') });
  const late = await store.save(one, { folder: OLD, version: draft.version, files: change('甲又改') }).catch((error) => error);
  expect([late.theirs, late.base]).toEqual([merged.draft, draft]);
  await store.close();
});

test('who is not an editor of the unit cannot save, whatever the path says', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const files = [{ name: 'index.md', bytes: news('新消息') }];
  const save = async (id: string, folder: string, more = files) =>
    told(store.save(await personOf(store, id), { folder, version: '', files: more }));
  for (const id of ['valley-editor', 'school-review', 'school-secrecy', 'school-approval', 'county-office', 'county-editor'])
    expect(await save(id, FOLDER)).toEqual({ kind: 'forbidden', message: '您不是这个单位的编辑，不能修改这条内容。' });
  for (const folder of [
    'entries/school/news/2026/../../../units',
    'entries/school/news/2026/x/../../../../valley/news/2026/y',
    '../entries/school/news/2026/abc',
    '/entries/school/news/2026/abc',
    'entries/school/news/2026/abc/',
    'entries/school/news/2026/abc\n',
    'entries/school/news/2026/.git',
    'entries/school/nothing/2026/abc',
    'entries/school/news/26/abc',
    'entries/school/news/2026/标题',
    'entries/school/news/2026/a~b',
    'units/school',
    '',
  ])
    expect(await save('school-editor', folder)).toEqual({ kind: 'wrong', message: '没有这样的条目。从列表里打开条目，或者新建一条。' });
  for (const name of ['../x.docx', '.git', 'a/b.docx', 'x', '-.', 'a b.docx', 'a\n.docx', '.htaccess', 'CON\0.docx'])
    expect((await save('school-editor', FOLDER, [...files, { name, bytes: Buffer.from('x') }])).message).toMatch(
      /^有一个附件的文件名不能用。/u,
    );
  const twice = ['附件A.docx', '附件a.docx'].map((name) => ({ name, bytes: Buffer.from('x') }));
  expect((await save('school-editor', FOLDER, [...files, ...twice])).message).toBe('有两个附件同名。改掉其中一个的文件名。');
  expect(office.git('for-each-ref', 'refs/heads/drafts')).toBe('');
  await store.close();
});

test('front matter that a form could not open, or that runs code, is refused', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const save = (text: string) =>
    told(store.save(editor, { folder: FOLDER, version: '', files: [{ name: 'index.md', bytes: Buffer.from(text) }] }));
  const noFields = '开头没有用“---”围起来的字段。重新打开表单再保存。';
  for (const text of [
    '---js\nalert(1)\n---\n',
    '--- js\nx\n---\n',
    '\ufeff---\na: 1\n---\n',
    '---json\n{}\n---\n',
    '正文',
    '---\ntitle: 甲\n',
  ])
    expect(await save(text)).toEqual({ kind: 'wrong', message: noFields });
  expect((await save('---\n- a\n---\n')).message).toBe('开头的字段应当分项填写。重新打开表单再保存。');
  expect((await save('---\ntitle: !!js/function x\n---\n')).message).toMatch(/^第 1 行：/u);
  expect((await save('---\nindex_number: 990101003/202603-09999\n---\n')).message).toBe(
    '“索引号”由系统编定，不能修改。恢复原来的内容再保存。',
  );
  expect((await save('---\ntitle: 新消息\ncorrection: 原来的日期写错了。\n---\n')).message).toBe(
    '“更正说明”用来改正网上已有的内容，这条现在不在网上。删去更正说明再保存。',
  );
  const { text, version } = (await store.entry(OLD))!;
  const later = text.replace(/published_at: .*/u, "published_at: '2026-03-05 09:30'");
  expect((await told(store.save(editor, { folder: OLD, version, files: [{ name: 'index.md', bytes: Buffer.from(later) }] }))).message).toBe(
    '“发布日期”由系统编定，不能修改。恢复原来的内容再保存。',
  );
  await store.close();
});

test('a draft that is given up is gone, and its commits are kept', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const { draft } = await store.save(editor, { folder: FOLDER, version: '', files: [{ name: 'index.md', bytes: news('新消息') }] });
  const asked = { folder: FOLDER, version: draft.version };
  expect((await told(store.discard(await personOf(store, 'valley-editor'), asked))).kind).toBe('forbidden');
  expect((await told(store.discard(editor, { ...asked, version: '' }))).kind).toBe('conflict');
  await store.discard(editor, asked);
  expect(await store.entry(FOLDER)).toBeUndefined();
  expect(office.git('for-each-ref', '--format=%(parent) %(authorname) %(subject)', 'refs/discarded/')).toBe(`${draft.version} 试人 丢弃`);
  expect(await told(store.discard(editor, asked))).toEqual({
    kind: 'missing',
    message: '没有这条草稿，可能已经发布或者丢弃。请回列表核对。',
  });
  await store.close();
});

test('nobody but the office writes: a push is refused', async () => {
  using office = new TestOffice();
  await (await office.open()).close();
  const clone = join(office.place, 'clone');
  execFileSync('git', ['clone', '--quiet', office.options.repository, clone], { stdio: 'pipe' });
  const push = () => execFileSync('git', ['-C', clone, 'push', 'origin', 'main:refs/heads/mine'], { stdio: 'pipe' });
  expect(push).toThrow(/这个仓库只由办公平台写入，不接收推送。/u);
  expect(office.git('for-each-ref', 'refs/heads/mine')).toBe('');
});

test('a role that main takes away is gone at the next question', async () => {
  using office = new TestOffice();
  const store = await office.open();
  expect((await personOf(store, 'school-editor')).posts).toEqual([{ unit: 'school', role: 'editor' }]);
  expect(await store.people()).toBe(await store.people());
  const { repository } = store;
  const main = await store.main();
  const unit = (await repository.at(main, 'units/school.yaml'))!.bytes.toString();
  const blob = await repository.writeBlob(Buffer.from(unit.replace('id: school-editor\n', 'id: school-new\n')));
  const tree = await repository.withItem(main, 'units/school.yaml', { mode: '100644', id: blob });
  const author = { id: 'office', name: '信息办' };
  const { id } = await repository.commit({ tree, parents: [main], message: '换人\n', author, isSigned: true });
  await repository.move([{ ref: 'refs/heads/main', from: main, to: id }]);
  const people = await store.people();
  expect([people.has('school-editor'), people.get('school-new')?.posts]).toEqual([false, [{ unit: 'school', role: 'editor' }]]);
  await store.close();
});

test('time stands still when the clock is set back a little, and follows it when it was far ahead', async () => {
  using office = new TestOffice();
  let now = Date.parse('2037-01-10T00:00:00Z');
  const store = await office.open({ clock: () => now });
  const editor = await personOf(store, 'school-editor');
  const save = (title: string, version: string) =>
    store.save(editor, { folder: FOLDER, version, files: [{ name: 'index.md', bytes: news(title) }] });
  const first = await save('一', '');
  now -= 240_000;
  const second = await save('二', first.draft.version);
  await store.close();
  now = Date.parse('2036-01-01T00:00:00Z');
  const again = await office.open({ clock: () => now });
  const third = await again.save(editor, {
    folder: FOLDER,
    version: second.draft.version,
    files: [{ name: 'index.md', bytes: news('三') }],
  });
  expect(third.draft.acts.map(({ at }) => at)).toEqual([2115158400, 2115158400, 2082758400]);
  await again.close();
});

test('what a draft was before a save is not kept in memory, nor a draft that is gone', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const save = async (title: string, version = '') => {
    const { draft } = await store.save(editor, { folder: FOLDER, version, files: [{ name: 'index.md', bytes: news(title) }] });
    return { version: draft.version, kept: new WeakRef(draft) };
  };
  const first = await save('一');
  const last = await save('二', first.version);
  expect((await store.versions.draftAt(FOLDER, first.version))?.text).toContain('一');
  await store.discard(editor, { folder: FOLDER, version: last.version });
  expect(await store.drafts('school')).toEqual([]);
  setFlagsFromString('--expose-gc');
  await turn();
  (runInNewContext('gc') as () => void)();
  expect([first.kept.deref(), last.kept.deref()]).toEqual([undefined, undefined]);
  await store.close();
});

test('drafts are listed, and again after a start', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  for (let n = 0; n < 30; n++)
    await store.save(editor, {
      folder: store.newFolder('school', 'news'),
      version: '',
      files: [{ name: 'index.md', bytes: news(`第${n}条`) }],
    });
  await store.close();
  const again = await office.open();
  const drafts = await again.drafts('school');
  expect(drafts).toHaveLength(30);
  expect(new Set(drafts.map(({ text }) => /title: (.*)/u.exec(text)?.[1])).size).toBe(30);
  expect(await again.drafts('school')).toEqual(drafts);
  await again.close();
});
