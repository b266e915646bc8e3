import { defineRule, warn } from '../../../rule.ts';
import { traditionalIn } from './traditional-in.ts';

/** Places that are shown one by one; more are told by their number. */
const SHOWN = 5;

export default defineRule({
  id: 'wording/traditional-characters',
  title: '使用规范汉字',
  basis: [{ law: '中华人民共和国国家通用语言文字法' }],
  standards: ['STD-TXT-09'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    one: warn<{ character: string }>(({ where, character }) => `${where}里的“${character}”是繁体字。换成规范汉字，姓名、书名用字除外。`),
    many: warn<{ count: number }>(({ count }) => `还有${count}处繁体字。找到简体原件，不要用软件转换。`),
  },
  check({ format, passages }, report) {
    if (format !== 'markdown') return;
    const found = passages.flatMap((passage) => traditionalIn(passage).map((at) => ({ passage, at })));
    for (const { passage, at } of found.slice(0, SHOWN))
      report('one', passage.spotWritten(at, at + 1), { character: passage.written[at]! });
    const next = found[SHOWN];
    if (next) report('many', next.passage.spotWritten(next.at, next.at + 1), { count: found.length - SHOWN });
  },
});
