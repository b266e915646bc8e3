import { SET_BACK } from '../../cms/model/main-act.ts';
import { isPlainMessage } from '../../cms/model/plain-message.ts';
import { rewrittenFrom } from '../../cms/model/purged.ts';
import { TRAILERS } from '../../cms/model/record.ts';
import { ACTS, type Act, readAct } from '../../cms/office/store/acts.ts';
import type { GitObject } from '../../cms/office/store/object-reader.ts';
import { ZONE } from '../../cms/office/store/repository.ts';

/** Who stands in a commit, and when. */
export interface Stamp {
  /** Account, and the name beside it. */
  person: string;
  name: string;
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
  /** Whether its times, and the message of a draft's, are written as the office writes them. */
  isPlain: boolean;
  /** By how many seconds it says that the clock was ahead before. */
  setBack: number | undefined;
  /** Whether a purge wrote it again, as it says. */
  isRewritten: boolean;
}

const HEAD =
  /^tree ([0-9a-f]{40})\n((?:parent [0-9a-f]{40}\n)*)author ([^<>\n\0]*<[^<>\n\0]*> \d{1,11} [+-]\d{4})\ncommitter ([^<>\n\0]*<[^<>\n\0]*> \d{1,11} [+-]\d{4})\n(?:gpgsig (-----BEGIN SSH SIGNATURE-----\n(?: [^\n]*\n)*))?$/u;

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
  const [, tree = '', parents = '', author = '', committer = '', armor] = HEAD.exec(head) ?? [];
  if (tree === '') return undefined;
  const signedFrom = armor === undefined ? end + 1 : bytes.indexOf('\ngpgsig ') + 1;
  const message = bytes.toString('utf8', end + 2);
  const act = message.includes('Draft-Act: ') ? readAct(object) : undefined;
  const commit: Commit = {
    id,
    tree,
    parents: [...parents.matchAll(/[0-9a-f]{40}/gu)].map(([parent]) => parent),
    author: toStamp(author),
    committer: toStamp(committer),
    message: act ? '' : message,
    act,
    isSigned: armor !== undefined,
    isPlain: [author, committer].every((line) => line.endsWith(` ${ZONE}`)) && (!act || isPlainAct(message, act)),
    setBack: setBackIn(message),
    isRewritten: rewrittenFrom(message).length > 0,
  };
  const payload = Buffer.concat([bytes.subarray(0, signedFrom), bytes.subarray(end + 1)]);
  // Texts that are cut out of a longer one keep all of it in memory; copies do not.
  return { commit: structuredClone(commit), signature: armor?.replace(/\n /gu, '\n'), payload };
}

function toStamp(line: string): Stamp {
  const [, name = '', mail = '', at = ''] = /^(.*?) ?<([^<>]*)> (\d+) /u.exec(line) ?? [];
  return { person: mail.slice(0, Math.max(0, mail.indexOf('@'))), name, at: Number(at) };
}

const isPlainAct = (message: string, { kind }: Act): boolean =>
  isPlainMessage(message, ACTS[kind]) && message.split(`\n${TRAILERS.signOff}: `).length <= 2;

function setBackIn(message: string): number | undefined {
  const [, seconds] = message.includes('Clock-Set-Back: ') ? (SET_BACK.exec(message) ?? []) : [];
  return seconds === undefined ? undefined : Number(seconds);
}
