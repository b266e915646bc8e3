import { createHash } from 'node:crypto';
import type { ROLES } from './unit.ts';

/** A role that signs; editors draft and do not sign. */
export type SigningRole = Exclude<keyof typeof ROLES, 'editor'>;

/** One sign-off: somebody with a role agreed to exactly these bytes. */
export interface SignOffRecord {
  role: string;
  /** Account. */
  person: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  at: string;
  /** `toDigest` of the entry. */
  sha256: string;
}

/** What a commit on main says of one entry (谁上网谁负责, STD-REV-01..03). */
export interface ResponsibilityRecord {
  /** Folder of the entry in the content root. */
  entry: string;
  /** Account of the person who wrote it; empty when the commit does not say. */
  author: string;
  signOffs: SignOffRecord[];
}

/** Names of the trailers; the ones after `Entry` belong to it. */
export const TRAILERS = { entry: 'Entry', author: 'Drafted-By', signOff: 'Sign-Off', emergency: 'Emergency' } as const;

/**
 * The bytes that are signed: all files in an entry's folder, whatever order they are given in; of `index.md` the hash of what
 * `toSigned` leaves. Hexadecimal.
 */
export function toDigest(files: Iterable<{ name: string; sha256: string }>): string {
  const lines = [...files].map(({ name, sha256 }) => `${sha256}  ${name}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** The two lines that the office writes into an entry when it is published, after everybody has signed. */
const BY_OFFICE = /^(?:index_number: (?<a>['"]?)\d{9}\/\d{6}-\d{5}\k<a>|published_at: (?<b>['"]?)\d{4}-\d{2}-\d{2} \d{2}:\d{2}\k<b>)\n/gmu;

/** The bytes of an entry's `index.md` that are signed: without index number and publication date, which nobody knows before. */
export function toSigned(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  if (end < 0) return bytes;
  return Buffer.from(text.slice(0, end + 1).replace(BY_OFFICE, '') + text.slice(end + 1), 'latin1');
}

/** The trailers of a record, to stand at the end of a commit message. */
export function toTrailers({ entry, author, signOffs }: ResponsibilityRecord): string {
  const signed = signOffs.map(
    ({ role, person, at, sha256 }) => `${TRAILERS.signOff}: role=${role}; person=${person}; at=${at}; sha256=${sha256}`,
  );
  return [`${TRAILERS.entry}: ${entry}`, `${TRAILERS.author}: ${author}`, ...signed].map((line) => `${line}\n`).join('');
}

const SIGN_OFF = /^role=([a-z]+); person=([a-z0-9-]+); at=(\d{4}-\d{2}-\d{2} \d{2}:\d{2}); sha256=([0-9a-f]{64})$/u;

/** The records in a commit message; a sign-off that is not written as it must be does not count. */
export function readTrailers(message: string): ResponsibilityRecord[] {
  const records: ResponsibilityRecord[] = [];
  for (const line of message.split('\n')) {
    const [, name, value = ''] = /^(Entry|Drafted-By|Sign-Off): (.*\S)\s*$/u.exec(line) ?? [];
    const record = records.at(-1);
    if (name === TRAILERS.entry) records.push({ entry: value, author: '', signOffs: [] });
    else if (record && name === TRAILERS.author) record.author = value;
    else if (record && name === TRAILERS.signOff) {
      const [, role = '', person = '', at = '', sha256 = ''] = SIGN_OFF.exec(value) ?? [];
      if (role !== '') record.signOffs.push({ role, person, at, sha256 });
    }
  }
  return records;
}
