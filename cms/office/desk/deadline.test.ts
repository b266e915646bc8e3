import { expect, test } from 'vitest';
import { deadlineOf, type Known } from './deadline.ts';

/** From Monday to Friday; nothing is known of 2027. */
const known: Known = {
  duty: (id) => {
    const clock = {
      permit: { kind: 'working-days', days: 7 },
      budget: { kind: 'days', days: 20 },
      communique: { kind: 'yearly', date: '05-31' },
      water: { kind: 'quarterly' },
      guide: { kind: 'standing' },
      county: { kind: 'yearly', date: '03-31' },
    }[id];
    return clock && ({ id, clock } as ReturnType<Known['duty']>);
  },
  dutiesBy: () => [{ clock: { kind: 'yearly', date: '01-31' } }] as unknown as ReturnType<Known['dutiesBy']>,
  publishedOn: (number) => ({ '990101003/202603-00012': '2026-03-13' })[number],
  workdaysBetween: (from, to) => {
    if (to >= '2027') return undefined;
    let count = 0;
    for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000)
      if (![0, 6].includes(new Date(at).getUTCDay())) count++;
    return count;
  },
};
const due = (type: string, data: Record<string, unknown>) => {
  const found = deadlineOf(type, data, '2026-11-26', known);
  return found && `${found.basis}：${found.due}`;
};

test.each([
  ['policy', { document_date: '2026-10-20' }, '成文日期 2026-10-20 起20个工作日内：2026-11-17'],
  ['disclosure', { document_date: '2026-10-20', duties: ['permit'] }, '形成日期 2026-10-20 起7个工作日内：2026-10-29'],
  ['disclosure', { document_date: '2026-10-20', duties: ['permit', 'budget'] }, '形成日期 2026-10-20 起7个工作日内：2026-10-29'],
  ['disclosure', { document_date: '2026-10-20', duties: ['budget'] }, '形成日期 2026-10-20 起20日内：2026-11-09'],
  ['disclosure', { document_date: '2026-04-20', duties: ['communique'] }, '每年5月31日前：2026-05-31'],
  ['disclosure', { document_date: '2026-10-20', duties: ['water'] }, '形成日期 2026-10-20，每季度公开，本季度内：2026-12-31'],
  ['disclosure', { document_date: '2026-04-20', duties: ['communique', 'permit'] }, '形成日期 2026-04-20 起7个工作日内：2026-04-29'],
  ['annual-report', { year: 2026 }, '每年1月31日前：2027-01-31'],
  ['annual-report', { year: 2026, duties: ['county'] }, '每年3月31日前：2027-03-31'],
  ['notice', { duties: ['water'] }, '拟稿日期 2026-11-26，每季度公开，本季度内：2026-12-31'],
  ['notice', { duties: ['permit'] }, '拟稿日期 2026-11-26 起7个工作日内：2026-12-07'],
  ['guide', { duties: ['guide'] }, '拟稿日期 2026-11-26 起20个工作日内：2026-12-24'],
  ['notice', {}, undefined],
  ['disclosure', { document_date: '2026-12-20' }, '形成日期 2026-12-20 起20个工作日内：undefined'],
  ['letter', { received_on: '2026-11-09' }, '来信日期 2026-11-09 起15个工作日内：2026-11-30'],
  ['interpretation', { interprets: ['990101003/202603-00012'] }, '文件发布日期 2026-03-13 起3个工作日内：2026-03-18'],
  ['interpretation', { interprets: ['990101003/202603-00099'] }, undefined],
  ['policy', { document_date: 20261020, duties: 'permit' }, undefined],
  ['policy', {}, undefined],
  ['news', { document_date: '2026-10-20' }, undefined],
])('%s %o', (type, data, expected) => {
  expect(due(type, data)).toBe(expected);
});
