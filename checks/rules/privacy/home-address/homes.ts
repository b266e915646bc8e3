import type { Document } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { namesIn, startsWithName } from '../../../text/people.ts';
import { type CellContext, cellsOf, namesPerson } from '../../../text/tables.ts';
import { hasDoor, hasDoorAsRead } from './door.ts';

/** Where a person lives, told down to the door. */
export interface Home {
  passage: Passage;
  start: number;
  end: number;
  /** An old person alone, a child, a victim: somebody who can be harmed by being found. */
  isVulnerable: boolean;
}

const HEADER = /住址|地址|住所|家庭地址|户籍地|门牌/u;
const VULNERABLE = /独居|高龄|孤寡|留守|受害|困境|孤儿|未成年|残疾|儿童|被告诫|失能|五保/u;
/** Columns of places where a business is carried on. */
const BUSINESS = /经营|注册|单位|企业|公司|办公|机构|营业|项目|建设|施工|场所|受理|商户|字号/u;
const isHome = ({ label, headers }: CellContext) =>
  HEADER.test(label) && !BUSINESS.test(label) && (/家庭|住址|户籍/u.test(label) || !headers.some((header) => BUSINESS.test(header)));
/** How far behind a name the home is told. */
const REACH = 40;
const LIVES = /住|家住|住址|独居|户籍/u;

/** The home of the person a text is about: his or hers, or in a line below the one that names the person. */
const OF_ONE =
  /(?:他|她)(?:的?家)?住[^。；;\n]{0,30}|(?<=(?:当事人|申请人|被处罚人|姓名)[：:]\s*[\p{Script=Han}]{2,4}\n)(?:住所|住址)[：:][^。；;\n]{0,30}/gu;

/** An item of a list such as `王小明，某某村三组27号`: a name and a place, without any other words. */
const ITEM =
  /(?<=^|[：:；;。\n、]\s*)[\p{Script=Han}]{2,4}[，,（(\s]{1,2}[\p{Script=Han}]{1,12}[\p{Script=Han}\d]{3,20}(?=[；;。\n、)）]|$)/gu;

/** Every home of a named person in a document. */
export function findHomes(document: Document): Home[] {
  const about = document.passages
    .slice(0, 6)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 400);
  const homes: Home[] = [];
  for (const passage of document.passages) {
    if (passage.cell) {
      const context = cellsOf(document).get(passage);
      if (context && isHome(context) && hasDoor(passage.text) && namesPerson(context))
        homes.push({ passage, start: 0, end: passage.text.length, isVulnerable: VULNERABLE.test(about) });
      continue;
    }
    for (const at of namesIn(passage.text)) {
      const told = /^[^。；;\n]*/u.exec(passage.text.slice(at, at + REACH))![0];
      const isTold = LIVES.test(told) ? hasDoor(told) : passage.kind === 'ocr' && hasDoorAsRead(told);
      if (!isTold) continue;
      const near = passage.text.slice(Math.max(0, at - REACH), at + REACH);
      homes.push({ passage, start: at, end: at + told.length, isVulnerable: VULNERABLE.test(near) });
    }
    for (const { 0: item, index } of passage.text.matchAll(ITEM))
      if (startsWithName(item) && hasDoor(item) && !BUSINESS.test(item) && !LIVES.test(item))
        homes.push({ passage, start: index, end: index + item.length, isVulnerable: VULNERABLE.test(about) });
    for (const { 0: told, index } of passage.text.matchAll(OF_ONE))
      if (hasDoor(told)) homes.push({ passage, start: index, end: index + told.length, isVulnerable: false });
  }
  return homes;
}
