import { randomInt } from 'node:crypto';
import { watchHoursIn } from '../../library/watch-hours.ts';
import { WATCH_HOURS } from '../../model/emergency.ts';
import type { Review, ReviewChange } from '../review.ts';
import { toMinute } from './clock.ts';
import { discard } from './discard.ts';
import { type People, PeopleReader, type Person } from './people.ts';
import { requirePlace } from './place.ts';
import { MAIN } from './refs.ts';
import { Refusal } from './refusal.ts';
import { Repository, type RepositoryOptions } from './repository.ts';
import { type Save, type Saved, save, versionFor } from './save.ts';
import { changesOf } from './saved-files.ts';
import { type Draft, type EntryVersion, type FileFacts, Versions } from './versions.ts';

/** What editors read and write: entries on main and their drafts. */
export class Store {
  readonly repository: Repository;
  readonly versions: Versions;
  readonly review: Review;
  readonly #people: PeopleReader;
  #watch = { portal: '', hours: WATCH_HOURS };

  private constructor(repository: Repository, review: Review) {
    this.repository = repository;
    this.versions = new Versions(repository);
    this.review = review;
    this.#people = new PeopleReader(repository.reader);
  }

  /** @throws Refusal when the repository cannot be opened, or another office has it */
  static async open({ review, ...options }: RepositoryOptions & { review: Review }): Promise<Store> {
    return new Store(await Repository.open(options), review);
  }

  /** Waits for what is under way and gives the repository free. */
  close(): Promise<void> {
    return this.repository.close();
  }

  /** Commit that main is at. */
  async main(): Promise<string> {
    return (await this.repository.main()).id;
  }

  /** People and their roles as main has them now. */
  people(): Promise<People> {
    return this.#people.read(`${MAIN}:${this.repository.root}`);
  }

  /** For how many hours what an officer on watch signs holds, as main says now. */
  async watchHours(): Promise<number> {
    const { id = '', bytes } = (await this.repository.at(MAIN, 'portal.yaml')) ?? {};
    if (id !== this.#watch.portal) this.#watch = { portal: id, hours: watchHoursIn(bytes) };
    return this.#watch.hours;
  }

  /** The entry as an editor finds it: its draft, or else what main has. @param version the end of a draft that was discarded, to see that */
  entry(folder: string, version = ''): Promise<EntryVersion | undefined> {
    return versionFor(this.versions, { folder: requirePlace(folder).path, version });
  }

  /** The entry as main has it. */
  published(folder: string): Promise<EntryVersion | undefined> {
    return this.versions.published(requirePlace(folder).path);
  }

  draft(folder: string): Promise<Draft | undefined> {
    return this.versions.draft(requirePlace(folder).path);
  }

  /** All drafts, or those of one unit, in the order of their folders. */
  drafts(unit?: string): Promise<Draft[]> {
    if (unit !== undefined && !/^[a-z0-9-]+$/u.test(unit)) throw new Refusal('wrong', '没有这个单位。从列表里选一个单位。');
    return this.versions.drafts(unit);
  }

  /** The bytes of a file of an entry's version. */
  async file({ files }: EntryVersion, name: string): Promise<Uint8Array> {
    const blob = files.find((file) => file.name === name)?.blob;
    const object = blob === undefined ? undefined : await this.repository.reader.read(blob);
    if (!object) throw new Refusal('missing', '没有这个附件。重新打开条目看看。');
    return object.bytes;
  }

  /** Size and hash of each file of an entry's version. */
  facts(version: EntryVersion): Promise<FileFacts[]> {
    return this.versions.facts(version);
  }

  /** What of an entry's version differs from main, with the bytes. */
  async changes(version: EntryVersion): Promise<ReviewChange['files']> {
    const files = version.files.map(async ({ name, blob }) => ({ name, blob, bytes: await this.file(version, name) }));
    return changesOf(version.folder, await Promise.all(files), await this.published(version.folder));
  }

  /** The folder of an entry that is new: its slug is an id that nobody has. */
  newFolder(unit: string, type: string): string {
    const day = toMinute(this.repository.clock.now()).slice(0, 10);
    const id = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return requirePlace(`entries/${unit}/${type}/${day.slice(0, 4)}/${day.replaceAll('-', '')}-${id}`).path;
  }

  /** Saves a draft as one commit by the person. @throws Refusal, Conflict */
  save(person: Person, asked: Save): Promise<Saved> {
    return save(this.repository, this.versions, this.review, person, asked);
  }

  /** Gives up a draft; its commits are kept under `refs/discarded/`. @throws Refusal, Conflict */
  discard(person: Person, asked: { folder: string; version: string }): Promise<void> {
    return discard(this.repository, this.versions, person, asked);
  }
}

/** Without those that are taken for one another when read aloud or copied by hand. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
