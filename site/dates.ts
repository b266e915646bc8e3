/** 2026-03-02 → 2026年3月2日 */
export function toChineseDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Calendar days from one day to another, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** 2026-03-10 09:30 → 2026-03-10T09:30:00+08:00 */
export const toTimestamp = (moment: string) => `${moment.replace(' ', 'T')}:00+08:00`;
