import type { EntryFolder } from '../../cms/library/read-entry.ts';
import { toFolder } from '../../cms/library/read-entry.ts';
import type { MainAct } from '../../cms/model/main-act.ts';
import { PUBLICATION_SLACK } from '../../cms/model/main-act.ts';
import { type Act, stepsOf } from '../../cms/office/store/acts.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import type { Say } from './faults.ts';
import { toSeconds } from './moments.ts';
import type { Commit } from './read-commit.ts';
import type { Roster } from './roster.ts';

/** What a draft is held against. */
export interface DraftSetting {
  commits: ReadonlyMap<string, Commit>;
  /** Whether a commit is one of main, before the one that is judged. */
  isEarlier(commit: string): boolean;
  /** Whether the office signed a commit. */
  isSigned(commit: string): boolean;
  /** Whether the entry was still on main as it was at a commit on which its draft was begun, or to which it was taken over. */
  isFresh(commit: string): boolean;
  /** Who held which role until then. */
  roster: Roster;
  /** Whether a clock was ever set back, so that times before may lie after others. */
  wasSetBack: boolean;
  /** Whether the entry was purged later, which a commit of main says. */
  isPurged: boolean;
}

/** Holds the draft that a publication took in against what its record says: who wrote, who signed, and what it was begun on. */
export function judgeDraft(commit: Commit, record: MainAct, place: EntryFolder, setting: DraftSetting, say: Say) {
  const { commits, isEarlier, isSigned, isFresh } = setting;
  const acts: Act[] = [];
  let at = commits.get(commit.parents[1] ?? '');
  const entry = at?.act?.entry;
  for (; at?.act && at.act.entry === entry && !isEarlier(at.id); at = commits.get(at.parents[0] ?? '')) acts.unshift(at.act);
  if (acts.length === 0) return say('noDraft');
  const drafted = toFolder(entry ?? '');
  if (drafted?.unit !== place.unit || drafted.type !== place.type || drafted.slug !== place.slug) say('draftPlace', { found: entry ?? '' });
  const strange =
    acts.some(({ onto }) => onto !== undefined && !isEarlier(onto)) || acts.some(({ commit: id }) => hasMore(commits.get(id)!));
  if (!at || !isEarlier(at.id) || strange) say('draftBase');
  else if (!isFresh(acts.findLast(({ onto }) => onto !== undefined)?.onto ?? at.id)) say('stale');
  for (const act of acts) {
    judgeManner(act, place.unit, setting, say);
    if (act.kind === 'save') continue;
    if (!isSigned(act.commit)) say('draftUnsigned', { person: act.person });
    if (commits.get(act.parent)?.tree !== act.tree) say('draftMoved');
  }
  const wrote = [...new Set(acts.filter(({ kind }) => kind === 'save').map(({ person }) => person))];
  const said = [record.author ?? '', ...record.editedBy];
  if (wrote[0] !== record.author || wrote.toSorted().join() !== said.toSorted().join())
    say('draftAuthors', { found: wrote.join('、'), wanted: said.join('、') });
  const steps = stepsOf(acts);
  const signed = steps.slice(steps.findLastIndex(({ kind }) => kind !== 'sign') + 1);
  const isTrue = record.signOffs?.every(({ role, person, at: minute, sha256 }) =>
    signed.some(
      ({ signOff, person: by, at: second }) =>
        by === person &&
        signOff?.role === role &&
        signOff.person === person &&
        signOff.at === minute &&
        signOff.sha256 === sha256 &&
        Math.abs(second - toSeconds(minute)) < PUBLICATION_SLACK,
    ),
  );
  if (!isTrue) say('draftSignOffs');
  const [first] = record.signOffs ?? [];
  const reason =
    signed.find(({ signOff: given }) => given?.role === 'watch' && given.person === first?.person && given.at === first.at)?.words ?? '';
  if (record.emergency !== undefined && record.emergency !== reason && !setting.isPurged)
    say('urgency', { found: reason, wanted: record.emergency });
  const { publishAt } = signed.at(-1) ?? {};
  const last = steps.at(-1)?.person ?? '';
  if (commit.author.person !== last) say('otherName', { found: commit.author.person, wanted: last });
  const { at: second } = commit.committer;
  if (publishAt !== undefined && second < toSeconds(publishAt)) say('early', { found: toMinute(second), wanted: publishAt });
}

/** Holds an act on a draft against how the office writes, who may do it, and what they are called. */
function judgeManner({ commit, kind, person, name, at }: Act, unit: string, { commits, roster, wasSetBack }: DraftSetting, say: Say) {
  if (!commits.get(commit)?.isPlain) say('manner');
  if (!roster.isNamed(person, name)) say('name', { person, found: name });
  const isEditor = wasSetBack ? roster.everHeld(person, unit, 'editor') : roster.heldIn(at, person, unit, 'editor');
  if ((kind === 'save' || kind === 'submit') && !isEditor) say('notEditor', { person });
}

/** Whether a commit of a draft has parents beside those of a save. */
const hasMore = ({ act, parents }: Commit) => parents.length > (act?.kind === 'save' ? 2 : 1);
