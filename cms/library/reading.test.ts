import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toLine } from './finding.ts';
import { addEntry, type MadeUpCounty, makeCounty } from './testing/made-up-county.ts';
import { TestLibrary } from './testing/test-library.ts';

const ENTRY = 'entries/school/news/2026/202603-00050/index.md';
const HEAD = 'title: 春耕现场会\ncolumn: news\n';

/** What is found when the entry's file holds this, without the path of the file. */
async function read(content: string | Uint8Array): Promise<string[]> {
  using library = new TestLibrary(makeCounty());
  library.write(ENTRY, content);
  const found = await library.findings();
  // Whatever is in one file, the rest of the library is there.
  expect([...library.library().numbers()]).toHaveLength(6);
  return found.map((line) => line.replace(`${ENTRY}:`, ''));
}
const readYaml = (yaml: string) => read(`---\n${yaml}---\n\n正文。\n`);

describe('places', () => {
  test('of values: plain, quoted, tagged, in blocks, in flow, nested', async () => {
    expect(
      await readYaml(
        [
          'title: 字', // 2
          'column:  "news"',
          "published_at: '2026-3-1'",
          'keywords:', // 5
          '  - 春耕',
          '  - 20260310',
          '  -',
          '  - ',
          '  - "长长长长长长长长长长长长长长长长长长长长长"', // 10
          'cover: {file: "a b.jpg", alt: 𠮷}',
          'attachments: [{file: a.docx, title: 表}, {file: 𠮷𠮷.docx, title: 附表}]',
          'source: !!str 1',
          'summary: |', // 14
          '',
          '    第一行',
          '    第二行',
          'author: >-', // 18
          '  很长的姓名很长的姓名很长的姓名很长的姓名很长的姓名',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      '2:8 “标题”至少 2 个字，现在有 1 个。补充完整。',
      '4:16 “发布日期”的写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。',
      '7:5 “关键词”应当是文字。全是数字的内容两边加上英文引号。',
      '8:3 “关键词”没有填写。一个词。',
      '9:3 “关键词”没有填写。一个词。',
      '10:6 “关键词”最多 20 个字，现在有 21 个。删去 1 个字。',
      '11:16 “图片文件”的写法不对。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。',
      '11:31 “图片说明”至少 2 个字，现在有 1 个。补充完整。',
      '12:37 “附件名称”至少 2 个字，现在有 1 个。补充完整。',
      '12:48 “附件文件”的写法不对。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。',
      '16:5 “内容概述”只能写一行。删去换行。',
      '19:3 “责任编辑”最多 20 个字，现在有 25 个。删去 5 个字。',
    ]);
  });

  test('of what is missing, empty or unknown', async () => {
    expect(await readYaml('titel: 春耕\ncolumn:\n"note": 1\ncover:\n  file: a.jpg\n  𠮷𠮷: x\n')).toEqual([
      '2:1 “标题”没有填写。写清谁、什么事；公文写全称。',
      '2:1 没有“titel”这个字段。改成“title”，或者删去。',
      '3:1 “栏目”没有填写。选择刊登的栏目。',
      '4:2 没有“note”这个字段。删去这一行。',
      '6:3 “图片说明”没有填写。看不到图片的人靠它知道内容。',
      '7:3 没有“𠮷𠮷”这个字段。删去这一行。',
    ]);
  });

  test('count characters as an editor shows them, whatever the line ends and the byte order mark', async () => {
    const text = '---\ntitle: 春耕\ncolumn: news\n# 𠮷𠮷\nsummary: 𠮷𠮷\ncover: {file: 𠮷.jpg, alt: 𠮷𠮷, 好: 1}\n---\n\n正文。\n';
    const expected = [
      '6:15 “图片文件”的写法不对。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。',
      '6:31 没有“好”这个字段。删去这一行。',
    ];
    expect(await read(text)).toEqual(expected);
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(await read(text.replaceAll('\n', '\r'))).toEqual(expected);
    expect(await read(`\ufeff${text}`)).toEqual(expected);
    expect(await read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  test('of files that the fields and the body name', async () => {
    const body =
      '见[附件](a.docx)和𠮷![图](<图 1.png>)，[外网](https://a.example/)、[本站](/policies/)、[上文](#a)。\n\n再见[附件](a.docx)、[表](%E8%A1%A8.xlsx "表")。\n';
    expect(await read(`---\n${HEAD}attachments:\n  - {file: b.docx, title: 附件}\n---\n\n${body}`)).toEqual([
      '5:12 文件“b.docx”不在条目的文件夹里。补上文件，或者改正文件名。',
      '8:7 正文里引用的文件“a.docx”不在条目的文件夹里。补上文件，或者改正文件名。',
      '8:22 正文里引用的文件“图 1.png”不在条目的文件夹里。补上文件，或者改正文件名。',
      '10:20 正文里引用的文件“表.xlsx”不在条目的文件夹里。补上文件，或者改正文件名。',
    ]);
  });

  test('of dates that do not exist, fields against the folder, and an empty body', async () => {
    expect(await readYaml(`${HEAD}published_at: 2026-02-30 09:30\nindex_number: 990101003/202602-00001\n`)).toEqual([
      '4:15 “发布日期”在日历上没有这一天。核对年、月、日。',
    ]);
    expect(await readYaml(`${HEAD}index_number: 990101003/202602-00001\n`)).toEqual([
      '4:15 “索引号”和“发布日期”要么都有，要么都没有。草稿两项都不填，由系统在发布时写入。',
    ]);
    expect(await readYaml(`${HEAD}published_at: 2026-03-01 09:30\nindex_number: 990101003/202602-00001\n`)).toEqual([
      '5:15 “索引号”里的年月是 202602，和“发布日期”2026-03-01 不一致。核对索引号。',
    ]);
    expect(await readYaml(`${HEAD}published_at: 2025-03-01 09:30\nindex_number: 990101003/202503-00001\n`)).toEqual([
      '4:15 “发布日期”在 2025 年，文件夹却是 2026。把文件夹移到 2025 下面。',
    ]);
    expect(await read(`---\n${HEAD}---\n`)).toEqual(['5:1 “正文”没有填写。在字段下面写正文。']);
    expect(await read(`---\n${HEAD}---\n\n \n\n`)).toEqual(['5:1 “正文”没有填写。在字段下面写正文。']);
  });
});

describe('YAML that cannot be read', () => {
  const OPEN = '3:1 前面的引号或者括号没有成对，或者换行以后没有缩进。补上另一半，或者在换行后的文字前面空两格。';
  const TABLE: [what: string, yaml: string, expected: string][] = [
    ['a field twice', 'title: 一\ntitle: 二\n', '3:1 同一个字段写了两次。留下一个，删去另一个。'],
    ['a Chinese colon', 'title：春耕\ncolumn: news\n', '2:6 字段名后面是中文冒号。改成英文冒号，再加一个空格。'],
    [
      'a Chinese colon further down',
      'title: 春耕\nsummary：概述\ncolumn: news\n',
      '3:8 字段名后面是中文冒号。改成英文冒号，再加一个空格。',
    ],
    ['no space after the colon', 'title:春耕\ncolumn: news\n', '2:6 字段名后面的冒号没有接空格。加上一个空格。'],
    ['a tab', 'cover:\n\tfile: a.jpg\n', '3:1 行首用了制表符。改成空格。'],
    ['a double quote left open at the end', 'title: "春耕\n', OPEN],
    ['a double quote left open', 'title: "春耕\ncolumn: news\n', OPEN],
    ['a single quote left open', "title: '春耕\ncolumn: news\n", OPEN],
    ['a bracket left open', 'keywords: [春耕, 备耕\n', OPEN],
    ['a comma left out', 'keywords: [春耕, "备耕" "夏种"]\n', '2:21 括号没有成对，或者漏了逗号。补上缺少的括号或者逗号。'],
    [
      'text after a quotation',
      'title: "春耕"备耕\n',
      '2:12 这一行的缩进或者标点不对。同一层的字段左边对齐；内容里有冒号、引号，或者以 @、%、` 开头，两边加上英文引号。',
    ],
    [
      'a colon in the text',
      'title: 通知: 春耕\n',
      '2:10 这一行的缩进或者标点不对。同一层的字段左边对齐；内容里有冒号、引号，或者以 @、%、` 开头，两边加上英文引号。',
    ],
    [
      'a line too far to the right',
      'title: 春耕\n  column: news\n',
      '3:9 这一行的缩进或者标点不对。同一层的字段左边对齐；内容里有冒号、引号，或者以 @、%、` 开头，两边加上英文引号。',
    ],
    ['an alias', 'title: 春耕\ncolumn: *a\n', '3:9 这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。'],
    ['emphasis as in Markdown', 'title: **春耕** 备耕\n', '2:8 这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。'],
    ['an anchor', 'title: &a 春耕\ncolumn: news\n', '2:8 这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。'],
    ['a tag', 'title: !春耕 备耕\n', '2:8 以“!”开头的文字在这里有别的意思。两边加上英文引号。'],
    ['a control character', 'title: 春\x08耕\n', '2:9 这里有看不见的控制字符。删去这一处，重新输入。'],
    ['a backslash', 'title: "D:\\表"\n', '2:12 双引号里的反斜线会改变后面的字。两边改用单引号，或者写两个反斜线。'],
    ['a second document', 'title: 春耕\n...\ncolumn: news\n', '3:1 一个文件只能写一份内容。删去中间的“---”或者“...”。'],
    ['a list', '- 春耕\n', '2:1 “动态”里应当分项填写。每项一行，写成“名称: 内容”。'],
    ['a sentence', '春耕\n', '2:1 “动态”里应当分项填写。每项一行，写成“名称: 内容”。'],
  ];
  test.each(TABLE)('%s', async (_, yaml, expected) => {
    expect(await readYaml(yaml)).toEqual([expected]);
  });

  test('nothing at all', async () => {
    const expected = ['2:1 “标题”没有填写。写清谁、什么事；公文写全称。', '2:1 “栏目”没有填写。选择刊登的栏目。'];
    expect(await readYaml('')).toEqual(expected);
    expect(await readYaml('# 还没有写\n')).toEqual(expected);
    expect(await readYaml('null\n')).toEqual(expected);
  });
});

describe('files that are no text, or too much of it', () => {
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const text = `---\n${HEAD}---\n\n正文。\n`;
  const TABLE: [what: string, content: string | Uint8Array, expected: string][] = [
    ['an empty file', '', '1:1 文件是空的。补上内容，或者删去这个文件。'],
    ['6 MB', text + '字'.repeat(2_000_000), '1:1 文件有 6.0 MB，超过 5 MB。把表格、图片改成附件。'],
    [
      'GB 18030',
      Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb4, 0xba, 0xb8, 0xfb]),
      '1:1 文件不是 UTF-8 编码，中文会变成乱码。另存为 UTF-8 编码再提交。',
    ],
    ['UTF-16', utf16(text), '1:1 文件不是 UTF-8 编码，中文会变成乱码。另存为 UTF-8 编码再提交。'],
    ['UTF-16 of ASCII alone', Buffer.from('---\ntitle: x\n---\n', 'utf16le'), '1:1 文件里有不能显示的字符，不像是文字。换成纯文本再保存。'],
    [
      'zero bytes',
      Buffer.concat([Buffer.from(text), Buffer.from([0, 0, 0])]),
      '1:1 文件里有不能显示的字符，不像是文字。换成纯文本再保存。',
    ],
    ['no front matter', '春耕现场会\n', '1:1 开头没有用“---”围起来的字段。第一行写“---”，字段写完再写一行“---”。'],
    ['a blank line first', `\n${text}`, '1:1 开头没有用“---”围起来的字段。第一行写“---”，字段写完再写一行“---”。'],
    ['front matter left open', `---\n${HEAD}\n正文。\n`, '1:1 开头的字段没有结束。字段写完以后，单独写一行“---”。'],
    ['front matter closed with a dash too many', `---\n${HEAD}----\n\n正文。\n`, '1:1 开头的字段没有结束。字段写完以后，单独写一行“---”。'],
  ];
  test.each(TABLE)('%s', async (_, content, expected) => {
    expect(await read(content)).toEqual([expected]);
  });

  test('billion laughs', async () => {
    const levels = Array.from({ length: 40 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`);
    expect(await readYaml(`l0: &l0 大笑\n${levels.join('\n')}\n`)).toEqual([
      '2:5 这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。',
    ]);
  });

  test('nesting without end', async () => {
    const expected = '一层套一层，超过了 100 层。减少层数。';
    expect(await readYaml(`title: ${'['.repeat(200_000)}\n`)).toEqual([`2:107 ${expected}`]);
    expect(await readYaml(`${'- '.repeat(200_000)}x\n`)).toEqual([`2:201 ${expected}`]);
    expect(await readYaml(`${Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}\n`)).toEqual([`101:100 ${expected}`]);
  });

  test('100,000 fields, 100,000 items, one very long line', async () => {
    const fields = await readYaml(`${HEAD}${Array.from({ length: 100_000 }, (_, n) => `k${n}: ${n}\n`).join('')}`);
    expect(fields).toHaveLength(101);
    expect(fields.slice(0, 2)).toEqual(['4:1 没有“k0”这个字段。删去这一行。', '5:1 没有“k1”这个字段。删去这一行。']);
    expect(fields.at(-1)).toBe('104:1 从这里起还有 1 处要改。先改好前面的，再检查一次。');
    expect(await readYaml(`${HEAD}keywords:\n${'  - 1\n'.repeat(100_000)}`)).toEqual(['5:3 “关键词”最多 8 条。合并或者删去多余的。']);
    expect(await readYaml(`${HEAD}keywords: [${'1, '.repeat(100_000)}]\n`)).toEqual(['4:11 “关键词”最多 8 条。合并或者删去多余的。']);
    using library = new TestLibrary(makeCounty());
    library.write('redirects.yaml', '- {from: a, to: b}\n'.repeat(100_000));
    const redirects = await library.findings();
    expect(redirects).toHaveLength(101);
    expect(redirects.slice(0, 2)).toEqual([
      'redirects.yaml:1:10 “旧地址”的写法不对。写旧地址中域名以后的部分，以 / 开头，不带问号。',
      'redirects.yaml:1:17 “新地址”的写法不对。写本站以 / 开头的地址，或者索引号。',
    ]);
    expect(redirects.at(-1)).toBe('redirects.yaml:51:10 从这里起还有 199900 处要改。先改好前面的，再检查一次。');
    library.write('redirects.yaml', `[${'{from: a, to: b}, '.repeat(50_000)}]\n`);
    expect((await library.findings()).at(-1)).toBe('redirects.yaml:1:909 从这里起还有 99900 处要改。先改好前面的，再检查一次。');
  });
});

describe('what lies where it does not belong', () => {
  const found = async (put: (library: TestLibrary) => void) => {
    using library = new TestLibrary(makeCounty());
    put(library);
    const lines = await library.findings();
    expect([...library.library().numbers()]).toHaveLength(6);
    expect(await library.findings()).toEqual(lines);
    return lines;
  };
  const NOT_PLANNED = '内容文件夹里没有安排这个文件的位置。移到条目的文件夹里，或者删去。';
  const NO_ENTRY = '这个文件不在条目的文件夹里。条目放在 entries/<单位>/<类型>/<年份>/<名称>/ 下面，名称只用小写字母、数字和横线。';
  const BAD_NAME = '文件名不对，这个文件没有读。文件名只用小写字母、数字和横线，扩展名用 .yaml。';
  const NOT_FOR_ADDRESS = '文件名不能用在网址里。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。';

  test.each([
    ['README.md', NOT_PLANNED],
    ['units/sub/school.yaml', NOT_PLANNED],
    ['portal.yaml.bak', NOT_PLANNED],
    ['images/2026/a.jpg', NOT_PLANNED],
    ['units/School.yaml', BAD_NAME],
    ['units/school.yml', BAD_NAME],
    ['topics/春季.yaml', BAD_NAME],
    ['catalogue/-a.yaml', BAD_NAME],
    ['entries/school/index.md', NO_ENTRY],
    ['entries/school/news/2026/index.md', NO_ENTRY],
    ['entries/school/news/26/202603-00050/index.md', NO_ENTRY],
    ['entries/school/news/2026/春耕/index.md', NO_ENTRY],
    ['entries/school/news/2026/202603-00001/sub/a.docx', NO_ENTRY],
    ['entries/school/news/2026/202603-00001/index.md.d/a.docx', NO_ENTRY],
    ['images/my photo.jpg', NOT_FOR_ADDRESS],
    ['entries/school/news/2026/202603-00001/附件 1.docx', NOT_FOR_ADDRESS],
    ['entries/school/news/2026/202603-00001/a?b.docx', NOT_FOR_ADDRESS],
    ['entries/school/news/2026/202603-00001/INDEX', NOT_FOR_ADDRESS],
  ])('%s', async (file, message) => {
    expect(await found((library) => library.write(file, 'x'))).toEqual([`${file}:1:1 ${message}`]);
  });

  test('names with line ends are printed on one line', async () => {
    expect(await found((library) => library.write('entries/school/news/2026/202603-00001/a\nb\t.docx', 'x'))).toEqual([
      `entries/school/news/2026/202603-00001/a\\u000ab\\u0009.docx:1:1 ${NOT_FOR_ADDRESS}`,
    ]);
    expect(await found((library) => library.write('entries/school/news/2026\n/202603-00050/index.md', 'x'))).toEqual([
      `entries/school/news/2026\\u000a/202603-00050/index.md:1:1 ${NO_ENTRY}`,
    ]);
  });

  test('a type that does not exist, a unit that does not exist', async () => {
    const entry = makeCounty().files.get('entries/school/news/2026/202603-00001/index.md')!;
    expect(await found((library) => library.write('entries/school/poem/2026/202603-00001/index.md', entry))).toEqual([
      'entries/school/poem/2026/202603-00001/index.md:1:1 没有“poem”这种内容类型。把文件夹移到正确的类型下面。',
    ]);
    // A copy that does not fit in takes nothing from the entry that does, even if it comes first.
    const copy = 'entries/moon/news/2026/202603-00001/index.md';
    expect(await found((library) => library.write(copy, entry))).toEqual([
      `${copy}:2:1 没有“moon”这个单位。在 units/ 里补上单位文件，或者把内容移到正确的单位下面。`,
      `${copy}:4:15 “索引号”990101003/202603-00001 已经用在 entries/school/news/2026/202603-00001。换一个没有用过的号。`,
    ]);
  });

  test('a folder without index.md, or with a folder of that name', async () => {
    const message = '这个文件夹里没有 index.md，旁边的文件不会公开。补上 index.md，或者删去文件夹。';
    expect(await found((library) => library.write('entries/school/news/2026/202603-00050/a.docx', 'x'))).toEqual([
      `entries/school/news/2026/202603-00050/index.md:1:1 ${message}`,
    ]);
    expect(
      await found((library) => {
        library.write('entries/school/news/2026/202603-00050/a.docx', 'x');
        library.write('entries/school/news/2026/202603-00050/index.md/index.md', 'x');
      }),
    ).toEqual([
      `entries/school/news/2026/202603-00050/index.md:1:1 ${message}`,
      `entries/school/news/2026/202603-00050/index.md/index.md:1:1 ${NO_ENTRY}`,
    ]);
    expect(
      await found((library) => {
        for (const folder of ['redirects.yaml', 'topics/winter.yaml', 'units/moon.yaml', 'README.md']) {
          if (folder === 'redirects.yaml') library.remove(folder);
          mkdirSync(library.path(folder));
        }
      }),
    ).toEqual([]);
  });

  test('a folder without index.md is an entry as soon as there is one', async () => {
    using library = new TestLibrary(makeCounty());
    library.write('entries/school/news/2026/202603-00050/a.docx', 'x');
    expect(await library.findings()).toHaveLength(1);
    library.write(ENTRY, `---\n${HEAD}---\n\n见[附件](a.docx)。\n`);
    expect(await library.findings()).toEqual([]);
    library.remove(ENTRY);
    expect(await library.findings()).toHaveLength(1);
    library.remove('entries/school/news/2026/202603-00050/a.docx');
    expect(await library.findings()).toEqual([]);
  });

  test('links are not followed', async () => {
    const message = '这是一个链接，不是文件。换成文件本身。';
    expect(
      await found((library) => {
        symlinkSync('/etc', library.path('entries/etc'));
        symlinkSync('.', library.path('entries/loop'));
        mkdirSync(library.path('entries/school/news/2026/202603-00050'));
        symlinkSync('../202603-00001/index.md', library.path(ENTRY));
        symlinkSync('/nowhere', library.path('entries/school/news/2026/202603-00001/a.docx'));
        symlinkSync('valley.yaml', library.path('units/moon.yaml'));
      }),
    ).toEqual([
      `entries/etc:1:1 ${message}`,
      `entries/loop:1:1 ${message}`,
      `entries/school/news/2026/202603-00001/a.docx:1:1 ${message}`,
      `${ENTRY}:1:1 ${message}`,
      `units/moon.yaml:1:1 ${message}`,
    ]);
  });

  test('an entry that turns into a link and back', async () => {
    using library = new TestLibrary(makeCounty());
    const file = 'entries/school/news/2026/202603-00001/index.md';
    const text = makeCounty().files.get(file)!;
    await library.sync();
    library.remove(file);
    symlinkSync('../202603-00002/index.md', library.path(file));
    expect(await library.findings()).toEqual([
      `${file}:1:1 这是一个链接，不是文件。换成文件本身。`,
      'redirects.yaml:2:7 “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
    ]);
    expect([...library.library().numbers()]).toHaveLength(5);
    library.remove(file);
    library.write(file, text);
    expect(await library.findings()).toEqual([]);
    expect([...library.library().numbers()]).toHaveLength(6);
  });

  test('more than 1 GB', async () => {
    expect(
      await found((library) => {
        library.write('entries/school/news/2026/202603-00001/a.zip', '');
        ftruncateSync(openSync(library.path('entries/school/news/2026/202603-00001/a.zip'), 'r+'), 1_100_000_000);
      }),
    ).toEqual(['entries/school/news/2026/202603-00001/a.zip:1:1 文件超过 1 GB。压缩，或者拆成几个文件。']);
  });
});

test('files and folders that may not be read are reported, and the rest is read', () => {
  using library = new TestLibrary(makeCounty());
  library.write('entries/school/news/2026/202603-00050/index.md', `---\n${HEAD}---\n\n正文。\n`);
  const shut = ['entries/school/news/2026/202603-00001/index.md', 'entries/valley', 'redirects.yaml'];
  // Root may read everything, so somebody else reads.
  const user = process.getuid?.() === 0 ? 65534 : undefined;
  if (user !== undefined) chownSync(library.place, user, user);
  chmodSync(library.place, 0o755);
  const run = () => {
    const script = fileURLToPath(new URL('./testing/print-findings.ts', import.meta.url));
    const asUser = user === undefined ? [] : [String(user)];
    const output = execFileSync(process.execPath, [script, library.root, library.index, ...asUser], { encoding: 'utf8' });
    return output.trimEnd().split('\n');
  };
  expect(run()).toEqual(['6 entries']);
  for (const path of shut) chmodSync(library.path(path), 0o000);
  expect(run()).toEqual([
    'entries/school/news/2026/202603-00001/index.md:1:1 文件读不出来。核对文件的权限，或者重新放一份。',
    'entries/valley:1:1 这个文件夹打不开。核对文件夹的权限。',
    'redirects.yaml:1:1 文件读不出来。核对文件的权限，或者重新放一份。',
    '4 entries',
  ]);
  expect(run()).toHaveLength(4);
  for (const path of shut) chmodSync(library.path(path), 0o755);
  expect(run()).toEqual(['6 entries']);
});

describe('index numbers', () => {
  const county = (): MadeUpCounty => {
    const made = makeCounty();
    for (const n of [61, 62, 63])
      addEntry(made.files, 'school', 'news', n, {
        index_number: '990101003/202603-00060',
        published_at: '2026-03-10 09:00',
        title: `第${n}条`,
      });
    return made;
  };
  const title = (library: TestLibrary) => library.library().item('990101003/202603-00060')?.data.title;
  const twice = (n: number, first: number) =>
    `entries/school/news/2026/202603-000${n}/index.md:4:15 “索引号”990101003/202603-00060 已经用在 entries/school/news/2026/202603-000${first}。换一个没有用过的号。`;

  test('used twice: the first by path is public, and the next when it has gone', async () => {
    using library = new TestLibrary(county());
    expect(await library.findings()).toEqual([twice(62, 61), twice(63, 61)]);
    expect(title(library)).toBe('第61条');
    expect(library.library().count('school/news')).toBe(4);
    library.remove('entries/school/news/2026/202603-00061');
    expect(await library.findings()).toEqual([twice(63, 62)]);
    expect(title(library)).toBe('第62条');
    expect(library.library().latest('school/news', 1)[0]?.data.title).toBe('第62条');
    library.write('entries/school/news/2026/202603-00062/index.md', '---\n');
    expect((await library.findings()).filter((line) => line.includes('索引号'))).toEqual([]);
    expect(title(library)).toBe('第63条');
    library.become(county());
    library.write('entries/school/news/2026/202603-00061/index.md', county().files.get('entries/school/news/2026/202603-00061/index.md')!);
    library.write('entries/school/news/2026/202603-00062/index.md', county().files.get('entries/school/news/2026/202603-00062/index.md')!);
    expect(await library.findings()).toEqual([twice(62, 61), twice(63, 61)]);
    expect(title(library)).toBe('第61条');
  });

  test('of another unit', async () => {
    const made = makeCounty();
    addEntry(made.files, 'school', 'news', 60, { index_number: '990101101/202603-00060' });
    using library = new TestLibrary(made);
    expect(await library.findings()).toEqual([
      'entries/school/news/2026/202603-00060/index.md:4:15 “索引号”应当以教育局的单位编码 990101003 开头。核对索引号。',
    ]);
  });

  test('drafts have none, are not public and give no finding', async () => {
    const made = makeCounty();
    addEntry(made.files, 'school', 'news', 60, { index_number: undefined, published_at: undefined });
    addEntry(made.files, 'school', 'news', 61, { index_number: undefined, published_at: undefined });
    using library = new TestLibrary(made);
    expect(await library.findings()).toEqual([]);
    expect(library.library().count('*/*')).toBe(6);
    expect(library.library().count('school/*')).toBe(4);
  });
});

test('columns must be known, kept by the unit, and take the type', async () => {
  const made = makeCounty();
  addEntry(made.files, 'school', 'news', 60, { column: 'moon' });
  addEntry(made.files, 'valley', 'news', 61, { column: 'policies' });
  addEntry(made.files, 'school', 'news', 62, { column: 'lists' });
  using library = new TestLibrary(made);
  expect(await library.findings()).toEqual([
    'entries/school/news/2026/202603-00060/index.md:3:9 “栏目”里的“moon”不存在。从栏目表里选一个。',
    'entries/school/news/2026/202603-00062/index.md:3:9 “公示”栏目不收“动态”。换一个栏目，或者换一种内容类型。',
    'entries/valley/news/2026/202603-00061/index.md:3:9 山谷乡没有开设“政策文件”栏目。换一个栏目，或者在单位文件里加上它。',
  ]);
  expect([...library.library().numbers()]).toHaveLength(6);
});

test('a line for every finding', () => {
  expect(toLine({ file: 'a\u2028b.md', line: 3, column: 4, message: '改。' })).toBe('a\\u2028b.md:3:4 改。');
});
