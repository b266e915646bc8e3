import { block, defineRule } from '../../../rule.ts';
import { aboutOf } from '../../../text/about.ts';

/**
 * Ordinary (E, EA…, G), official and diplomatic passports, permits for Hong Kong, Macao and Taiwan (C, T, H, M, L), 7 to 9 digits;
 * residence of foreigners, three letters of the country and 12 digits.
 */
const NUMBER = /(?<![0-9A-Za-z])(?:[A-Z]{3}\d{12}|(?:E[A-Z]?|G|SE|PE|DE|C[A-Z]?|T|L|H|M|K|S|P|D)[ -]?\d{4}[ -]?\d{3,5})(?![0-9A-Za-z])/gu;
const LABEL = /护照|passport|通行证|台胞证|回乡证|旅行证|居留证|居留身份证/iu;
/** A foreign passport, as nine digits or with letters of its country, or a permit for Taiwan, as digits, directly behind the word. */
const FOREIGN =
  /(?:护照(?:号码?|编号)?[::\s]{0,3}(?:No\.?|号)?[::\s]{0,3}(?=\d{9}(?!\d)|[A-Z])|台(?:胞证|湾居民来往大陆通行证)(?:号码?|编号)?[::\s]{0,3}(?=\d))(\d{8,10}|[A-Z]{1,2}\d{6,8})(?![\dA-Z])/giu;
/** `持E…号护照`. */
const BEHIND = /^\s*号?(?:的|中国|普通|因私|因公)?(?:护照|通行证)/u;

export default defineRule({
  id: 'privacy/passport',
  title: '公开的内容里没有护照和通行证号码',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第四条' }],
  standards: ['STD-PRV-06'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    found: block(({ where }) => `${where}里有护照或者通行证号码。删去号码，只留后四位。`),
  },
  check(document, report) {
    for (const passage of document.passages) {
      for (const { 0: found, 1: number, index } of passage.text.matchAll(FOREIGN))
        report('found', passage.spot(index + found.length - number!.length, index + found.length));
      for (const { 0: found, index } of passage.text.matchAll(NUMBER))
        if (
          LABEL.test(aboutOf(document, passage, index)) ||
          BEHIND.test(passage.text.slice(index + found.length, index + found.length + 8))
        )
          report('found', passage.spot(index, index + found.length));
    }
  },
});
