import { addDays } from '../../../../cms/calendar/days.ts';
import { defineRule, warn } from '../../../rule.ts';

/** Days within which a decision that no longer stands comes off the site (行政处罚法 art. 48). */
const WITHIN = 3;

/** Titles by which a body tells that a decision on a penalty no longer stands. */
const ENDS = /(?:撤销|变更|确认(?:违法|无效)).{0,40}处罚决定|处罚决定.{0,30}(?:被?(?:依法)?(?:撤销|变更)|(?:确认)?(?:违法|无效))/u;
const NUMBER = /[\u4e00-\u9fff]{1,14}〔\d{4}〕[1-9]\d{0,4}号/gu;
const REASON = /理由|原因|由于|鉴于|[，。]?因|经.{0,20}(?:复议|审理|判决|复核|核查|调查)/u;

export default defineRule({
  id: 'disclosure/penalty-withdrawn',
  title: '变更、撤销的处罚决定三日内撤下，说明理由',
  basis: [{ law: '中华人民共和国行政处罚法', article: '第四十八条' }],
  standards: ['STD-PUB-04', 'STD-REV-08'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    still: warn<{ number: string; at: string }>(({ number, at }) => `${number} 已经不再成立，还在网上（${at}）。三日内撤下。`),
    reason: warn(({ where }) => `${where}没有说明处罚决定为什么变更、撤销。写明理由。`),
  },
  check({ data, body, library, number, today, spotOf, spotIn }, report) {
    const published = data.published_at?.slice(0, 10);
    if (!published || !ENDS.test(data.title)) return;
    if (!REASON.test(body)) report('reason', spotIn(0, 0));
    if (addDays(published, WITHIN) >= today) return;
    const ended = new Set([...`${data.title}\n${body}`.matchAll(NUMBER)].map(([each]) => each));
    for (const ending of ended)
      for (const { number: at, isPublic, data: of } of library.stored.holding(['disclosure', 'policy', 'notice'], `"${ending}"`))
        if (isPublic && at !== number && at !== undefined && /处罚/u.test(of.title))
          report('still', { ...spotOf('title'), written: ending }, { number: ending, at });
  },
});
