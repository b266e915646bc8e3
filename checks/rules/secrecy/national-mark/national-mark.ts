import { block, defineRule, type Report, warn } from '../../../rule.ts';
import { apart, type Stretch } from '../../../text/apart.ts';
import type { Document } from '../../../text/document.ts';
import { announcesExample } from '../../../text/mention.ts';
import type { Passage } from '../../../text/passage.ts';
import { aloneMarks, explainsLevels } from './alone.ts';
import { copyNumber } from './copy-number.ts';
import { fullMarks } from './full-mark.ts';
import { nameMarks } from './name-marks.ts';
import { noticedLevels } from './noticed-levels.ts';
import { spreadMarks } from './spread-marks.ts';
import { statedMarks } from './stated.ts';
import { tableMarks } from './table-marks.ts';

const messages = {
  found: block(({ where }) => `${where}有国家秘密标志。立即停止上传，离开本系统，报告本单位保密工作机构。`),
  copyNumber: warn(({ where }) => `${where}版头有份号，涉密公文才标份号。核实原件的密级；不涉密的，删去份号。`),
};

export default defineRule({
  id: 'secrecy/national-mark',
  title: '公开的内容里没有国家秘密标志',
  basis: [
    { law: '中华人民共和国保守国家秘密法', article: '第二十二条' },
    { law: '中华人民共和国政府信息公开条例', article: '第十四条' },
  ],
  standards: ['STD-SEC-01', 'STD-SEC-03', 'STD-SEC-04', 'STD-DOC-08', 'STD-SEED-08'],
  scope: 'text',
  sensitive: true,
  waivable: false,
  messages,
  check,
});

function check({ passages, tables }: Document, report: Report<typeof messages>) {
  const alone = passages.map((passage, index) => aloneIn(passage, passages[index - 1]));
  const named = passages.flatMap((passage, index) =>
    isText(passage) ? alone[index]!.map((at) => ({ mark: textAt(passage, at), behind: behind(passage, at.end, passages[index + 1]) })) : [],
  );
  const explains = explainsLevels(named.filter(({ mark }) => !/[\d★☆*]/u.test(mark)));
  const told = new Set<Passage>();
  for (const [index, passage] of passages.entries()) {
    const bare = explains && isText(passage) ? [] : alone[index]!;
    const noticed = noticedLevels(passage, ASIDE.has(passage.kind));
    const found = [...fullMarks(passage, passages[index - 1]), ...statedMarks(passage), ...bare, ...noticed, ...namesIn(passage)];
    for (const { start, end } of apart(found)) report('found', passage.spot(start, end));
    if (found.length > 0) told.add(passage);
  }
  for (const passage of new Set([...tables.flatMap(tableMarks), ...spreadMarks(passages, tables)]))
    if (!told.has(passage)) report('found', passage.spot());
  const numbered = told.size === 0 ? copyNumber(passages) : undefined;
  if (numbered) report('copyNumber', numbered.spot());
}

/** Words to colleagues, which citizens are not to see. */
const ASIDE: ReadonlySet<Passage['kind']> = new Set(['remark', 'note', 'deleted']);
const isText = ({ kind }: Passage) => kind === 'heading' || kind === 'paragraph' || kind === 'ocr';
const namesIn = (passage: Passage): Stretch[] =>
  passage.kind === 'name' || passage.kind === 'link' || isFileField(passage) ? nameMarks(passage) : [];
const isFileField = ({ kind, where }: Passage) => kind === 'field' && where === '“附件文件”';
/** So much behind a level says whether it is explained. */
const NEAR = 60;
const behind = ({ text }: Passage, end: number, next: Passage | undefined) =>
  `${text.slice(end, end + NEAR)}\n${next?.text.slice(0, NEAR) ?? ''}`.trimStart();
const textAt = ({ text }: Passage, { start, end }: Stretch) => text.slice(start, end);

/** Cells are judged with their neighbours; a keyword is a subject, and the source's left-over pieces are no lines. */
function aloneIn(passage: Passage, before: Passage | undefined): Stretch[] {
  if (passage.kind === 'cell' || passage.kind === 'other' || passage.kind === 'link' || passage.kind === 'name') return [];
  if (/关键词|keywords/iu.test(passage.where) || (before && isText(passage) && announcesExample(before.text))) return [];
  return aloneMarks(passage);
}
