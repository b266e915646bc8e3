import type { Document } from '../../../text/document.ts';
import { type Item, isOfUnit, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { couldBeName, endsInName, isName, NAME } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';

/** A holder that is named as one and is no person. */
const UNIT =
  /(?:公司|政府|合作社|委员会|村委会|[局院校会]|中心)(?:的)?(?:零余额|基本|一般|专用|对公|银行|结算|财政)*(?:账户|账号|帐户|专户)|(?:[甲乙丙]方|[供需买卖]方|(?:收款|受托|委托)方|供应商|中标(?:人|单位)|成交(?:人|供应商)|采购人|承包人|承揽人|承租人|出租人|(?:施工|建设|代理|收款)(?:单位|机构)|户名|账户名称|开户名称|单位名称|收款人|账户名|持卡单位|全称|汇入|缴至|存入|账户)[：:\s]*(?!其|他|她|本人)(?:[^\n。；;，,\d]|\d(?!\d{4})){0,30}?(?:公司|局|中心|专户|财政|学校|幼儿园|合作社|委员会|慈善会|总会|协会|基金会|医院|卫生院|政府|国库|工会|银行(?!卡|账)|法院|服务站|联合社|厂|办公室|支队|大队|院|馆|处|所|站|厅|委)(?![\p{Script=Han}]{0,2}(?:支行|分理处|营业部)?的)/u;
/** An account that is told to be somebody's own. */
const OWN = /个人(?:银行)?(?:账户|账号|帐户|卡|名下)|(?:私人|本人)(?:账户|账号|银行卡)/u;
/** Columns that name the holder. */
const HOLDS = /户名|账户名|账户全称|开户名称|收款单位|收款人/u;
/** Passages before and after that can say who holds an account. */
const AROUND = 3;
/** Characters around the number in its own passage. */
const NEAR = 80;

/** Who only signs for a unit beside its account. */
const SIGNS = /经办|联系|代表|负责|会计|审核|制表|复核|法人/u;
/** The person of an item, if it is not somebody who only signs. */
const holderOf = (item: Item) => {
  const person = personOf(item);
  return person && SIGNS.test(person.label) ? undefined : person;
};

/** Whether an account belongs to a unit, by what is said around it. */
export function isUnits(document: Document, at: number, start: number): boolean {
  const passage = document.passages[at]!;
  const item = itemsIn(document).at(passage, start)?.item;
  if (item && holderOf(item)) return item.fields.some(({ text, label }) => HOLDS.test(label) && !isName(text));
  if (item && isOfUnit(item)) return true;
  if (passage.cell === undefined && namesHolder(passage.text, start)) return false;
  if (OWN.test(passage.text.slice(Math.max(0, start - NEAR / 2), start))) return false;
  const near = passage.text.slice(Math.max(0, start - NEAR), start + NEAR);
  if (UNIT.test(near)) return true;
  return document.passages
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .some((other) => other !== passage && other.text.length < 120 && UNIT.test(other.text));
}

/** Before the number in its sentence: a person in full name and at most the word for the number. */
const PERSON = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属向给由请为])(${NAME})[，,、：:（(\\s]*(?:的|本人|个人|核对|确认|名下的?|提供的?|身份证[^，,]{0,24}[，,])?(?:\\p{Script=Han}{0,10}(?:银行|信用社|农商行|邮储|农信))?(?:卡号|账号|账户|银行卡号?|银行账[号户]|一卡通|存折|卡)[^\\p{Script=Han}\\d]{0,6}$`,
  'u',
);
/** Behind the number: `（户名：王小明）`. */
const HOLDER_BEHIND = /^[\s（(，,、；;]{0,3}(?:户名|持卡人|开户人|开户名|收款人|户主)[：:\s]*([\p{Script=Han}]{2,4})(?![\p{Script=Han}])/u;

/** Whether the sentence of a number names a person as its holder. */
function namesHolder(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR / 2), start);
  const [, person] = PERSON.exec(before.slice(Math.max(...['。', '；', ';', '\n'].map((end) => before.lastIndexOf(end))) + 1)) ?? [];
  if (person !== undefined && couldBeName(person)) return true;
  const behind = text.slice(start, start + NEAR).replace(/^[\d\s-]+/u, '');
  const [, holder] = HOLDER_BEHIND.exec(behind) ?? [];
  return holder !== undefined && isName(holder);
}

const HOLDER = /(?:户名|姓名|户主|持卡人|开户人|领款人)[：:\s]*([\p{Script=Han}]{2,4})(?![\p{Script=Han}])/gu;

/** Words of a unit's name: whoever is named beside it only acts for it. */
const OF_UNIT = /公司|[局院校会厂站所馆店]|中心|专户|政府|合作社/u;

/** Whether a person in full name is told as the holder of an account: in its row, before it, or in a line nearby. */
export function isPersons(document: Document, at: number, start: number): boolean {
  const passage = document.passages[at]!;
  const item = itemsIn(document).at(passage, start)?.item;
  if (item && holderOf(item)) return true;
  if (passage.cell) return false;
  const before = passage.text.slice(Math.max(0, start - 24), start);
  if (namesHolder(passage.text, start) || endsInName(before)) return true;
  if (peopleIn(before.split(/[\n。;]/u).at(-1)!).length > 0 && !SIGNS.test(before) && !OF_UNIT.test(before)) return true;
  const near = document.passages.slice(Math.max(0, at - AROUND), at).map(({ text }) => text.slice(-NEAR));
  return [...near, passage.text.slice(Math.max(0, start - NEAR), start)].some((text) =>
    [...text.matchAll(HOLDER)].some(([, name]) => isName(name!)),
  );
}
