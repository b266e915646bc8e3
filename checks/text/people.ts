import { SURNAMES } from '../../cms/model/surnames.ts';
import { isWord } from './dictionary.ts';
import { looksLikeName } from './given-names.ts';
import { isLabel } from './labels.ts';

/** A full name as part of a pattern: surname and one or two characters more. */
export const NAME = `(?:${SURNAMES})(?!某)\\p{Script=Han}{1,2}`;
/** The same as far as the characters behind a surname can be told from a title. */
export const GIVEN = '(?!某|先生|女士|同志|女儿|儿子)\\p{Script=Han}{1,2}';
const WHOLE = new RegExp(`^(?:${SURNAMES})${GIVEN}$`, 'u');
/** At the end of a text: a name behind a boundary or the word for who it is, and at most a few signs after it. */
const LAST = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属组格村记理导官工妻夫友爸妈爷奶哥姐弟妹嫂婆公叔舅姑子孙兵农傅客商贩警队司手])((?:${SURNAMES})(?:${GIVEN}|医生|老师|主任|大夫|师傅|书记))(?:先生|女士|同志)?(?:[\\s，,]{1,4}[男女])?(?:[\\s，,]{1,4}\\d{1,3}岁)?[^\\p{Script=Han}\\p{N}a-z]{0,4}(?:的)?(?:个人|本人)?(?:电话|手机|联系电话|联系方式|手机号)?(?:号码?)?[是为]?(?:[^\\p{Script=Han}\\p{N}a-z]|86){0,5}$`,
  'iu',
);
/** `住`, `现租住`, `家庭住址`. */
const LIVES = '(?:现|目前|仍|一直|长期|暂时|家|单独|独自|户籍){0,2}(?:租|暂|借|居|寄|客)?住';
const LEADING = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属的班童级工奶爷妈爸姑叔舅妻夫儿村组镇乡县市队区街])((?:${SURNAMES})${GIVEN})(?=(?:您|你)好|(?:同志|先生|女士)[：:]|[（(，,、：:\\s]{1,3}(?:男|女|\\d{1,3}岁|系|身份证|${LIVES}|独居|父|母|由|随|跟|录取|[高初][一二三]|患|因|确诊|经诊断|被确诊|被诊断|吸食|丈夫|妻子|儿子|女儿|爱人|家庭(?!住|地|成员|情况|人)|家中|家境|全家|长期|常年|\\d{4}年)|户?[，,]?${LIVES}|\\d{1,3}岁|[（(](?:男|女|住|身份证|\\d|均)|患|确诊|查出|系(?!统|列)|家庭(?!住|地|成员|情况|人)|家中|全家|因[患病]|被诊断|在工作中|现就读|今年|一家|的?(?:妻子|丈夫|父亲|母亲|儿子|女儿|爱人|配偶))`,
  'gu',
);
/** At the beginning of a line or an item of a list. */
const FIRST = new RegExp(
  `^[\\s（(]*(?:\\d{1,3}[.、)）\\s]+|第[一二三四五六七八九十]+[组批户][：:])?((?:${SURNAMES})${GIVEN})(?=[，,：:（(、)）\\s]|\\d{1,3}岁|$)`,
  'u',
);
/** Words of contact lines that begin like a name. */
const NO_NAME =
  /^(?:第五|秋冬|夏秋|冬春|单号|双号|年月|年龄|年级|年度|方式|时间|单位|管理|应急|公司|关于|项目|经办|马上|高中|全县|全镇|房号|车号|车牌|查询|向社|池塘|车主|平台|白天|晚上|司机|支队|支部|居民|家长|家庭|容量|申[请报领办购诉]|解释|姓名|户籍|宿舍|双双|常年|曾经|终年|终身|都因|应当|时常|经常|关爱|关心|安全|索[要取]|籍或)/u;

/** Illnesses and places begin like names too: `白血病`, `高血压`, `石桥镇`, `阴凉处`. */
const OTHERS = /[病症癌炎瘤疹]$|血压|内障|[村镇乡县局区苑店厂馆站场厅社院处]$/u;
/** Characters that only join words. */
const JOINS = /[的了们]/u;
const isNoName = (name: string): boolean => NO_NAME.test(name) || OTHERS.test(name) || JOINS.test(name);

/** Whether what follows the pattern of a name in a sentence is a name and no other word. */
export const couldBeName = (name: string): boolean => !isNoName(name) && !isWord(name);

/** What somebody is called by neighbours, by whom a stranger cannot tell who it is: `聂大爷`. */
const CALLED = new RegExp(
  `^(?:${SURNAMES})(?:大[爷娘妈婶伯叔嫂姐哥爹]|奶奶|爷爷|阿[姨婆公]|叔叔|伯伯|婆婆|老[汉伯太]|[伯叔婶嫂姨婆奶爷])$`,
  'u',
);
/** Whether what looks like a full name is a family name and a word for an elder. */
export const isCalledElder = (name: string): boolean => CALLED.test(name);

/** Names of peoples without a family name in front: `阿依古丽·买买提`. */
const DOTTED = /^\p{Script=Han}{2,7}[·•・]\p{Script=Han}{2,8}$/u;

/** Whether a text is the full name of a person and nothing else, none of its characters hidden. A word that could be one is. */
export function isName(text: string): boolean {
  const trimmed = text.replace(/\s/gu, '');
  if (DOTTED.test(trimmed)) return true;
  return WHOLE.test(trimmed) && !isNoName(trimmed) && !isLabel(trimmed);
}

/** The same of a text that nothing else says to be a name: no other word. */
export const isPlainlyName = (text: string): boolean => isName(text) && !isWord(text.replace(/\s/gu, ''));

/**
 * Whether a text ends in the full name of a person, as it stands before a number that is the person's. A family name that is a word
 * makes none with the verb behind it: `公民身份号码应为…`.
 */
export function endsInName(before: string): boolean {
  const [, name] = LAST.exec(before.slice(-24)) ?? [];
  return name !== undefined && couldBeName(name) && !(/^.[为是系]$/u.test(name) && !looksLikeName(name));
}

/** Where a person is named in full and spoken of: the name is followed by sex, age, home or identity. Offsets of the ends of the names. */
export function namesIn(text: string): number[] {
  return [...text.matchAll(LEADING)].flatMap(({ 0: found, 1: name, index }) => {
    const end = index + found.length;
    return couldBeName(name!) || (SEX.test(text.slice(end, end + 4)) && !isNoName(name!)) ? [end] : [];
  });
}
/** What has a sex is somebody, though the name be a word: `温暖，女`. */
const SEX = /^[（(，,、\s]{1,2}[男女](?![\p{Script=Han}])/u;

/** Whether a line, such as an item of a list, begins with the full name of a person. */
export function startsWithName(line: string): boolean {
  const [, name] = FIRST.exec(line) ?? [];
  return name !== undefined && couldBeName(name);
}

/** Names that a line strings together, as lists without any other words do. */
export function namesListed(line: string): number {
  const items = line.replace(/^[^：:]{0,16}[：:]/u, '').split(/[、,，;；\s]+/u);
  const names = items.filter((item) => isPlainlyName(item.replace(/\d{0,6}元?[。.]?$/u, '')));
  // In a sentence that counts up places, other words stand between.
  return names.length > 0.6 * items.length ? names.length : 0;
}

/** What a row of places ends with: `石桥、白岩三个镇`. */
const PLACES = /^.{2,6}?(?:镇|村|乡|区|县|路|街|苑|社区|小区|学校|单位|地|等地)/u;

/** The most names that a sentence strings together: `拟将王小明、李大山、张小花等3户纳入`. The first and the last may touch other words. */
export function namesStrung(text: string): number {
  const parts = text.split(/[、，,]/u);
  let most = 0;
  let inRow = 0;
  for (const [at, part] of parts.entries()) {
    inRow = isPlainlyName(part) ? inRow + 1 : 0;
    const behind = parts[at + 1] ?? '';
    if (inRow === 0 || PLACES.test(behind)) continue;
    const first = [2, 3].some(
      (length) => /^[^和与及]/u.test(parts[at - inRow]?.slice(-length) ?? '') && isPlainlyName(parts[at - inRow]!.slice(-length)),
    );
    const last = [3, 2].some((length) => isPlainlyName(behind.slice(0, length)));
    most = Math.max(most, inRow + Number(first) + Number(last));
  }
  return most;
}
