import type { Stretch } from '../../../text/apart.ts';
import type { Document } from '../../../text/document.ts';
import { type Field, type Item, isOfUnit, peopleOf, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import type { Passage } from '../../../text/passage.ts';
import { BUSINESS, hasDoor, OFFICE } from './door.ts';
import { homesInProse } from './prose.ts';

/** Where a person lives, told down to the door. */
export interface Home {
  passage: Passage;
  start: number;
  end: number;
  /** An old person alone, a child, a victim: somebody who can be harmed by being found. */
  isVulnerable: boolean;
}

const HEADER = /住址|地址|住所|居住地|住地|户籍|户口所在地|门牌|坐落|房源|房号|住房/u;
const VULNERABLE =
  /保护令|庇护|家庭暴力|殴打|虐待|受援|受助|救助站|护送|精神(?!文明)|走失|重病|患[有者]|特困|低保|被盗|被骗|受骗|报案|报警|报称|老人|老奶奶|老大爷|一个人住|儿女都|家暴|帮教|矫正|刑满|戒毒|独居|高龄|孤寡|留守|受害|困境|孤儿|未成年|残疾|儿童|被告诫|失能|五保/u;
/** Labels of nothing but a home; any other address beside somebody to turn to is that of an office. */
const HOME = /家庭|住址|户籍|居住/u;
const CONTACT = /联系人|负责人|经办|承办|代表/u;
/** Whoever is named because of a post, beside a place that he or she keeps. */
const KEEPER =
  /责任|负责|管护|管理|看护|[维养守]护|巡[查护]|保洁|老板|经营|店主|联系(?!户|对象|群众)|经办|承办|代表|法人|医生|教师|老师|干部|网格员|值班|民警|[院校站所局馆园厂店队村河林田库]长|书记|主任|经理|业主单位/u;
/** Any place down to the door, under whatever heading, of somebody who is named for no post. */
const isPlaceOf = ({ label, text }: Field, person: Field, item: Item) =>
  text.length <= LONGEST_PLACE &&
  hasDoor(text) &&
  !KEEPER.test(person.label) &&
  !BUSINESS.test(label) &&
  !OFFICE.test(text) &&
  !BESIDE.test(text) &&
  !isOfUnit(item) &&
  !item.labels.some((other) => BUSINESS.test(other) || PLACES.test(other)) &&
  !item.fields.some((other) => FIXED_LINE.test(other.text));
const LONGEST_PLACE = 30;
/** An office has one, with its area code; people have mobiles. */
const FIXED_LINE = /^\s*0\d{2,3}-\d{7,8}\s*$/u;
/** Beside a door nobody lives. */
const BESIDE = /门口|门前|旁|对面|附近|路口|[东南西北]侧|之间|[桥涵]/u;
/** Columns of a list of places, not of people. */
const PLACES = /农家乐|民宿|场所|地点名称|点位|名称|单位|路段|工程|案由|处罚|违法|事项|用地|面积|标的|起拍|招标|许可/u;
/** Whether a field tells the home of the person of its item. */
const isHome = ({ label, text, passage, start }: Field, item: Item) =>
  HEADER.test(label) &&
  hasDoor(text) &&
  !BUSINESS.test(label) &&
  (HOME.test(label) || !CONTACT.test(personOf(item)?.label ?? '')) &&
  (HOME.test(label) ||
    !(OFFICE.test(text) || isSeat(passage, start) || item.labels.some((other) => BUSINESS.test(other)) || isOfUnit(item)));
/** How far around a home something is said of the person. */
const NEAR = 40;
/** A unit that a sentence names before an address has its seat there. */
const UNIT_BEFORE = /(?:公司|厂|合作社|中心|[局店院]|学校|经营部|商行|超市|代理机构|供应商)[^。\n]{0,30}$/u;
const isSeat = ({ text, cell }: Passage, start: number) =>
  cell === undefined && UNIT_BEFORE.test(text.slice(Math.max(0, start - NEAR), start));
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

/** Every home of a named person in a document, each once, in the order of the text. */
export function findHomes(document: Document): Home[] {
  const first = document.passages.slice(0, 6).map(({ text }) => text.slice(0, 400));
  const isOfVulnerable = VULNERABLE.test(first.join(' ').slice(0, 400));
  const listed = itemsIn(document).all.flatMap((item): Home[] => {
    const person = personOf(item);
    const home =
      person &&
      (item.fields.find((field) => isHome(field, item)) ??
        splitHome(item) ??
        peopleOf(item).flatMap((each) => item.fields.find((field) => field !== each && isPlaceOf(field, each, item)) ?? [])[0]);
    return home ? [{ passage: home.passage, start: home.start, end: home.end, isVulnerable: isOfVulnerable }] : [];
  });
  const inItems = Map.groupBy(listed, ({ passage }) => passage);
  return document.passages.flatMap((passage) => {
    const told = passage.cell ? [] : [...homesInProse(passage)];
    const isNear = ({ start }: Stretch) => VULNERABLE.test(passage.text.slice(Math.max(0, start - NEAR), start + NEAR));
    const said = told.map((home) => ({ passage, ...home, isVulnerable: isNear(home) || (!home.isSentence && isOfVulnerable) }));
    return withoutOverlap([...(inItems.get(passage) ?? []), ...said]);
  });
}

/** Homes that begin where another has not ended are the same one, told in two ways. */
function withoutOverlap(homes: readonly Home[]): Home[] {
  let end = 0;
  return [...homes]
    .sort((a, b) => a.start - b.start)
    .filter((home, at) => {
      if (at > 0 && home.start < end) return false;
      end = home.end;
      return true;
    });
}
