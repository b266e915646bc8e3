import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { linksOf } from './links.ts';

export default defineRule({
  id: 'document/validity',
  title: '文件的有效性标得准确，和废止、修改它的文件互相链接',
  basis: [
    { law: '政府网站发展指引（国办发〔2017〕47号）' },
    { law: '国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）' },
  ],
  standards: ['STD-DOC-26', 'STD-DOC-27', 'STD-OPS-07'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    expired: warn<{ day: string }>(({ where, day }) => `有效期已在 ${day} 届满，${where}还是“有效”。改成“失效”，续期的改有效期。`),
    early: warn<{ day: string }>(({ where, day }) => `文件到 ${day} 才施行，${where}已经是“有效”。改成“尚未施行”。`),
    begun: warn<{ day: string }>(({ where, day }) => `文件已在 ${day} 施行，${where}还是“尚未施行”。改成“有效”。`),
    undated: warn(({ where }) => `文件已经废止、失效或者修改，没有填写${where}。补上日期。`),
    unexplained: warn(({ where }) => `文件已经废止或者修改，没有填写${where}。填上废止、修改它的文件的索引号。`),
    standing: block<{ number: string }>(
      ({ where, number }) => `${where}里的 ${number} 还标为有效。在那份文件里改正“有效性”，并填写“依据文件”。`,
    ),
    unlinked: warn<{ number: string }>(({ where, number }) => `${where}是 ${number}，那份文件没有列出本文件。在那份文件里补上。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'policy');
    if (!data) return;
    const { validity, valid_until: until, effective_on: effective } = data;
    const isInForce = validity === 'in-force' || validity === 'amended';
    if (isInForce && until && until < entry.today) report('expired', entry.spotOf('validity'), { day: until });
    if (isInForce && effective && effective > entry.today) report('early', entry.spotOf('validity'), { day: effective });
    if (validity === 'pending' && effective && effective <= entry.today) report('begun', entry.spotOf('validity'), { day: effective });
    const isChanged = validity !== 'in-force' && validity !== 'pending';
    if (isChanged && !data.changed_on && !(validity === 'lapsed' && until))
      report('undated', { ...entry.spotOf('changed_on'), where: '“变更日期”' });
    if (isChanged && validity !== 'lapsed' && !data.changed_by)
      report('unexplained', { ...entry.spotOf('changed_by'), where: '“依据文件”' });
    for (const { kind, field, number } of linksOf(entry, data)) report(kind, { ...entry.spotOf(field), written: number }, { number });
  },
});
