import type { Person } from '../store/people.ts';

/** So many are remembered. */
const MOST = 20_000;

/**
 * Which versions each person has opened since the office was started. What is signed in one pass must be among them: nobody signs
 * unread (逐项审查, 保守国家秘密法实施条例 art. 42).
 */
export class Seen {
  readonly #seen = new Set<string>();

  add({ id }: Person, version: string): void {
    this.#seen.add(`${id} ${version}`);
    if (this.#seen.size > MOST) this.#seen.delete(this.#seen.values().next().value!);
  }

  has({ id }: Person, version: string): boolean {
    return this.#seen.has(`${id} ${version}`);
  }
}
