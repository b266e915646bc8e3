import { KEY_LOSSES, type MainAct } from '../../cms/model/main-act.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import { fingerprintOf, readKeys } from '../../cms/office/store/ssh-signature.ts';
import type { Say } from './faults.ts';
import type { Commit } from './read-commit.ts';
import type { Vouching } from './vouching.ts';

/** Whose signature counts in the course of main: the office's key of the time, and the backup key that may put another in its place. */
export class Keys {
  /** Keys of the office, in their order. */
  readonly all: string[] = [];
  readonly #known: ReadonlySet<string> | undefined;
  readonly #vouching: Vouching;
  readonly #purges: (key: string) => boolean;
  readonly #tell: (note: string) => void;
  #backup: { key: string; since: string } | undefined;
  #isVouched = false;
  /** Keys that others have taken the place of. */
  readonly #retired = new Set<string>();
  #isToldOfPurge = false;

  /**
   * @param known public keys that the one who verifies trusts; without any, nobody knows who signed, and all that is said counts
   * @param vouching what they prove of others
   * @param purges whether a key signed a purge, and with it all that was written again
   * @param tell takes what is so and worth knowing, but no fault
   */
  constructor(known: ReadonlySet<string> | undefined, vouching: Vouching, purges: (key: string) => boolean, tell: (note: string) => void) {
    this.#known = known;
    this.#vouching = vouching;
    this.#purges = purges;
    this.#tell = tell;
  }

  /** Takes the key of the commit with which the chain begins. */
  begin(signer: string) {
    this.all.push(signer);
    this.#isVouched = this.#vouching.trusted.has(signer);
  }

  /** Goes on behind a commit of main. @param key with which the office signs from then on @param backup that was registered until then */
  goOn(key: string | undefined, backup: string | undefined) {
    const former = [...(this.#known ?? [])].filter((each) => each !== key);
    this.all.push(...former, ...(key === undefined ? [] : [key]));
    if (backup !== undefined) this.#backup = { key: backup, since: '' };
  }

  /** Whether the office signed a commit, with any key that it had until then. */
  hasSigned = (commit: Commit, signer: string): boolean =>
    this.#known === undefined || this.all.includes(signer) || this.#hasRewritten(commit, signer);

  judge(commit: Commit, record: MainAct | undefined, signer: string | undefined, say: Say) {
    const at = toMinute(commit.committer.at);
    const isRewritten = signer !== undefined && this.#hasRewritten(commit, signer);
    if (this.#known && !this.#judgeSigner(commit, record, signer, isRewritten, say)) return;
    const then = commit.isRewritten ? this.#vouching.formerly.get(commit.id) : signer;
    if (record?.kind === 'newKey') this.#take(record, at, then, commit.isRewritten, say);
    if (record?.kind === 'backupKey') this.#register(record, at, say);
  }

  /** @returns whether somebody has signed the commit */
  #judgeSigner(commit: Commit, record: MainAct | undefined, signer: string | undefined, isRewritten: boolean, say: Say): boolean {
    if (signer === undefined) {
      say(commit.isSigned ? 'forged' : 'unsigned');
      return false;
    }
    if (record?.keyLost !== undefined) this.#judgeLoss(record, signer, isRewritten, say);
    else if (signer !== this.all.at(-1) && !isRewritten) this.#judgeStranger(commit, signer, say);
    this.#isVouched ||= this.#vouching.trusted.has(signer);
    return true;
  }

  /** What is wrong when no key that is known signed anything: whoever has another one could have written all of it. */
  end(say: Say) {
    if (!this.#known || this.#isVouched) return;
    const unused = this.all.find((key) => this.#known?.has(key));
    const [signer = ''] = this.all;
    if (unused !== undefined) say('keyUnused', { found: fingerprintOf(unused) });
    else if (this.#purges(signer)) this.#tellOfPurge(signer, say);
    else say('key', { found: this.all.map(fingerprintOf).join('、') });
  }

  /** A signature that a purge made anew counts only from a key that is the office's beyond that. */
  #hasRewritten = ({ isRewritten }: Commit, signer: string): boolean =>
    isRewritten && this.#purges(signer) && (this.#vouching.trusted.has(signer) || this.all.includes(signer));

  #judgeStranger({ isRewritten }: Commit, signer: string, say: Say) {
    if (isRewritten && this.#purges(signer)) this.#tellOfPurge(signer, say);
    else say('stranger', { found: fingerprintOf(signer) });
  }

  /** Whoever holds only a key from before a purge is told once which one it takes, not of each commit. */
  #tellOfPurge(signer: string, say: Say) {
    if (!this.#isToldOfPurge) say('resigned', { found: fingerprintOf(signer) });
    this.#isToldOfPurge = true;
  }

  #judgeLoss({ newKey }: MainAct, signer: string, isRewritten: boolean, say: Say) {
    if (isRewritten || signer === this.#backup?.key) return;
    if (signer !== newKey) say('notBackup', { found: fingerprintOf(signer) });
    else if (!this.#known?.has(signer)) say('announced', { found: fingerprintOf(signer) });
  }

  #take({ newKey = '', keyLost, changedBy, reason }: MainAct, at: string, signer: string | undefined, isRewritten: boolean, say: Say) {
    const key = toKey(newKey, say);
    if (key === undefined) return;
    const former = this.all.at(-1) ?? '';
    // What a purge wrote again bears the key of then; who signed before is known from what it has kept.
    const retired = isRewritten ? (keyLost === undefined ? signer : undefined) : former;
    if (retired !== undefined) this.#retired.add(retired);
    if (this.#retired.has(key)) say('oldKey', { found: fingerprintOf(key) });
    this.all.push(key);
    const kept = isRewritten && signer !== undefined ? '（提交在清除内容时改写过，当时的签名留着）' : '';
    const by = this.#wordsFor(signer, keyLost) + kept;
    const why = keyLost === undefined ? '' : `，以前的密钥${KEY_LOSSES[keyLost]}`;
    this.#tell(`${at} 由 ${changedBy} 更换签名密钥${why}，新密钥 ${fingerprintOf(key)}，${by}。${toReason(reason)}`);
    if (keyLost === 'stolen')
      this.#tell(
        `失窃的密钥 ${fingerprintOf(former)} 不能再作凭据：不在这条链条里、却由它签名的，都不算数；${at} 以前的提交由这次更换一并认定，失窃以前抄下的链头可以另外核对。`,
      );
  }

  #wordsFor(signer: string | undefined, keyLost: MainAct['keyLost']): string {
    if (signer === undefined) return '提交在清除内容时改写过，当时由谁签名已经无法核对';
    if (keyLost === undefined) return '由以前的密钥签名';
    if (signer === this.#backup?.key) return `由 ${this.#backup.since} 登记的备用密钥 ${fingerprintOf(signer)} 签名`;
    return '没有以前的密钥签名，凭给出的新公钥认定';
  }

  #register({ backupKey = '', changedBy, reason }: MainAct, at: string, say: Say) {
    const key = toKey(backupKey, say);
    if (key === undefined) return;
    this.#backup = { key, since: at };
    this.#tell(`${at} 由 ${changedBy} 登记备用密钥 ${fingerprintOf(key)}。${toReason(reason)}`);
  }
}

const toReason = (reason: string | undefined) => (reason === undefined ? '' : `原因是“${reason}”。`);

/** The key that a record names and nothing else. */
function toKey(written: string, say: Say): string | undefined {
  const [key] = readKeys(written);
  if (key === written) return key;
  say('newKey');
  return undefined;
}
