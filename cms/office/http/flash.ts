/** Tells each session once, on the page that follows, what it has really done: no address can make a page say it. */
export class Flash<T> {
  readonly #told = new Map<string, { at: string; told: T }>();

  /** @param session what only the session knows @param at path of the page that follows */
  tell(session: string, at: string, told: T): void {
    this.#told.set(session, { at, told });
  }

  /** What there is to be told on a page; it is told once. */
  take(session: string, at: string): T | undefined {
    const found = this.#told.get(session);
    if (found?.at !== at) return undefined;
    this.#told.delete(session);
    return found.told;
  }
}
