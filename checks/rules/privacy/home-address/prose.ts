import type { Stretch } from '../../../text/apart.ts';
import type { Passage } from '../../../text/passage.ts';
import { couldBeName, isPlainlyName, NAME, namesIn, startsWithName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { BUSINESS, hasDoor, hasDoorAsRead, OFFICE } from './door.ts';

/** A home that a text tells outside of tables. */
export interface ToldHome extends Stretch {
  /** Told in a sentence that speaks of the person, not in an item of a list. */
  isSentence: boolean;
}

/** Somebody whose name stands for a business, in front of its seat. */
const OF_BUSINESS = /(?:法定代表人|法人|负责人|经营者|投资人)[：:\s]*\p{Script=Han}{2,4}$/u;
/** How far behind a name the home is told. */
const REACH = 40;
const LIVES = /住|居|户籍|家在|房屋|老屋|住宅/u;

/** The home of the person a text is about: his or hers, or in a line below the one that names the person. */
const OF_ONE =
  /(?:他|她)(?:的?家)?住[^。；;\n]{0,30}|(?<=(?:当事人|申请人|被处罚人|姓名)[：:]\s*[\p{Script=Han}]{2,4}\n)(?:住所|住址)[：:][^。；;\n]{0,30}/gu;

/** Where somebody of whom the text goes on to tell was brought to live: `帮她在……租下房子`. */
const BROUGHT = /[他她][^。；;\n们]{0,12}?(?:在|到|于|至|进)([^。；;，,\n]{4,36}?)(?:租|住|安[置顿]|落脚|暂居)/gu;

/** Where somebody lives, said of whoever the passage is about: `登记住址（…）`, `就在他家里：…`. */
const AT_HOME =
  /(?:[自本他她其]的?家[中里]?|家[中里]|住址|户籍地|户籍所在地|居住地|现住地|居所)(?:\p{Script=Han}{0,4}[位处]?于|为|是|在)?[：:（(，,\s]{0,2}([^。；;，,\n]{5,40})/gu;

/** The home in brackets behind the name, or behind the name and a colon or a space: `王小明（某某路35号1单元264室）`. */
const BEHIND = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属村中元米])(${NAME})(?:家|户|同志|先生|女士|老人)?(?:[(（]([^()（）\\n]{4,50})[)）]|(?:[：:—/|-]|\\s){1,3}(?=([^，,。；;：:\\n]{4,50})))`,
  'gu',
);
/** The home before the name: `家住某某路35号1单元的王小明`. */
const AHEAD = new RegExp(
  `(?:[家居租]住|住[在于])([^，,。；;\\n]{4,40})的\\p{Script=Han}{0,6}?(${NAME})(?=[^\\p{Script=Han}]|[家说报称因被遭反系向在的夫自于]|老人|$)`,
  'gu',
);
/** The same without a word between: `二组5号王小明、二组6号…`. */
const DOOR_AHEAD = new RegExp(
  `([\\p{Script=Han}\\d]{1,16}[号室栋幢])(?:的|住户|村民|居民|户主)?(${NAME})(?=[、，,。；;\\s（(]|家|户|报|称|反映|的|因|被|系|$)`,
  'gu',
);
/** The house of somebody who is named as its owner. */
const OWNED = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[人户主民])(${NAME})(?:户|家)?(?:的|所有的|[，,])?(?:被征收|被拆迁|自有|名下)?(?:的)?(?:房屋|住宅|住房|房产|宅基地|农房)(?:位于|坐落(?:于|在)?|在)([^，,。；;\\n]{4,40})`,
  'gu',
);
/** A line or item of a list that begins with a name and has no more words than a place: `王小明，男，某某村三组27号`. */
const ITEM = /(?:(?!(?<=[）)])[、，,])[^。；;：:\n])+/gu;
const LONGEST_ITEM = 60;
const isListed = (item: string) =>
  item.length <= LONGEST_ITEM &&
  hasDoor(item) &&
  (startsWithName(item) || CALLED.test(item) || item.split(COLUMNS).some(isPlainlyName)) &&
  !BUSINESS.test(item) &&
  !OFFICE.test(item);
/** The same with a word for who it is: `户主王小明，…`. */
const CALLED = new RegExp(
  `^\\p{Script=Han}{0,4}(?:户主|屋主|房主|住户|村民|居民|业主|房东|租户|租客|老人|产权人|权利人|对象|群众)${NAME}[，,（(、\\s]`,
  'u',
);
/** What parts the words of a line that stand in columns. */
const COLUMNS = /[\s|/]+/u;

/** Anybody who is named by himself and of whom the sentence goes on to say where he or she lives: `王小明老人，82岁，一个人住在……`. */
const DWELLER = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属工妻夫友爸妈爷奶哥姐弟妹是的叫访问助扶到望])(${NAME})(?:老人|家|户|同志|女士|先生|夫妇|大[爷娘妈])?[，,（(：:\\s](?:[^。;\\n]{0,24}?[，,])?[^。;，,\\n]{0,6}?住(?!房|院|宅|户|处理|持|所|建)(?:[在于址：:]{0,2})([^，,。;\\n]{4,40})`,
  'gu',
);
/** Homes of named persons that a passage tells, in no order; the same may come twice. */
export function* homesInProse(passage: Passage): Generator<ToldHome> {
  const { text, kind } = passage;
  for (const at of namesIn(text)) {
    const told = /^(?:(?![）)][、，,])[^。；;\n])*/u.exec(text.slice(at, at + REACH))![0];
    const isHere = LIVES.test(told) ? hasDoor(told) : kind === 'ocr' && hasDoorAsRead(told);
    if (isHere && !OF_BUSINESS.test(text.slice(Math.max(0, at - 12), at))) yield { start: at, end: at + told.length, isSentence: true };
  }
  for (const { 0: item, index } of text.matchAll(ITEM))
    if (isListed(item.trim())) yield { start: index, end: index + item.length, isSentence: false };
  for (const { found, name, told, index } of [...behind(text), ...ahead(text), ...owned(text)])
    if (couldBeName(name) && hasDoor(told) && !BUSINESS.test(told) && !OFFICE.test(told))
      yield { start: index, end: index + found.length, isSentence: false };
  for (const { 0: found, 1: name, 2: told, index } of text.matchAll(DWELLER))
    if (couldBeName(name!) && hasDoor(told!) && !OFFICE.test(told!) && !OF_BUSINESS.test(text.slice(Math.max(0, index - 12), index + 4)))
      yield { start: index, end: index + found.length, isSentence: true };
  let named: boolean | undefined;
  const isOfNamed = () => (named ??= !MASKED.test(text) && peopleIn(text).length > 0);
  for (const { 0: found, 1: told, index } of text.matchAll(AT_HOME))
    if (hasDoor(told!) && !OFFICE.test(told!) && (PRONOUN.test(found) || isOfNamed()))
      yield { start: index, end: index + found.length, isSentence: true };
  for (const { 0: found, 1: told, index } of text.matchAll(BROUGHT))
    if (hasDoor(told!) && !OFFICE.test(told!)) yield { start: index, end: index + found.length, isSentence: true };
  for (const { 0: told, index } of text.matchAll(OF_ONE))
    if (hasDoor(told)) yield { start: index, end: index + told.length, isSentence: true };
}

/** Whose name is not told in full. */
const MASKED = /[某×*]/u;
const PRONOUN = /^[他她其]/u;
const upToDoor = (told: string): string => {
  const ends = [...told.matchAll(/\s|$/gu)].map(({ index }) => index);
  return told.slice(0, ends.find((end) => hasDoor(told.slice(0, end))) ?? told.length);
};
const behind = (text: string) =>
  [...text.matchAll(BEHIND)].map(({ 0: found, 1: name, 2: bracketed, 3: apart, index }) => ({
    // What only stands ahead is told up to the next gap behind the door.
    found: found + (apart === undefined ? '' : upToDoor(apart)),
    name: name!,
    told: bracketed ?? apart ?? '',
    index,
  }));
const owned = (text: string) =>
  [...text.matchAll(OWNED)].map(({ 0: found, 1: name, 2: told, index }) => ({ found, name: name!, told: told!, index }));
const ahead = (text: string) =>
  [AHEAD, DOOR_AHEAD]
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ 0: found, 1: told, 2: name, index }) => ({ found, name: name!, told: told!, index }));
