import type { Item } from '../cms/library/item.ts';
import type { Library } from '../cms/library/library.ts';
import type { Column } from '../cms/model/column.ts';
import type { Unit } from '../cms/model/unit.ts';
import { columnPath, entryPath } from './paths.ts';

/** What every list and every page needs to know about an entry. */
export interface ItemView {
  item: Item;
  href: string;
  title: string;
  /** YYYY-MM-DD: on which it was published here, or as a former site claims. */
  day: string;
  /** Whose claim the day is, before it in lists; undefined for a day of publication here. */
  claim: string | undefined;
  unit: Unit;
  column: Column;
  columnHref: string;
}

/** An entry with its unit and column; undefined for one whose unit or column has gone meanwhile. */
export function toView(library: Library, item: Item): ItemView | undefined {
  const unit = library.unit(item.unit);
  const column = library.column(item.data.column);
  if (!unit || !column) return undefined;
  return {
    item,
    href: entryPath(item.number),
    title: item.data.title,
    ...toShownDay(item),
    unit,
    column,
    columnHref: columnPath(unit, column.id),
  };
}

/** The day under which lists have an entry. One that a former site claims must never look like one that this site has proof of. */
export function toShownDay({ data, publishedAt }: Item): { day: string; claim: string | undefined } {
  const claimed = data.imported?.claimed_on;
  return { day: claimed ?? publishedAt.slice(0, 10), claim: claimed === undefined ? undefined : CLAIM };
}

/** Before a day that a former site claims. */
export const CLAIM = '原网站标注';

/** Where what the entry says came from, for citizens and the ContentSource tag. */
export const sourceOf = ({ item, unit }: ItemView) => item.data.source ?? unit.name;

/** State of an entry that was withdrawn, or whose meaning depends on the day, as a short word and the look of its badge. */
export function stateOf(library: Library, item: Item): { word: string; tone: 'open' | 'closed' | 'warn' } | undefined {
  if (item.isWithdrawn) return { word: '已撤回', tone: 'closed' };
  switch (item.type) {
    case 'public-list': {
      const { starts_on, ends_on } = (item as Item<'public-list'>).data;
      if (library.isPast(ends_on)) return { word: '公示结束', tone: 'closed' };
      return library.hasCome(starts_on) ? { word: '公示中', tone: 'open' } : { word: '即将公示', tone: 'warn' };
    }
    case 'consultation': {
      const { opens_on, closes_on, result } = (item as Item<'consultation'>).data;
      if (library.isPast(closes_on)) return { word: result ? '已反馈' : '已结束', tone: 'closed' };
      return library.hasCome(opens_on) ? { word: '征集中', tone: 'open' } : { word: '即将开始', tone: 'warn' };
    }
    case 'recruitment': {
      const { applies_from, applies_until } = (item as Item<'recruitment'>).data;
      if (!applies_until) return undefined;
      if (library.isPast(applies_until)) return { word: '报名截止', tone: 'closed' };
      return !applies_from || library.hasCome(applies_from) ? { word: '报名中', tone: 'open' } : { word: '即将报名', tone: 'warn' };
    }
    case 'notice': {
      const { valid_until } = (item as Item<'notice'>).data;
      return valid_until && library.isPast(valid_until) ? { word: '已过期', tone: 'closed' } : undefined;
    }
    case 'policy': {
      const validity = validityOf(library, item as Item<'policy'>);
      const tone = { pending: 'warn', 'in-force': 'open', amended: 'warn', lapsed: 'closed', repealed: 'closed' } as const;
      return {
        word: { pending: '尚未施行', 'in-force': '有效', amended: '部分修改', lapsed: '失效', repealed: '废止' }[validity],
        tone: tone[validity],
      };
    }
    default:
      return undefined;
  }
}

/** Validity on the day: a document past its term has lapsed even before someone says so. */
export function validityOf(library: Library, { data }: Item<'policy'>): Item<'policy'>['data']['validity'] {
  const stated = data.validity;
  if (stated === 'repealed' || stated === 'lapsed') return stated;
  if (data.valid_until && library.isPast(data.valid_until)) return 'lapsed';
  if (data.effective_on && !library.hasCome(data.effective_on)) return 'pending';
  return stated === 'pending' ? 'in-force' : stated;
}
