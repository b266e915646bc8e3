import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { deadlineOf, hasSiteReport, reportsIn } from './reports.ts';

export default defineRule({
  id: 'disclosure/report-deadline',
  title: '信息公开年报和网站年度报表按时公布',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第四十九条' }, { law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-FOI-49', 'STD-OPS-10', 'STD-PUB-20'],
  scope: 'library',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ unit: string; year: number; day: string }>(
      ({ unit, year, day }) => `${unit}没有公布 ${year} 年信息公开年报，期限是 ${day}。马上编制公布。`,
    ),
    late: warn<{ day: string }>(({ where, day }) => `年报的${where}在期限 ${day} 以后。核对日期，以后按期公布。`),
    site: warn<{ year: number }>(({ year }) => `首页没有 ${year} 年政府网站工作年度报表，期限是1月31日。编制并公布。`),
  },
  check({ library, today, spotOf }, report) {
    const year = Number(today.slice(0, 4)) - 1;
    const reports = reportsIn(library);
    for (const unit of library.units()) {
      const day = deadlineOf(unit.kind, year);
      if (day === undefined) continue;
      const columns = spotOf(`units/${unit.id}.yaml`, 'columns');
      if (today > day && !reports.some((item) => item.unit === unit.id && dataOf(item, 'annual-report')?.year === year))
        report('missing', { ...columns, where: '“栏目”', written: `年报${year}` }, { unit: unit.short_name, year, day });
    }
    for (const item of reports) {
      const kind = library.unit(item.unit)?.kind;
      const day = kind && deadlineOf(kind, dataOf(item, 'annual-report')!.year);
      const file = `entries/${item.unit}/annual-report/${item.publishedAt.slice(0, 4)}/${item.number.slice(10)}/index.md`;
      if (day && item.publishedAt.slice(0, 10) > day) report('late', spotOf(file, 'published_at'), { day });
    }
    if (today > `${year + 1}-01-31` && !hasSiteReport(library, year))
      report('site', { ...spotOf('portal.yaml', 'name'), where: '首页', written: `报表${year}` }, { year });
  },
});
