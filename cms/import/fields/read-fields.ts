import { BY_OFFICE, entryFields } from '../../model/entry-fields.ts';
import type { Fields } from '../../model/field.ts';
import { notice } from '../../model/types/notice.ts';
import { policy } from '../../model/types/policy.ts';
import { fold } from '../fold.ts';
import type { Imported, Owed } from '../imported.ts';
import { widen } from '../markdown/widths.ts';
import { kindOf } from '../parts/document-kind.ts';
import { toText } from '../text.ts';
import { readDocumentDate } from './document-date.ts';
import { readDocumentNumber } from './document-number.ts';
import { readEffectiveDay } from './effective-day.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';
import { readIssuers } from './issuers.ts';
import { readValidUntil } from './valid-until.ts';

const KNOWN: Record<Imported['type'], Fields> = {
  policy: { ...entryFields, ...policy.fields },
  notice: { ...entryFields, ...notice.fields },
  news: entryFields,
};
/** Written by the system when the entry is published, or given on the command line. */
const NOT_ASKED = new Set(['column', ...BY_OFFICE]);

/** The fields of an entry as far as the source gives them, and what a person owes. */
export function readFields(type: Imported['type'], evidence: Evidence): { fields: Record<string, unknown>; owed: Owed[] } {
  const readings: Record<string, Reading<unknown>> = {
    title: readTitle(evidence),
    ...readOwnFields(type, evidence),
    ...readCommonFields(evidence),
  };
  const fields: Record<string, unknown> = {};
  const owed: Owed[] = [];
  for (const [name, field] of Object.entries(KNOWN[type])) {
    const reading = readings[name] ?? nothing;
    if (NOT_ASKED.has(name)) continue;
    if ('value' in reading) fields[name] = reading.value;
    else if ('owed' in reading) owed.push({ field: name, label: field.label, message: reading.owed, optional: field.optional ?? false });
    else if (!field.optional)
      owed.push({ field: name, label: field.label, message: `文件里没有写。查明以后填写：${field.help}`, optional: false });
  }
  return { fields, owed };
}

function readOwnFields(type: Imported['type'], evidence: Evidence): Record<string, Reading<unknown>> {
  const number = readDocumentNumber(evidence);
  if (type === 'notice') return { document_number: number, valid_until: readValidUntil(evidence) };
  if (type === 'news') return {};
  const title = evidence.head.title;
  const kind = title === undefined ? undefined : kindOf(title);
  const { validity, subject } = evidence.claims;
  return {
    document_number: 'nothing' in number ? owed('文件里没有写。有文号的补上，没有的不填。') : number,
    document_kind: kind ? value(kind) : nothing,
    issuers: readIssuers(evidence),
    document_date: readDocumentDate(evidence),
    effective_on: readEffectiveDay(evidence),
    valid_until: readValidUntil(evidence),
    validity: owed(`查明现在是否有效，由人选定。${validity ? `原网页写的是“${validity}”。` : ''}`),
    subject: owed(`按内容选一类。${subject ? `原网页写的是“${subject}”。` : ''}`),
  };
}

function readTitle({ head }: Evidence): Reading<string> {
  if (head.title === undefined) return owed('文件里找不到标题。对照原件填写全称。');
  return value(widen(toText(head.title, 0)).text.value);
}

function readCommonFields({ claims, files }: Evidence): Record<string, Reading<unknown>> {
  const source = claims.source && !/^(?:本站|本网|原创)/u.test(fold(claims.source)) ? claims.source : undefined;
  const attachments = files
    .filter((file) => file.kind === 'attachment')
    .map((file) => ({ file: file.name, title: toAttachmentTitle(file.title, file.from) }));
  return {
    source:
      source === undefined ? nothing : [...source].length > 40 ? owed(`原网页的来源太长：“${source}”。写来源单位的名称。`) : value(source),
    source_url: claims.source_url ? value(claims.source_url) : nothing,
    attachments: attachments.length > 0 ? value(attachments) : nothing,
  };
}

function toAttachmentTitle(title: string, from: string): string {
  const words = withoutExtension(title.trim());
  const name = withoutExtension(from.replace(/^.*\//u, ''));
  return [...([...words].length >= 2 ? words : name)].slice(0, 80).join('');
}

const withoutExtension = (name: string) => name.replace(/\.[A-Za-z0-9]{2,5}$/u, '');
