import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const GONGKAI = new URL('./gongkai.ts', import.meta.url).pathname;
const WITHOUT_EXAMINERS = { NODE_OPTIONS: `--import=${new URL('./testing/without-examiners.ts', import.meta.url)}` };
const NEWS = '县里修好了三条路\n三条村道昨天全部通车，方便了两千多名群众出行。\n';
const RULES = '云岭县网站管理办法\n第一条 为打造“数字”，制定本办法。\n第三条 本办法自2019年5月1日起施行。\n云岭县人民政府\n2019年4月2日\n';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string) => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
};
/** Runs the command in the folder of this test, as CI would. */
const gongkai = (...args: string[]) => gongkaiWith({}, ...args);
function gongkaiWith(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [GONGKAI, 'import', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', ...env },
  });
  return { status, stdout: stdout.replace(/import-[0-9a-f]{12}/gu, 'import-…'), stderr };
}

test('a file with nothing to mend exits with 0 and says what came over', () => {
  put('news.txt', NEWS);
  expect(gongkai('news.txt', '--unit', 'county', '--column', 'news', '--as-of', '2026-11-22')).toEqual({
    status: 0,
    stderr: '',
    stdout: `导入报告
文件 1 个：导入 1 个，以前导入过 0 个，没能导入 0 个。
要补的字段 0 项（必填 0 项），损坏和存疑 0 处。
导入的都是草稿，没有索引号和发布日期，这两项在发布时由系统填写。

【导入了什么】
news.txt
  标题：县里修好了三条路
  写入 content/entries/county/news/2026/import-…
  类型：动态（没有文号、条文和文种）

【没有带进正文的文字】
news.txt
  第1行第1字：县里修好了三条路 —— 填进了“标题”。
`,
  });
});

test('what is owed and damaged makes it 1, and the whole report goes into a Markdown file', () => {
  put('rules.txt', RULES);
  put('empty.txt', '');
  expect(gongkai('rules.txt', 'empty.txt', '--unit', 'county', '--column', 'policies', '--report', 'report.md').status).toBe(1);
  expect(readFileSync(join(root, 'report.md'), 'utf8').replace(/import-[0-9a-f]{12}/gu, 'import-…')).toBe(`# 导入报告

- 文件 2 个：导入 1 个，以前导入过 0 个，没能导入 1 个。
- 要补的字段 3 项（必填 2 项），损坏和存疑 2 处。
- 导入的都是草稿，没有索引号和发布日期，这两项在发布时由系统填写。

## 导入了什么

### rules.txt

- 标题：云岭县网站管理办法
- 写入 content/entries/county/policy/2019/import-…
- 类型：政策文件（分条规定）

## 要由人补的字段

### rules.txt

- 发文字号（选填）：文件里没有写。有文号的补上，没有的不填。
- 有效性（必填）：查明现在是否有效，由人选定。
- 主题分类（必填）：按内容选一类。

## 损坏和存疑的地方

### rules.txt

- 第2行第6字：打造“数字” —— 引号里少了地名。对照原件补上。
- 第3行第1字：第三条 本办法自201 —— 第一条后面就是第三条，缺第二条。对照原件补上。

## 没有带进正文的文字

### rules.txt

- 第1行第1字：云岭县网站管理办法 —— 填进了“标题”。

## 没能导入的文件

### empty.txt

- 文件是空的。核对是否导出失败，重新导出再导入。
`);
});

test.each([
  [['--column', 'news', 'news.txt'], '--unit 要写单位代码，例如 --unit county。\n'],
  [['--unit', '../../etc', '--column', 'news', 'news.txt'], '--unit 要写单位代码，例如 --unit county。\n'],
  [['--unit', 'county', 'news.txt'], '--column 要写栏目代码，例如 --column policies。\n'],
  [['--unit', 'county', '--column', 'news', '--as-of', '2026-02-30', 'news.txt'], '--as-of 要写成“年-月-日”，例如 2026-03-10。\n'],
  [['--unit', 'county', '--column', 'news', 'gone.txt'], '找不到“gone.txt”。核对文件名和路径。\n'],
  [['--unit', 'county', '--column', 'news', '--out', 'known', 'news.txt'], '没有单位“county”。从 known/units 里选一个单位代码。\n'],
  [['--unit', 'health', '--column', 'news', '--out', 'known', 'news.txt'], '没有栏目“news”。从 known/columns.yaml 里选一个栏目代码。\n'],
  [['--unit', 'county', '--column', 'news', '--report', 'gone/report.md', 'news.txt'], '报告写不进“gone/report.md”。换一个能写的位置。\n'],
])('%j is refused with one sentence and exit code 2', (args, stderr) => {
  put('news.txt', NEWS);
  put('known/units/health.yaml', 'name: x\n');
  put('known/columns.yaml', '- id: policies\n  kind: policy\n');
  expect(gongkai(...args)).toEqual({ status: 2, stdout: '', stderr });
});

test('a report that cannot be written stops the import before it begins', () => {
  put('news.txt', NEWS);
  gongkai('--unit', 'county', '--column', 'news', '--report', 'gone/report.md', 'news.txt');
  expect(readdirSync(root)).toEqual(['news.txt']);
});

test('a column that does not take the entry is owed', () => {
  put('news.txt', NEWS);
  put('content/columns.yaml', '- id: policies\n  kind: policy\n');
  const { status, stdout } = gongkai('news.txt', '--unit', 'county', '--column', 'policies', '--dry-run');
  expect(status).toBe(1);
  expect(stdout).toContain('  栏目（必填）：栏目“policies”不收这一类内容。换一个栏目，或者把条目移到合适的类型。\n');
});

test('what the checks would stop is not taken over, nor an attachment that holds it, and nothing of it is shown', () => {
  const number = '990101199001011230';
  put('letter.txt', `县里修好了三条路\n来信人身份证号${number}。三条村道昨天全部通车。\n`);
  put('page.html', '<h1>县里修好了两座桥</h1><p>两座桥昨天通车。名单见<a href="list.txt">名单</a>。</p>');
  put('list.txt', `秘密*5年\n身份证号${number}\n`);
  put('news.txt', NEWS);
  const { status, stdout, stderr } = gongkai('.', '--unit', 'county', '--column', 'news', '--as-of', '2026-11-22');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('导入 1 个，以前导入过 0 个');
  expect(stdout).not.toContain(number.slice(6, 14));
  expect(stdout.slice(stdout.indexOf('【没能导入的文件】'))).toBe(`【没能导入的文件】
page.html
  附件“list.txt”：第1行有国家秘密标志。立即停止上传，离开本系统，报告本单位保密工作机构。没有导入，也没有留下内容。
letter.txt
  第1行里有居民身份证号码。删去号码；要区分同名的人，只留后四位。没有导入，也没有留下内容。
list.txt
  第1行有国家秘密标志。立即停止上传，离开本系统，报告本单位保密工作机构。没有导入，也没有留下内容。
`);
  expect(readdirSync(join(root, 'content'), { recursive: true }).filter((name) => String(name).endsWith('.md'))).toHaveLength(1);
});

test('what could not be examined is not taken over either', () => {
  put('news.txt', NEWS);
  const { status, stdout, stderr } = gongkaiWith(WITHOUT_EXAMINERS, 'news.txt', '--unit', 'county', '--column', 'news');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout.slice(stdout.indexOf('【没能导入的文件】'))).toBe(`【没能导入的文件】
news.txt
  文件没有查成：读取程序中途退出，没有读完。重新导出一份再检查。没有导入，也没有留下内容。
`);
  expect(readdirSync(root)).toEqual(['news.txt']);
});
