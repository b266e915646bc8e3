import type { KeyLoss } from '../model/main-act.ts';

/** A person in a record, by account and by the name that the commit gives. */
export interface Named {
  id: string;
  name: string;
}

/** What was signed and done with an entry on main, in one signed commit. */
export interface EntryAct {
  kind: EntryActKind;
  commit: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  at: string;
  author: Named;
  /** Others who changed the text. */
  editors: Named[];
  /** In the order in which they signed. `sha256` covers the text and every attachment (`toDigest`). */
  signOffs: (Named & { role: string; at: string; sha256: string; opinion?: string })[];
  /** Why it was withdrawn, merged or purged. */
  reason?: string;
  /** Index number of the entry that it was merged into. */
  into?: string;
  /** What a version has otherwise than the one before. */
  changes?: Changes;
  /** What was wrong in the version before (更正说明). */
  correction?: string;
  /** Why two officers on watch published it in place of the usual people (紧急发布). */
  emergency?: string;
}

export const ENTRY_ACTS = {
  publish: '发布',
  update: '更新',
  correct: '更正',
  confirm: '补审',
  withdraw: '撤稿',
  takeDown: '下线',
  merge: '并入',
  purge: '清除',
} as const;

export type EntryActKind = keyof typeof ENTRY_ACTS;

/** What one version of an entry has otherwise than the one before. */
export interface Changes {
  /** Labels of fields, and of the body. */
  fields: string[];
  /** Names of files. */
  added: string[];
  replaced: string[];
  removed: string[];
}

/** What the information office did with the record itself, in one signed commit. */
export interface OfficeAct {
  kind: 'purge' | 'newKey' | 'backupKey';
  commit: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  at: string;
  by: Named;
  reason: string;
  /** What was purged: whose entry of which type; its index number if it was ever published. */
  purged?: { unit: string; type: string; number?: string };
  /** Public key in the form of OpenSSH. */
  key?: string;
  /** What became of the key before. */
  lost?: KeyLoss;
}

/** The chain of signed commits as far as the site tells it. */
export interface ChainHead {
  commit: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  at: string;
  /** When the office took over what was there; what was published before has its dates from there. */
  takenOver: { commit: string; at: string };
}
