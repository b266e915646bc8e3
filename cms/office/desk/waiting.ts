import type { Library } from '../../library/library.ts';
import { newCorrection } from '../../model/correction.ts';
import { binds } from '../../model/duty.ts';
import { stepsOf } from '../store/acts.ts';
import { toDay, toMinute } from '../store/clock.ts';
import { fieldsOf, titleOf } from '../store/fields-of.ts';
import { requirePlace } from '../store/place.ts';
import type { Draft } from '../store/versions.ts';
import type { WorkdaysBetween } from '../workdays.ts';
import type { Progress } from '../workflow/progress.ts';
import type { FrontMatter } from './compare-fields.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { toNames } from './names.ts';

/** A draft as the queue shows it. */
export interface Waiting {
  folder: string;
  version: string;
  title: string;
  unit: string;
  type: string;
  /** Name of the person who began it. */
  author: string;
  /** Whether it has never been published. */
  isNew: boolean;
  /** What it says was wrong in what is public (更正说明); undefined for an ordinary change. */
  correction: string | undefined;
  progress: Progress;
  /** Whether everybody has signed it for a time that has not come. */
  isToCome: boolean;
  /** When it came to where it is, YYYY-MM-DD HH:MM. */
  since: string;
  deadline: Deadline | undefined;
  /** Days until the deadline, negative when it is over; undefined without one. */
  daysLeft: number | undefined;
}

export interface Surroundings {
  library: Library;
  workdaysBetween: WorkdaysBetween;
  now: Date;
}

/** What the queue says of a draft. */
export function toWaiting(draft: Draft, progress: Progress, { library, workdaysBetween, now }: Surroundings): Waiting {
  const { unit, type } = requirePlace(draft.folder);
  const fields = fieldsIn(draft);
  const publishedOn = (number: string) => library.item(number)?.publishedAt.slice(0, 10);
  const duty = (id: string) => library.duty(id);
  const dutiesBy = (by: string) => {
    const owner = library.unit(unit);
    return owner ? library.duties().filter((each) => each.proof.includes(by) && binds(each, owner)) : [];
  };
  const drafted = toMinute(draft.acts[0]!.at).slice(0, 10);
  const known = { duty, dutiesBy, publishedOn, workdaysBetween };
  const deadline = draft.begun === undefined ? deadlineOf(type, fields, drafted, known) : undefined;
  return {
    folder: draft.folder,
    version: draft.version,
    title: titleOf(fields),
    ...toNames(library, { unit, type }),
    author: draft.acts.find(({ person }) => person === progress.author)?.name ?? '',
    isNew: draft.begun === undefined,
    correction:
      draft.begun === undefined ? undefined : newCorrection(library.item(String(fields.index_number))?.data.correction, fields.correction),
    progress,
    isToCome: progress.publishAt !== undefined && progress.publishAt > toMinute(now.getTime() / 1000),
    since: toMinute(stepsOf(draft.acts).at(-1)!.at),
    deadline,
    daysLeft: deadline?.due === undefined ? undefined : daysBetween(toDay(now), deadline.due),
  };
}

/** Fields of drafts at their commits, which never change. */
const read = new WeakMap<Draft, FrontMatter>();

function fieldsIn(draft: Draft): FrontMatter {
  const fields = read.get(draft) ?? fieldsOf(draft.text);
  read.set(draft, fields);
  return fields;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** By deadline, then by how long it has waited. */
export const byUrgency = (a: Waiting, b: Waiting): number =>
  (a.daysLeft ?? Number.POSITIVE_INFINITY) - (b.daysLeft ?? Number.POSITIVE_INFINITY) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  0;
