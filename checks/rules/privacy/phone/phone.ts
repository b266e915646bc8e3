import { block, defineRule, warn } from '../../../rule.ts';
import { findMobiles, type Mobile } from './mobiles.ts';

/** So many people with their numbers make a list. */
const LIST = 3;

export default defineRule({
  id: 'privacy/phone',
  title: '公开的内容里没有个人的手机号码',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第十五条' },
    { law: '中华人民共和国个人信息保护法', article: '第四条' },
  ],
  standards: ['STD-PRV-03', 'STD-PRV-05'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    list: block(({ where }) => `${where}里有成列的姓名和手机号码。换成办公电话，或者遮住中间四位。`),
    citizen: block(({ where }) => `${where}里有群众的手机号码。删去号码。`),
    person: block(({ where }) => `${where}里有写明姓名的手机号码。换成办公电话；确是公开的工作电话，写明单位、职务和联系事由。`),
    single: warn(({ where }) => `${where}里有手机号码。换成办公电话；确是公开的工作电话，由审核人确认。`),
  },
  check(document, report) {
    const mobiles = findMobiles(document);
    const people = new Set(mobiles.filter(({ hasPerson }) => hasPerson).map(({ digits }) => digits)).size;
    const say = ({ isCitizens, isOffices, hasPerson, isSpokenOf, isPartlyHidden, passage, start, end }: Mobile) => {
      const isListed = people >= LIST && hasPerson;
      if (isListed) report('list', passage.spot(start, end));
      else if (isCitizens) report('citizen', passage.spot(start, end));
      else if (isSpokenOf && !isOffices && !isPartlyHidden) report('person', passage.spot(start, end));
      else if (!isPartlyHidden || people > 0) report('single', passage.spot(start, end));
    };
    for (const mobile of mobiles) say(mobile);
  },
});
