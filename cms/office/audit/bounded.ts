import type { Act, Audit } from './audit.ts';

/** Acts of one kind by one person that are written down one by one within `WINDOW`; refusals in a day's work are fewer. */
const MOST = 30;
/** In milliseconds. */
const WINDOW = 15 * 60_000;

/**
 * Writes into the audit log what somebody can do as often as they like. When one person does the same again and again, it tells how
 * often, each time that has doubled, so that a flood leaves a few lines and yet is seen.
 */
export class BoundedAudit {
  readonly #audit: Audit;
  readonly #clock: () => Date;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(audit: Audit, clock: () => Date) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws when the log cannot be written */
  add(act: Required<Act>): void {
    const line = this.#lineOf(act);
    if (line) this.#audit.add(line);
  }

  /** The same for what need not wait for the log. */
  note(act: Required<Act>): void {
    const line = this.#lineOf(act);
    if (line) this.#audit.note(line);
  }

  #lineOf({ person, act, detail }: Required<Act>): Required<Act> | undefined {
    const now = this.#clock().getTime();
    const key = `${person} ${act}`;
    const known = this.#counts.get(key);
    const counted = known && now - known.since < WINDOW ? known : { since: now, count: 0 };
    this.#counts.set(key, counted);
    const count = ++counted.count;
    if (count <= MOST) return { person, act, detail };
    if (count === MOST + 1 || Number.isInteger(Math.log2(count / MOST)))
      return { person, act, detail: `15分钟以内第${count}次，不再逐次记录` };
    return undefined;
  }
}
