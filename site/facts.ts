import type { Entry } from '../cms/library/item.ts';
import type { Fields } from '../cms/model/field.ts';
import { findType, type TypeName } from '../cms/model/types/index.ts';
import { daysBetween, toChineseDay } from './dates.ts';

export interface Fact {
  name: string;
  value?: string;
  href?: string;
  wide?: boolean;
}

/** A field as a row: its label, and its value in words. */
type ToRow = (name: string, wide?: boolean) => Fact;

/** The metadata block at the head of an entry's page; labels come from the model. */
export function toFacts(entry: Entry): Fact[] {
  const { fields }: { fields: Fields } = findType(entry.type)!;
  const data = entry.data as unknown as Record<string, unknown>;
  const heads = HEADS[entry.type] as ((entry: Entry, row: ToRow) => Fact[]) | undefined;
  return heads?.(entry, (name, wide = false) => ({ name: fields[name]!.label, value: toWords(fields[name]!, data[name]), wide })) ?? [];
}

/** What heads a page of each type; pages of the others begin with their text. */
const HEADS: { [N in TypeName]?: (entry: Entry<N>, row: ToRow) => Fact[] } = {
  policy: (entry, row) => [
    { name: '索引号', value: entry.number },
    row('subject'),
    row('issuers', true),
    row('document_number'),
    row('document_kind'),
    row('document_date'),
    ...published(entry),
    row('effective_on'),
    row('valid_until'),
    ...(entry.data.normative ? [row('normative')] : []),
  ],
  notice: (_, row) => [row('document_number'), row('valid_until'), row('contact'), phone(row('contact_phone'))],
  disclosure: (entry, row) => [
    { name: '索引号', value: entry.number },
    row('document_number'),
    row('document_date'),
    ...published(entry),
    row('period'),
  ],
  interpretation: (_, row) => [row('form'), row('interpreter')],
  'public-list': ({ data: { objection, starts_on, ends_on } }, row) => [
    { name: '公示期', value: toPeriod(starts_on, ends_on), wide: true },
    row('basis', true),
    { name: '受理单位', value: objection.unit },
    phone({ name: '受理电话', value: objection.phone }),
    { name: '受理地址', value: objection.address, wide: true },
  ],
  recruitment: ({ data: { applies_from, applies_until } }, row) => [
    row('stage'),
    { name: '报名时间', value: applies_from && applies_until ? toSpan(applies_from, applies_until) : undefined, wide: true },
    phone(row('contact_phone')),
  ],
  consultation: ({ data: { opens_on, closes_on, mail } }, row) => [
    { name: '征集时间', value: toPeriod(opens_on, closes_on), wide: true },
    row('shorter_reason', true),
    { ...row('mail'), href: `mailto:${mail}` },
    phone(row('phone')),
    row('address', true),
  ],
  dataset: (_, row) => [row('provider'), row('frequency'), row('updated_on'), row('licence'), row('covers', true)],
  'nil-statement': ({ data: { from, until } }, row) => [
    { name: '声明时期', value: toSpan(from, until), wide: true },
    row('reason', true),
    row('declared_by'),
  ],
};

/** The day of publication, and that which a former site claimed. */
function published({ publishedAt, data }: Entry<'policy' | 'disclosure'>): Fact[] {
  const { claimed_on: day } = data.imported ?? {};
  const claimed = day === undefined ? [] : [{ name: '原网站标注的发布日期', value: toChineseDay(day), wide: true }];
  return [{ name: '发布日期', value: toChineseDay(publishedAt) }, ...claimed];
}

const toSpan = (from: string, until: string): string => `${toChineseDay(from)}至${toChineseDay(until)}`;
const toPeriod = (from: string, until: string): string => `${toSpan(from, until)}，共 ${daysBetween(from, until)} 天`;

const phone = (fact: Fact): Fact => (fact.value ? { ...fact, href: `tel:${fact.value}` } : fact);

/** A value as a citizen reads it. */
function toWords(field: Fields[string], value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case 'day':
      return toChineseDay(String(value));
    case 'choice':
      return field.options[String(value)];
    case 'yes':
      return value ? '是' : '否';
    case 'list':
      return (value as unknown[]).map((each) => toWords(field.of, each)).join('、');
    default:
      return String(value);
  }
}
