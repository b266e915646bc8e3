import { block, defineRule, warn } from '../../../rule.ts';
import { findHomes } from './homes.ts';

/** So many people with their homes make a list. */
const LIST = 2;

export default defineRule({
  id: 'privacy/home-address',
  title: '个人住址只公开到乡镇、街道',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第四条' }],
  standards: ['STD-PRV-05', 'STD-PRV-06'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    list: block(({ where }) => `${where}里有成列的姓名和门牌住址。住址只写到乡镇、街道。`),
    vulnerable: block(({ where }) => `${where}里有需要保护的人的住址。删去住址。`),
    single: warn(({ where }) => `${where}里有个人的门牌住址。住址只写到乡镇、街道。`),
  },
  check(document, report) {
    const homes = findHomes(document);
    for (const { passage, start, end, isVulnerable } of homes)
      report(isVulnerable ? 'vulnerable' : homes.length >= LIST ? 'list' : 'single', passage.spot(start, end));
  },
});
