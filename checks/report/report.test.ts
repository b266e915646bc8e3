import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';
import { rules } from '../rules/index.ts';
import { FORMATS } from './formats.ts';
import { under } from './under.ts';

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'privacy/id-number',
  severity: 'block',
  file: 'entries/school/news/2026/202603-00001/index.md',
  where: '“正文”',
  place: { line: 8, column: 3, endLine: 8, endColumn: 21 },
  message: '“正文”里有居民身份证号码。删去。',
  basis: [{ law: '个人信息保护法', article: '第二十八条' }],
  excerpt: '990*************1X',
  fingerprint: '0123456789abcdef',
  ...more,
});

/** A name that tries to be a command, markup, a mention, an address and a second line. */
const HOSTILE = 'a\n::error::b,c:d%0A|`x`</code>@all#1 \u202e\u001b[31mhttps://e.example/?q#f.md';

const { place: _, ...unplaced } = finding({ rule: 'attachment/readable', severity: 'warn', where: '第3页', message: '已经损坏。' });
const checked: Checked = under('content/', {
  findings: [
    finding({}),
    finding({ place: { line: 8, column: 3, endLine: 9, endColumn: 2 }, fingerprint: '1123456789abcdef' }),
    { ...unplaced, file: HOSTILE, where: '@who <b>', message: '一行\n两行 @all #1 !2 https://e.example www.e.example。' },
  ],
  waived: [{ ...unplaced, fingerprint: '2123456789abcdef' }],
  known: [finding({ rule: 'attachment/real-type', severity: 'warn', file: '', fingerprint: '3123456789abcdef' })],
  files: 5,
});
const FILE = 'content/entries/school/news/2026/202603-00001/index.md';
const VISIBLE = 'content/a\\u000a::error::b,c:d%0A|`x`</code>@all#1 \\u202e\\u001b[31mhttps://e.example/?q#f.md';

test('text: a line for each finding, and one that sums up', async () => {
  expect((await FORMATS.text())(checked)).toBe(
    [
      `${FILE}:8:3 阻断：“正文”里有居民身份证号码。删去。依据：《个人信息保护法》第二十八条（privacy/id-number）`,
      `${FILE}:8:3 阻断：“正文”里有居民身份证号码。删去。依据：《个人信息保护法》第二十八条（privacy/id-number）`,
      `${VISIBLE} @who <b> 提醒：一行\\u000a两行 @all #1 !2 https://e.example www.e.example。依据：《个人信息保护法》第二十八条（attachment/readable）`,
      '查了 5 个文件：阻断 2 处，提醒 1 处，另有 1 处经批准豁免，1 处记在基线里。',
      '',
    ].join('\n'),
  );
});

test('json: every field, in a fixed order', async () => {
  const { findings, waived, known, ...rest } = JSON.parse((await FORMATS.json())(checked));
  expect(rest).toEqual({ version: 1, verdict: 'block', files: 5 });
  expect(Object.entries(findings[0])).toEqual([
    ['rule', 'privacy/id-number'],
    ['severity', 'block'],
    ['file', FILE],
    ['where', '“正文”'],
    ['line', 8],
    ['column', 3],
    ['endLine', 8],
    ['endColumn', 21],
    ['message', '“正文”里有居民身份证号码。删去。'],
    ['excerpt', '990*************1X'],
    ['fingerprint', '0123456789abcdef'],
    ['basis', [{ law: '个人信息保护法', article: '第二十八条' }]],
  ]);
  expect([findings[2].file, waived.length, known[0].file]).toEqual([`content/${HOSTILE}`, 1, '']);
});

test('markdown: counts, files, folded details; nothing becomes markup, a mention or a link', async () => {
  const name = '<code>content/entries/school/news/2026/202603-00001/index.md</code>';
  const evil =
    '<code>content/a&#92;u000a&#58;&#58;error&#58;&#58;b,c&#58;d&#37;0A&#124;&#96;x&#96;&#60;/code&#62;&#64;all&#35;1 &#92;u202e&#92;u001b&#91;31mhttps&#58;//e.example/?q&#35;f.md</code>';
  const found = '“正文”里有居民身份证号码。删去。依据：《个人信息保护法》第二十八条（`privacy/id-number`）';
  expect((await FORMATS.markdown())(checked)).toBe(
    `## 不能发布：有阻断问题

查了 5 个文件：阻断 2 处，提醒 1 处，经批准豁免 1 处，记在基线里 1 处。

| 文件 | 阻断 | 提醒 | 经批准豁免 | 记在基线里 |
| --- | --: | --: | --: | --: |
| ${name} | 2 | 0 | 1 | 0 |
| ${evil} | 0 | 1 | 0 | 0 |
| 全部内容 | 0 | 0 | 0 | 1 |

<details><summary>阻断：${name}（2 处）</summary>

- **第 8 行**　${found}
- **第 8 行**　${found}

</details>

<details><summary>提醒：${evil}（1 处）</summary>

- **&#64;&#8203;who &#60;b&#62;**　&#64;&#8203;who &#60;b&#62;：一行&#92;u000a两行 &#64;&#8203;all &#35;&#8203;1 &#33;&#8203;2 https&#58;&#8203;//e.example www&#8203;.e.example。依据：《个人信息保护法》第二十八条（\`attachment/readable\`）

</details>

<details><summary>经批准豁免：${name}（1 处）</summary>

- **第3页**　第3页：已经损坏。依据：《个人信息保护法》第二十八条（\`attachment/readable\`）

</details>

<details><summary>记在基线里：全部内容（1 处）</summary>

- **第 8 行**　“正文”里有居民身份证号码。删去。依据：《个人信息保护法》第二十八条（\`attachment/real-type\`）

</details>
`,
  );
  expect((await FORMATS.markdown())({ findings: [], waived: [], known: [], files: 2 })).toBe(
    '## 可以发布\n\n查了 2 个文件：阻断 0 处，提醒 0 处，经批准豁免 0 处，记在基线里 0 处。\n',
  );
});

test.each([
  ['many findings in one file', Array.from({ length: 3000 }, () => finding({}))],
  ['many files with long names', Array.from({ length: 3000 }, (_, n) => finding({ file: `${'長'.repeat(200)}/${n}.md` }))],
  ['one giant message before others', [finding({ message: '大'.repeat(70_000) }), finding({ file: 'b' })]],
])('markdown: %s stay within 60,000 characters, and what is left out is counted', async (_, findings) => {
  const text = (await FORMATS.markdown())({ findings, waived: [], known: [], files: 1 });
  expect(text.length).toBeLessThanOrEqual(60_000);
  const shown = text.match(/^- \*\*/gmu)?.length ?? 0;
  expect(text).toContain(`还有 ${findings.length - shown} 处没有列在这里。用 gongkai check 查看全部。`);
  expect(text.match(/<details>/gu)?.length).toBe(text.match(/<\/details>/gu)?.length);
});

test('sarif: valid against the schema of OASIS, with help, regions, fingerprints and suppressions', async () => {
  const log = JSON.parse((await FORMATS.sarif())(checked));
  const schema = JSON.parse(readFileSync(new URL('./fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
    ...schema,
    $schema: undefined,
    $id: undefined,
    id: undefined,
  });
  validate(log);
  expect(validate.errors).toBeNull();
  const { tool, results, columnKind } = log.runs[0];
  expect(columnKind).toBe('unicodeCodePoints');
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  for (const { help } of tool.driver.rules) expect(help.markdown).toMatch(/^# .+\n[\s\S]*## 为什么\n[\s\S]*## 怎样改\n/u);
  expect(results[0]).toEqual({
    ruleId: 'privacy/id-number',
    ruleIndex: rules.findIndex(({ id }) => id === 'privacy/id-number'),
    level: 'error',
    message: { text: '“正文”里有居民身份证号码。删去。' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: FILE, uriBaseId: '%SRCROOT%' },
          region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 21 },
        },
        logicalLocations: [{ fullyQualifiedName: '“正文”' }],
      },
    ],
    partialFingerprints: { 'gongkai/v1': '0123456789abcdef' },
  });
  const { uri } = results[2].locations[0].physicalLocation.artifactLocation;
  expect(decodeURIComponent(uri)).toBe(`content/${HOSTILE}`);
  expect(uri).not.toMatch(/[#?:\s]/u);
  expect(results.map(({ suppressions }: { suppressions?: object }) => suppressions !== undefined)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('gitlab: issues with unique fingerprints', async () => {
  const issues = JSON.parse((await FORMATS.gitlab())(checked));
  expect(issues[0]).toEqual({
    description: '“正文”里有居民身份证号码。删去。',
    check_name: 'privacy/id-number',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/u),
    severity: 'blocker',
    location: { path: FILE, lines: { begin: 8, end: 8 } },
  });
  expect(issues[2]).toMatchObject({ severity: 'minor', location: { path: `content/${HOSTILE}`, lines: { begin: 1 } } });
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
});

test('github: commands that no name can break out of', async () => {
  const lines = (await FORMATS.github())(checked).split('\n');
  expect(lines).toEqual([
    `::error file=${FILE},line=8,endLine=8,col=3,endColumn=21,title=privacy/id-number::“正文”里有居民身份证号码。删去。`,
    `::error file=${FILE},line=8,endLine=9,title=privacy/id-number::“正文”里有居民身份证号码。删去。`,
    '::warning file=content/a%0A%3A%3Aerror%3A%3Ab%2Cc%3Ad%250A|`x`</code>@all#1 \\u202e\\u001b[31mhttps%3A//e.example/?q#f.md,title=attachment/readable::@who <b>：一行\\u000a两行 @all #1 !2 https://e.example www.e.example。',
    '查了 5 个文件：阻断 2 处，提醒 1 处。',
    '',
  ]);
});

test('github: says when more is in the log than it shows', async () => {
  const some = (count: number) => ({ findings: Array.from({ length: count }, () => finding({})), waived: [], known: [], files: 1 });
  expect((await FORMATS.github())(some(11))).toContain('阻断 11 处，提醒 0 处。GitHub 每类只显示前 10 条，其余在日志里。\n');
  expect((await FORMATS.github())(some(10))).not.toContain('GitHub');
});
