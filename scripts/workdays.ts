import { readJudging } from '../checks/engine/judging-files.ts';
import { readCalendar } from '../checks/engine/read-calendar.ts';
import { Revision } from '../cms/library/revision.ts';
import type { WorkdaysAt, WorkdaysBetween } from '../cms/office/workdays.ts';

/** The working days that main knows, with the years that the county added; read again when main has moved. */
export function openWorkdays(repository: string): WorkdaysAt {
  let known: { main: string; between: WorkdaysBetween } | undefined;
  return (main) => {
    if (known?.main !== main) {
      const { calendar } = readCalendar(readJudging(new Revision(repository, main)));
      known = { main, between: (from, to) => calendar.workdaysBetween(from, to) };
    }
    return known.between;
  };
}
