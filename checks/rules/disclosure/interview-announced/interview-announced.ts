import { addDays } from '../../../../cms/calendar/days.ts';
import { defineRule, warn } from '../../../rule.ts';

/** Days before an interview on which it is announced at the latest (STD-INT-10). */
const BEFORE = 3;
const ANNOUNCES = /访谈.{0,20}(?:预告|公告|通知)|(?:预告|公告|通知).{0,20}访谈/u;
const DATE = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/u;
const ELEMENTS: [name: string, pattern: RegExp][] = [
  ['访谈时间', DATE],
  ['访谈主题', /主题|题目|围绕/u],
  ['访谈单位', /单位|嘉宾|局长|主任|书记|负责人|[局委办院]/u],
];

export default defineRule({
  id: 'disclosure/interview-announced',
  title: '在线访谈提前三天预告，写明时间、主题和单位',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-INT-10'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    late: warn<{ day: string }>(({ day }) => `访谈在 ${day}，预告应当早三天发布。改期，或者以后提前预告。`),
    missing: warn<{ name: string }>(({ name }) => `访谈预告里没有找到“${name}”。写明，群众才好提问。`),
  },
  check({ data, type, body, spotIn }, report) {
    if ((type !== 'notice' && type !== 'news') || !ANNOUNCES.test(data.title)) return;
    for (const [name, pattern] of ELEMENTS)
      if (!pattern.test(`${data.title}\n${body}`)) report('missing', { ...spotIn(0, 0), written: name }, { name });
    const published = data.published_at?.slice(0, 10);
    const date = DATE.exec(body);
    if (!published || !date) return;
    const day = `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}`;
    if (day >= published && day < addDays(published, BEFORE)) report('late', spotIn(date.index, date.index + date[0].length), { day });
  },
});
