import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { newestWith } from '../store/key-of-chain.ts';
import type { Person } from '../store/people.ts';
import { Refusal } from '../store/refusal.ts';
import { readKeys } from '../store/ssh-signature.ts';
import type { Store } from '../store/store.ts';
import { commitKeyAct, requireKeyAct } from './commit-key-act.ts';

/**
 * Registers a backup key (登记备用密钥): its private half is kept away from the office, and vouches for a new key on the day on which
 * the office's own is lost or stolen. The newest one that was registered counts.
 * @param text a public key as OpenSSH writes it
 * @returns the commit, and the public key
 * @throws Refusal
 */
export async function registerBackup(store: Store, person: Person, text: string, reason: string) {
  const act = MAIN_ACTS.backupKey;
  await requireKeyAct(store, person, { act, reason });
  const { repository } = store;
  const [publicKey, ...others] = readKeys(text);
  if (publicKey === undefined || others.length > 0) throw new Refusal('wrong', '文件里要有一把 ssh-ed25519 公钥，只要公钥。没有登记。');
  if (publicKey === repository.key.publicKey)
    throw new Refusal('wrong', '这就是办公平台自己的密钥，一起丢失就没有用了。另做一把，没有登记。');
  if ((await registeredBackup(store)) === publicKey) throw new Refusal('state', '登记的就是这把备用密钥，不用再登记。');
  const trailers = [`${MAIN_TRAILERS.backupKey}: ${publicKey}`];
  const { id: commit } = await commitKeyAct(store, person, { act, reason, trailers, key: repository.key });
  return { commit, publicKey };
}

/** The backup key that counts now. */
export const registeredBackup = async ({ repository }: Store): Promise<string | undefined> =>
  (await newestWith(repository.git, MAIN_TRAILERS.backupKey))?.record.backupKey;
