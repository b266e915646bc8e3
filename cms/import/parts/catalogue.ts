import { type Block, paragraphsOf } from '../block.ts';
import { toDay, toMinute } from '../dates.ts';
import { fold } from '../fold.ts';
import type { Claims } from '../reading.ts';

/** Why these lines are not in the body. */
export const CATALOGUE_LEFT = '网页上的信息栏，里面的内容已经用来填写字段';

type Claimed = Exclude<keyof Claims, 'source_url' | 'title_at'> | '';
/** Labels that portals put above a document, and what each claims. */
const LABELS: Record<string, Claimed> = {
  索引号: 'index_number',
  主题分类: 'subject',
  组配分类: '',
  体裁分类: '',
  发文机关: 'issuers',
  发布机构: '',
  发文单位: 'issuers',
  颁布单位: 'issuers',
  发布单位: 'issuers',
  成文日期: 'document_date',
  颁布时间: 'document_date',
  生成日期: '',
  发文日期: '',
  标题: 'title',
  名称: 'title',
  中文名: 'title',
  发文字号: 'document_number',
  文号: 'document_number',
  发布日期: 'published',
  发布时间: 'published',
  公开日期: 'published',
  实施时间: 'effective_on',
  施行时间: 'effective_on',
  施行日期: 'effective_on',
  有效性: 'validity',
  时效性: 'validity',
  公开方式: '',
  公开形式: '',
  主题词: '',
  关键词: '',
  来源: 'source',
  信息来源: 'source',
  文章来源: 'source',
  作者: '',
  责任编辑: '',
  编辑: '',
  浏览次数: '',
  点击数: '',
  点击率: '',
  阅读次数: '',
  访问量: '',
  字号: '',
  字体: '',
};
const NAMES = Object.keys(LABELS)
  .map((name) => [...name].join(' ?'))
  .join('|');
const LABEL = new RegExp(`(?:^|[\\s，。、；|【\\[•·-])(${NAMES}) ?(?:：|(?=】))`, 'gu');
const IS_LABEL = new RegExp(`^(?:${NAMES}) ?：?$`, 'u');
/** Labels that only a publishing system writes; the others also stand in ordinary text. */
const OWN =
  /^(?:索引号|主题分类|组配分类|发布日期|发布时间|公开日期|中文名|颁布单位|颁布时间|浏览次数|点击数|点击率|阅读次数|访问量|信息来源|文章来源)$/u;

export interface Catalogue {
  claims: Claims;
  /** The blocks that are nothing but labels and their values. */
  blocks: Block[];
}

/**
 * Lines and tables of labels above an article (索引号, 发布日期, 来源 …). A block counts when it has two
 * labels, or one that only a publishing system writes, and holds no sentence.
 */
export function readCatalogue(blocks: readonly Block[]): Catalogue {
  const catalogue: Catalogue = { claims: {}, blocks: [] };
  for (const block of blocks) {
    const words = wordsOf(block);
    const pairs = readPairs(words);
    const first = pairs[0];
    if (!first || first.from > 4 || words.plain.length > 600 || /。./u.test(words.plain)) continue;
    if (pairs.length < 2 && !OWN.test(first.label)) continue;
    catalogue.blocks.push(block);
    for (const { label, value } of pairs) claim(catalogue.claims, LABELS[label] ?? '', value);
  }
  return catalogue;
}

/** The words of a block, folded for finding the labels and as they are for the values. */
interface Words {
  plain: string;
  own: string;
}

function wordsOf(block: Block): Words {
  if (block.kind === 'table' && !block.rows.every((row) => IS_LABEL.test(row[0]?.lines[0]?.plain ?? ''))) return { plain: '', own: '' };
  const lines = paragraphsOf(block).map(({ plain, text }) => {
    const colon = block.kind === 'table' && IS_LABEL.test(plain) && !plain.endsWith('：') ? '：' : '';
    return { plain: plain.replaceAll('\n', ' ') + colon, own: text.value.replaceAll('\n', ' ') + colon };
  });
  return { plain: lines.map((line) => line.plain).join(' '), own: lines.map((line) => line.own).join(' ') };
}

function readPairs(words: Words): { label: string; value: string; from: number }[] {
  const found = [...words.plain.matchAll(LABEL)];
  return found.map((match, i) => ({
    label: match[1]!.replaceAll(' ', ''),
    from: match.index,
    value: words.own.slice(match.index + match[0].length, found[i + 1]?.index ?? words.own.length).trim(),
  }));
}

function claim(claims: Claims, key: Claimed, value: string): void {
  if (key === '' || value === '') return;
  if (key === 'published') claims.published = finer(claims.published, toMinute(fold(value).split(/ (?!\d)/u)[0]!));
  if (claims[key] !== undefined) return;
  if (key === 'issuers') claims.issuers = value.split(/[、，,；; ]+/u);
  else if (key === 'document_date' || key === 'effective_on') claims[key] = toDay(fold(value));
  else if (key === 'source') claims.source = value.split(' ')[0];
  else if (key !== 'published') claims[key] = value;
}

/** Of two times on one day, the one with the minute. */
const finer = (known: string | undefined, found: string | undefined) =>
  known === undefined || (found?.startsWith(known) ?? false) ? found : known;
