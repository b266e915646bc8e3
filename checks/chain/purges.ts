import { toFolder } from '../../cms/library/read-entry.ts';
import { type MainAct, readMainAct } from '../../cms/model/main-act.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import type { Chain } from './read-chain.ts';
import type { Commit } from './read-commit.ts';

/** What was purged (清除) in the course of main, and whose key wrote the history again. */
export class Purges {
  readonly #entries = new Set<string>();
  readonly #signers = new Set<string>();

  constructor({ main, signers }: Chain) {
    for (const { id, message } of main) {
      const record = message.includes('Purged: ') ? readMainAct(message) : undefined;
      const signer = signers.get(id);
      if (record?.kind !== 'purge' || signer === undefined) continue;
      this.#entries.add(placeOf(record.entry));
      this.#signers.add(signer);
    }
  }

  /** Whether an entry was purged, in whichever year's folder it lay. */
  has = (entry: string | undefined): boolean => this.#entries.has(placeOf(entry)) && placeOf(entry) !== '';

  /** Whether a key signed a purge, and with it all that was written again. */
  isSigner = (key: string): boolean => this.#signers.has(key);
}

/** An entry in whichever year's folder it lies; empty for what is none. */
export function placeOf(entry = ''): string {
  const place = toFolder(entry);
  return place ? `${place.unit}/${place.type}/${place.slug}` : '';
}

/** What a report says of a purge. */
export const toNote = ({ entry, changedBy, reason }: MainAct, { committer }: Commit): string =>
  `${toMinute(committer.at)} 由 ${changedBy} 清除 ${entry} 的全部内容，原因是“${reason}”。以前的签字还在，签的是什么已经无法核对；这以前的提交改写过，各自写明原来的编号。`;
