import { SURNAMES } from '../../cms/model/surnames.ts';
import type { Stretch } from './apart.ts';
import { isGivenCharacter, looksLikeName, ORDINARY_SURNAMES } from './given-names.ts';
import { couldBeName, GIVEN } from './people.ts';

/** Ends of words for who somebody is. */
const ROLE = '[员长任师生者户人主名民亲象属工妻夫友爸妈爷奶哥姐弟妹嫂婆公女儿子孙村组镇乡县队兵农给到访助扶望往于的是叫傅徒客商贩警]';
/** A name that stands by itself: behind a boundary or a word for who it is, in front of a boundary or of what the person does. */
const BY_ITSELF = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|${ROLE})((?:${SURNAMES})${GIVEN})(?:户|家|夫妇|老人|大[爷娘妈婶叔]|奶奶|爷爷|同志|同学|女士|先生)?(?=[，,：:（(、。;\\s]|[的因做患得被在已曾又还正刚长常身将申把从驾名系自向到于第]|[一二三四五六七八九十两几多半前去今昨当同近早][年月日天个次]|\\d|两眼|双目|$)`,
  'gu',
);

/** Where people are named in full, whatever is said of them: all that names them, in the order of the text. The loosest way to look for them. */
export function peopleIn(text: string): Stretch[] {
  const alone = [...text.matchAll(BY_ITSELF)].flatMap(({ 0: found, 1: name, index }) =>
    couldBeName(name!) && looksLikeName(name!) ? [{ start: index, end: index + found.length }] : [],
  );
  const starts = new Set(alone.map(({ start }) => start));
  return [...alone, ...betweenWords(text).filter(({ start }) => !starts.has(start))].sort((a, b) => a.start - b.start);
}

/** ICU's dictionary, which has words and leaves the characters of a name for themselves. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const SURNAME = new RegExp(`^(?:${SURNAMES})$`, 'u');
const HAN = /^\p{Script=Han}+$/u;
/** Characters that say how words belong together; nobody is named by them. */
const PARTICLE =
  /[的了着过在因和与及或是为被把将向从对等不也都很又还并由让使给所之其此该本各每某这那哪您你我他她它们者个次件条项级类种处区县乡镇村组局院校部门年月日时分号户第先后前中内外上下里间起至到再就才只仅请]/u;

/** What stands directly behind a number is what it counts. */
const NUMBER = /[\d零一二三四五六七八九十百千万亿两几多半余%]/u;

/** Ends of words for somebody, and what joins them to a name: `截肢的王小明`. */
const WHO = /[的员长任师生者户人民亲属妻夫工]/u;

/** Behind what looks like a name it makes the name of a place, a unit or a thing of it. */
const PLACE =
  /^(?:[镇村乡县区路街巷桥河湖山水站校园里苑湾沟坪社岭港口寺塔馆店厂院]|公司|集团|老街|大桥|水库|小区|花园|广场|景区|银行|中学|小学)/u;
/** What ends a name of two characters, which begins longer words more often than one of three. */
const ENDS = /^(?:$|[^\p{Script=Han}]|[的因做患得被在已曾又还正刚长常身将把从驾系自向到于说和与及先多独]|[老夫女先]|今年|去年|家里|家中)/u;

/** Names between words: a family name and one or two characters behind it that belong to no word of the dictionary. */
function betweenWords(text: string): Stretch[] {
  const found: Stretch[] = [];
  const words = [...SEGMENTER.segment(text)];
  for (let at = 0; at < words.length - 1; at++) {
    const { segment: first, index } = words[at]!;
    if (first.length > 2 || !SURNAME.test(first) || NUMBER.test(text[index - 1] ?? '')) continue;
    const given = givenBehind(
      words.slice(at + 1, at + 3).map(({ segment }) => segment),
      ORDINARY_SURNAMES.has(first) && !WHO.test(text[index - 1] ?? ''),
    );
    const name = first + given;
    const behind = text.slice(index + name.length, index + name.length + 2);
    if (given === '' || PLACE.test(behind) || (given.length === 1 && !ENDS.test(behind)) || !couldBeName(name) || !looksLikeName(name))
      continue;
    found.push({ start: index, end: index + name.length });
    at += given.length > 1 && words[at + 1]!.segment.length === 1 ? 2 : 1;
  }
  return found;
}

/** The given name that words behind a family name make; empty when they make none. Behind one that is a word itself only two characters apart are one. */
function givenBehind([next = '', last = '']: readonly string[], isOrdinary: boolean): string {
  if (next.length === 2) return !isOrdinary && HAN.test(next) && !PARTICLE.test(next) && [...next].some(isGivenCharacter) ? next : '';
  if (next.length !== 1 || !HAN.test(next) || PARTICLE.test(next)) return '';
  const both = last.length === 1 && HAN.test(last) && !PARTICLE.test(last) ? next + last : '';
  if (both !== '' && (isGiven(both) || !isGiven(next))) return [...both].some(isGivenCharacter) ? both : '';
  return isGiven(next) && !isOrdinary ? next : '';
}

const isGiven = (characters: string): boolean => [...characters].every(isGivenCharacter);
