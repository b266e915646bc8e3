import { block, defineRule, type Report, warn } from '../../../rule.ts';
import { apart, type Stretch } from '../../../text/apart.ts';
import type { Document } from '../../../text/document.ts';
import { announcesExample, isMention } from '../../../text/mention.ts';
import { noticePlaces } from '../../../text/notice.ts';
import type { Passage } from '../../../text/passage.ts';
import { isVocabulary } from '../../../text/vocabulary.ts';
import { attributeValues } from './attribute-values.ts';
import { INTERNAL_FORMS, ON_REQUEST_FORMS, ON_REQUEST_VALUE, REFUSED_VALUE } from './internal-forms.ts';
import { standingLabels, standingNotices } from './standing-labels.ts';

const messages = {
  internal: block(({ where }) => `${where}标有内部使用、不公开一类字样。核实能否公开；不能公开的撤下，可以公开的换成公开文本。`),
  onRequest: warn(({ where }) => `${where}写明依申请公开。核实是否转为主动公开；没有转为主动公开的，不上网。`),
};

export default defineRule({
  id: 'secrecy/internal-mark',
  title: '公开的内容没有内部文件、工作秘密或者不公开的标注',
  basis: [
    { law: '中华人民共和国保守国家秘密法', article: '第六十四条' },
    { law: '中华人民共和国政府信息公开条例', article: '第十六条' },
  ],
  standards: ['STD-SEC-06', 'STD-DOC-13'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages,
  check,
});

function check(document: Document, report: Report<typeof messages>) {
  const places = noticePlaces(document);
  for (const [index, passage] of document.passages.entries()) {
    const before = document.passages[index - 1];
    if (
      !/部|公\s*开|秘|领|后|外|网|内参|[仅只供限勿阅毕看]|保密|知[悉晓情]|不得|严禁|掌握|范围|泄|酝酿|期|收|抄|转|工[ \t]?密/u.test(
        passage.text,
      ) ||
      (before && announcesExample(before.text)) ||
      isVocabulary(document, passage)
    )
      continue;
    const isBorne = ({ start, end }: Stretch) => !isMention(passage.text, start, end);
    const labels = apart([...labelsIn(passage, INTERNAL_FORMS), ...standingLabels(passage).filter(isBorne)]);
    const notices = standingNotices(passage, places.has(passage)).filter(
      (notice) => isBorne(notice) && !labels.some(({ start, end }) => start < notice.end && notice.start < end),
    );
    for (const { start, end } of apart([...labels, ...notices])) report('internal', passage.spot(start, end));
    for (const { start, end } of labelsIn(passage, ON_REQUEST_FORMS)) report('onRequest', passage.spot(start, end));
  }
  const head = document.passages.filter(({ kind }) => kind === 'paragraph' || kind === 'ocr' || kind === 'shape').slice(0, HEAD);
  for (const passage of head) if (REFUSED_LINE.test(passage.text)) report('internal', passage.spot());
  for (const value of attributeValues(document)) {
    if (REFUSED_VALUE.test(value.text)) report('internal', value.spot());
    if (ON_REQUEST_VALUE.test(value.text)) report('onRequest', value.spot());
  }
}

/** Passages at the top of a paper, where a label may stand alone. */
const HEAD = 3;
const REFUSED_LINE = /^\s*[(【[]?(?:不予公开|不公开|不宜公开)[)】\]]?\s*(?:\n|$)/u;

/** Labels of the passage that it bears itself, each once. A cell alone may be a heading of a statistic. */
function labelsIn({ text, kind }: Passage, forms: readonly RegExp[]): Stretch[] {
  const found = forms
    .flatMap((form) => [...text.matchAll(form)])
    .filter(({ 0: label }) => kind !== 'cell' || /[,、·;★☆*—\s].{2,}|:.|[☑√✓✔■]|[本此该]|领导|后/u.test(label.trim()))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => !isMention(text, start, end));
  return apart(found);
}
