import { toFolder } from '../../cms/library/read-entry.ts';
import { type OwedReview, owedAfter, reviewDue, toReviewable } from '../../cms/model/emergency.ts';
import type { MainAct, MainActKind } from '../../cms/model/main-act.ts';
import { signOffsFor } from '../../cms/model/sign-offs.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import { placeOf } from './purges.ts';
import type { Commit } from './read-commit.ts';

/** What two officers on watch published (紧急发布), and what became of it. Moments are YYYY-MM-DD HH:MM in Asia/Shanghai. */
export interface Emergency {
  entry: string;
  commit: string;
  at: string;
  /** Last minute at which it was to be reviewed. */
  due: string;
  /** When the usual people had reviewed it, published it anew, or it was taken off; undefined as long as nothing of this is so. */
  settled?: { at: string; by: MainActKind };
  isLate: boolean;
}

/** Follows what is owed for entries that were published in an emergency, act by act. */
export class Emergencies {
  readonly #owed: Map<string, OwedReview>;
  readonly #all: Emergency[] = [];

  /** @param owed what was owed before, by `placeOf` of the entry */
  constructor(owed: ReadonlyMap<string, OwedReview> = new Map()) {
    this.#owed = new Map(owed);
  }

  owed = (entry: string | undefined): OwedReview | undefined => this.#owed.get(placeOf(entry));

  /** Takes note of an act on an entry. */
  add(record: MainAct, commit: Commit) {
    const place = toFolder(record.entry ?? '');
    if (!place) return;
    const key = placeOf(place.path);
    const before = this.#owed.get(key);
    const at = toMinute(commit.committer.at);
    const owed = owedAfter(before, toReviewable(record, at), signOffsFor(place.type));
    if (owed) this.#owed.set(key, owed);
    else this.#owed.delete(key);
    if (before && !owed)
      for (const each of this.#all)
        if (placeOf(each.entry) === key && !each.settled) Object.assign(each, { settled: { at, by: record.kind }, isLate: at > each.due });
    if (record.kind === 'publish' && record.emergency !== undefined)
      this.#all.push({ entry: place.path, commit: commit.id, at, due: reviewDue(at), isLate: false });
  }

  /** All of them, oldest first. @param now seconds since 1970 */
  at = (now: number): Emergency[] => this.#all.map((each) => (each.settled ? each : { ...each, isLate: toMinute(now) > each.due }));
}
