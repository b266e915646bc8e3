import { block, defineRule, type Report } from '../../../rule.ts';
import type { Page } from '../../../subjects/page.ts';
import { seenOn } from './seen.ts';
import { ITEM_TAGS, requiredOn, SHAPES } from './tags.ts';

interface Tag {
  tag: string;
}
const messages = {
  missing: block<Tag>(({ where, tag }) => `${where}缺少网页标签 ${tag}。补上这个标签和它的值。`),
  repeated: block<Tag>(({ where, tag }) => `${where}的网页标签 ${tag} 写了不止一次。只留一个，多个值用逗号隔开。`),
  empty: block<Tag>(({ where, tag }) => `${where}的网页标签 ${tag} 是空的。填上它的值。`),
  misshapen: block<Tag & { words: string }>(({ where, tag, words }) => `${where}的网页标签 ${tag} 格式不对。${words}。`),
  misplaced: block<Tag>(({ where, tag }) => `${where}不是内容页，却有网页标签 ${tag}。去掉这个标签。`),
  differs: block<Tag & { other: string }>(({ where, tag, other }) => `${where}的网页标签 ${tag} 和${other}不一致。改成一致。`),
};

export default defineRule({
  id: 'page/metadata',
  title: '每个页面的网页标签齐全，和看得见的内容一致',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: [
    ...Array.from({ length: 15 }, (_, at) => `STD-META-${String(at + 1).padStart(2, '0')}`),
    'STD-META-20',
    'STD-META-21',
    'STD-META-22',
    'STD-STR-04',
    'STD-STR-10',
    'STD-INS-54',
  ],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages,
  check(page, report) {
    if (page.kind === 'moved') return;
    const spot = page.spot();
    for (const tag of requiredOn(page.kind)) if (!page.metas.has(tag)) report('missing', spot, { tag });
    for (const [tag, values] of page.metas) judgeTag(page, tag, values, report);
    for (const { tag, other, values } of seenOn(page)) {
      const value = page.metas.get(tag)?.[0];
      if (value && !values.map(toLine).includes(toLine(value))) report('differs', spot, { tag, other });
    }
  },
});

/** White space does not count: titles are set with wide spaces. */
const toLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

function judgeTag(page: Page, tag: string, values: readonly string[], report: Report<typeof messages>) {
  const spot = page.spot();
  const shape = SHAPES.get(tag);
  if (!shape) return;
  if (page.kind !== 'item' && ITEM_TAGS.has(tag)) report('misplaced', spot, { tag });
  if (values.length > 1) report('repeated', spot, { tag });
  if (values.some((value) => value.trim() === '')) report('empty', spot, { tag });
  else if (!values.every((value) => shape.pattern.test(value))) report('misshapen', spot, { tag, words: shape.words });
}
