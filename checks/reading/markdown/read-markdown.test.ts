import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeFile } from '../../engine/judge-file.ts';
import nationalMark from '../../rules/secrecy/national-mark/national-mark.ts';

/** Everything else of an entry, so that what is planted is the only thing to find. */
const FRONT = ['title: 关于召开会议的通知', 'column: notices'];
const BODY = '各乡镇人民政府：\n\n现将有关事项通知如下。';

/** One way to write each character; what stands in the source when it is planted. */
const plain = fc.constantFrom('机密★1年', '絕密☆２０年', '秘\u200b密*六个月', '机 密 ★ 长期');
/** Titles of links know character references and escapes. */
const escaped = fc.oneof(plain, fc.constantFrom('&#26426;密&starf;1年', '机&#x5BC6;★3年', '秘密\\*3年'));
/** Text knows emphasis as well; what is inside must come back whole. */
const marked = fc.oneof(escaped, fc.constantFrom('机**密**★1年', '秘*密*★~~5~~年', '机`密`★1年'));
/** Double quotes of YAML know escapes. */
const quoted = fc.oneof(plain, fc.constantFrom('\\u673a密\\u26051年', '机\\x20密★1年', '机\\U00005bc6★1年'));
/** What stands before, with characters that are longer in the source than in the text or take two units. */
const before = fc.constantFrom('', '𠮷野家，', '&amp;，', 'a\\*b，', '**重要**，', '&copy;𝒳&#x1F600;，');

type Plant = (mark: string, before: string) => { front?: string[]; body?: string };
const IN_TEXT: Record<string, Plant> = {
  paragraph: (mark, before) => ({ body: `${before}${mark}` }),
  'second line': (mark, before) => ({ body: `第一行\n${before}${mark}` }),
  heading: (mark, before) => ({ body: `## ${before}${mark}` }),
  'underlined heading': (mark, before) => ({ body: `${before}${mark}\n---` }),
  'list item': (mark, before) => ({ body: `- 一\n  1. ${before}${mark}` }),
  quotation: (mark, before) => ({ body: `> 一\n> ${before}${mark}` }),
  'lazy quotation': (mark, before) => ({ body: `> - 一\n${before}${mark}` }),
  cell: (mark, before) => ({ body: `| 甲 | 乙 |\n| --- | --- |\n| 1 | ${before}${mark} |` }),
  footnote: (mark, before) => ({ body: `注[^1]\n\n[^1]: ${before}${mark}` }),
  emphasis: (mark, before) => ({ body: `${before} _${mark}_` }),
  'link text': (mark, before) => ({ body: `[${before}${mark}](a.html)` }),
  'words of a picture': (mark) => ({ body: `![${mark}](a.png)` }),
};
const IN_TITLES: Record<string, Plant> = {
  'link title': (mark) => ({ body: `[甲](a.html "${mark}")` }),
  'definition title': (mark) => ({ body: `[甲][1]\n\n[1]: a.html "${mark}"` }),
  'definition that nobody uses': (mark) => ({ body: `[1]: a.html "${mark}"` }),
};
const AS_IS: Record<string, Plant> = {
  'fenced code': (mark, before) => ({ body: `\`\`\`text\n${before}${mark}\n\`\`\`` }),
  'indented code': (mark) => ({ body: `段\n\n    ${mark}` }),
  'HTML block': (mark) => ({ body: `<div>\n<p>${mark}</p>\n</div>` }),
  'HTML within a line': (mark) => ({ body: `一<span>${mark}</span>二` }),
  'HTML attribute': (mark) => ({ body: `<p title="${mark}">一</p>` }),
  comment: (mark, before) => ({ body: `<!-- ${before}${mark} -->` }),
  'comment within a line': (mark) => ({ body: `一<!-- ${mark} -->二` }),
  'info of a code block': (mark) => ({ body: `\`\`\`${mark}\n一\n\`\`\`` }),
  'plain field': (mark) => ({ front: [`summary: 一，${mark}`] }),
  'field in single quotes': (mark) => ({ front: [`summary: 'a: ''${mark}'`] }),
  'literal field': (mark) => ({ front: ['summary: |', '  一', `  ${mark}`] }),
  'folded field': (mark) => ({ front: ['summary: >-', '  一', `  ${mark}`] }),
  'field in a list': (mark) => ({ front: ['keywords:', `  - ${mark}`] }),
  'field in a flow': (mark) => ({ front: [`meta: {a: [1, ${mark}]}`] }),
  'unknown field': (mark) => ({ front: ['meta:', '  deep:', `    level: ${mark}`] }),
  key: (mark) => ({ front: [`${mark}: 1`] }),
  'YAML comment': (mark, before) => ({ front: [`# ${before}${mark}`] }),
  'comment behind a field': (mark) => ({ front: [`summary: 一 # ${mark}`] }),
};
const IN_DOUBLE_QUOTES: Record<string, Plant> = {
  'field in double quotes': (mark) => ({ front: [`summary: "一\\n𠮷\\t${mark}"`] }),
  'broken field in double quotes': (mark) => ({ front: ['summary: "一', `  ${mark}"`] }),
};

const toEntry = ({ front = [], body = '' }: ReturnType<Plant>) =>
  `---\n${[...FRONT, ...front].join('\n')}\n---\n${BODY}\n\n${body}\n\n落款\n`;

/** What stands in the source where the rule found something. */
async function found(source: string): Promise<string[]> {
  const file = { path: 'index.md', bytes: new TextEncoder().encode(source), isAttachment: false };
  const findings = await judgeFile(file, new Map(), [nationalMark]);
  return findings.map(({ place }) => {
    const lines = source.split('\n').map((line) => Array.from(line));
    const { line, column, endLine, endColumn } = place!;
    const stretch = lines.slice(line - 1, endLine);
    stretch[stretch.length - 1] = stretch.at(-1)!.slice(0, endColumn - 1);
    stretch[0] = stretch[0]!.slice(column - 1);
    return stretch.map((characters) => characters.join('')).join('\n');
  });
}

const places = [
  ...Object.entries(IN_TEXT).map(([name, plant]) => ({ name, plant, marks: marked })),
  ...Object.entries(IN_TITLES).map(([name, plant]) => ({ name, plant, marks: escaped })),
  ...Object.entries(AS_IS).map(([name, plant]) => ({ name, plant, marks: plain })),
  ...Object.entries(IN_DOUBLE_QUOTES).map(([name, plant]) => ({ name, plant, marks: quoted })),
];

test('an entry without a mark has none', async () => {
  expect(await found(toEntry({}))).toEqual([]);
});

test.each(places)('a mark in a $name is found where it stands', async ({ plant, marks }) => {
  await fc.assert(
    fc.asyncProperty(marks, before, async (mark, before) => {
      expect(await found(toEntry(plant(mark, before)))).toContain(mark);
    }),
    { numRuns: 20 },
  );
});

test('words beside an address that stands right behind other letters are read, and found where they stand', async () => {
  expect(await found('---\ntitle: 一\n---\n电话、www.example.gov.cn网站，绝密★10年，见a@example.gov.cn。\n')).toEqual(['绝密★10年']);
});

test('what stands among more brackets than make links is read as it is written, and found where it stands', async () => {
  const brackets = `${'['.repeat(10_000)}一[甲](a.html)机密★1年${']'.repeat(10_000)}`;
  expect(await found(`---\ntitle: 一\n---\n${brackets}\n\n[绝密★3年](b.html)\n`)).toEqual(['机密★1年', '绝密★3年']);
});
