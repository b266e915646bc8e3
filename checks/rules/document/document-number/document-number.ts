import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

export default defineRule({
  id: 'document/document-number',
  title: '发文字号的年份和文种与文件一致',
  basis: [{ law: '党政机关公文处理工作条例' }, { law: '党政机关公文格式（GB/T 9704-2012）', article: '7.2.5' }],
  standards: ['STD-DOC-01', 'STD-DOC-06'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    adjacent: warn<{ year: string }>(
      ({ where, year }) => `${where}是 ${year} 年的号，成文日期不在这一年。核对原件；跨年编号的在正文里注明。`,
    ),
    year: warn<{ year: string }>(({ where, year }) => `${where}是 ${year} 年的号，和成文日期差了一年以上。对照原件改正。`),
    none: warn(({ where }) => `规范性文件没有填写${where}。对照原件补上。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'policy') ?? dataOf(entry, 'disclosure');
    if (!data) return;
    const number = data.document_number;
    const year = /〔(\d{4})〕/u.exec(number ?? '')?.[1];
    const apart = year ? Math.abs(Number(year) - Number(data.document_date.slice(0, 4))) : 0;
    if (year && apart > 0) report(apart === 1 ? 'adjacent' : 'year', { ...entry.spotOf('document_number'), written: number! }, { year });
    if (!number && dataOf(entry, 'policy')?.normative) report('none', entry.spotOf('document_number'));
  },
});
