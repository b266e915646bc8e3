import { existsSync, renameSync, rmSync } from 'node:fs';
import { type KeyLoss, MAIN_TRAILERS, type MainAct, readMainAct } from '../../model/main-act.ts';
import type { Git } from './git.ts';
import type { GitObject } from './object-reader.ts';
import { allowedOf, type OfficeKey, openKey, readAllowed, writeAllowed } from './office-key.ts';
import { MAIN } from './refs.ts';
import { Refusal } from './refusal.ts';
import { fingerprintOf, signerOf } from './ssh-signature.ts';

/** Where a key lies that is to take the office's place, until the commit that says so is on main. */
const nextOf = (path: string) => `${path}.next`;

/**
 * The key with which the office signs: that of the chain, or a new one where no chain has begun. A change of keys that was broken
 * off is finished, or forgotten when main does not know of it.
 * @param isLost whether the key is to be replaced without it: what is opened then is the new one
 * @throws Refusal when the key is not there, or is not the chain's
 */
export async function openChainKey(git: Git, main: GitObject, path: string, address: string, isLost: boolean): Promise<OfficeKey> {
  await settle(git, path, address);
  const wanted = await keyAfter(main);
  if (isLost && wanted === undefined) throw new Refusal('state', '内容库还没有签名的提交，不用更换密钥。启动办公平台时会新做一把。');
  if (isLost) return nextKey(path, address);
  if (!existsSync(path) && wanted !== undefined)
    throw new Refusal('failed', `办公平台的签名密钥 ${path} 不在了。从备份恢复；恢复不了的，用 gongkai key change --lost 更换。`);
  const key = openKey(path, address);
  if (wanted === undefined || wanted === key.publicKey) return key;
  throw new Refusal(
    'failed',
    `办公平台的签名密钥 ${path} 不是内容库的那一把：内容库由 ${fingerprintOf(wanted)} 签名。内容库和密钥要从同一份备份恢复；恢复不了的，用 gongkai key change --lost 更换。`,
  );
}

/** A new key beside the office's. */
export const nextKey = (path: string, address: string): OfficeKey => openKey(nextOf(path), address);

/** What is to be known of a change of keys that main holds. */
export interface Changed {
  newKey: string;
  keyLost: KeyLoss | undefined;
  /** Whose key signed it. */
  signer: string;
  /** Seconds since 1970. */
  at: number;
}

/** Puts the new key in the place of the one before, once main names it. The one before is gone then. */
export function adopt(path: string, address: string, { newKey, keyLost, signer, at }: Changed) {
  const isStolen = keyLost === 'stolen';
  // What a stolen key signed before counts in drafts; it vouches for nothing else any more.
  const former = isStolen ? readAllowed(path).map((line) => endAt(line, at)) : readAllowed(path);
  writeAllowed(path, address, isStolen || keyLost === 'lost' ? [...new Set([newKey, signer])] : [newKey], former);
  rmSync(allowedOf(nextOf(path)), { force: true });
  renameSync(nextOf(path), path);
}

/** A key's line that counts until a second, in the machine's own time, as Git gives it to OpenSSH. */
function endAt(line: string, at: number): string {
  if (line.includes('valid-before')) return line;
  const moment = new Date((at + 1 - new Date(at * 1000).getTimezoneOffset() * 60) * 1000).toISOString().replace(/\D/gu, '').slice(0, 14);
  return line.replace('namespaces="git"', `namespaces="git",valid-before="${moment}"`);
}

/** The newest commit of main with a trailer, and what it says. @param from commit of main from which on it is looked for */
export async function newestWith(git: Git, trailer: string, from = MAIN): Promise<{ id: string; record: MainAct } | undefined> {
  const printed = await git.line(['log', '-1', '--first-parent', `--grep=^${trailer}: `, '--format=%H%n%B', from]);
  const record = readMainAct(printed.slice(41));
  return record && { id: printed.slice(0, 40), record };
}

async function settle(git: Git, path: string, address: string) {
  if (!existsSync(nextOf(path))) return;
  const { publicKey: newKey } = openKey(nextOf(path), address);
  const { id = '', record } = (await newestWith(git, MAIN_TRAILERS.newKey)) ?? {};
  if (record?.newKey === newKey) {
    const signer = (await signedBy(await git.run(['cat-file', 'commit', id]))) ?? '';
    const at = Number(await git.line(['show', '--no-patch', '--format=%ct', id]));
    adopt(path, address, { newKey, keyLost: record.keyLost, signer, at });
  } else for (const left of [nextOf(path), allowedOf(nextOf(path))]) rmSync(left, { force: true });
}

/** The key that signs what follows a commit of main; undefined when nobody signed that. */
async function keyAfter({ bytes }: GitObject): Promise<string | undefined> {
  const text = bytes.toString('utf8');
  const signer = await signedBy(bytes);
  return signer === undefined ? undefined : (readMainAct(text.slice(text.indexOf('\n\n') + 2))?.newKey ?? signer);
}

/** Whose key signed a commit; undefined when it is not signed, or not well. */
async function signedBy(bytes: Buffer): Promise<string | undefined> {
  const text = bytes.toString('latin1');
  const [header = '', armor = ''] = /^gpgsig ((?:.*\n)(?: .*\n)*)/mu.exec(text.slice(0, text.indexOf('\n\n') + 1)) ?? [];
  return signerOf(armor.replace(/\n /gu, '\n'), Buffer.from(text.replace(header, ''), 'latin1'));
}
