import type { Source } from '../../cms/library/source.ts';
import { readRecord } from './read-record.ts';

/** Old addresses that a content root leads on (`redirects.yaml`); what cannot be read leads nowhere, which the library tells. */
export function redirectsOf(source: Source): Set<string> {
  const list = readRecord(source.readOne('redirects.yaml'));
  return new Set(Array.isArray(list) ? list.flatMap((item) => (typeof item?.from === 'string' ? [item.from as string] : [])) : []);
}
