import { inWords } from '../dates.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

/** 成文日期: the day of the sign-off; a page's own claim counts when the document has none. */
export function readDocumentDate({ signOffs, claims }: Evidence): Reading<string> {
  const signed = signOffs.filter((signOff) => signOff.issuers.length > 0);
  const dated = signed.length > 0 ? signed : signOffs;
  const days = [...new Set(dated.flatMap((signOff) => signOff.day ?? []))];
  const broken = dated.find((signOff) => signOff.broken);
  if (broken) return owed(`落款日期“${broken.broken!.text.value}”不完整。对照原件填写。`);
  if (days.length > 1) return owed(`文件里有几个落款日期：${days.map(inWords).join('、')}。对照原件选定。`);
  const day = days[0] ?? claims.document_date;
  if (day && claims.document_date && claims.document_date !== day)
    return owed(`落款日期是${inWords(day)}，网页信息栏写的是${inWords(claims.document_date)}。对照原件选定。`);
  return day ? value(day) : nothing;
}
