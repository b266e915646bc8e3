import { isWrittenMoment } from './day.ts';
import { type ResponsibilityRecord, readTrailers, TRAILERS } from './record.ts';

/** What a signed commit of main does, with the words of its first line. */
export const MAIN_ACTS = {
  publish: '发布',
  confirm: '补审',
  withdraw: '撤稿',
  takeDown: '下线',
  merge: '并入',
  takeOver: '接收内容库',
  settings: '调整设置',
  newKey: '更换签名密钥',
  backupKey: '登记备用密钥',
  purge: '清除',
} as const;
export type MainActKind = keyof typeof MAIN_ACTS;

/** Names of the trailers that tell the kinds apart, and of those that go with them. */
export const MAIN_TRAILERS = {
  editedBy: 'Edited-By',
  indexNumber: 'Index-Number',
  publishedAt: 'Published-At',
  correction: 'Correction',
  emergency: TRAILERS.emergency,
  confirm: 'Reviewed-After',
  withdraw: 'Withdrawn',
  takeDown: 'Taken-Down',
  merge: 'Merged',
  mergedInto: 'Merged-Into',
  takeOver: 'Taken-Over',
  settings: 'Settings',
  changedBy: 'Changed-By',
  newKey: 'New-Key',
  keyLost: 'Key-Lost',
  backupKey: 'Backup-Key',
  keyReason: 'Key-Reason',
  purge: 'Purged',
} as const;

/** In a commit that is dated before those that it follows: by how many seconds the office's clock was ahead until people set it right. */
export const SET_BACK = /^Clock-Set-Back: (\d+)$/mu;
export const toSetBack = (seconds: number): string => `Clock-Set-Back: ${seconds}\n`;

/** Longest time between the minute that a page shows as its publication and the commit that publishes it, in seconds. */
export const PUBLICATION_SLACK = 600;

/** The record in a commit of main. */
export interface MainAct extends Partial<ResponsibilityRecord> {
  kind: MainActKind;
  /** Accounts of those who changed the text beside its author. */
  editedBy: string[];
  number?: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  publishedAt?: string;
  /** What was wrong in the version before, when the entry is published again to correct it (更正说明). */
  correction?: string;
  /** Why it was published by two officers on watch in place of the usual people (紧急发布). */
  emergency?: string;
  /** Why something was withdrawn, taken down, or changed; what was said when it was reviewed afterwards. */
  reason?: string;
  /** Index number of the entry that another one was merged into. */
  mergedInto?: string;
  /** Account of somebody in the information office. */
  changedBy?: string;
  /** Public key in the form of OpenSSH, `ssh-ed25519 AAAA…`. */
  newKey?: string;
  /** Why the key before cannot vouch for the new one. */
  keyLost?: KeyLoss;
  /** Public key whose private half is kept away from the office, for the day on which the office's is lost or stolen. */
  backupKey?: string;
}

/** What happened to a key, in words. */
export const KEY_LOSSES = { lost: '遗失', stolen: '失窃' } as const;
export type KeyLoss = keyof typeof KEY_LOSSES;

const KINDS: readonly [MainActKind, string][] = [
  ['confirm', MAIN_TRAILERS.confirm],
  ['withdraw', MAIN_TRAILERS.withdraw],
  ['takeDown', MAIN_TRAILERS.takeDown],
  ['merge', MAIN_TRAILERS.merge],
  ['takeOver', MAIN_TRAILERS.takeOver],
  ['settings', MAIN_TRAILERS.settings],
  ['newKey', MAIN_TRAILERS.newKey],
  ['backupKey', MAIN_TRAILERS.backupKey],
  ['purge', MAIN_TRAILERS.purge],
  ['publish', MAIN_TRAILERS.publishedAt],
];

/** Trailers of which a record has one at the most. */
const SINGLE: readonly string[] = [TRAILERS.entry, TRAILERS.author, ...Object.values(MAIN_TRAILERS)].filter(
  (name) => name !== MAIN_TRAILERS.editedBy,
);

/** The record in a commit's message; undefined when there is none that can be read without a doubt. */
export function readMainAct(message: string): MainAct | undefined {
  const lines = message.split('\n').flatMap((line) => {
    const [, name = '', value = ''] = /^([A-Z][A-Za-z-]+): (.*\S)\s*$/u.exec(line) ?? [];
    return name === '' ? [] : [{ name, value }];
  });
  const trailer = (name: string) => lines.find((line) => line.name === name)?.value;
  if (SINGLE.some((name) => lines.filter((line) => line.name === name).length > 1)) return undefined;
  const kinds = KINDS.filter(([, name]) => trailer(name) !== undefined);
  const [kind] = kinds[0] ?? [];
  if (kind === undefined || kinds.length > 1) return undefined;
  const records = readTrailers(message);
  const signOffs = lines.filter(({ name }) => name === TRAILERS.signOff).length;
  if ((records[0]?.signOffs.length ?? 0) !== signOffs) return undefined;
  const publishedAt = trailer(MAIN_TRAILERS.publishedAt);
  if (publishedAt !== undefined && !isWrittenMoment(publishedAt)) return undefined;
  const correction = unquote(trailer(MAIN_TRAILERS.correction));
  const emergency = unquote(trailer(MAIN_TRAILERS.emergency));
  const lost = trailer(MAIN_TRAILERS.keyLost);
  if (lost !== undefined && !Object.hasOwn(KEY_LOSSES, lost)) return undefined;
  const isOfKey = kind === 'newKey' || kind === 'backupKey';
  const reason = unquote(trailer(isOfKey ? MAIN_TRAILERS.keyReason : MAIN_TRAILERS[kind as keyof typeof MAIN_TRAILERS]));
  return {
    kind,
    ...records[0],
    editedBy: lines.flatMap(({ name, value }) => (name === MAIN_TRAILERS.editedBy ? [value] : [])),
    ...(trailer(MAIN_TRAILERS.indexNumber) !== undefined && { number: trailer(MAIN_TRAILERS.indexNumber)! }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(correction !== undefined && { correction }),
    ...(emergency !== undefined && { emergency }),
    ...(reason !== undefined && { reason }),
    ...(trailer(MAIN_TRAILERS.mergedInto) !== undefined && { mergedInto: trailer(MAIN_TRAILERS.mergedInto)! }),
    ...(trailer(MAIN_TRAILERS.changedBy) !== undefined && { changedBy: trailer(MAIN_TRAILERS.changedBy)! }),
    ...(trailer(MAIN_TRAILERS.newKey) !== undefined && { newKey: trailer(MAIN_TRAILERS.newKey)! }),
    ...(lost !== undefined && { keyLost: lost as KeyLoss }),
    ...(trailer(MAIN_TRAILERS.backupKey) !== undefined && { backupKey: trailer(MAIN_TRAILERS.backupKey)! }),
  };
}

/** What people wrote stands in a trailer as one JSON string, which cannot pass for another trailer. */
export function unquote(written: string | undefined): string | undefined {
  try {
    const value: unknown = written === undefined ? undefined : JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
