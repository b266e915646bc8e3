import { existsSync, readFileSync } from 'node:fs';
import { type KeyLoss, MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { adopt, newestWith, nextKey } from '../store/key-of-chain.ts';
import type { Signing } from '../store/office-key.ts';
import type { Person } from '../store/people.ts';
import { Refusal } from '../store/refusal.ts';
import { readSigningKey } from '../store/ssh-signature.ts';
import type { Store } from '../store/store.ts';
import { commitKeyAct, requireKeyAct } from './commit-key-act.ts';
import { registeredBackup } from './register-backup.ts';

export interface KeyChange {
  /** Path of the office's key. */
  path: string;
  reason: string;
  /** What happened to the key before, which then cannot vouch for the new one. The store was opened with `isKeyLost` for it. */
  loss?: KeyLoss | undefined;
  /** Path of the private half of the backup key, which vouches for the new key instead. */
  backup?: string | undefined;
}

/**
 * Puts a new key in the place of the office's (更换签名密钥), by one signed commit that changes nothing else. The key before signs it;
 * where that is lost or stolen, the backup key that was registered before, or else the new key itself, which then nobody vouches
 * for: whoever verifies must have learnt of it in another way.
 * @returns the commit, and the public key
 * @throws Refusal
 */
export async function changeKey(store: Store, person: Person, { path, reason, loss, backup }: KeyChange) {
  const act = MAIN_ACTS.newKey;
  await requireKeyAct(store, person, { act, reason });
  const { repository } = store;
  const { git, mail } = repository;
  if ((await newestWith(git, MAIN_TRAILERS.newKey))?.id === (await store.main()))
    throw new Refusal('state', '上一次提交就是更换密钥，没有再换。');
  if (loss === 'lost' && existsSync(path))
    throw new Refusal('state', `密钥 ${path} 还在，没有更换。按计划更换，不写 --lost；失窃的，写 --stolen。`);
  const key = backup === undefined ? repository.key : await openBackup(store, backup);
  const { publicKey } = loss === undefined ? nextKey(path, mail) : repository.key;
  const trailers = [`${MAIN_TRAILERS.newKey}: ${publicKey}`, ...(loss === undefined ? [] : [`${MAIN_TRAILERS.keyLost}: ${loss}`])];
  const { id: commit, at } = await commitKeyAct(store, person, { act, reason, trailers, key });
  adopt(path, mail, { newKey: publicKey, keyLost: loss, signer: key.publicKey, at });
  return { commit, publicKey };
}

async function openBackup(store: Store, path: string): Promise<Signing> {
  const signing = existsSync(path) ? readSigningKey(readFileSync(path, 'utf8')) : undefined;
  if (!signing) throw new Refusal('wrong', `${path} 不是 ssh-ed25519 私钥，或者设了口令。去掉口令（ssh-keygen -p）再换。`);
  if (signing.publicKey !== (await registeredBackup(store)))
    throw new Refusal('wrong', `${path} 不是登记过的备用密钥，没有更换。备用密钥也没有了的，不写 --backup-key。`);
  return { path, publicKey: signing.publicKey, signing };
}
