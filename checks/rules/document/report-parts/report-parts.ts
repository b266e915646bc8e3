import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

/** The six parts in their order (国办公开办函〔2021〕30号); each by the words that tell it. */
const PARTS: [name: string, pattern: RegExp][] = [
  ['一、总体情况', /总体情况/u],
  ['二、主动公开政府信息情况', /主动公开政府信息/u],
  ['三、收到和处理政府信息公开申请情况', /收到和处理/u],
  ['四、政府信息公开行政复议、行政诉讼情况', /行政复议/u],
  ['五、存在的主要问题及改进情况', /主要问题/u],
  ['六、其他需要报告的事项', /其他需要报告/u],
];

export default defineRule({
  id: 'document/report-parts',
  title: '政府信息公开年报的六个部分齐全，顺序不变',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第五十条' },
    { law: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知（国办公开办函〔2021〕30号）' },
  ],
  standards: ['STD-AR-01', 'STD-AR-02', 'STD-FOI-50'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ part: string }>(({ part }) => `年报缺“${part}”这一部分，或者顺序不对。按统一格式补上标题和内容。`),
    fee: warn(() => '年报第六部分没有写信息处理费的收取情况。补上；没有收取的也要写明。'),
  },
  check(entry, report) {
    const data = dataOf(entry, 'annual-report');
    if (!data || data.year < 2021) return;
    const headings = [...entry.body.matchAll(/^(?:#{1,6}[ \t]*|\**)(?=[一二三四五六]、)(.*)$/gmu)];
    let from = 0;
    for (const [part, pattern] of PARTS) {
      const at = headings.findIndex(({ 1: heading }, index) => index >= from && pattern.test(heading ?? ''));
      if (at < 0) report('missing', { ...entry.spotIn(0, 0), written: part }, { part });
      else from = at + 1;
    }
    if (!/信息处理费/u.test(entry.body)) report('fee', entry.spotIn(entry.body.length, entry.body.length));
  },
});
