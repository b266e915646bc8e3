import { hash } from 'node:crypto';
import { type EntryFolder, toFolder } from '../../cms/library/read-entry.ts';
import { newCorrection } from '../../cms/model/correction.ts';
import { hasLapsed, type OwedReview, rolesOwed, WATCH_OFFICERS, watchUntil } from '../../cms/model/emergency.ts';
import { type MainAct, PUBLICATION_SLACK } from '../../cms/model/main-act.ts';
import { toStub } from '../../cms/model/purged.ts';
import { type SignOffRecord, toDigest } from '../../cms/model/record.ts';
import { signOffsFor } from '../../cms/model/sign-offs.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import type { Role } from '../../cms/office/store/people.ts';
import { fromTreeName, type TreeItem } from '../../cms/office/store/tree.ts';
import { isSetting } from '../../cms/office/workflow/settings.ts';
import type { BlobFacts } from './blobs.ts';
import type { FaultData, Say } from './faults.ts';
import { type DraftSetting, judgeDraft } from './judge-draft.ts';
import { judgeFiles, judgeNames } from './judge-files.ts';
import { isRedirected, isWithdrawn } from './judge-left.ts';
import { toSeconds } from './moments.ts';
import type { Numbers } from './numbers.ts';
import type { Commit } from './read-commit.ts';
import type { Changed } from './trees.ts';

/** A commit of main with everything that it is held against. */
export interface Setting extends DraftSetting {
  commit: Commit;
  record: MainAct;
  /** Folder of the content root, with a final `/`; empty for the top. */
  root: string;
  changes: readonly Changed[];
  /** Files in the folder of the entry that the record names, before and after. */
  before: readonly TreeItem[];
  after: readonly TreeItem[];
  factsOf(id: string | undefined): BlobFacts | undefined;
  /** Index numbers that were used until then. */
  numbers: Numbers;
  /** What was owed for the entry because it was published in an emergency; undefined for nothing. */
  owed: OwedReview | undefined;
  /** For how many hours what is signed on watch held, for an emergency publication. */
  watchHours: number;
  /** The list of old addresses before and after, where an entry is merged into another. */
  redirects: readonly string[];
  /** Code of the unit (单位编码). */
  code: string;
}

/** Acts of the information office that are about no entry's text. */
const OF_OFFICE: ReadonlySet<string> = new Set(['settings', 'newKey', 'backupKey', 'purge'] satisfies MainAct['kind'][]);

/** Holds what a commit did against its record, and the record against the rules of the office (STD-REV-01..03, STD-INS-14). */
export function judgeAct(setting: Setting, say: Say) {
  const { record, commit } = setting;
  if (record.kind === 'publish' ? commit.parents.length > 2 : commit.parents.length > 1) say('merge');
  if (OF_OFFICE.has(record.kind)) return judgeSettings(setting, say);
  const place = toFolder(record.entry ?? '');
  if (!place) return say('place', { found: record.entry ?? '' });
  const tell: Say = (fault, data) => say(fault, { entry: place.path, ...data });
  const { root, changes, after } = setting;
  const own = record.kind === 'confirm' ? undefined : `${root}${place.path}/`;
  const book = record.kind === 'publish' && isFirst(setting) ? `${root}.numbers/${(record.number ?? '').slice(0, 16)}` : '';
  const redirects = record.kind === 'merge' ? `${root}redirects.yaml` : '';
  judgeFiles(
    changes,
    (path) => path === book || path === redirects || (own !== undefined && path.startsWith(own) && !path.slice(own.length).includes('/')),
    tell,
  );
  judgeNames(place.path, after, tell);
  if (record.kind === 'confirm') return judgeConfirmation(setting, place, tell);
  if (record.kind !== 'publish') return judgeRemoval(setting, place, tell);
  judgeNumber(setting, book, place, tell);
  judgeCorrection(setting, tell);
  judgeSignOffs(setting, place, tell);
  judgeDraft(commit, record, place, setting, tell);
}

const ownFacts = ({ factsOf }: Setting, files: readonly TreeItem[]) => factsOf(files.find(({ name }) => name === 'index.md')?.id)?.own;

/** Whether it had no index number before. */
const isFirst = (setting: Setting) => (ownFacts(setting, setting.before)?.number ?? '') === '';

function digestOf({ after, factsOf }: Setting): string {
  return toDigest(
    after.map(({ name, id }) => {
      const facts = factsOf(id);
      return { name: fromTreeName(name), sha256: (name === 'index.md' ? facts?.own?.signed : facts?.sha256) ?? '' };
    }),
  );
}

/** Whether nothing is left of an entry that was purged but what stands in its place: nobody can tell any more what was signed. */
function isStub(setting: Setting): boolean {
  const [file, ...others] = setting.after;
  const facts = setting.factsOf(file?.id);
  return setting.isPurged && others.length === 0 && facts?.own !== undefined && facts.sha256 === hash('sha256', toStub(facts.own));
}

function judgeNumber(setting: Setting, book: string, place: EntryFolder, say: Say) {
  const { commit, record, changes, factsOf, numbers } = setting;
  const [former, now] = [ownFacts(setting, setting.before), ownFacts(setting, setting.after)];
  if (!now) return say('empty');
  const { number, publishedAt } = now;
  if (number !== record.number) say('number', { found: number, wanted: record.number ?? '' });
  if (now.imported !== (former?.imported ?? '') && !isStub(setting)) say('claimed');
  if (publishedAt !== record.publishedAt) say('date', { found: publishedAt, wanted: record.publishedAt ?? '' });
  if (former && former.number !== '') {
    if (number !== former.number) say('renumbered', { found: number, wanted: former.number });
    if (publishedAt !== former.publishedAt) say('redated', { found: publishedAt, wanted: former.publishedAt });
    return;
  }
  const { at } = commit.committer;
  const age = at - toSeconds(publishedAt);
  if (!(age >= 0 && age < PUBLICATION_SLACK + 60)) say('datedOtherwise', { found: publishedAt, wanted: toMinute(at) });
  const beginning = `${setting.code}/${publishedAt.slice(0, 7).replace('-', '')}-`;
  if (!number.startsWith(beginning)) say('numberOf', { found: number, wanted: beginning });
  if (place.year !== publishedAt.slice(0, 4)) say('otherYear', { found: place.year, wanted: publishedAt.slice(0, 4) });
  if (numbers.isUsed(number)) say('reused', { found: number });
  numbers.add(number);
  const noted = changes.find(({ path }) => path === book);
  const [last = '0', next] = [factsOf(noted?.before?.id)?.text, factsOf(noted?.after?.id)?.text];
  if (next !== `${Number(number.slice(17))}\n` || !(Number(last) < Number(next))) say('counted', { path: book });
}

/** What a record says was wrong before is what was signed (更正说明), and each is said once. */
function judgeCorrection(setting: Setting, say: Say) {
  const [former, now] = [ownFacts(setting, setting.before), ownFacts(setting, setting.after)];
  const found = (former && newCorrection(former.correction, now?.correction)) ?? '';
  const wanted = setting.record.correction ?? '';
  if (found !== wanted && !isStub(setting)) say('corrected', { found, wanted });
}

function judgeSignOffs(setting: Setting, { unit, type }: EntryFolder, say: Say) {
  const { record } = setting;
  const { author = '', editedBy, signOffs = [], emergency } = record;
  const needed: readonly Role[] = emergency === undefined ? signOffsFor(type) : ['watch'];
  const asked = { needed, unit, digest: digestOf(setting) };
  const signers = new Set<string>();
  if (author === '') say('unauthored');
  if (emergency !== undefined && signOffs.filter(({ role }) => role === 'watch').length < WATCH_OFFICERS) say('missingWatch');
  else for (const role of needed) if (!signOffs.some((each) => each.role === role)) say('missingSignOff', { role });
  for (const signOff of signOffs) {
    const { person } = signOff;
    const who = judgeSignOff(setting, signOff, asked, say);
    if (!who) continue;
    if (person === author || editedBy.includes(person)) say('ownWork', who);
    if (signers.has(person)) say(signOff.role === 'watch' ? 'watchTwice' : 'samePerson', who);
    signers.add(person);
  }
}

/** What a sign-off is to be. */
interface AskedSignOff {
  needed: readonly Role[];
  unit: string;
  /** `toDigest` of the entry. */
  digest: string;
}

/** One sign-off: of these bytes, by somebody who held the role on that day. @returns who signed; undefined for one that nothing asks for */
function judgeSignOff(setting: Setting, signOff: SignOffRecord, { needed, unit, digest }: AskedSignOff, say: Say): FaultData | undefined {
  const { commit, roster, watchHours } = setting;
  const { role: written, person, at, sha256 } = signOff;
  const who = { role: written, person, found: at };
  const role = needed.find((each) => each === written);
  if (!role) {
    say('superfluous', who);
    return undefined;
  }
  if (sha256 !== digest && !isStub(setting)) say('otherBytes', who);
  if (!roster.holdsNow(person, unit, role, at.slice(0, 10))) say('notHeld', who);
  else if (!roster.heldIn(toSeconds(at), person, unit, role)) say('notHeldThen', who);
  if (commit.setBack === undefined && toSeconds(at) > commit.committer.at) say('signedLater', who);
  if (role === 'watch' && hasLapsed(toSeconds(at), commit.committer.at, watchHours))
    say('lapsed', { ...who, wanted: watchUntil(at, watchHours) });
  return who;
}

/** 补审: one of the usual people signs what two officers on watch have published, and nothing is changed. */
function judgeConfirmation(setting: Setting, { unit, type }: EntryFolder, say: Say) {
  const { commit, record, owed } = setting;
  const [signOff, ...others] = record.signOffs ?? [];
  if (!signOff || others.length > 0) return say('notReviewed');
  const { person } = signOff;
  for (const other of [record.author ?? '', commit.author.person]) if (other !== person) say('otherName', { found: other, wanted: person });
  const number = ownFacts(setting, setting.after)?.number ?? '';
  if (number !== record.number) say('number', { found: number, wanted: record.number ?? '' });
  const needed = signOffsFor(type);
  const who = judgeSignOff(setting, signOff, { needed, unit, digest: digestOf(setting) }, say);
  if (!who) return;
  if (!owed) return say('notOwed');
  if (owed.barred.includes(person)) say('barred', who);
  if (owed.given.some((each) => each.role === signOff.role || each.person === person)) say('reviewedTwice', who);
  if (signOff.role === 'approval' && rolesOwed(owed, needed).length > 1) say('approvedEarly', who);
}

/** 撤稿, 下线 and 并入: by somebody who may, and nothing left but what the record says. */
function judgeRemoval(setting: Setting, { unit, type }: EntryFolder, say: Say) {
  const { commit, record, roster, after, numbers, owed } = setting;
  const [signOff, ...others] = record.signOffs ?? [];
  const person = signOff?.person ?? '';
  // Who could review what was published in an emergency may take it off instead.
  const reviewing: readonly Role[] = owed && !owed.barred.includes(person) ? signOffsFor(type) : [];
  const role = (['approval', 'office', ...reviewing] as const).find((each) => each === signOff?.role);
  const may = role !== undefined && roster.holdsNow(person, unit, role);
  if (!may || others.length > 0) say('notSigned', { person });
  for (const other of [record.author ?? '', commit.author.person]) if (other !== person) say('otherName', { found: other, wanted: person });
  const [former, now] = [ownFacts(setting, setting.before), ownFacts(setting, after)];
  const isLeft = record.kind === 'withdraw' ? after.length === 1 && now !== undefined && isWithdrawn(setting) : after.length === 0;
  if (former && record.kind !== 'withdraw') numbers.remove(former.number);
  const leadsOn = record.kind !== 'merge' || (numbers.isOnline(record.mergedInto ?? '') && isRedirected(setting));
  if (!isLeft || !former || !leadsOn || (signOff?.sha256 !== digestOf(setting) && !isStub(setting))) say('removed');
  if (former && record.number !== undefined && former.number !== record.number)
    say('number', { found: former.number, wanted: record.number });
  if (now && former && now.number !== former.number) say('renumbered', { found: now.number, wanted: former.number });
  if (now && former && now.publishedAt !== former.publishedAt) say('redated', { found: now.publishedAt, wanted: former.publishedAt });
}

/** What is not an entry is changed by the information office alone; the key is changed without changing anything else. */
function judgeSettings({ commit, record, root, changes, roster }: Setting, say: Say) {
  const person = record.changedBy ?? '';
  if (!roster.isOfficeNow(person)) say('notOffice', { person });
  if (person !== commit.author.person) say('otherName', { found: commit.author.person, wanted: person });
  judgeFiles(changes, (path) => record.kind === 'settings' && path.startsWith(root) && isSetting(path.slice(root.length)), say);
}
