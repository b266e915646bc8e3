import { defineRule, warn } from '../../../rule.ts';
import { aboutOf, labelIn } from '../../../text/about.ts';
import { IS_ID, LABELS } from '../id-number/id-labels.ts';

/** Digits and the signs that people put for hidden ones. */
const MASKED = /(?<![0-9A-Za-z*])(?=[\dXx]*[*×x●○•■□#]{2})[\dXx*×●○•■□#]{14,20}(?![0-9A-Za-z*])/gu;
/** More digits than these can be seen: fewer than eight of eighteen are hidden, and with them the day of birth shows. */
const MOST_SEEN = 10;

export default defineRule({
  id: 'privacy/id-mask',
  title: '身份证号码遮住八位以上，出生日期看不出来',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第五十一条' }],
  standards: ['STD-PRV-05'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    little: warn(({ where }) => `${where}里的身份证号码遮得太少。把出生日期八位全部遮住，只留后四位。`),
  },
  check(document, report) {
    for (const passage of document.passages) {
      for (const { 0: found, index } of passage.text.matchAll(MASKED)) {
        const seen = found.replace(/\D/gu, '').length;
        const isId = found.length === 18 || IS_ID.test(labelIn(aboutOf(document, passage, index), LABELS));
        if (isId && seen > MOST_SEEN && found.length <= 20) report('little', passage.spot(index, index + found.length));
      }
    }
  },
});
