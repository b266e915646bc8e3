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

/** The metadata block at the head of an entry's page; labels come from the model. */
export function toFacts(entry: Entry): Fact[] {
  const { fields }: { fields: Fields } = findType(entry.type)!;
  const data = entry.data as unknown as Record<string, unknown>;
  /** A field as a row: its label, and its value in words. */
  const row = (name: string, wide = false): Fact => ({ name: fields[name]!.label, value: toWords(fields[name]!, data[name]), wide });
  const { claimed_on: day } = entry.data.imported ?? {};
  const claimed = day === undefined ? [] : [{ name: '原网站标注的发布日期', value: toChineseDay(day), wide: true }];
  switch (entry.type as TypeName) {
    case 'policy':
      return [
        { name: '索引号', value: entry.number },
        row('subject'),
        row('issuers', true),
        row('document_number'),
        row('document_kind'),
        row('document_date'),
        { name: '发布日期', value: toChineseDay(entry.publishedAt) },
        ...claimed,
        row('effective_on'),
        row('valid_until'),
        ...(data.normative ? [row('normative')] : []),
      ];
    case 'notice':
      return [row('document_number'), row('valid_until'), row('contact'), phone(row('contact_phone'))];
    case 'disclosure':
      return [
        { name: '索引号', value: entry.number },
        row('document_number'),
        row('document_date'),
        { name: '发布日期', value: toChineseDay(entry.publishedAt) },
        ...claimed,
        row('period'),
      ];
    case 'interpretation':
      return [row('form'), row('interpreter')];
    case 'public-list': {
      const { objection, starts_on, ends_on } = data as unknown as Entry<'public-list'>['data'];
      return [
        {
          name: '公示期',
          value: `${toChineseDay(starts_on)}至${toChineseDay(ends_on)}，共 ${daysBetween(starts_on, ends_on)} 天`,
          wide: true,
        },
        row('basis', true),
        { name: '受理单位', value: objection.unit },
        phone({ name: '受理电话', value: objection.phone }),
        { name: '受理地址', value: objection.address, wide: true },
      ];
    }
    case 'recruitment': {
      const { applies_from, applies_until } = data as unknown as Entry<'recruitment'>['data'];
      const period = applies_from && applies_until ? `${toChineseDay(applies_from)}至${toChineseDay(applies_until)}` : undefined;
      return [row('stage'), { name: '报名时间', value: period, wide: true }, phone(row('contact_phone'))];
    }
    case 'consultation': {
      const { opens_on, closes_on } = data as unknown as Entry<'consultation'>['data'];
      return [
        {
          name: '征集时间',
          value: `${toChineseDay(opens_on)}至${toChineseDay(closes_on)}，共 ${daysBetween(opens_on, closes_on)} 天`,
          wide: true,
        },
        row('shorter_reason', true),
        { ...row('mail'), href: `mailto:${data.mail}` },
        phone(row('phone')),
        row('address', true),
      ];
    }
    case 'dataset':
      return [row('provider'), row('frequency'), row('updated_on'), row('licence'), row('covers', true)];
    case 'nil-statement':
      return [
        { name: '声明时期', value: `${toChineseDay(String(data.from))}至${toChineseDay(String(data.until))}`, wide: true },
        row('reason', true),
        row('declared_by'),
      ];
    case 'page':
      return [];
    default:
      return [];
  }
}

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
