import { block, defineRule } from '../../../rule.ts';
import { find, textOf } from '../../../subjects/elements.ts';

const WRITTEN = /发布(?:时间|日期)\s*[：:]?\s*(\d[\d\-—–－/.年月日]*(?:\s+[\d:：]+)?)/gu;
const RIGHT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d$/u;

export default defineRule({
  id: 'page/visible-date',
  title: '内容页在明显位置写明发布时间',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-WEB-05'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    missing: block(({ where }) => `${where}没有写明发布时间。在标题下面写“发布时间：年-月-日 时:分”。`),
    misshapen: block(({ where }) => `${where}的发布时间写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。`),
  },
  check(page, report) {
    if (page.kind !== 'item') return;
    const main = find(page.tree, 'main')[0];
    const written = [...textOf(main).matchAll(WRITTEN)].map(([, date = '']) => date.trim());
    if (written.some((date) => RIGHT.test(date))) return;
    report(written.length === 0 ? 'missing' : 'misshapen', page.spot(main && find(main, 'h1')[0]));
  },
});
