import type { Said } from './pages/said.ts';

/** What was done, to be told on the page that follows. */
export interface Told {
  said: Said;
  /** Whether the audit log has it. */
  isLogged: boolean;
}

/** Tells each session once, on the page that follows, what it has really done: no address can make a page say it. */
export class Flash {
  readonly #told = new Map<string, Told & { at: string }>();

  /** @param session what only the session knows @param at path of the page that follows */
  tell(session: string, at: string, told: Told): void {
    this.#told.set(session, { ...told, at });
  }

  /** What there is to be told on a page; it is told once. */
  take(session: string, at: string): Told | undefined {
    const told = this.#told.get(session);
    if (told?.at !== at) return undefined;
    this.#told.delete(session);
    return told;
  }
}
