import type { Passage } from '../../../text/passage.ts';
import { NAME, namesIn, startsWithName } from '../../../text/people.ts';

/** An illness or disability that a sentence tells. */
const ILLNESS =
  /癌|瘤|白血病|尿毒症|肾衰|冠心病|糖尿病|精神病|精神障碍|精神分裂|抑郁|焦虑症|自闭症|孤独症|肝硬化|脑梗|脑卒中|脑出血|脑瘫|癫痫|艾滋|肺结核|尘肺|关节炎|骨折|截肢|瘫痪|失明|失聪|失能|智力残疾|肢体残疾|残疾[一二三四]级|[一二三四]级残疾|卧床|酮症|心脏病|高血压|综合征|病史|确诊|重病|患病/u;
/** What a cell tells in a word or two. */
const IN_CELL = /残疾|(?:智力|肢体|视力|听力|言语|精神|多重)残?[一二三四]级|瘫|大病|因病住院|HIV|海洛因|冰毒|吸毒/u;
/** What says nothing of anybody: what is treated, organised or paid for. */
const OF_OTHERS = /残疾人|[\p{Script=Han}、]{0,8}患者|病(?:房|防)|[\p{Script=Han}]{1,3}科|防治|筛查|康复中心/gu;
/** Somebody who is spoken of as ill or in need. */
const PATIENT = new RegExp(
  `(?:患者|病人|伤者)(?![和及与或])\\p{Script=Han}{2,4}(?=[（(，,])|(?:患者|病人|伤者|对象[：:]|死者|居民|村民|老人|学生|儿童)(?![和及与或])(${NAME})`,
  'gu',
);
/** A line of a list as OCR gives it, without any sign behind the name. */
const FIRST_AS_READ = new RegExp(`^${NAME}`, 'u');
/** What somebody says, such as in an interview. */
const SPEAKS = /^[^：:]{2,6}[：:].{12}.*。/u;
/** How far an illness is told from the name. */
const REACH = 70;
/** A longer line is no item of a list. */
const LONGEST_ITEM = 120;

/** Whether a cell says what illness or disability the person of its row has. */
export const isIllness = (text: string): boolean =>
  text.length <= 60 && [ILLNESS, IN_CELL].some((words) => words.test(text.replace(OF_OTHERS, '')));

/** Where a passage says of a named person what illness or disability he or she has; undefined when it does not. */
export function tellsHealth({ text, kind }: Passage): [start: number, end: number] | undefined {
  if (!ILLNESS.test(text)) return undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const isItem =
      line.length < LONGEST_ITEM && !SPEAKS.test(line) && (startsWithName(line) || (kind === 'ocr' && FIRST_AS_READ.test(line)));
    if (isItem && ILLNESS.test(line.slice(2).replace(OF_OTHERS, ''))) return [at, at + line.length];
    at += line.length + 1;
  }
  const names = [...namesIn(text), ...[...text.matchAll(PATIENT)].map(({ 0: found, index }) => index + found.length)];
  for (const name of names) {
    const told = text.slice(name, name + REACH);
    if (ILLNESS.test(told.replace(OF_OTHERS, ''))) return [Math.max(0, name - 3), name + told.length];
  }
  return undefined;
}
