import { toFigure } from '../figures.ts';
import type { Machine } from '../results.ts';
import type { Answered } from './measure.ts';
import type { SearchResults } from './run-search.ts';

const KINDS: Record<string, string> = {
  everyday: '日常用词',
  name: '人名地名',
  number: '文号、索引号',
  'title-part': '标题里的一段',
  'text-part': '正文里的一段',
  'document-number': '文号、索引号',
  'mid-word': '词中间截出的一段',
  synonym: '同义词',
  typing: '打错的字',
  colloquial: '口语、方言',
  traditional: '繁体字',
  nonsense: '不存在的词',
};

/** What may be transferred for the first results and for a further question, in bytes. */
const MOST = { first: 200_000, further: 100_000 };
/** The share of questions that must be answered within the first ten. */
const SHARE = 0.98;
const EXACT = ['number', 'title-part', 'text-part'];

export interface SearchReport {
  machine: Machine;
  results: SearchResults;
}

/** The figures as tables for people. */
export function toSearchReport({ machine, results: { county, unread, corpus } }: SearchReport): string {
  const held = county.filter(({ isHeld }) => isHeld);
  return [
    '# 搜索\n',
    `${machine.processor}，${machine.cores} 核，${machine.system}，Node ${machine.node}。\n`,
    '## 示例县，固定问题集\n',
    toTable(county),
    `其中调整之前就留出的三分之一：${toShare(held)}。\n`,
    '## 示例县，没有照着调整过的问题\n',
    toCountTable(unread),
    '写问题的人没有读过搜索，调整搜索的人不读这些问题，所以不列出哪些没有答对。\n',
    ...(corpus
      ? [
          `## ${corpus.entries} 篇编造的条目\n`,
          toTable(corpus.answered),
          `索引 ${corpus.files} 个文件，${(corpus.bytes / 1e6).toFixed(1)} MB。全部构建 ${seconds(corpus.whole.all)}，其中索引 ${seconds(corpus.whole.search)}。发布一篇 ${seconds(corpus.one.all)}，其中索引 ${seconds(corpus.one.search)}；从开始构建到搜得到 ${seconds(corpus.one.found)}。\n`,
        ]
      : []),
    ...toFaults([...county, ...(corpus?.answered ?? [])]),
    '传输按 nginx 的压缩计算，每个请求另加 200 字节；第一次提问连同搜索页、样式和脚本，浏览器里什么都没有。\n',
  ].join('\n');
}

/** Whether everything that must hold does. */
export function isMet({ county, corpus }: SearchResults): boolean {
  const all = [...county, ...(corpus?.answered ?? [])];
  const isExact = all.filter(({ kind }) => EXACT.includes(kind)).every(({ isGood }) => isGood);
  const good = county.filter(({ isGood }) => isGood).length / county.length;
  const isCheap = all.every(({ first, further }) => first.bytes <= MOST.first && further.bytes <= MOST.further);
  return isExact && good >= SHARE && isCheap && all.every(({ wrong }) => wrong === 0);
}

function toTable(answered: readonly Answered[]): string {
  const rows = [...Map.groupBy(answered, ({ kind }) => kind)].map(([kind, of]) => toRow(KINDS[kind]!, of));
  return [
    '| 问题 | 个数 | 答对 | 第一次，KB（中位，最多） | 以后，KB（中位，最多） | 以后的请求（最多） |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
    toRow('合计', answered),
    '',
  ].join('\n');
}

function toCountTable(unread: SearchResults['unread']): string {
  const sum = (of: 'asked' | 'good') => unread.reduce((all, one) => all + one[of], 0);
  return [
    '| 问题 | 个数 | 答对 |',
    '| --- | --: | --: |',
    ...unread.map(({ kind, asked, good }) => `| ${KINDS[kind]!} | ${asked} | ${good} |`),
    `| 合计 | ${sum('asked')} | ${sum('good')} |`,
    '',
  ].join('\n');
}

function toRow(name: string, of: readonly Answered[]): string {
  const kilobytes = (bytes: number[]) => `${(toFigure(bytes).median / 1000).toFixed(0)}，${(Math.max(...bytes) / 1000).toFixed(0)}`;
  const first = kilobytes(of.map(({ first: { bytes } }) => bytes));
  const further = kilobytes(of.map(({ further: { bytes } }) => bytes));
  return `| ${name} | ${of.length} | ${toShare(of)} | ${first} | ${further} | ${Math.max(...of.map(({ further: { requests } }) => requests))} |`;
}

const toShare = (of: readonly Answered[]) => `${of.filter(({ isGood }) => isGood).length}/${of.length}`;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} 秒`;

function toFaults(all: readonly Answered[]): string[] {
  const bad = all.filter(({ isGood, wrong }) => !isGood || wrong > 0);
  const dear = all.filter(({ first, further }) => first.bytes > MOST.first || further.bytes > MOST.further);
  const isDear =
    dear.length > 0
      ? [
          `超出预算的 ${dear.length} 个：${dear.map(({ text, further }) => `${text}（${Math.round(further.bytes / 1000)} KB）`).join('、')}。\n`,
        ]
      : [];
  const short = all.filter(({ isShort }) => isShort);
  const isShort =
    short.length > 0 ? [`先只显示不到五条、按一下再接着找的 ${short.length} 个：${short.map(({ text }) => text).join('、')}。\n`] : [];
  return [...(bad.length > 0 ? [`没有答对的：${bad.map(({ text }) => text).join('、')}。\n`] : []), ...isDear, ...isShort];
}
