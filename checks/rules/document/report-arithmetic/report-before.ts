import type { Library } from '../../../../cms/library/library.ts';
import type { Data } from '../../../../cms/model/types/index.ts';
import { dataOf } from '../../../subjects/data-of.ts';

const known = new WeakMap<Library, ReadonlyMap<string, Data<'annual-report'>>>();

/** The public report of a unit on the year before; all are looked up once for a library. */
export function reportBefore(library: Library, unit: string, year: number): Data<'annual-report'> | undefined {
  let reports = known.get(library);
  if (!reports) known.set(library, (reports = reportsOf(library)));
  return reports.get(`${unit} ${year - 1}`);
}

function reportsOf(library: Library): Map<string, Data<'annual-report'>> {
  const reports = new Map<string, Data<'annual-report'>>();
  const columns = library.columns().filter(({ kind }) => kind === 'report');
  for (const unit of library.units())
    for (const column of columns)
      for (const item of library.latest(`${unit.id}/${column.id}`, MOST)) {
        const data = dataOf(item, 'annual-report');
        if (data) reports.set(`${item.unit} ${data.year}`, data);
      }
  return reports;
}

/** More reports than a unit has years, and than a county gathers. */
const MOST = 2000;
