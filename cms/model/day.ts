/** Whether YYYY-MM-DD is a day of the calendar. */
export function isDay(value: string): boolean {
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number);
  const days = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && date >= 1 && date <= (days[month - 1] ?? 0);
}

/** Whether a text is a day of the calendar, written as YYYY-MM-DD. */
export const isWrittenDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && isDay(text);

/** Whether a text is a minute of the calendar, written as YYYY-MM-DD HH:MM. */
export const isWrittenMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) && isDay(text.slice(0, 10));
