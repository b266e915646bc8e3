import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Accounts } from '../../cms/office/accounts/accounts.ts';
import { Audit } from '../../cms/office/audit/audit.ts';
import { verify } from '../../cms/office/audit/verify.ts';

const DATABASES = ['accounts.sqlite', 'audit.sqlite'];
/** After the databases: the log may be ahead of where it is noted to end, never behind. */
const FILES = ['audit.jsonl', 'audit-reserve', 'office-key', 'office-key.allowed', 'office-key.next', 'cookie-key', 'demo-accounts.json'];

/** Everything in the state folder that is not made again by itself. */
export const STATE_FILES: readonly string[] = [...DATABASES, ...FILES];

/** Copies accounts, audit log and keys; the office may be running. What it makes again by itself is left out. */
export async function saveState(state: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of DATABASES) if (existsSync(join(state, name))) await saveDatabase(join(state, name), join(folder, name));
  copy(state, folder, FILES);
}

/** Puts a saved state in place, readable by nobody else. @returns how many accounts there are, and what is wrong with the audit log */
export function restoreState(folder: string, state: string): { accounts: number; lines: number; wrong: string[] } {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  copy(folder, state, [...DATABASES, ...FILES]);
  const accounts = new Accounts(state);
  const audit = new Audit(state, () => new Date());
  try {
    return { accounts: accounts.list().length, lines: audit.head.lines, wrong: verify(audit.path, audit.head) };
  } finally {
    accounts.close();
    audit.close();
  }
}

/** Copies an SQLite database as it is at one moment, whoever writes to it. */
export async function saveDatabase(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
}

function copy(from: string, to: string, names: readonly string[]) {
  for (const name of names) {
    if (!existsSync(join(from, name))) continue;
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
  }
}
