/** So long somebody counts as present who has not been heard of again, in milliseconds; the form tells every 15 seconds. */
const LASTING = 45_000;
/** Entries that one person can have open. */
const MOST = 20;

/** Who has which entry open, in memory only. */
export class Presence {
  /** By entry and account, the one heard of longest ago first. */
  readonly #seen = new Map<string, { folder: string; person: string; name: string; at: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Notes that somebody has an entry open, or has left it. @returns names of the others */
  tell({ id, name }: { id: string; name: string }, folder: string, left = false): string[] {
    const at = this.#now().getTime();
    this.#seen.delete(`${folder} ${id}`);
    const all = [...this.#seen.values()];
    for (const old of all) if (at - old.at >= LASTING) this.#seen.delete(`${old.folder} ${old.person}`);
    const own = all.filter(({ person }) => person === id);
    for (const old of own.slice(0, Math.max(0, own.length - MOST + 1))) this.#seen.delete(`${old.folder} ${id}`);
    if (!left) this.#seen.set(`${folder} ${id}`, { folder, person: id, name, at });
    return [...this.#seen.values()].filter((other) => other.folder === folder && other.person !== id).map((other) => other.name);
  }
}
