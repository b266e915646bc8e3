/** Words that an editor is never shown: pleading, blame, and what programs say to programmers. */
const FORBIDDEN =
  /(?<!申)请|非法|无效|不合法|输入有误|错误|失败|异常|undefined|null|NaN|\[object|\b(?:Invalid|invalid|Expected|expected|Received|received|Required|required|Unrecognized|Too (?:big|small)|Zod|regex|string|array)\b/u;

/** What is wrong with the wording of a message; empty when nothing is. What the message quotes is not judged. */
export function faultsOf(message: string): string[] {
  const faults: string[] = [];
  const own = message.replace(/“.*”/gsu, '“”');
  if (!message.endsWith('。')) faults.push('does not end in 。');
  if (FORBIDDEN.test(own)) faults.push(`says ${FORBIDDEN.exec(own)?.[0]}`);
  if ([...message].length > 120) faults.push(`has ${[...message].length} characters`);
  if (/[\n\r\t]/u.test(message)) faults.push('has more than one line');
  if (/。。|，。|：。|。”。/u.test(own)) faults.push('has doubled punctuation');
  if (!/。.+。$|^[^。]*。$/su.test(own)) faults.push('is no sentence');
  return faults;
}
