import { readMainAct, unquote } from '../model/main-act.ts';
import { readTrailers } from '../model/record.ts';
import { toChanges } from './changes.ts';
import { type ChainHead, ENTRY_ACTS, type EntryAct, type EntryActKind, type Named, type OfficeAct } from './entry-act.ts';
import type { GitRepository } from './git-repository.ts';
import { toFolder } from './read-entry.ts';

/** A commit as `git log` gives it. */
interface Logged {
  commit: string;
  parents: string[];
  at: string;
  by: Named;
  message: string;
}

/** What was done on main since a commit. */
export interface Log {
  /** Commits of main, oldest first. */
  main: Logged[];
  /** Drafts' commits among others, by id. */
  all: ReadonlyMap<string, Logged>;
  /** Whether it goes back to the beginning: what was known before does not hold. */
  isWhole: boolean;
}

const FORMAT = ['%H', '%P', '%cd', '%an', '%ae', '%B'].join('%n');
const DATES = ['--date=format-local:%Y-%m-%d %H:%M'];

/** Reads what the commits that led to a revision say of entries: who did what, when, with whose sign-offs. */
export class History {
  readonly #git: GitRepository;
  readonly #head: string;
  /** Folder of the content root, with a final `/`; empty for the top. */
  readonly #root: string;

  constructor(git: GitRepository, head: string, root: string) {
    this.#git = git;
    this.#head = head;
    this.#root = root;
  }

  /** What was done since a commit of main, or everything when it is none. */
  async read(since: string): Promise<Log> {
    const part = since === '' ? undefined : await this.#log([this.#head, `^${since}`]).catch(() => undefined);
    if (part && (part.main[0]?.parents[0] ?? this.#head) === since && !part.main.some(isTakeOver)) return { ...part, isWhole: false };
    return { ...(await this.#log([this.#head])), isWhole: true };
  }

  /** The commit by which the office took over, if it is in a log. */
  takenOver({ main }: Log): ChainHead['takenOver'] | undefined {
    const found = main.find(isTakeOver);
    return found && { commit: found.commit, at: found.at };
  }

  /**
   * What a log says of entries, oldest first.
   * @param takenOver when the office took over
   * @param wasPublished whether an index number was published by an earlier act
   */
  *acts(log: Log, takenOver: string, wasPublished: (number: string) => boolean): Generator<{ number: string; act: EntryAct }> {
    const published = new Set<string>();
    const begun = log.main.findIndex(isTakeOver) + 1;
    const found = log.main.slice(begun).flatMap((logged) => {
      const record = readMainAct(logged.message);
      const { kind, entry, number = '' } = record ?? {};
      if (!record || entry === undefined || number === '' || !Object.hasOwn(ENTRY_ACTS, kind ?? '')) return [];
      const isAgain = kind === 'publish' && (published.has(number) || wasPublished(number) || (record.publishedAt ?? '') < takenOver);
      if (kind === 'publish') published.add(number);
      const again = record.correction === undefined ? ('update' as const) : ('correct' as const);
      return [{ logged, record, entry, number, kind: isAgain ? again : (kind as EntryActKind) }];
    });
    const corrected = found.filter(({ kind }) => kind === 'update' || kind === 'correct');
    const changes = toChanges(
      this.#git,
      corrected.map(({ logged: { commit, parents }, entry }) => ({ commit, before: parents[0] ?? '', folder: this.#root + entry })),
    );
    for (const { logged, record, number, kind } of found) {
      const { commit, at, by, parents } = logged;
      const draft = draftOf(log, parents[1]);
      const people = new Map([by, ...draft.map((each) => each.by)].map((person) => [person.id, person]));
      const named = (id: string): Named => people.get(id) ?? { id, name: '' };
      const author = record.author ?? '';
      yield {
        number,
        act: {
          kind,
          ...{ commit, at, author: named(author), editors: record.editedBy.map(named) },
          signOffs: (record.signOffs ?? []).map(({ role, person, at: signed, sha256 }) => {
            const opinion = kind === 'confirm' ? (record.reason ?? '') : opinionOn(draft, role, person);
            return { ...named(person), role, at: signed, sha256, ...(opinion !== '' && { opinion }) };
          }),
          ...((kind === 'withdraw' || kind === 'merge') && record.reason !== undefined && { reason: record.reason }),
          ...(record.mergedInto !== undefined && { into: record.mergedInto }),
          ...(changes.has(commit) && { changes: changes.get(commit)! }),
          ...(record.correction !== undefined && { correction: record.correction }),
          ...(record.emergency !== undefined && { emergency: record.emergency }),
        },
      };
    }
  }

  /** What a log says of the record itself, oldest first: keys that were changed, entries that were purged. */
  officeActs({ main }: Log): OfficeAct[] {
    return main.slice(main.findIndex(isTakeOver) + 1).flatMap(({ message, commit, at, by }): OfficeAct[] => {
      const record = OF_OFFICE.test(message) ? readMainAct(message) : undefined;
      const { kind, entry = '', reason = '', newKey, backupKey, keyLost } = record ?? {};
      const act = { commit, at, by, reason };
      if (kind === 'newKey' || kind === 'backupKey')
        return [{ kind, ...act, key: newKey ?? backupKey ?? '', ...(keyLost !== undefined && { lost: keyLost }) }];
      const place = kind === 'purge' ? toFolder(entry) : undefined;
      if (!place) return [];
      const number = numberIn(main, entry);
      return [{ kind: 'purge', ...act, purged: { unit: place.unit, type: place.type, ...(number !== undefined && { number }) } }];
    });
  }

  async #log(range: readonly string[]): Promise<Omit<Log, 'isWhole'>> {
    const printed = await this.#git.runAside(['log', '-z', '--no-show-signature', ...DATES, `--format=${FORMAT}`, ...range], {
      TZ: 'Asia/Shanghai',
    });
    const all = new Map<string, Logged>();
    for (const text of printed.toString('utf8').split('\0')) {
      const [commit = '', parents = '', at = '', name = '', mail = '', ...message] = text.split('\n');
      if (commit === '') continue;
      const by = { id: mail.slice(0, Math.max(0, mail.indexOf('@'))), name };
      all.set(commit, { commit, parents: parents.split(' ').filter(Boolean), at, by, message: message.join('\n') });
    }
    const main: Logged[] = [];
    for (let commit = all.get(this.#head); commit; commit = all.get(commit.parents[0] ?? '')) main.push(commit);
    return { main: main.reverse(), all };
  }
}

/** What the messages of such acts have. */
const OF_OFFICE = /^(?:Purged|New-Key|Backup-Key): /mu;

/** The index number under which an entry was published, in whichever year's folder. */
function numberIn(main: readonly Logged[], entry: string): string | undefined {
  const own = toFolder(entry)!;
  return main
    .map(({ message }) => (message.includes(`/${own.slug}\n`) ? readMainAct(message) : undefined))
    .find((record) => {
      const place = toFolder(record?.entry ?? '');
      return record?.number !== undefined && place?.unit === own.unit && place.type === own.type && place.slug === own.slug;
    })?.number;
}

const isTakeOver = ({ message }: Logged) => message.includes('Taken-Over: ') && readMainAct(message)?.kind === 'takeOver';

/** A draft's commits from the newest one on. */
function draftOf({ all }: Log, head: string | undefined): Logged[] {
  const found: Logged[] = [];
  for (let at = all.get(head ?? ''); at?.message.includes('Draft-Act: '); at = all.get(at.parents[0] ?? '')) found.push(at);
  return found;
}

/** What somebody wrote beside a sign-off. */
function opinionOn(draft: readonly Logged[], role: string, person: string): string {
  const act = draft.find(({ message }) => readTrailers(message)[0]?.signOffs.some((each) => each.role === role && each.person === person));
  return unquote(/^Words: (.*)$/mu.exec(act?.message ?? '')?.[1]) ?? '';
}
