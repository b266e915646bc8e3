import { unquote } from '../../model/main-act.ts';
import type { SignOffRecord } from '../../model/record.ts';
import { readTrailers, TRAILERS } from '../../model/record.ts';
import type { GitObject } from './object-reader.ts';

/** What people do with a draft; each is one commit on its branch. */
export const ACTS = {
  save: '保存',
  submit: '提交审核',
  recall: '收回',
  return: '退回',
  sign: '签字',
  comment: '意见',
  discard: '丢弃',
} as const;
export type ActKind = keyof typeof ACTS;

/** One commit of a draft. */
export interface Act {
  commit: string;
  kind: ActKind;
  /** Folder of the entry that the act says it is about. */
  entry: string;
  /** Account. */
  person: string;
  name: string;
  /** Seconds since 1970. */
  at: number;
  /** Id of the whole tree after the act. */
  tree: string;
  /** First parent. */
  parent: string;
  /** Commit of main that a save took the draft over to; second parent. */
  onto?: string;
  /** What a person wrote: an opinion, the reason for a return, a comment. */
  words?: string;
  /** What of the entry the words are about, such as a field's name. */
  place?: string;
  signOff?: SignOffRecord;
  /** With the last sign-off: when it goes public, YYYY-MM-DD HH:MM in Asia/Shanghai; undefined for at once. */
  publishAt?: string;
}

/** The acts that move a draft on: a comment leaves it where it was. */
export const stepsOf = (acts: readonly Act[]): Act[] => acts.filter(({ kind }) => kind !== 'comment');

/** Whether nobody has saved since one of a draft's commits: its text is still the same. */
export function isSameTextSince(acts: readonly Act[], commit: string): boolean {
  const at = acts.findIndex((act) => act.commit === commit);
  return at >= 0 && acts.slice(at + 1).every(({ kind }) => kind !== 'save' && kind !== 'discard');
}

/** Whether nothing but comments followed one of a draft's commits. */
export function isUnmovedSince(acts: readonly Act[], commit: string): boolean {
  const at = acts.findIndex((act) => act.commit === commit);
  return at >= 0 && stepsOf(acts.slice(at + 1)).length === 0;
}

const ACT = 'Draft-Act';
const WORDS = 'Words';
const PLACE = 'Place';
const PUBLISH_AT = 'Publish-At';

/** The message of an act's commit. What people wrote stands in it as one JSON string, which cannot pass for another trailer. */
export function toMessage(act: Pick<Act, 'kind' | 'entry' | 'words' | 'place' | 'signOff' | 'publishAt'>): string {
  const { kind, entry, words, place, signOff, publishAt } = act;
  const lines = [`${ACT}: ${kind}`, `${TRAILERS.entry}: ${entry}`];
  if (signOff)
    lines.push(`${TRAILERS.signOff}: role=${signOff.role}; person=${signOff.person}; at=${signOff.at}; sha256=${signOff.sha256}`);
  if (publishAt !== undefined) lines.push(`${PUBLISH_AT}: ${publishAt}`);
  if (words !== undefined && words !== '') lines.push(`${WORDS}: ${JSON.stringify(words)}`);
  if (place !== undefined && place !== '') lines.push(`${PLACE}: ${JSON.stringify(place)}`);
  return `${ACTS[kind]}\n\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** What a commit says; undefined for one that is no act on a draft. */
export function readAct({ id, bytes }: GitObject): Act | undefined {
  const text = bytes.toString('utf8');
  const split = text.indexOf('\n\n');
  const head = text.slice(0, split);
  const message = text.slice(split + 2);
  const kind = trailer(message, ACT);
  const entry = trailer(message, TRAILERS.entry);
  const [, name = '', mail = '', at = '0'] = /^author (.*) <([^<>\n]*)> (\d+) /mu.exec(head) ?? [];
  if (kind === undefined || entry === undefined || !Object.hasOwn(ACTS, kind)) return undefined;
  const signOff = readTrailers(message)[0]?.signOffs[0];
  const words = unquote(trailer(message, WORDS));
  const place = unquote(trailer(message, PLACE));
  const publishAt = trailer(message, PUBLISH_AT);
  const [parent = '', onto] = [...head.matchAll(/^parent ([0-9a-f]+)$/gmu)].map(([, id = '']) => id);
  return {
    commit: id,
    kind: kind as ActKind,
    entry,
    person: mail.slice(0, mail.indexOf('@')),
    name,
    at: Number(at),
    tree: /^tree ([0-9a-f]+)$/mu.exec(head)?.[1] ?? '',
    parent,
    ...(onto !== undefined && { onto }),
    ...(words !== undefined && { words }),
    ...(place !== undefined && { place }),
    ...(signOff && { signOff }),
    ...(publishAt !== undefined && { publishAt }),
  };
}

/** Only a line feed ends a line: other characters that break lines may stand in what people wrote. */
const trailer = (message: string, name: string): string | undefined =>
  message
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
