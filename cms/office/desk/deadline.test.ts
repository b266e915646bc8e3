import { expect, test } from 'vitest';
import { deadlineOf, type Known } from './deadline.ts';

/** From Monday to Friday; nothing is known of 2027. */
const known: Known = {
  duty: (id) => {
    const clock = { permit: { kind: 'working-days', days: 7 }, budget: { kind: 'days', days: 20 }, yearly: { kind: 'yearly' } }[id];
    return clock && ({ id, clock } as ReturnType<Known['duty']>);
  },
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
  const found = deadlineOf(type, data, known);
  return found && `${found.begins} ${found.from} ${found.limit.days} ${found.limit.unit} ${found.due}`;
};

test.each([
  ['policy', { document_date: '2026-10-20' }, '成文日期 2026-10-20 20 working-days 2026-11-17'],
  ['disclosure', { document_date: '2026-10-20', duties: ['permit'] }, '形成日期 2026-10-20 7 working-days 2026-10-29'],
  ['disclosure', { document_date: '2026-10-20', duties: ['permit', 'budget'] }, '形成日期 2026-10-20 7 working-days 2026-10-29'],
  ['disclosure', { document_date: '2026-10-20', duties: ['budget'] }, '形成日期 2026-10-20 20 days 2026-11-09'],
  ['disclosure', { document_date: '2026-10-20', duties: ['yearly'] }, undefined],
  ['disclosure', { document_date: '2026-12-20' }, '形成日期 2026-12-20 20 working-days undefined'],
  ['letter', { received_on: '2026-11-09' }, '来信日期 2026-11-09 15 working-days 2026-11-30'],
  ['interpretation', { interprets: ['990101003/202603-00012'] }, '文件发布日期 2026-03-13 3 working-days 2026-03-18'],
  ['interpretation', { interprets: ['990101003/202603-00099'] }, undefined],
  ['policy', { document_date: 20261020, duties: 'permit' }, undefined],
  ['policy', {}, undefined],
  ['news', { document_date: '2026-10-20' }, undefined],
])('%s %o', (type, data, expected) => {
  expect(due(type, data)).toBe(expected);
});
