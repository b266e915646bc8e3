import { describe, expect, test } from 'vitest';
import { Calendar } from './calendar.ts';
import { addMonths, daysBetween, isWeekend } from './days.ts';
import { builtIn, type Year } from './years.ts';

const calendar = new Calendar();

describe.each([...builtIn])('%s', (number, { holidays, workdays }) => {
  test('works weekend days only, and none of them is a holiday', () => {
    expect(workdays.filter((day) => !isWeekend(day))).toEqual([]);
    const isHoliday = (day: string) => Object.values(holidays).some(([first, last]) => first <= day && day <= last);
    expect(workdays.filter(isHoliday)).toEqual([]);
  });
  test('has its holidays in order, within the year, none longer than nine days', () => {
    const spans = Object.values(holidays);
    expect(spans.flat()).toEqual([...spans.flat()].sort());
    expect(spans.flat().every((day) => day.startsWith(`${number}-`))).toBe(true);
    expect(spans.every(([first, last]) => daysBetween(first, last) <= 8)).toBe(true);
  });
  test('gives every statutory holiday', () => {
    const names = Object.keys(holidays).join();
    for (const name of ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']) expect(names).toContain(name);
  });
});

test.each([
  ['2026-11-20', '2026-11-20', 0, 'the same day'],
  ['2026-11-20', '2026-11-23', 1, 'over a weekend'],
  ['2026-09-30', '2026-10-08', 1, 'over the National Day holiday'],
  ['2026-09-30', '2026-10-10', 3, 'a Saturday that is worked'],
  ['2026-02-13', '2026-02-24', 2, 'the Saturday before the Spring Festival is worked'],
  ['2025-12-31', '2026-01-05', 2, 'over the turn of the year'],
  ['2026-11-23', '2026-11-20', -1, 'backwards'],
])('%s to %s has %s working days: %s', (from, to, expected) => {
  expect(calendar.workdaysBetween(from, to)).toBe(expected);
});

test('does not guess a year that it does not know', () => {
  expect(calendar.workdaysBetween('2026-12-20', '2027-01-10')).toBeUndefined();
  expect(calendar.isMissing(2027)).toBe(true);
  expect(calendar.isMissing(2019)).toBe(false);
});

test('a county adds a year, and cannot change one that comes with the project', () => {
  const year = { holidays: { 元旦: ['2027-01-01', '2027-01-03'] }, workdays: [] } as const;
  const own = new Calendar(
    new Map<number, Year>([
      [2027, year],
      [2026, { holidays: {}, workdays: [] }],
    ]),
  );
  expect(own.workdaysBetween('2026-12-31', '2027-01-04')).toBe(1);
  expect(own.workdaysBetween('2026-09-30', '2026-10-08')).toBe(1);
  expect(own.isMissing(2027)).toBe(false);
  expect(own.isMissing(2028)).toBe(true);
});

test('months end where the calendar ends them', () => {
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-08-15', 3)).toBe('2026-11-15');
});
