import type { ReviewFinding } from '../review.ts';
import type { EntryVersion } from './versions.ts';

/**
 * Why the office did not do something: `wrong` input, `forbidden` to this person, `missing`, `refused` by the checks,
 * `conflict` with what somebody else did, `state` of the draft does not allow it, `failed` by the machine.
 */
export type RefusalKind = 'wrong' | 'forbidden' | 'missing' | 'refused' | 'conflict' | 'state' | 'failed';

/** The office did not do something, and nothing was changed. The message is for the person who asked, in Chinese. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** What the checks have against it, when they refused. */
  readonly findings: readonly ReviewFinding[];

  constructor(kind: RefusalKind, message: string, findings: readonly ReviewFinding[] = []) {
    super(message);
    this.name = '';
    this.kind = kind;
    this.findings = findings;
  }
}

/** Somebody else changed the entry meanwhile. Both versions and the one they come from can be shown, field by field. */
export class Conflict extends Refusal {
  /** What is there now; undefined when the entry is gone. */
  readonly theirs: EntryVersion | undefined;
  /** What the person began with; undefined when that was nothing, or is no longer known. */
  readonly base: EntryVersion | undefined;

  constructor(message: string, theirs: EntryVersion | undefined, base: EntryVersion | undefined) {
    super('conflict', message);
    this.theirs = theirs;
    this.base = base;
  }
}
