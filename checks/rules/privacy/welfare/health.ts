import type { Passage } from '../../../text/passage.ts';
import { namesIn, startsWithName } from '../../../text/people.ts';
import { SURNAMES } from '../../../text/surnames.ts';

const ILLNESS =
  /[\p{Script=Han}]{0,5}(?:癌|瘤|白血病|尿毒症|冠心病|糖尿病|精神病|精神分裂|抑郁|焦虑症|自闭症|肝硬化|脑梗|脑瘫|艾滋|肺结核|关节炎|骨折|瘫痪|失明|失聪|失能|智力残疾|肢体残疾|残疾[一二三四]级|[一二三四]级残疾|卧床|酮症|心脏病|高血压|综合征|病史|确诊|重病|患病)/u;
/** Somebody who is spoken of as ill or in need. */
const PATIENT = new RegExp(
  `(?:患者|病人|伤者)(?![和及与或])\\p{Script=Han}{2,4}(?=[（(，,])|(?:患者|病人|伤者|对象[：:]|死者|居民|村民|老人|学生|儿童)(?![和及与或])((?:${SURNAMES})\\p{Script=Han}{1,2})`,
  'gu',
);
/** How far an illness is told from the name. */
const REACH = 70;

/** Where a passage says of a named person what illness or disability he or she has; undefined when it does not. */
export function tellsHealth({ text, kind }: Passage): [start: number, end: number] | undefined {
  if (!ILLNESS.test(text)) return undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const isItem = startsWithName(line) || (kind === 'ocr' && new RegExp(`^(?:${SURNAMES})`, 'u').test(line));
    if (isItem && ILLNESS.test(line.slice(2)) && line.length < 120) return [at, at + line.length];
    at += line.length + 1;
  }
  const names = [...namesIn(text), ...[...text.matchAll(PATIENT)].map(({ 0: found, index }) => index + found.length)];
  for (const name of names) {
    const told = text.slice(name, name + REACH);
    if (ILLNESS.test(told)) return [Math.max(0, name - 3), name + told.length];
  }
  return undefined;
}
