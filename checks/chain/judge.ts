import { toFolder } from '../../cms/library/read-entry.ts';
import { MAIN_ACTS, type MainAct, readMainAct } from '../../cms/model/main-act.ts';
import { isPlainMessage } from '../../cms/model/plain-message.ts';
import { toMinute } from '../../cms/office/store/clock.ts';
import { OFFICE } from '../../cms/office/store/make-repository.ts';
import type { TreeItem } from '../../cms/office/store/tree.ts';
import type { Before } from './before.ts';
import { Blobs } from './blobs.ts';
import { Emergencies, type Emergency } from './emergencies.ts';
import type { Say } from './faults.ts';
import { judgeAct } from './judge-act.ts';
import { faultOfMode } from './judge-files.ts';
import { Keys } from './keys.ts';
import { Numbers } from './numbers.ts';
import type { Objects } from './objects.ts';
import { Purges, placeOf, toNote } from './purges.ts';
import type { Chain } from './read-chain.ts';
import type { Commit } from './read-commit.ts';
import { Roster } from './roster.ts';
import { type Changed, Trees } from './trees.ts';
import { UnitFiles, type Units } from './unit-files.ts';
import type { ChainReport } from './verify-chain.ts';
import type { Vouching } from './vouching.ts';
import { WatchTerms } from './watch-terms.ts';

/** Commits that are judged with what they need read at once. */
const PORTION = 1000;
/** Seconds by which a commit may lie in the future: clocks differ. */
const AHEAD = 3600;

interface Judged {
  commit: Commit;
  former: Commit;
  record: MainAct | undefined;
  changes: readonly Changed[];
}

/** Judges main commit by commit, from the one with which the office took over. */
export class Judge {
  readonly #chain: Chain;
  readonly #keys: Keys;
  readonly #now: number;
  readonly #say: Say;
  readonly #trees: Trees;
  readonly #blobs: Blobs;
  readonly #unitFiles: UnitFiles;
  readonly #watchTerms: WatchTerms;
  /** Whether a clock was ever set back, so that times before may lie after others. */
  #wasSetBack: boolean;
  readonly #places: ReadonlyMap<string, number>;
  readonly #roster = new Roster();
  readonly #purges: Purges;
  #emergencies = new Emergencies();
  #numbers = new Numbers();
  #earlier: ReadonlySet<string> = new Set();
  #root = '';
  #units: Units = { people: new Map(), codes: new Map() };
  /** Places on main of the commits that last changed an entry. */
  readonly #touched = new Map<string, number>();
  #isStale: (draft: string) => boolean = () => false;
  /** Position on main of the commit that takes over; the number of commits when there is none. */
  readonly begun: number;
  readonly notes: string[] = [];
  takenOver: ChainReport['takenOver'];

  /** @param known public keys of the office, in the form of OpenSSH; undefined when none is known @param vouching what they prove of others */
  constructor(objects: Objects, chain: Chain, known: ReadonlySet<string> | undefined, vouching: Vouching, now: number, say: Say) {
    this.#chain = chain;
    this.#now = now;
    this.#say = say;
    this.#trees = new Trees(objects);
    this.#blobs = new Blobs(objects, say);
    this.#unitFiles = new UnitFiles(objects, this.#trees);
    this.#watchTerms = new WatchTerms(objects, this.#trees);
    this.#places = new Map(chain.main.map(({ id }, place) => [id, place]));
    this.#purges = new Purges(chain);
    this.#keys = new Keys(known, vouching, this.#purges.isSigner, (note) => this.notes.push(note));
    this.begun = findBeginning(chain, vouching.trusted);
    this.#wasSetBack = [...chain.commits.values()].some(({ setBack }) => setBack !== undefined);
  }

  /** Keys of the office, in their order. */
  get keys(): readonly string[] {
    return this.#keys.all;
  }

  /** What was published in an emergency, and what became of it. */
  get emergencies(): Emergency[] {
    return this.#emergencies.at(this.#now / 1000);
  }

  /** Judges all of main. */
  async run(onProgress: (done: number, of: number) => void = () => {}): Promise<void> {
    const { main } = this.#chain;
    const first = main[this.begun];
    if (!first) {
      // Where the chain is broken off, what is missing is told already.
      if (main.length === 0 || main[0]!.parents.length === 0) this.#say('begun');
      return;
    }
    await this.#takeOver(first);
    await this.#judgeFrom(this.begun + 1, onProgress);
    await this.#readAll(main.at(-1)!);
    this.#keys.end((fault, data) => this.#say(fault, { commit: first.id, ...data }));
  }

  /** Judges what follows a commit of main; all of the chain that it was given. */
  async goOn({ commit, earlier, states, owed, known, key, backup, stale }: Before): Promise<void> {
    this.#keys.goOn(key, backup);
    // Of what lies before, it is not known.
    this.#wasSetBack = true;
    this.#emergencies = new Emergencies(owed);
    this.#numbers = new Numbers(known);
    this.#earlier = earlier;
    this.#isStale = (draft) => stale.has(draft);
    this.#root = await this.rootOf(commit.tree);
    for (const { since, tree } of states) await this.#learn(since, tree);
    await this.#judgeFrom(0);
  }

  async #judgeFrom(first: number, onProgress: (done: number, of: number) => void = () => {}) {
    const { length } = this.#chain.main;
    for (let from = first; from < length; from += PORTION) {
      await this.#judgePortion(from, Math.min(length, from + PORTION));
      onProgress(from, length);
    }
  }

  /** Folder of the content root in a tree, with a final `/`; empty for the top. */
  async rootOf(tree: string): Promise<string> {
    await this.#trees.load([tree]);
    return this.#trees.at(tree, 'portal.yaml') ? '' : 'content/';
  }

  /** What was there before is taken as it was found: its index numbers are used, and its people have their roles. */
  async #takeOver(commit: Commit) {
    this.#keys.begin(this.#chain.signers.get(commit.id)!);
    const former = this.#chain.commits.get(commit.parents[0] ?? '');
    if ((former && former.tree !== commit.tree) || commit.parents.length > 1) this.#say('rootless', { commit: commit.id });
    this.#root = await this.rootOf(commit.tree);
    const own = new Set<string>();
    for (const { path, after } of (await this.#trees.differences([[undefined, commit.tree]]))[0]!)
      if (path.startsWith(`${this.#root}entries/`) && path.endsWith('/index.md') && after) own.add(after.id);
    await this.#blobs.load(own, own);
    let claimed = 0;
    for (const id of own) {
      const { number = '', imported = '' } = this.#blobs.facts(id)?.own ?? {};
      if (number !== '') this.#numbers.add(number);
      if (imported.includes('"claimed_on"')) claimed++;
    }
    this.#blobs.forget();
    await this.#learn(commit.committer.at, commit.tree);
    this.takenOver = { commit: commit.id, at: toMinute(commit.committer.at), entries: own.size, claimed, before: this.begun };
  }

  async #judgePortion(from: number, to: number) {
    const follows = this.#chain.main.slice(from, to).flatMap((commit) => {
      const former = this.#chain.commits.get(commit.parents[0] ?? '');
      return former ? [{ commit, former }] : [];
    });
    const changes = await this.#trees.differences(follows.map(({ commit, former }) => [former.tree, commit.tree] as const));
    const judged = follows.map((each, nth): Judged => ({ ...each, record: readMainAct(each.commit.message), changes: changes[nth]! }));
    await this.#load(judged);
    for (const each of judged) await this.#judgeOne(each);
    this.#blobs.forget();
    this.#trees.forget();
  }

  /** Reads the entries that records name, before and after, and the books of index numbers. */
  async #load(judged: readonly Judged[]) {
    const own = new Set<string>();
    const others = new Set<string>();
    const places = judged.flatMap(({ commit, former, record }) => {
      const path = this.#entryPath(record);
      return path === undefined ? [] : [[former.tree, path] as const, [commit.tree, path] as const];
    });
    const whole = new Set<string>();
    const redirects = judged.flatMap(({ commit, former, record }) => (record?.kind === 'merge' ? [former.tree, commit.tree] : []));
    await this.#trees.walk([...places, ...redirects.map((tree) => [tree, this.#root] as const)]);
    for (const tree of redirects) whole.add(this.#redirectsIn(tree) ?? '');
    for (const { commit, former, record } of judged)
      for (const tree of record?.kind === 'withdraw' ? [former.tree, commit.tree] : [])
        for (const { name, id } of this.#entryIn(tree, record)) if (name === 'index.md') whole.add(id);
    whole.delete('');
    for (const [tree, path] of places)
      for (const item of this.#trees.items(this.#trees.at(tree, path)?.id))
        if (faultOfMode(item) === undefined) (item.name === 'index.md' ? own : others).add(item.id);
    for (const { changes } of judged)
      for (const { path, before, after } of changes)
        if (path.startsWith(`${this.#root}.numbers/`)) for (const item of [before, after]) if (item) others.add(item.id);
    await this.#blobs.load([...own, ...others, ...whole], own, whole);
  }

  async #judgeOne({ commit, former, record, changes }: Judged) {
    const say: Say = (fault, data) => this.#say(fault, { commit: commit.id, ...data });
    this.#keys.judge(commit, record, this.#chain.signers.get(commit.id), say);
    this.#judgeTime(commit, former, say);
    this.#judgeManner(commit, record, say);
    for (const id of [former.tree, commit.tree]) this.#tellBroken(id, say);
    if (!record) say('unrecorded');
    else if (record.kind === 'takeOver') say('twice');
    else {
      const setting = {
        ...{
          commit,
          record,
          changes,
          isPurged: this.#purges.has(record.entry),
          owed: this.#emergencies.owed(record.entry),
          root: this.#root,
          roster: this.#roster,
          numbers: this.#numbers,
          code: this.#units.codes.get(toFolder(record.entry ?? '')?.unit ?? '') ?? '',
          wasSetBack: this.#wasSetBack,
          watchHours: record.emergency === undefined ? 0 : await this.#watchTerms.at(former.tree, this.#root),
        },
        before: this.#entryIn(former.tree, record),
        after: this.#entryIn(commit.tree, record),
        redirects: [former.tree, commit.tree].map((tree) => this.#blobs.facts(this.#redirectsIn(tree))?.text ?? ''),
        factsOf: (id: string | undefined) => this.#blobs.facts(id),
        commits: this.#chain.commits,
        isEarlier: (id: string) =>
          this.#earlier.has(id) || (this.#places.get(id) ?? Number.POSITIVE_INFINITY) < this.#places.get(commit.id)!,
        isSigned: (id: string) => this.#isKeyOf(this.#chain.commits.get(id)),
        isFresh: (id: string) => this.#isFresh(id, record, commit),
      };
      judgeAct(setting, say);
      this.#emergencies.add(record, commit);
      if (record.entry !== undefined && record.kind !== 'confirm') this.#touched.set(placeOf(record.entry), this.#places.get(commit.id)!);
      if (record.kind === 'purge') this.notes.push(toNote(record, commit));
    }
    if (!record || record.kind === 'takeOver')
      for (const { path, after } of changes) {
        const fault = after && faultOfMode(after);
        if (fault) say(fault, { path });
      }
    if (changes.some(({ path }) => path.startsWith(`${this.#root}units/`))) await this.#learn(commit.committer.at, commit.tree);
  }

  /** Takes note of the units as a commit has them. */
  async #learn(since: number, tree: string) {
    this.#units = await this.#unitFiles.at(tree, this.#root);
    this.#roster.add(since, this.#units.people);
  }

  #isKeyOf(commit: Commit | undefined): boolean {
    return commit !== undefined && this.#keys.hasSigned(commit, this.#chain.signers.get(commit.id) ?? '');
  }

  /** Holds the time against those of all that it follows, and against what the commit says of the clock. */
  #judgeTime({ author, committer, parents, setBack }: Commit, former: Commit, say: Say) {
    const { at } = committer;
    if (author.at !== at) say('times');
    if (at > this.#now / 1000 + AHEAD) say('future', { found: toMinute(at) });
    const newest = Math.max(former.committer.at, ...parents.map((id) => this.#chain.commits.get(id)?.committer.at ?? 0));
    if (setBack !== undefined)
      this.notes.push(`${toMinute(at)} 的提交写明：以前的时钟快了 ${setBack} 秒，已经校准；这以前的时间可能偏晚。`);
    if (setBack === undefined && at < newest) say('backdated', { found: toMinute(at), wanted: toMinute(newest) });
    if (setBack !== undefined && setBack !== newest - at) say('clock', { found: String(setBack) });
  }

  /** Holds how a commit is written, and as whose, against how the office writes. */
  #judgeManner({ message, author, committer, isPlain }: Commit, record: MainAct | undefined, say: Say) {
    if (committer.person !== OFFICE.id || committer.name !== OFFICE.name) say('committer', { found: committer.person });
    if (!record || record.kind === 'takeOver') return;
    if (!isPlain || !isPlainMessage(message, MAIN_ACTS[record.kind])) say('manner');
    if (!this.#roster.isNamed(author.person, author.name)) say('name', { person: author.person, found: author.name });
  }

  /** Whether a draft that was begun on a commit, or taken over to it, had the entry before it as it was when it was published. */
  #isFresh(id: string, { entry }: MainAct, { parents }: Commit): boolean {
    const [touched, begun] = [this.#touched.get(placeOf(entry)), this.#places.get(id)];
    return touched === undefined ? begun !== undefined || !this.#isStale(parents[1] ?? '') : begun !== undefined && begun >= touched;
  }

  /** Reads everything that main holds now, so that no byte of it is taken on trust. */
  async #readAll({ id, tree }: Commit) {
    const all = (await this.#trees.differences([[undefined, tree]]))[0]!;
    for (const [tree, broken] of this.#trees.broken) this.#say(broken, { commit: id, found: tree });
    const files = all.flatMap(({ after }) => (after && faultOfMode(after) === undefined ? [after.id] : []));
    await this.#blobs.load(files, new Set());
  }

  #tellBroken(tree: string, say: Say) {
    const broken = this.#trees.broken.get(tree);
    if (broken) say(broken, { found: tree });
  }

  /** Files of the entry that a record names. */
  #entryIn(tree: string, record: MainAct | undefined): readonly TreeItem[] {
    const path = this.#entryPath(record);
    return path === undefined ? [] : this.#trees.items(this.#trees.at(tree, path)?.id);
  }

  #redirectsIn = (tree: string): string | undefined => this.#trees.at(tree, `${this.#root}redirects.yaml`)?.id;

  #entryPath(record: MainAct | undefined): string | undefined {
    return record?.entry !== undefined && toFolder(record.entry) ? this.#root + record.entry : undefined;
  }
}

/** Where main was taken over: what an office signed that is known counts before what anybody signed. */
function findBeginning({ main, signers }: Chain, known: ReadonlySet<string>): number {
  const all = main.flatMap(({ id, message }, place) => {
    const signer = message.includes('Taken-Over: ') ? signers.get(id) : undefined;
    return signer !== undefined && readMainAct(message)?.kind === 'takeOver' ? [{ place, signer }] : [];
  });
  return (all.find(({ signer }) => known.has(signer)) ?? all[0])?.place ?? main.length;
}
