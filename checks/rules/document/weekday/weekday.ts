import { defineRule, warn } from '../../../rule.ts';

const DATED = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日 ?\((?:星期|周|礼拜)([一二三四五六日天])\)/gu;
const NAMES = '日一二三四五六';

export default defineRule({
  id: 'document/weekday',
  title: '日期和星期对得上',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-16'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    differs: warn<{ date: string; name: string }>(
      ({ where, date, name }) => `${where}里的 ${date} 是星期${name}。核对日期和星期，改正写错的一个。`,
    ),
  },
  check({ passages }, report) {
    for (const passage of passages) {
      if (!passage.text.includes('日')) continue;
      for (const { 0: whole, 1: year, 2: month, 3: date, 4: said, index } of passage.text.matchAll(DATED)) {
        const name = NAMES[new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay()]!;
        if (name !== said!.replace('天', '日'))
          report('differs', passage.spot(index, index + whole.length), { date: `${year}年${month}月${date}日`, name });
      }
    }
  },
});
