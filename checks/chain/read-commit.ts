import { rewrittenFrom } from '../../cms/model/purged.ts';
import { type Act, readAct } from '../../cms/office/store/acts.ts';
import type { GitObject } from '../../cms/office/store/object-reader.ts';

/** Who stands in a commit, and when. */
export interface Stamp {
  /** Account. */
  person: string;
  /** Seconds since 1970. */
  at: number;
}

/** A commit as far as the chain is judged by it. */
export interface Commit {
  id: string;
  tree: string;
  parents: string[];
  author: Stamp;
  committer: Stamp;
  /** Of a commit of main; a draft's is told by its act. */
  message: string;
  /** What the commit says is done with a draft; undefined for a commit of main. */
  act: Act | undefined;
  isSigned: boolean;
  /** Whether a purge wrote it again, as it says. */
  isRewritten: boolean;
}

const HEAD =
  /^tree ([0-9a-f]{40})\n((?:parent [0-9a-f]{40}\n)*)author [^<>\n\0]*<([^<>\n\0]*)> (\d{1,11}) [+-]\d{4}\ncommitter [^<>\n\0]*<([^<>\n\0]*)> (\d{1,11}) [+-]\d{4}\n(?:gpgsig (-----BEGIN SSH SIGNATURE-----\n(?: [^\n]*\n)*))?$/u;

/** A commit with its signature, as ssh-keygen made it, and the bytes that this covers. */
export interface SignedCommit {
  commit: Commit;
  signature: string | undefined;
  payload: Buffer;
}

/** Reads a commit written as the office writes it; undefined for one of another form. */
export function readCommit(object: GitObject): SignedCommit | undefined {
  const { id, kind, bytes } = object;
  const end = bytes.indexOf('\n\n');
  if (kind !== 'commit' || end < 0) return undefined;
  const head = bytes.toString('utf8', 0, end + 1);
  const [, tree = '', parents = '', authorMail = '', authorAt = '', committerMail = '', committerAt = '', armor] = HEAD.exec(head) ?? [];
  if (tree === '') return undefined;
  const signedFrom = armor === undefined ? end + 1 : bytes.indexOf('\ngpgsig ') + 1;
  const message = bytes.toString('utf8', end + 2);
  const toStamp = (mail: string, at: string) => ({ person: mail.slice(0, Math.max(0, mail.indexOf('@'))), at: Number(at) });
  const act = message.includes('Draft-Act: ') ? readAct(object) : undefined;
  const commit: Commit = {
    id,
    tree,
    parents: [...parents.matchAll(/[0-9a-f]{40}/gu)].map(([parent]) => parent),
    author: toStamp(authorMail, authorAt),
    committer: toStamp(committerMail, committerAt),
    message: act ? '' : message,
    act,
    isSigned: armor !== undefined,
    isRewritten: rewrittenFrom(message).length > 0,
  };
  const payload = Buffer.concat([bytes.subarray(0, signedFrom), bytes.subarray(end + 1)]);
  // Texts that are cut out of a longer one keep all of it in memory; copies do not.
  return { commit: structuredClone(commit), signature: armor?.replace(/\n /gu, '\n'), payload };
}
