import type { Item } from '../../../../cms/library/item.ts';
import type { Library } from '../../../../cms/library/library.ts';
import { listOf } from '../../../../cms/library/lists.ts';
import type { UnitKind } from '../../../../cms/model/unit.ts';

/** When the report on a year is due (政府信息公开条例 art. 49); undefined for bodies that owe none. Townships follow local rules. */
export function deadlineOf(kind: UnitKind, year: number): string | undefined {
  if (kind === 'county') return `${year + 1}-03-31`;
  return kind === 'utility' ? undefined : `${year + 1}-01-31`;
}

/** Reports that a unit and those it gathers can have. */
const MOST = 5000;

/** Every public annual report. */
export function reportsIn(library: Library): Item[] {
  const found = new Map<string, Item>();
  for (const unit of library.units())
    for (const id of unit.columns)
      if (library.column(id)?.kind === 'report')
        for (const item of library.latest(listOf.column(unit.id, id), MOST))
          if (item.type === 'annual-report') found.set(item.number, item);
  return [...found.values()];
}

/** Whether the yearly form on the site's work is public (国办发〔2017〕47号). It comes out in the year that follows. */
export function hasSiteReport(library: Library, year: number): boolean {
  const county = library.units('county')[0];
  return (county?.columns ?? []).some((id) =>
    library
      .latest(listOf.column(county!.id, id), MOST)
      .some(({ data }) => /政府网站(?:工作)?年度(?:工作)?报表/u.test(data.title) && data.title.includes(String(year))),
  );
}
