import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeMain } from '../http/testing/change-main.ts';
import { HttpOffice } from '../http/testing/http-office.ts';
import type { Visitor } from '../http/testing/visitor.ts';
import { personOf, WORDS } from '../store/testing/test-office.ts';

const OLD = 'entries/school/news/2026/202603-00001';

let office: HttpOffice;
let editor: Visitor;
let colleague: Visitor;
let stranger: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  office = await HttpOffice.open(
    {},
    {
      preview: async ({ folder, files }) => ({
        html: [folder, ...files.map(({ path }) => path).sort(), Buffer.from(files.at(-1)!.bytes!).toString()].join('\n'),
      }),
    },
  );
  editor = await office.logIn('school-editor');
  colleague = await office.logIn('school-editor2');
  stranger = await office.logIn('valley-editor');
  reviewer = await office.logIn('school-review');
});
afterAll(() => office.close());

/** Status and body of an answer. */
const said = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer;
  const text = await (await answer).text();
  return { status, body: headers.get('Content-Type')?.startsWith('application/json') ? JSON.parse(text) : text };
};
const ask = (who: Visitor, action: string, query: Record<string, string> = {}) =>
  said(who.get(`/api/content/${action}?${new URLSearchParams(query)}`));
const tell = (who: Visitor, action: string, body: unknown) => said(who.json(`/api/content/${action}`, body));

/** Saves as the form does. */
function save(who: Visitor, entry: unknown, files: Record<string, string> = {}) {
  const form = new FormData();
  form.set('entry', typeof entry === 'string' ? entry : JSON.stringify(entry));
  for (const [name, text] of Object.entries(files)) form.append('file', new File([text], name));
  return said(who.send('/api/content/entry', { method: 'POST', headers: { Origin: 'http://127.0.0.1:4322' }, body: form }));
}

const newFolder = async (who = editor): Promise<string> => (await tell(who, 'new', { unit: 'school', type: 'news' })).body.folder;
const NEWS = { title: '开学', column: 'news', body: '正文。' };

/** A draft that was just saved for the first time. */
async function begin(values: Record<string, unknown> = NEWS, files: Record<string, string> = {}) {
  const folder = await newFolder();
  const { status, body } = await save(editor, { folder, version: '', values }, files);
  expect([status, body]).toEqual([200, expect.anything()]);
  return { folder, version: body.version as string, ...body };
}
const textOf = async (folder: string) => (await office.parts.store.draft(folder))?.text;
const filesOf = async (folder: string) => (await office.parts.store.entry(folder))?.files.map(({ name }) => name);

test('somebody who is no editor gets no form', async () => {
  expect(await ask(reviewer, 'settings')).toEqual({
    status: 403,
    body: { message: '您现在不是任何单位的编辑，不能写稿。要写稿，请单位在人员名单里加上编辑角色。' },
  });
  expect((await reviewer.get('/edit')).status).toBe(403);
  const slashed = await editor.get('/edit/');
  expect([slashed.status, slashed.headers.get('Location')]).toEqual([301, '/edit']);
  const page = await editor.get('/edit');
  expect([page.status, page.headers.get('Content-Security-Policy')]).toEqual([200, expect.stringContaining("script-src 'self';")]);
  const { person, config } = (await ask(editor, 'settings')).body;
  expect(person).toEqual({ account: 'school-editor', name: '试人', units: ['school'] });
  expect(config.collections.map(({ name }: { name: string }) => name)).toEqual([
    'school_news',
    'school_policy',
    'school_interpretation',
    'school_public-list',
  ]);
});

test('the editor of another unit is refused every question', async () => {
  const { folder, version } = await begin();
  const refused = { status: 403, body: { message: '您不是这个单位的编辑，不能查看和修改它的稿件。' } };
  const act = { folder, version };
  for (const [action, query] of [
    ['entries', { unit: 'school', type: 'news' }],
    ['all-entries', { unit: 'school', type: 'news' }],
    ['entry', { folder }],
  ] as const)
    expect(await ask(stranger, action, query), action).toEqual(refused);
  for (const [action, body] of [
    ['new', { unit: 'school', type: 'news' }],
    ['submit', act],
    ['recall', act],
    ['discard', act],
    ['presence', { folder }],
    ['preview', { folder, values: NEWS }],
    ['preview', { folder: 'entries/school/news', values: NEWS }],
  ] as const)
    expect(await tell(stranger, action, body), action).toEqual(refused);
  expect(await save(stranger, { ...act, values: NEWS })).toEqual(refused);
  expect(await ask(stranger, `file/${folder}/a.txt`)).toEqual({
    status: 403,
    body: { message: '您在这个单位没有角色，不能打开它的附件。' },
  });
  expect((await ask(stranger, 'drafts')).body).toEqual([]);
  expect(await textOf(folder)).toContain('开学');
});

test('the office names the folder of a new entry, and takes no other', async () => {
  const refused = { status: 400, body: { message: '这条内容的位置不是系统给的，没有保存。再点一次“保存”。' } };
  const folder = await newFolder();
  expect(folder).toMatch(/^entries\/school\/news\/20\d\d\/20\d{6}-[2-9a-z]{6}$/u);
  expect(await save(colleague, { folder, version: '', values: NEWS })).toEqual(refused);
  const own = 'entries/school/news/2026/20261126-abc234';
  expect(await save(editor, { folder: own, version: '', values: NEWS })).toEqual(refused);
  expect(await save(editor, { folder: `${folder}/../x`, version: '', values: NEWS })).toEqual({
    status: 400,
    body: { message: '没有这样的条目。从列表里打开条目，或者新建一条。' },
  });
  expect(await tell(editor, 'new', { unit: 'school', type: 'notice' })).toEqual({
    status: 400,
    body: { message: '这个单位没有收这种内容的栏目。换一种内容类型，或者请县信息办开设栏目。' },
  });
  expect((await save(editor, { folder, version: '', values: NEWS })).status).toBe(200);
  expect(await textOf(folder)).toBe('---\ntitle: 开学\ncolumn: news\n---\n\n正文。\n');
  const { folder: empty } = await begin({});
  expect(await textOf(empty)).toBe('---\n---\n');
});

test('index number and fields that the type does not have are not taken from a form', async () => {
  const values = { ...NEWS, index_number: '990101003/202603-00009', published_at: '2026-03-02 09:30', begun: '2030', __proto__: { a: 1 } };
  const { folder } = await begin(values);
  expect(await textOf(folder)).toBe('---\ntitle: 开学\ncolumn: news\n---\n\n正文。\n');
  const { version, values: old } = (await ask(editor, 'entry', { folder: OLD })).body;
  expect(old).not.toHaveProperty('index_number');
  await save(editor, { folder: OLD, version, values: { ...old, title: '改过的标题' } });
  const before = (await office.parts.store.published(OLD))!.text;
  expect(await textOf(OLD)).toBe(before.replace('title: 第1次教研活动', 'title: 改过的标题'));
});

test('files that the entry names are kept and not sent again; others go', async () => {
  const attachments = [
    { file: 'a.txt', title: '甲' },
    { file: 'b.txt', title: '乙' },
  ];
  const values = { ...NEWS, attachments, body: '见[丙](c.txt)。' };
  const first = await begin(values, { 'a.txt': '甲文', 'b.txt': '乙文', 'c.txt': '丙文', 'not-named.txt': '丁文' });
  expect(first.files).toEqual([
    { name: 'a.txt', size: 6 },
    { name: 'b.txt', size: 6 },
    { name: 'c.txt', size: 6 },
  ]);
  const { folder, version } = first;
  const less = { ...values, attachments: [attachments[1]!] };
  const second = await save(editor, { folder, version, values: less }, { 'b.txt': '乙文改' });
  expect(second.body.files).toEqual([
    { name: 'b.txt', size: 9 },
    { name: 'c.txt', size: 6 },
  ]);
  expect(await filesOf(folder)).toEqual(['b.txt', 'c.txt', 'index.md']);
  const { values: opened, files } = (await ask(editor, 'entry', { folder })).body;
  expect([opened.attachments, files.length]).toEqual([[attachments[1]], 2]);
  const bad = await save(
    editor,
    { folder, version: second.body.version, values: { ...NEWS, attachments: [{ file: '../x.txt', title: '' }] } },
    { '../x.txt': 'x' },
  );
  expect(bad).toEqual({
    status: 400,
    body: { message: '有一个附件的文件名不能用。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。' },
  });
});

test('a file that a form brought cannot run in the office', async () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const attachments = ['图.svg', 'a.xml', 'b.png'].map((file) => ({ file, title: file }));
  const { folder } = await begin({ ...NEWS, attachments }, { '图.svg': script, 'a.xml': script, 'b.png': script });
  const headers = async (who: Visitor, name: string) => {
    const answer = await who.get(`/api/content/file/${folder}/${encodeURIComponent(name)}`);
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await answer.text()).toBe(script);
    return [answer.headers.get('Content-Type'), answer.headers.get('Content-Disposition')];
  };
  expect(await headers(editor, '图.svg')).toEqual(['application/octet-stream', "attachment; filename*=UTF-8''%E5%9B%BE.svg"]);
  expect(await headers(reviewer, 'a.xml')).toEqual(['application/octet-stream', "attachment; filename*=UTF-8''a.xml"]);
  expect(await headers(reviewer, 'b.png')).toEqual(['image/png', "inline; filename*=UTF-8''b.png"]);
  for (const name of ['none.txt', 'index.md', '..%2Findex.md'])
    expect((await editor.get(`/api/content/file/${folder}/${name}`)).status, name).toBe(404);
});

test('what the checks refuse is told in the words of the form, and nothing of it is kept', async () => {
  const { folder, version } = await begin();
  const values = { ...NEWS, attachments: [{ file: 'a.txt', title: '甲' }] };
  expect(await save(editor, { folder, version, values }, { 'a.txt': WORDS.secret })).toEqual({
    status: 422,
    body: {
      message: '内容里有不能保存的文字或者文件，没有保存。按提示改好再保存。',
      findings: [{ effect: 'refuse', where: 'a.txt　正文', message: '改正这一处。', excerpt: '', basis: '' }],
    },
  });
  expect(await filesOf(folder)).toEqual(['index.md']);
});

test('what does not forbid saving is there again at each opening, and forbids the submission', async () => {
  const { folder, version, findings } = await begin({ ...NEWS, body: `${WORDS.incomplete}，${WORDS.doubtful}。` });
  const block = { effect: 'block', where: '正文', message: '改正这一处。', excerpt: '', basis: '' };
  expect(findings).toEqual([block, { ...block, effect: 'warn' }]);
  expect((await ask(editor, 'entry', { folder })).body.findings).toEqual(findings);
  expect(await tell(editor, 'submit', { folder, version })).toEqual({
    status: 422,
    body: { message: '检查没有通过，没有提交。按提示改好再提交。', findings },
  });
});

test('a draft is submitted, cannot be changed, is sent back with a reason and its place, and submitted again', async () => {
  const { folder, version } = await begin();
  const submitted = (await tell(editor, 'submit', { folder, version })).body;
  const listed = async () => (await ask(colleague, 'drafts')).body.find((draft: { folder: string }) => draft.folder === folder);
  expect(await listed()).toMatchObject({ values: { title: '开学' }, status: 'pending_review', isPublished: false, author: '试人' });
  expect(await save(editor, { folder, version: submitted.version, values: NEWS })).toEqual({
    status: 409,
    body: { message: '这条内容正在审核，不能修改。先收回，再修改。' },
  });
  // A form that was open before all this is told who handed it in, and is still good when the draft came back.
  const late = await save(colleague, { folder, version, values: { ...NEWS, body: '补充。' } });
  expect(late).toEqual({
    status: 409,
    body: { message: '试人已经提交审核，没有保存。另开一页把稿件收回，再回到这里保存；文字还留在这一页上。' },
  });
  const { workflow, store } = office.parts;
  await workflow.sendBack(await personOf(store, 'school-review'), { folder, version: submitted.version }, '标题要写全。', '标题');
  const returned = { by: '试人', at: expect.stringMatching(/^20/u), reason: '标题要写全。', place: '标题' };
  expect(await listed()).toMatchObject({ status: 'draft', returned });
  const { status, body } = await save(colleague, { folder, version, values: { ...NEWS, body: '补充。' } });
  expect([status, body.returned]).toEqual([200, returned]);
  const opened = (await ask(editor, 'entry', { folder })).body;
  expect(opened).toMatchObject({ status: 'draft', returned, values: { body: '\n补充。\n' } });
  const again = (await tell(editor, 'submit', { folder, version: opened.version })).body;
  expect((await listed()).returned).toBeUndefined();
  const recalled = (await tell(editor, 'recall', { folder, version: again.version })).body;
  expect((await tell(editor, 'discard', { folder, version: recalled.version })).status).toBe(200);
  expect(readFileSync(office.parts.audit.path, 'utf8').trimEnd().split('\n').at(-1)).toContain(
    `"person":"school-editor","act":"discard","detail":"${folder} ${recalled.version}"`,
  );
  expect((await ask(editor, 'entry', { folder })).status).toBe(404);
});

test('a conflict gives both versions and what they come from', async () => {
  const { folder, version } = await begin({ ...NEWS, keywords: ['一'] });
  const theirs = await save(colleague, { folder, version, values: { ...NEWS, title: '别的标题', keywords: ['一'] } });
  const { status, body } = await save(editor, { folder, version, values: { ...NEWS, body: '别的正文。' } });
  expect(status).toBe(409);
  expect(body).toEqual({
    message: '别人已经改过这条内容，没有保存。对照两个版本，合并以后再保存。',
    isDiscarded: false,
    author: '试二',
    changedAt: expect.stringMatching(/^20/u),
    version: theirs.body.version,
    values: { ...NEWS, title: '别的标题', keywords: ['一'], body: '\n正文。\n' },
    files: [],
    base: { ...NEWS, keywords: ['一'], body: '\n正文。\n' },
  });
  expect((await save(colleague, { folder, version, values: { ...NEWS, body: '别的正文。' } })).body).toMatchObject({
    message: '您在别的窗口改过这条内容，没有保存。对照两个版本，合并以后再保存。',
    author: '您在别的窗口',
  });
  expect((await save(editor, { folder, version: body.version, values: { ...NEWS, body: '别的正文。' } })).status).toBe(200);
});

test('a draft that a colleague discarded is taken up again by who still has it open, with its attachments and those who wrote it', async () => {
  const values = { ...NEWS, attachments: [{ file: 'a.txt', title: '甲' }] };
  const { folder, version } = await begin(values, { 'a.txt': '甲文' });
  expect((await tell(colleague, 'discard', { folder, version })).status).toBe(200);
  const { status, body } = await save(editor, { folder, version, values: { ...values, body: '改过。' } });
  expect([status, body]).toEqual([
    409,
    {
      message: expect.stringMatching(/^试二已于20\d\d-\d\d-\d\d \d\d:\d\d丢弃这份稿件，没有保存。$/u),
      isDiscarded: true,
      author: '试二',
      changedAt: expect.stringMatching(/^20/u),
      version: expect.stringMatching(/^[0-9a-f]{40}$/u),
      values: { ...values, body: '\n正文。\n' },
      files: [{ name: 'a.txt', size: 6 }],
      base: { ...values, body: '\n正文。\n' },
    },
  ]);
  expect(await textOf(folder)).toBeUndefined();
  const again = await save(colleague, { folder, version: body.version, values: { ...values, body: '改过。' } });
  expect([again.status, await filesOf(folder)]).toEqual([200, ['a.txt', 'index.md']]);
  const { acts } = (await office.parts.store.draft(folder))!;
  expect(acts.map(({ kind, person }) => `${kind} ${person}`)).toEqual([
    'save school-editor',
    'discard school-editor2',
    'save school-editor2',
  ]);
});

test('who has an entry open is told until nothing is heard of them', async () => {
  const { folder } = await begin();
  const names = async (who: Visitor, more = {}) => (await tell(who, 'presence', { folder, ...more })).body.names;
  expect(await names(editor)).toEqual([]);
  expect(await names(colleague)).toEqual(['试人']);
  expect(await names(editor)).toEqual(['试二']);
  expect(await names(colleague, { left: true })).toEqual(['试人']);
  expect(await names(editor)).toEqual([]);
  await names(colleague);
  office.ahead = 46_000;
  expect(await names(editor)).toEqual([]);
  office.ahead = 0;
});

test('a page of the list follows the one before, and a search finds one character', async () => {
  const page = (await ask(editor, 'entries', { unit: 'school', type: 'news' })).body;
  expect(page).toMatchObject({ total: 3, items: [{ values: { title: '第3次教研活动' } }, { values: { title: '第2次教研活动' } }, {}] });
  const last = (await ask(editor, 'entries', { unit: 'school', type: 'news', after: page.items[1].folder })).body;
  expect(last.items).toEqual([
    {
      folder: OLD,
      values: { title: '第1次教研活动', published: '2026-03-02' },
      status: 'published',
      isPublished: true,
      author: '',
      changedAt: '',
    },
  ]);
  expect((await ask(editor, 'all-entries', { unit: 'school', type: 'news' })).body).toHaveLength(3);
  const found = async (q: string) => (await ask(editor, 'find', { q })).body.items;
  expect(await found('路')).toEqual([
    { number: '990101101/202603-00001', title: '山谷乡修通道路', unit: '山谷乡' },
    { number: '990101000/202603-00001', title: '试验县道路管护办法', unit: '县政府' },
  ]);
  expect(await found('教研')).toHaveLength(3);
  expect(await found('990101101/202603-00001')).toEqual([{ number: '990101101/202603-00001', title: '山谷乡修通道路', unit: '山谷乡' }]);
  expect(await found('%')).toEqual([]);
  expect(await found('"')).toEqual([]);
  expect(await found('news')).toEqual([]);
});

test('the preview is of what stands in the form, with the files of the draft, and nothing is kept', async () => {
  const { folder } = await begin({ ...NEWS, attachments: [{ file: 'a.txt', title: '甲' }] }, { 'a.txt': '甲文' });
  const before = await textOf(folder);
  const { body } = await tell(editor, 'preview', { folder, values: { ...NEWS, title: '没有保存' } });
  expect(body.html).toBe(`${folder}\n${folder}/a.txt\n${folder}/index.md\n---\ntitle: 没有保存\ncolumn: news\n---\n\n正文。\n`);
  expect((await tell(editor, 'preview', { folder: 'entries/school/news', values: NEWS })).status).toBe(200);
  expect(await textOf(folder)).toBe(before);
});

test.each([
  ['no JSON', '{'],
  ['no values', '{"folder":"x","version":""}'],
  ['a body that is no text', '{"folder":"x","version":"","values":{"body":[]}}'],
  ['something more', JSON.stringify({ folder: OLD, version: '', values: {}, published: true })],
  ['too deep', `{"folder":"x","version":"","values":{"title":${'['.repeat(9000)}${']'.repeat(9000)}}}`],
])('a save with %s is refused', async (_, entry) => {
  expect(await save(editor, entry)).toEqual({
    status: 400,
    body: { message: '送来的内容不完整，没有办理。刷新页面，再办一次；文字先复制下来。' },
  });
});

test('values of any shape are kept out of the way or saved, and never break the office', async () => {
  const odd = [null, 1, 'x', [null], [['x']], { a: 1 }];
  for (const value of odd) {
    const folder = await newFolder();
    const values = Object.fromEntries(['title', 'column', 'keywords', 'attachments', 'cover', 'duties'].map((name) => [name, value]));
    const { status } = await save(editor, { folder, version: '', values });
    expect(status, JSON.stringify(value)).toBe(200);
    expect((await ask(editor, 'entry', { folder })).status, JSON.stringify(value)).toBe(200);
  }
  expect((await ask(editor, 'drafts')).status).toBe(200);
});

const FOREIGN: [name: string, write: (text: string) => string][] = [
  ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['with a mark of byte order', (text) => `\ufeff${text}`],
  ['with both', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
];
test.each(FOREIGN)('an entry %s on main opens in the form, is changed, submitted and withdrawn like any other', async (name, write) => {
  const folder = `entries/school/news/2026/202603-0000${FOREIGN.findIndex((each) => each[0] === name) + 1}`;
  const left = await office.parts.store.draft(folder);
  if (left) await tell(editor, 'discard', { folder, version: left.version });
  const plain = (await office.parts.store.published(folder))!.text;
  const { values } = (await ask(editor, 'entry', { folder })).body;
  await changeMain(office, `${folder}/index.md`, write);
  const opened = (await ask(editor, 'entry', { folder })).body;
  expect(opened.values).toEqual(values);
  expect(await textOf(folder)).toBeUndefined();
  const first = (await save(editor, { folder, version: opened.version, values })).body;
  expect(await textOf(folder)).toBe(write(plain).replace('\ufeff', ''));
  const title = `${values.title}纪要`;
  const second = (await save(editor, { folder, version: first.version, values: { ...values, title } })).body;
  expect(await textOf(folder)).toBe(plain.replace(values.title, title));
  expect((await tell(editor, 'submit', { folder, version: second.version })).status).toBe(200);
  const { version } = (await office.parts.store.published(folder))!;
  const signer = await office.logIn('school-approval');
  expect((await signer.form('/desk/withdraw', { folder, version, reason: '内容有误。' })).status).toBe(303);
  expect((await office.parts.store.published(folder))!.text).toContain('撤回原因：内容有误。');
  const shown = await (await signer.get(`/desk/published/${folder.slice('entries/'.length)}`)).text();
  expect([shown.includes('已撤稿'), shown.includes('/desk/withdraw'), shown.includes('/desk/take-down')]).toEqual([true, false, true]);
  const { items } = (await ask(editor, 'entries', { unit: 'school', type: 'news' })).body;
  expect(items.find((each: { folder: string }) => each.folder === folder).values.published).toMatch(/^2026-\d\d-\d\d　已撤稿$/u);
});

test('an entry that is withdrawn or taken down while somebody has a draft of it comes back when all have signed a later save', async () => {
  const { store, workflow } = office.parts;
  const folder = 'entries/school/news/2026/202603-00002';
  const left = await store.draft(folder);
  if (left) await workflow.recall(await personOf(store, 'school-editor'), left).then((draft) => tell(editor, 'discard', draft));
  const signer = await office.logIn('school-approval');
  const remove = async (way: string) => {
    const { version } = (await store.published(folder))!;
    expect((await signer.form(`/desk/${way}`, { folder, version, reason: '数字有误' })).status).toBe(303);
  };
  const submit = async () => tell(editor, 'submit', { folder, version: (await store.draft(folder))!.version });
  const change = async (title: string) => {
    const { version, values } = (await ask(editor, 'entry', { folder })).body;
    const { body } = await save(editor, { folder, version, values: { ...values, ...NEWS, title } });
    expect((await submit()).status).toBe(200);
    return { version: body.version, values: { ...values, ...NEWS, title } };
  };
  const sendBack = async () =>
    workflow.sendBack(await personOf(store, 'school-review'), { folder, version: (await store.draft(folder))!.version }, '合并。');
  const notice = async () =>
    (await (await reviewer.get(`/desk/change/${folder.slice('entries/'.length)}`)).text())
      .match(/<p class="fault" role="alert">这条(.*?)<\/p>/u)?.[1]
      ?.replaceAll('&quot;', '"')
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/u, '某时');
  const publish = async () => {
    let published: { folder: string; number: string } | undefined;
    for (const role of ['review', 'secrecy', 'approval'] as const) {
      const asked = { folder, version: (await store.draft(folder))!.version };
      ({ published } = await workflow.sign(await personOf(store, `school-${role}`), asked, role));
    }
    return published!;
  };

  const { values } = await change('改正的标题');
  await remove('withdraw');
  const said = (act: string, more: string) => `内容已由试人于某时${act}，原因是“数字有误”。${more}`;
  expect(await notice()).toBe(said('撤稿', '照现在这样不能发布。退回编辑，由编辑再保存一次，重新提交。'));
  await sendBack();
  const refused = await submit();
  expect([refused.status, refused.body.message]).toEqual([409, expect.stringMatching(/打开这份稿件，看过说明，保存一次，再提交。$/u)]);
  const opened = (await ask(editor, 'entry', { folder })).body;
  expect(opened.moved).toEqual({ words: expect.stringMatching(/^这条内容已由试人于.{16}撤稿，原因是“数字有误”。$/u), isSettled: false });
  expect(opened.values.title).toBe('改正的标题');
  expect((await save(editor, { folder, version: opened.version, values })).body.moved).toEqual({ ...opened.moved, isSettled: true });
  expect((await submit()).status).toBe(200);
  expect(await notice()).toBe(said('撤稿', '签齐以后，网上改成这一版。'));
  expect((await store.published(folder))!.text).toContain('撤回原因：数字有误');
  const back = await publish();
  expect([back.folder, back.number]).toEqual([folder, '990101003/202603-00002']);
  expect((await store.published(folder))!.text).toContain('title: 改正的标题');

  await change('又改的标题');
  await remove('take-down');
  await sendBack();
  const again = (await ask(editor, 'entry', { folder })).body;
  expect((await save(editor, { folder, version: again.version, values: again.values })).status).toBe(200);
  expect(await textOf(folder)).toBe('---\ntitle: 又改的标题\ncolumn: news\n---\n\n正文。\n');
  expect((await submit()).status).toBe(200);
  expect(await notice()).toBe(said('下线', '签齐以后作为新内容发布，另编索引号。'));
  expect(await store.published(folder)).toBeUndefined();
  const anew = await publish();
  expect(anew.number).not.toBe('990101003/202603-00002');
  expect((await store.published(anew.folder))!.text).toContain('title: 又改的标题');
});
