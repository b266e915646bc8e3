import { createHash } from 'node:crypto';
import { MAIN_TRAILERS, readMainAct } from '../../cms/model/main-act.ts';
import { keyProofIn, rewrittenFrom } from '../../cms/model/purged.ts';
import { signerOf } from '../../cms/office/store/ssh-signature.ts';
import type { Chain } from './read-chain.ts';
import { type Commit, readCommit } from './read-commit.ts';

/** What commits about keys prove of one another, whatever a purge has written again. */
export interface Vouching {
  /** Keys that are trusted, and those that they have signed for, one after the other. */
  trusted: ReadonlySet<string>;
  /** Whose signature such a commit bore before it was written again, by its id, as far as it has kept that. */
  formerly: ReadonlyMap<string, string>;
}

/** @param known public keys that the one who verifies trusts */
export async function readVouching({ main, signers }: Chain, known: ReadonlySet<string>): Promise<Vouching> {
  const trusted = new Set(known);
  const formerly = new Map<string, string>();
  const backups = new Set<string>();
  for (const commit of main) {
    if (!OF_KEYS.some((name) => commit.message.includes(`${name}: `))) continue;
    const { newKey, keyLost, backupKey } = readMainAct(commit.message) ?? {};
    const signer = commit.isRewritten ? await formerSigner(commit) : signers.get(commit.id);
    if (signer === undefined) continue;
    if (commit.isRewritten) formerly.set(commit.id, signer);
    if (backupKey !== undefined && trusted.has(signer)) backups.add(backupKey);
    if (newKey !== undefined && (keyLost === undefined ? trusted : backups).has(signer)) trusted.add(newKey);
  }
  return { trusted, formerly };
}

const OF_KEYS = [MAIN_TRAILERS.newKey, MAIN_TRAILERS.backupKey];

/** Who signed the commit that this one was before; undefined when it does not hold that, or says now something else of keys. */
async function formerSigner({ message }: Commit): Promise<string | undefined> {
  const bytes = keyProofIn(message);
  if (!bytes) return undefined;
  const id = createHash('sha1').update(`commit ${bytes.length}\0`).update(bytes).digest('hex');
  const { commit, signature, payload } = readCommit({ id, kind: 'commit', bytes }) ?? {};
  if (!commit || signature === undefined || !rewrittenFrom(message).includes(id)) return undefined;
  const [before, now] = [readMainAct(commit.message), readMainAct(message)];
  const isSame = (['kind', 'newKey', 'keyLost', 'backupKey'] as const).every((name) => before?.[name] === now?.[name]);
  return isSame ? signerOf(signature, payload!) : undefined;
}
