import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../store/refusal.ts';
import { news, personOf } from '../store/testing/test-office.ts';
import { AttackedOffice, type Attempt } from './testing/attacked-office.ts';

/** Folders, files and addresses that lead out of where somebody may write or read. To try more, add a line. */

let office: AttackedOffice;
let draft: string;
beforeAll(async () => {
  office = await AttackedOffice.open();
  draft = await office.write('school-editor', { slug: 'draft', files: { 'list.csv': '名单' } });
  for (const id of ['school-editor', 'school-review', 'school-approval']) await office.as(id);
});
afterAll(() => office.close());

const NO_ENTRY = '没有这样的条目。从列表里打开条目，或者新建一条。';
const NOT_GIVEN = '这条内容的位置不是系统给的，没有保存。再点一次“保存”。';
const NOT_EDITOR = '您不是这个单位的编辑，不能查看和修改它的稿件。';
const BAD_NAME = '有一个附件的文件名不能用。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。';
const TWICE = '有两个附件同名。改掉其中一个的文件名。';

const FOLDERS: [name: string, folder: string, status?: number, words?: string][] = [
  ['up and into the units', 'entries/school/news/2026/../../../units/school'],
  ['up into another unit', 'entries/school/../valley/news/2026/x'],
  ['up at the end', 'entries/school/news/2026/x/..'],
  ['up, escaped', 'entries/school/news/2026/%2e%2e%2f%2e%2e'],
  ['up, escaped twice', 'entries/school/news/2026/%252e%252e'],
  ['by backslashes', 'entries\\school\\news\\2026\\x'],
  ['up by backslashes', 'entries/school/news/2026/..\\..\\x'],
  ['from the top of the disk', '/entries/school/news/2026/x'],
  ['from a drive', 'C:/entries/school/news/2026/x'],
  ['with an empty part', 'entries/school//news/2026/x'],
  ['deeper', 'entries/school/news/2026/x/y'],
  ['with a NUL', 'entries/school/news/2026/x\0.md'],
  ['with a line feed', 'entries/school/news/2026/x\n'],
  ['with a colon, as Git names things', 'main:entries/school/news/2026/x'],
  ['in capitals', 'ENTRIES/school/news/2026/x'],
  ['a unit in capitals', 'entries/School/news/2026/x'],
  ['a slug in capitals', 'entries/school/news/2026/X'],
  ['the folder of Git', 'entries/school/news/2026/.git'],
  ['the folder of Git as Windows has it', 'entries/school/news/2026/git~1'],
  ['a unit that is the folder of Git', 'entries/.git/news/2026/x'],
  ['attributes of Git', '.gitattributes'],
  ['attributes of Git in a year', 'entries/school/news/2026/.gitattributes'],
  ['a lock of Git', 'entries/school/news/2026/x.lock'],
  ['a space at the end', 'entries/school/news/2026/x '],
  ['a dot at the end', 'entries/school/news/2026/x.'],
  ['a letter that looks like another', 'entries/school/n\u0435ws/2026/x'],
  ['full-width letters', 'entries/ｓｃｈｏｏｌ/news/2026/x'],
  ['full-width figures', 'entries/school/news/２０２６/x'],
  ['an invisible letter', 'entries/school/news/2026/x\u200b'],
  ['a letter that turns the text', 'entries/school/news/2026/x\u202e'],
  ['half a letter', 'entries/school/news/2026/\ud800'],
  ['a short year', 'entries/school/news/26/x'],
  ['a long year', 'entries/school/news/02026/x'],
  ['a year before', 'entries/school/news/-2026/x'],
  ['a slug like an option', 'entries/school/news/2026/-x'],
  ['a type that is none', 'entries/school/nothing/2026/x'],
  ['a type that every object has', 'entries/school/constructor/2026/x'],
  ['the units', 'units/school'],
  ['the portal', 'portal.yaml'],
  ['the numbers', '.numbers/990101003/203011'],
  ['all entries', 'entries'],
  ['nothing', ''],
  ['another unit', 'entries/valley/news/2026/x', 403, NOT_EDITOR],
  ['a unit that every object has', 'entries/constructor/news/2026/x', 403, NOT_EDITOR],
  ['the year 0', 'entries/school/news/0000/x', 400, NOT_GIVEN],
  ['a year to come', 'entries/school/news/9999/x', 400, NOT_GIVEN],
  ['another type of the own unit', 'entries/school/annual-report/2026/x', 400, NOT_GIVEN],
  ['a folder of the own choice', 'entries/school/news/2026/index', 400, NOT_GIVEN],
];
test.each(FOLDERS)('an entry saved %s: refused', async (_, folder, status = 400, words = NO_ENTRY) => {
  const values = { title: '新消息', column: 'news', body: '正文。' };
  await office.expectRefused(() => office.save('school-editor', { folder, version: '', values }, { 'a.csv': 'x' }), status, words);
});
test.each(FOLDERS)('acts on an entry %s: refused', async (_, folder) => {
  const acts = [
    () => office.act('school-editor', 'submit', { folder, version: '' }),
    () => office.act('school-editor', 'discard', { folder, version: '' }),
    () => office.act('school-editor', 'preview', { folder: `${folder}/`, values: {} }),
    () => office.get('school-editor', `/api/content/entry?folder=${encodeURIComponent(folder.toWellFormed())}`),
    () => office.desk('school-approval', 'sign', folder, { version: '', role: 'approval' }),
    () => office.desk('school-approval', 'take-down', folder, { version: '', reason: '错' }),
  ];
  for (const act of acts) {
    const { status } = await act();
    expect([400, 403, 404]).toContain(status);
  }
});

const NAMES: [name: string, file: string, words?: string][] = [
  ['up', '../evil.docx'],
  ['far up', '../../../../units/school.yaml'],
  ['up by backslashes', '..\\evil.docx'],
  ['from the top of the disk', '/etc/passwd.txt'],
  ['into a folder', 'a/evil.docx'],
  ['attributes of Git', '.gitattributes'],
  ['a module of Git', '.gitmodules'],
  ['settings of a web server', '.htaccess'],
  ['without an extension', 'evil'],
  ['a dot at the end', 'evil.docx.'],
  ['a space at the end', 'evil.docx '],
  ['another stream of the file', 'evil.docx:a.txt'],
  ['half a tag', '<img src=x onerror=alert(1)>.png'],
  ['quotes', '"onload="alert(1).png'],
  ['turned around', 'evil\u202excod.exe'],
  ['an invisible letter', 'evil\u200b.docx'],
  ['full-width letters', 'ｅｖｉｌ.docx'],
  ['far too long', `${'a'.repeat(200)}.docx`],
  ...['page.html', 'page.HTM', 'page.xhtml', 'code.js', 'code.mjs', 'look.css', 'page.php', 'run.exe', 'run.bat', 'link.lnk'].map(
    (file): [string, string, string] => [
      file,
      file,
      `附件“${file}”是网页或者程序，打开就会运行，不能放到网上。换成 PDF、OFD、Word 或者 Excel。`,
    ],
  ),
  ['the entry itself in capitals', 'INDEX.md', TWICE],
];
test.each(NAMES)('an attachment named %s: refused', async (_, name, words = BAD_NAME) => {
  const values = { title: '新消息', column: 'news', attachments: [{ file: name, title: '附件材料' }], body: '正文。' };
  await office.expectRefused(() => office.saveAgain('school-editor', draft, values, { [name]: '坏' }), 400, words);
});

test('two attachments that differ only in capitals: refused', async () => {
  const attachments = ['evil.docx', 'EVIL.docx'].map((file) => ({ file, title: '附件材料' }));
  const values = { title: '新消息', column: 'news', attachments, body: '正文。' };
  await office.expectRefused(() => office.saveAgain('school-editor', draft, values, { 'evil.docx': '一', 'EVIL.docx': '二' }), 400, TWICE);
});

test('a file that no field names is not kept; one that poses as the entry does not take its place', async () => {
  const folder = await office.write('school-editor', { slug: 'posing' });
  const values = { title: '新消息', column: 'news', body: '见[正文](index.md)。' };
  const forged = "---\ntitle: 冒充\nindex_number: '990101003/202603-00009'\n---\n";
  expect((await office.saveAgain('school-editor', folder, values, { 'index.md': forged, 'more.csv': '多余' })).status).toBe(200);
  const saved = (await office.store.draft(folder))!;
  expect(saved.files.map(({ name }) => name)).toEqual(['index.md']);
  expect(saved.text).toBe('---\ntitle: 新消息\ncolumn: news\n---\n\n见[正文](index.md)。\n');
});

const own = (path: string) => `/api/content/file/${draft}/${path}`;
const shown = async (path: string) => `/desk/file/${await office.version(draft)}/${draft.slice('entries/'.length)}/${path}`;
const NO_FILE = '没有这个附件。重新打开条目看看。';
const MISSING = '没有这个页面。请核对地址，或者从首页进入。';
const ADDRESSES: Attempt[] = [
  ['a file up', () => office.get('school-editor', own('..%2f202603-00001%2findex.md')), 404, NO_FILE],
  ['a file far up', () => office.get('school-editor', own('..%2f..%2f..%2f..%2f..%2funits%2fschool.yaml')), 404, NO_FILE],
  ['a file by backslashes', () => office.get('school-editor', own('..%5c..%5cportal.yaml')), 404, NO_FILE],
  ['a file with a NUL', () => office.get('school-editor', own('list.csv%00.png')), 404, NO_FILE],
  ['the file of the entry itself', () => office.get('school-editor', own('index.md')), 404, NO_FILE],
  ['a file of the machine', () => office.get('school-editor', own('%2fetc%2fpasswd')), 404, NO_FILE],
  ['a file that every object has', () => office.get('school-editor', own('constructor')), 404, NO_FILE],
  ['units as if they were entries', () => office.get('school-editor', '/api/content/file/units/school/news/2026/x/y.yaml'), 400, NO_ENTRY],
  ['a folder up', () => office.get('school-editor', '/api/content/file/entries/school/news/2026/%2e%2e/portal.yaml'), 404, MISSING],
  [
    'a folder up, escaped',
    () => office.get('school-editor', '/api/content/file/entries/school/news/2026/..%2f..%2f/x.yaml'),
    400,
    NO_ENTRY,
  ],
  ['a file of the desk up', async () => office.get('school-review', await shown('..%2findex.md')), 404, NO_FILE],
  [
    'a version that is main',
    async () => office.get('school-review', (await shown('list.csv')).replace(/[0-9a-f]{40}/u, 'main')),
    404,
    '网上没有这条内容。请回审核台核对。',
  ],
  [
    'a version that is a branch',
    async () => office.get('school-review', (await shown('list.csv')).replace(/[0-9a-f]{40}/u, 'HEAD~1')),
    404,
    '没有这个版本。回到审核台，重新打开。',
  ],
  [
    'a page of a commit of main',
    async () => office.get('school-review', `/desk/preview/${await office.store.main()}/${draft.slice(8)}`),
    404,
    '没有这个版本。回到审核台，重新打开。',
  ],
  ['the key', () => office.get('school-editor', '/office-key'), 404, MISSING],
  ['the repository', () => office.get('school-editor', '/portal.git/HEAD'), 404, MISSING],
  ['a source file', () => office.get('school-editor', '/office/..%2f..%2fpackage.json'), 404, MISSING],
];
test.each(ADDRESSES)('%s: refused', async (_, attempt, status, words) => office.expectRefused(attempt, status, words));

const TEXTS: [name: string, text: string | Uint8Array, words: string][] = [
  ['JavaScript as front matter', '---js\n{ title: process.exit() }\n---\n正文', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['JavaScript by its long name', '---javascript\nmodule.exports = {}\n---\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['JSON as front matter', '---json\n{"title":"新消息"}\n---\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['TOML as front matter', '---toml\ntitle = "新消息"\n---\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['TOML by its own marks', '+++\ntitle = "新消息"\n+++\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['a language after a space', '--- js\ntitle: 新消息\n---\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['a mark of byte order', '\ufeff---\ntitle: 新消息\n---\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  ['fields without an end', '---\ntitle: 新消息\n', '开头没有用“---”围起来的字段。重新打开表单再保存。'],
  [
    'a function',
    '---\ntitle: !!js/function "function () { return 1 }"\n---\n',
    '第 1 行：以“!”开头的文字在这里有别的意思。两边加上英文引号。',
  ],
  [
    'an object of another language',
    '---\ntitle: !!python/object/apply:os.system ["ls"]\n---\n',
    '第 1 行：以“!”开头的文字在这里有别的意思。两边加上英文引号。',
  ],
  [
    'an anchor',
    '---\ntitle: &a 新消息\nsummary: *a\n---\n',
    '第 1 行：这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。',
  ],
  ['anchors that multiply', `---\n${bomb()}---\n`, '第 1 行：这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。'],
  ['a field twice', '---\ntitle: 好\ntitle: 坏\n---\n', '第 2 行：同一个字段写了两次。留下一个，删去另一个。'],
  ['two documents', '---\ntitle: 好\n...\ntitle: 坏\n---\n', '第 2 行：一个文件只能写一份内容。删去中间的“---”或者“...”。'],
  ['a list for fields', '---\n- title\n---\n', '开头的字段应当分项填写。重新打开表单再保存。'],
  [
    'a hundred and fifty levels',
    `---\ntitle: ${'['.repeat(150)}${']'.repeat(150)}\n---\n`,
    '第 1 行：一层套一层，超过了 100 层。减少层数。',
  ],
  ['a NUL', '---\ntitle: 新\0消息\n---\n', '文件里有不能显示的字符，不像是文字。换成纯文本再保存。'],
  [
    'bytes that are no text',
    Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]),
    '文件不是 UTF-8 编码，中文会变成乱码。另存为 UTF-8 编码再提交。',
  ],
  ['nothing', '', '有一个文件是空的。重新选择文件。'],
  ['six megabytes of text', `---\ntitle: 新消息\n---\n${'a'.repeat(6_000_000)}`, '文件有 6.0 MB，超过 5 MB。把表格、图片改成附件。'],
  [
    'an index number',
    "---\ntitle: 新消息\nindex_number: '990101003/202603-00001'\n---\n",
    '“索引号”由系统编定，不能修改。恢复原来的内容再保存。',
  ],
  [
    'an index number in another shape',
    '---\ntitle: 新消息\nindex_number: [1]\n---\n',
    '“索引号”由系统编定，不能修改。恢复原来的内容再保存。',
  ],
  [
    'an index number by way of old line ends',
    "---\ntitle: 新消息\rindex_number: '990101003/202603-00001'\r---\n\n---\n",
    '“索引号”由系统编定，不能修改。恢复原来的内容再保存。',
  ],
  [
    'an index number of another unit, escaped',
    '---\ntitle: 新消息\n"index\\u005fnumber": "990101101/202603-00001"\n---\n',
    '“索引号”由系统编定，不能修改。恢复原来的内容再保存。',
  ],
  [
    'a publication date',
    "---\ntitle: 新消息\npublished_at: '2020-01-01 08:00'\n---\n",
    '“发布日期”由系统编定，不能修改。恢复原来的内容再保存。',
  ],
];
test.each(TEXTS)('an entry whose file holds %s: refused', async (_, text, words) => {
  const version = await office.version(draft);
  const saving = office.store.save(await personOf(office.store, 'school-editor'), {
    folder: draft,
    version,
    files: [{ name: 'index.md', bytes: Buffer.from(text) }],
  });
  const said = await saving.then(
    () => 'saved',
    (error: unknown) => (error instanceof Refusal ? error.message : error),
  );
  expect(said).toBe(words);
  expect(await office.version(draft)).toBe(version);
});

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000 + 1);
const of = (count: number, bytes: Uint8Array) => Array.from({ length: count }, (_, index) => ({ name: `f-${index}.csv`, bytes }));
const FILES: [name: string, files: { name: string; bytes: Uint8Array }[], words: string][] = [
  ['is empty', of(1, new Uint8Array()), '有一个文件是空的。重新选择文件。'],
  ['is larger than any may be', of(1, zeros(50)), '有一个附件超过 50 MB。压缩，或者拆成几个文件。'],
  ['is, with its like, too much for one entry', of(5, zeros(40)), '一条内容的附件合计最多 200 MB。删去一些，或者分成几条。'],
  ['is one of sixty', of(60, zeros(0)), '一条内容最多 59 个附件。删去多余的，或者分成几条。'],
];
test.each(FILES)('a file that %s: refused', async (_, files, words) => {
  const version = await office.version(draft);
  const saving = office.store.save(await personOf(office.store, 'school-editor'), {
    folder: draft,
    version,
    files: [{ name: 'index.md', bytes: news('新消息') }, ...files],
  });
  await expect(saving).rejects.toThrow(new Refusal('wrong', words));
  expect(await office.version(draft)).toBe(version);
});

test('a published number can be neither changed nor taken away nor given to another', async () => {
  const folder = 'entries/school/news/2026/202603-00001';
  const { version, text } = (await office.store.published(folder))!;
  const editor = await personOf(office.store, 'school-editor');
  for (const changed of [text.replace('00001', '00002'), text.replace(/index_number: .*\n/u, ''), text.replace('09:30', '09:31')])
    await expect(
      office.store.save(editor, { folder, version, files: [{ name: 'index.md', bytes: Buffer.from(changed) }] }),
    ).rejects.toThrow('由系统编定，不能修改。恢复原来的内容再保存。');
  const values = {
    title: '换过的标题',
    column: 'news',
    index_number: '990101003/202603-00002',
    published_at: '2020-01-01 00:00',
    body: '换过。',
  };
  expect((await office.save('school-editor', { folder, version, values })).status).toBe(200);
  await expect(office.store.draft(folder).then((saved) => /index_number: .*\npublished_at: .*\n/u.exec(saved!.text)?.[0])).resolves.toBe(
    /index_number: .*\npublished_at: .*\n/u.exec(text)![0],
  );
});

test('bytes that are only named must be those of the entry', async () => {
  const editor = await personOf(office.store, 'school-editor');
  const other = (await office.store.published('entries/valley/news/2026/202603-00001'))!.files[0]!.blob;
  for (const blob of [other, 'main:units/school.yaml', '0'.repeat(40)])
    await expect(
      office.store.save(editor, {
        folder: draft,
        version: await office.version(draft),
        files: [
          { name: 'index.md', bytes: news('新消息') },
          { name: 'a.csv', blob },
        ],
      }),
    ).rejects.toThrow('服务器上没有附件“a.csv”。重新选择文件再保存。');
});

/** Ten levels of ten references each: ten thousand million values when they are followed. */
function bomb(): string {
  const levels = Array.from({ length: 10 }, (_, level) =>
    level === 0 ? 'a0: &a0 笑' : `a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`,
  );
  return `${levels.join('\n')}\n`;
}
