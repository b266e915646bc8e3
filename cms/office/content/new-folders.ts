import { Refusal } from '../store/refusal.ts';

/** So long a folder waits for its first save, in milliseconds. */
const PATIENCE = 60 * 60_000;

/** Folders of entries that are new: the office names them, and each takes one entry of the person who asked. */
export class NewFolders {
  readonly #offered = new Map<string, { person: string; at: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  offer(person: string, folder: string): string {
    const now = this.#now().getTime();
    for (const [old, { at }] of this.#offered) {
      if (now - at < PATIENCE) break;
      this.#offered.delete(old);
    }
    this.#offered.set(folder, { person, at: now });
    return folder;
  }

  /** @throws Refusal when the office did not offer this folder to the person */
  require(person: string, folder: string): void {
    if (this.#offered.get(folder)?.person !== person) throw new Refusal('wrong', '这条内容的位置不是系统给的，没有保存。再点一次“保存”。');
  }
}
