import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { openEndedIn, vagueIn } from './vague.ts';

export default defineRule({
  id: 'document/guide-elements',
  title: '办事指南的要素写得具体，没有兜底条款',
  basis: [
    { law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' },
    { law: '中华人民共和国行政许可法', article: '第三十条' },
    { law: '优化营商环境条例', article: '第三十六条' },
  ],
  standards: ['STD-INS-27', 'STD-INS-28', 'STD-INS-41', 'STD-SVC-01', 'STD-SVC-02', 'STD-SVC-03', 'STD-SVC-04', 'STD-SVC-05', 'STD-SVC-06'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    vague: block(({ where }) => `${where}没有写出实际内容。写具体，不写“详见附件”“略”。`),
    open: warn<{ word: string }>(({ where, word }) => `${where}里的“${word}”是兜底的话。逐项写明，清单以外的材料不得索要。`),
    promised: block(({ where }) => `${where}长于法定时限。改成不超过法定时限的天数。`),
    form: warn(({ where }) => `${where}没有写原件还是复印件、几份。写明，例如“原件1份”。`),
    fee: warn(({ where }) => `${where}没有写标准和依据。收费的写明，不收费的写“不收费”。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'guide');
    if (!data) return;
    for (const field of vagueIn(data)) report('vague', entry.spotOf(field));
    for (const { field, word } of openEndedIn(data)) report('open', { ...entry.spotOf(field), written: word }, { word });
    if (data.statutory_days !== undefined && data.promised_days > data.statutory_days) report('promised', entry.spotOf('promised_days'));
    for (const [index, { form }] of data.materials.entries())
      if (!/原件|复印件|电子|扫描|照片|份|张|免|核验|查验|出示|系统|在线|编号/u.test(form))
        report('form', entry.spotOf(`materials.${index}.form`));
    if (!/不收|免费|无需|不涉及|元|《|按|标准|依据/u.test(data.fee)) report('fee', entry.spotOf('fee'));
  },
});
