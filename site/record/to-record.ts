import type { EntryAct, Named } from '../../cms/library/entry-act.ts';
import type { Library } from '../../cms/library/library.ts';
import { owedBy } from '../../cms/library/owed-by.ts';
import type { RecordedEntry } from '../../cms/library/public-record.ts';
import { reviewDue } from '../../cms/model/emergency.ts';
import type { PublicRecord } from '../../cms/model/public-record.ts';
import { entryPath } from '../paths.ts';

/** How people stand in the public record, as the county has chosen. */
export function toNamer(library: Library): (person: Named) => string {
  const isNamed = library.portal?.record_people === 'name';
  return ({ id, name }) => (isNamed && name !== '' ? name : id);
}

/** The public record of an entry. @param name how people stand in it */
export function toRecord(library: Library, { number, entry, acts }: RecordedEntry, name: (person: Named) => string): PublicRecord {
  const owed = entry && owedBy(acts, entry.type);
  const isStock = !acts.some(({ kind }) => kind === 'publish');
  return {
    index_number: number,
    ...(entry && {
      title: entry.data.title,
      url: `https://${library.portal!.host}${entryPath(number)}`,
      published_at: entry.publishedAt,
      ...(entry.data.imported && { imported: entry.data.imported }),
      text_sha256: entry.text,
      files: entry.files.map((file) => ({ name: file.name, size: file.size, sha256: file.sha256 })),
    }),
    ...(owed && { review_due: reviewDue(owed.since) }),
    ...(isStock && { taken_over: library.acts.takenOver!.at }),
    acts: acts.map((act) => {
      const { correction, ...told } = toAct(act, name);
      // It may name people whom a list named that is taken down.
      return correction === undefined || (entry && library.isTakenDown(entry)) ? told : { ...told, correction };
    }),
  };
}

const toAct = (act: EntryAct, name: (person: Named) => string): PublicRecord['acts'][number] => ({
  kind: act.kind,
  at: act.at,
  commit: act.commit,
  author: name(act.author),
  editors: act.editors.map(name),
  sign_offs: act.signOffs.map(({ role, at, opinion, sha256, ...person }) => ({
    role: role as 'review',
    person: name(person),
    at,
    ...(opinion !== undefined && { opinion }),
    sha256,
  })),
  ...(act.reason !== undefined && { reason: act.reason }),
  ...(act.into !== undefined && { into: act.into }),
  ...(act.emergency !== undefined && { emergency: act.emergency }),
  ...(act.changes && { changes: act.changes }),
  ...(act.correction !== undefined && { correction: act.correction }),
});
