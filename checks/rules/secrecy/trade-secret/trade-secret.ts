import { block, defineRule, type Report, warn } from '../../../rule.ts';
import type { Document } from '../../../text/document.ts';
import { announcesExample, isMention } from '../../../text/mention.ts';
import { noticePlaces } from '../../../text/notice.ts';
import type { Passage } from '../../../text/passage.ts';
import { standingLabels } from './standing-labels.ts';
import { CHINESE_FORMS, ENGLISH_FORMS, KEEP_CELL, SECRET_CELL } from './trade-secret-forms.ts';

const messages = {
  chinese: block(({ where }) => `${where}标有商业秘密字样。撤下材料，征求权利人意见，换成可以公开的文本。`),
  english: warn(({ where }) => `${where}有英文的保密标注。核实是否涉及商业秘密；只是模板留下的，删去。`),
};

export default defineRule({
  id: 'secrecy/trade-secret',
  title: '公开的内容没有商业秘密标注',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十五条' }],
  standards: ['STD-SEC-03'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages,
  check,
});

function check(document: Document, report: Report<typeof messages>) {
  const { passages, tables } = document;
  const places = noticePlaces(document);
  for (const [index, passage] of passages.entries()) {
    if (/关键词|keywords/iu.test(passage.where)) continue;
    const before = passages[index - 1];
    if (before && announcesExample(before.text)) continue;
    const standing = standingLabels(passage).filter(({ start, end }) => !isMention(passage.text, start, end));
    const [chinese] = [...labelsIn(passage, CHINESE_FORMS), ...standing.map(({ start, end }): [number, number] => [start, end])].filter(
      (at) => places.has(passage) || !IS_WORD.test(passage.text.slice(...at)),
    );
    if (chinese) report('chinese', passage.spot(...chinese));
    const [english] = labelsIn(passage, ENGLISH_FORMS);
    if (english && passage.text.length < LONGEST_LABEL) report('english', passage.spot(...english));
  }
  for (const row of tables.flatMap(({ rows }) => rows)) {
    const label = row.find((cell) => cell && SECRET_CELL.test(cell.text));
    if (label && row.some((cell) => cell && KEEP_CELL.test(cell.text))) report('chinese', label.spot());
  }
}

/** The word and nothing else, which is a heading where no label stands. */
const IS_WORD = /^\s*商业秘密\s*$/u;

/** An English label stands alone; in a longer text the word is one of the vocabulary. */
const LONGEST_LABEL = 160;

/** A cell or heading that is only the word is a subject, such as a crime in a statistic. */
function labelsIn({ text, kind }: Passage, forms: readonly RegExp[]): [number, number][] {
  if (!/密|标|报价|confiden|internal/iu.test(text)) return [];
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .filter(({ 0: label }) => (kind !== 'cell' && kind !== 'heading') || label.replace(/\s/gu, '').length > '商业秘密'.length)
    .map(({ 0: { length }, index }): [number, number] => [index, index + length])
    .filter(([start, end]) => !isMention(text, start, end));
}
