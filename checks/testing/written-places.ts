import type { Written } from './verdict-of.ts';

const PROSE = '各乡镇人民政府，县政府各部门：\n\n现将有关事项通知如下，请认真贯彻执行。';
const entry = (body: string, fields = 'title: 关于做好有关工作的通知'): Written => ({
  name: 'index.md',
  text: `---\n${fields}\ncolumn: notices\n---\n${body}\n`,
});

/** Where a label or a sentence can stand in a paper. */
const WRITTEN_PLACES: readonly (readonly [string, (words: string) => Written])[] = [
  ['first line', (words) => entry(`${words}\n\n${PROSE}`)],
  ['last line', (words) => entry(`${PROSE}\n\n${words}`)],
  ['brackets at the end', (words) => entry(`${PROSE}\n\n（${words}）`)],
  ['brackets in a title', (words) => entry(PROSE, `title: 全县经济运行情况分析（${words}）`)],
  ['heading', (words) => entry(`## 关于三季度情况的报告（${words}）\n\n${PROSE}`)],
  ['bold line', (words) => entry(`**${words}**\n\n${PROSE}`)],
  ['quotation', (words) => entry(`> ${words}\n\n${PROSE}`)],
  ['comment', (words) => entry(`<!-- ${words} -->\n\n${PROSE}`)],
  ['words of a picture', (words) => entry(`${PROSE}\n\n![${words}](a.png)`)],
  ['field', (words) => entry(PROSE, `title: 通知\nremark: "${words}"`)],
  [
    'head of a text',
    (words) => ({ name: 'a.txt', text: `${words}\n\n清岚县人民政府办公室\n关于有关情况的报告\n\n　　全县工作平稳推进。\n` }),
  ],
  ['lenticular brackets', (words) => ({ name: 'a.txt', text: `【${words}】\n清岚县某某方案\n\n全县工作平稳推进。\n` })],
  [
    'small print of a page',
    (words) => ({ name: 'a.html', text: `<p style="font-size:9px">${words}</p><h1>情况通报</h1><p>全县工作平稳推进。</p>` }),
  ],
  ['first row of a sheet', (words) => ({ name: 'a.csv', text: `${words}\n单位,得分,等次\n岚河镇,90.3,优秀\n云坪镇,85.7,良好\n` })],
];

/** Each of some words in one place after the other, so that all words and all places come up. */
export const inPlaces = (words: readonly string[]): [string, Written][] =>
  words.flatMap((each, at) =>
    [0, 5].map((shift): [string, Written] => {
      const [place, write] = WRITTEN_PLACES[(at + shift) % WRITTEN_PLACES.length]!;
      return [`${each} (${place})`, write(each)];
    }),
  );

/** Every two of some parts, with a sign between that is another one each time. */
export const joined = (firsts: readonly string[], seconds: readonly string[], signs: readonly string[]): string[] =>
  firsts.flatMap((first, at) => seconds.map((second, of) => `${first}${signs[(at + of) % signs.length]}${second}`));
