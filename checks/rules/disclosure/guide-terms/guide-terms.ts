import { defineRule, warn } from '../../../rule.ts';
import { elementsMissing, hasOldTerm } from './elements.ts';

export default defineRule({
  id: 'disclosure/guide-terms',
  title: '信息公开指南写明怎样申请、期限、收费和救济',
  basis: [
    {
      law: '中华人民共和国政府信息公开条例',
      article: '第十二条、第二十九条、第三十条、第三十二条、第三十三条、第三十四条、第四十一条、第四十二条、第四十三条、第五十一条',
    },
    { law: '政府信息公开信息处理费管理办法（国办函〔2020〕109号）' },
  ],
  standards: ['STD-FOI-43', 'STD-FOI-44', 'STD-FOI-46', 'STD-FOI-47', 'STD-FOI-48', 'STD-FEE-02', 'STD-FEE-03'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ name: string }>(({ name }) => `指南里没有找到${name}。对照《政府信息公开条例》补上。`),
    old: warn(() => '指南写的答复期限是15个工作日，是旧条例的。改成20个工作日。'),
  },
  check({ data, type, body, spotIn }, report) {
    if (type === 'news' || type === 'letter' || !/信息公开指南(?:（[^（）]*）)?$/u.test(data.title)) return;
    for (const name of elementsMissing(body)) report('missing', { ...spotIn(0, 0), written: name }, { name });
    const old = hasOldTerm(body);
    if (old) report('old', spotIn(old.start, old.end));
  },
});
