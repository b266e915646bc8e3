import type { Document } from '../../../text/document.ts';
import { type Field, type Item, isOfUnit, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import type { Passage } from '../../../text/passage.ts';
import { NAME, namesIn, startsWithName } from '../../../text/people.ts';
import { hasDoor, hasDoorAsRead } from './door.ts';

/** Where a person lives, told down to the door. */
export interface Home {
  passage: Passage;
  start: number;
  end: number;
  /** An old person alone, a child, a victim: somebody who can be harmed by being found. */
  isVulnerable: boolean;
}

const HEADER = /住址|地址|住所|居住地|住地|户籍|户口所在地|门牌|坐落|房源|房号|住房/u;
const VULNERABLE = /独居|高龄|孤寡|留守|受害|困境|孤儿|未成年|残疾|儿童|被告诫|失能|五保/u;
/** Columns of places where a business is carried on. */
const BUSINESS =
  /经营|注册|单位|企业|公司|办公|机构|营业|项目|建设|施工|场所|受理|商户|字号|[店厂站所馆园校]名|药店|诊所|学校|校[长址]|站[长址]|村委会|会议室|服务点|产权|权证/u;
/** Somebody whose name stands for a business, in front of its seat. */
const OF_BUSINESS = /(?:法定代表人|法人|负责人|经营者|投资人)[：:\s]*\p{Script=Han}{2,4}$/u;
/** Words in the address of an office. */
const OFFICE = /中心(?![路街巷])|大厅|窗口|办公|公司|政府|[局院][，,\p{Script=Han}]{0,6}\d|大厦|写字楼|市场(?![路街巷])/u;
/** Whether a field tells the home of the person of its item. */
const isHome = ({ label, text }: Field, item: Item) =>
  HEADER.test(label) &&
  hasDoor(text) &&
  !BUSINESS.test(label) &&
  (/家庭|住址|户籍|居住/u.test(label) || !(OFFICE.test(text) || item.labels.some((other) => BUSINESS.test(other)) || isOfUnit(item)));
/** Columns of an address that is told in parts, the last of them closer than a group of a village. */
const PART =
  /^(?:乡镇?|镇|街道|所属乡镇|所在村|村|村居|社区|小区|路|街|组|小组|村民小组|村组|楼栋|栋|幢|楼号|单元|门牌|门牌号码?|室|房号|房间号|室号|户号)$/u;
const CLOSEST = /门牌|室|房号|房间|单元|户号/u;
/** A part that is only a number has its unit in the header. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/组/u, '组'],
  [/栋|楼/u, '栋'],
  [/幢/u, '幢'],
  [/单元/u, '单元'],
  [/室|房/u, '室'],
  [/门牌|户号/u, '号'],
];

/** The last part of a home that is told in several columns; undefined when it does not reach the door. */
function splitHome({ fields }: Item): Field | undefined {
  const parts = fields.filter(({ label }) => PART.test(label));
  const last = parts.at(-1);
  if (parts.length < 2 || !last || !CLOSEST.test(last.label)) return undefined;
  return hasDoor(parts.map(withUnit).join('')) ? last : undefined;
}

const withUnit = ({ text, label }: Field) =>
  /^\s*\d{1,4}\s*$/u.test(text) ? `${text.trim()}${UNITS.find(([words]) => words.test(label))?.[1] ?? ''}` : text.trim();

/** How far behind a name the home is told. */
const REACH = 40;
const LIVES = /住|居|户籍|家在|房屋|老屋|住宅/u;

/** The home of the person a text is about: his or hers, or in a line below the one that names the person. */
const OF_ONE =
  /(?:他|她)(?:的?家)?住[^。；;\n]{0,30}|(?<=(?:当事人|申请人|被处罚人|姓名)[：:]\s*[\p{Script=Han}]{2,4}\n)(?:住所|住址)[：:][^。；;\n]{0,30}/gu;

/** The home in brackets behind the name, or behind the name and a colon or a space: `王小明（某某路35号1单元264室）`. */
const BEHIND = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属村中])${NAME}(?:家|户|同志|先生|女士|老人)?(?:[(（]([^()（）\\n]{4,50})[)）]|(?:[：:—-]|\\s){1,3}([^，,。；;：:\\n]{4,50}))`,
  'gu',
);
/** The home before the name: `家住某某路35号1单元的王小明`. */
const AHEAD = new RegExp(
  `(?:[家居租]住|住[在于])([^，,。；;\\n]{4,40})的\\p{Script=Han}{0,6}?${NAME}(?=[^\\p{Script=Han}]|家|老人|$)`,
  'gu',
);
/** A line or item of a list that begins with a name and has no more words than a place: `王小明，男，某某村三组27号`. */
const ITEM = /[^。；;：:\n]+/gu;
const LONGEST_ITEM = 60;
const isListed = (item: string) =>
  item.length <= LONGEST_ITEM && startsWithName(item) && hasDoor(item) && !BUSINESS.test(item) && !OFFICE.test(item) && !LIVES.test(item);

/** Every home of a named person in a document. */
export function findHomes(document: Document): Home[] {
  const about = document.passages
    .slice(0, 6)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 400);
  const homes: Home[] = [];
  for (const item of itemsIn(document).all) {
    const person = personOf(item);
    const home = person && (item.fields.find((field) => isHome(field, item)) ?? splitHome(item));
    if (home) homes.push({ passage: home.passage, start: home.start, end: home.end, isVulnerable: VULNERABLE.test(about) });
  }
  const isTold = (passage: Passage, start: number, end: number) =>
    homes.some((home) => home.passage === passage && home.start < end && start < home.end);
  for (const passage of document.passages) {
    if (passage.cell) continue;
    for (const at of namesIn(passage.text)) {
      const told = /^[^。；;\n]*/u.exec(passage.text.slice(at, at + REACH))![0];
      const isHere = LIVES.test(told) ? hasDoor(told) : passage.kind === 'ocr' && hasDoorAsRead(told);
      if (!isHere || OF_BUSINESS.test(passage.text.slice(Math.max(0, at - 12), at)) || isTold(passage, at, at + told.length)) continue;
      const near = passage.text.slice(Math.max(0, at - REACH), at + REACH);
      homes.push({ passage, start: at, end: at + told.length, isVulnerable: VULNERABLE.test(near) });
    }
    for (const { 0: item, index } of passage.text.matchAll(ITEM)) {
      const end = index + item.length;
      if (isListed(item.trim()) && !isTold(passage, index, end))
        homes.push({ passage, start: index, end, isVulnerable: VULNERABLE.test(about) });
    }
    for (const { 0: found, 1: bracketed, 2: apart, index } of [...passage.text.matchAll(BEHIND), ...passage.text.matchAll(AHEAD)]) {
      const told = bracketed ?? apart ?? '';
      const end = index + found.length;
      if (hasDoor(told) && !BUSINESS.test(told) && !OFFICE.test(told) && !isTold(passage, index, end))
        homes.push({ passage, start: index, end, isVulnerable: VULNERABLE.test(about) });
    }
    for (const { 0: told, index } of passage.text.matchAll(OF_ONE))
      if (hasDoor(told) && !isTold(passage, index, index + told.length))
        homes.push({ passage, start: index, end: index + told.length, isVulnerable: false });
  }
  return homes;
}
