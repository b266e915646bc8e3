import { CURSOR_COMPATIBILITY_SYMBOL, Cursor, EditorialWorkflowError } from 'decap-cms-lib-util';
import type { EntryStatus, FormFinding, ListedEntry, OpenedEntry, Page, Settings } from '../api.ts';
import { settleConflict } from './conflict.ts';
import * as desk from './desk.ts';
import { LoggedOut } from './logged-out.ts';
import * as office from './office.ts';

interface LoadedEntry {
  data: string;
  file: { path: string; id: string };
}
type Listing = LoadedEntry[] & { [CURSOR_COMPATIBILITY_SYMBOL]?: Cursor };

const INDEX = '/index';
const toPath = (folder: string) => `${folder}${INDEX}.md`;
const toFolder = (path: string) => path.slice(0, -`${INDEX}.md`.length);

/** Decap's backend over the office. Every answer is the office's; nothing is decided here. */
export function createBackend({ person }: Settings) {
  return class Backend {
    /** Drafts as they were listed, so that each need not be asked for again while they are shown. */
    #listed = new Map<string, ListedEntry>();
    /** The entry that Decap asks for in several steps. */
    #opened: OpenedEntry | undefined;
    /** The save that is under way. */
    #saving: { path: string; raw: string; saved: Promise<void> } | undefined;

    init() {
      return this;
    }
    isGitBackend = () => false;
    status = async () => ({ auth: { status: true }, api: { status: true, statusPage: '' } });
    authComponent = () => LoggedOut;
    restoreUser = async () => ({ name: person.name, login: person.account, useOpenAuthoring: true, token: '' });
    authenticate = this.restoreUser;
    getToken = async () => '';
    logout = async () => {
      await office.logOut();
      window.location.assign('/login');
    };

    async entriesByFolder(folder: string): Promise<Listing> {
      const [, unit = '', type = ''] = folder.split('/');
      return toListing(unit, type, await office.listEntries(unit, type), 0);
    }

    async traverseCursor(cursor: Cursor) {
      const { unit, type, next, page } = cursor.data.get('where').toJS();
      const entries = toListing(unit, type, await office.listEntries(unit, type, next), page + 1);
      return { entries, cursor: entries[CURSOR_COMPATIBILITY_SYMBOL] };
    }

    async allEntriesByFolder(folder: string): Promise<LoadedEntry[]> {
      const [, unit = '', type = ''] = folder.split('/');
      return (await office.listAllEntries(unit, type)).map(toLoaded);
    }
    entriesByFiles = async () => [];

    async getEntry(path: string): Promise<LoadedEntry> {
      const opened = await this.#open(toFolder(path));
      return toLoaded(opened);
    }

    async unpublishedEntries(): Promise<string[]> {
      this.#listed = new Map((await office.listDrafts()).map((draft) => [draft.folder, draft]));
      return [...this.#listed.keys()];
    }

    async unpublishedEntry({ id, collection, slug }: { id?: string; collection?: string; slug?: string }) {
      const entry = id ? this.#listed.get(id) : await this.#open(toFolderOf(collection!, slug!));
      if (!entry || entry.status === 'published') throw new EditorialWorkflowError('没有这份稿件。', true);
      const { folder, status, isPublished, author, changedAt, returned } = entry;
      const [, unit, type, ...rest] = folder.split('/');
      return {
        collection: `${unit}_${type}`,
        slug: `${rest.join('/')}${INDEX}`,
        status,
        diffs: [{ path: toPath(folder), id: folder, newFile: !isPublished }],
        updatedAt: changedAt,
        pullRequestAuthor: returned ? `${author}（已退回）` : author,
      };
    }

    async unpublishedEntryDataFile(_collection: string, _slug: string, path: string): Promise<string> {
      const folder = toFolder(path);
      const entry = this.#opened?.folder === folder ? this.#opened : this.#listed.get(folder);
      this.#opened = undefined;
      return JSON.stringify(entry?.values ?? {});
    }

    /** A second click while a save runs waits for the same save. */
    async persistEntry({ dataFiles: [file] }: { dataFiles: { path: string; raw: string }[] }): Promise<void> {
      const { path, raw } = file!;
      if (this.#saving?.path !== path || this.#saving.raw !== raw) {
        const saved = this.#save(path, raw).finally(() => {
          if (this.#saving?.saved === saved) this.#saving = undefined;
        });
        this.#saving = { path, raw, saved };
      }
      return this.#saving.saved;
    }

    async #save(path: string, raw: string): Promise<void> {
      const folder = toFolder(path);
      const { version, findings: before } = desk.currentDesk();
      const values = JSON.parse(raw);
      try {
        const isNew = desk.currentDesk().folder !== folder;
        const saved = await office.saveEntry({ folder, values, version: isNew ? '' : version }, desk.unsentIn(raw));
        desk.keepSaved(folder, saved);
      } catch (error) {
        if (error instanceof office.OfficeError) {
          desk.show(error.answer.findings ?? (error.status === 400 ? [toFinding(error.message)] : before));
          if (error.status === 409) settleConflict(error.answer, values);
        }
        throw error;
      }
    }

    async updateUnpublishedEntryStatus(collection: string, slug: string, status: EntryStatus): Promise<void> {
      const folder = toFolderOf(collection, slug);
      const { version } = await this.#versionOf(folder);
      try {
        if (status === 'pending_publish') throw new office.OfficeError(403, { message: '待签发由审核人办理，不能自己选。' });
        const answer = status === 'pending_review' ? await office.submit({ folder, version }) : await office.recall({ folder, version });
        if (desk.currentDesk().folder === folder) desk.handIn(answer.version);
      } catch (error) {
        if (error instanceof office.OfficeError && error.answer.findings) desk.show(error.answer.findings);
        throw error;
      }
    }

    async deleteUnpublishedEntry(collection: string, slug: string): Promise<void> {
      const folder = toFolderOf(collection, slug);
      const { version } = await this.#versionOf(folder);
      await office.discard({ folder, version });
    }

    publishUnpublishedEntry = refuse;
    deleteFiles = refuse;
    persistMedia = refuse;
    getMedia = async () => [];
    getMediaFile = refuse;
    unpublishedEntryMediaFile = refuse;

    /** The version on the desk, or of the draft where none is open, as on the board. */
    async #versionOf(folder: string): Promise<{ version: string }> {
      return desk.currentDesk().folder === folder ? desk.currentDesk() : office.openEntry(folder);
    }

    /** Decap asks first for the draft and then for the published entry: one question to the office. */
    async #open(folder: string): Promise<OpenedEntry> {
      const kept = this.#opened;
      this.#opened = undefined;
      if (kept?.folder === folder) return kept;
      const opened = await office.openEntry(folder).catch((error) => {
        if (error instanceof office.OfficeError && error.status === 404) throw new EditorialWorkflowError(error.message, true);
        throw error;
      });
      desk.layOut(opened);
      this.#opened = opened;
      return opened;
    }
  };
}

const refuse = async () => {
  throw new office.OfficeError(403, { message: '这里不能办理。发布、撤稿和下线由签发人在审签页面办理。' });
};

/** What is wrong with what was sent: it stands beside the form, where what was found before may be mended. */
const toFinding = (message: string): FormFinding => ({ effect: 'refuse', where: '', message, excerpt: '', basis: '' });

const toFolderOf = (collection: string, slug: string) => `entries/${collection.replace('_', '/')}/${slug.slice(0, -INDEX.length)}`;

const toLoaded = ({ folder, values }: ListedEntry): LoadedEntry => ({
  data: JSON.stringify(values),
  file: { path: toPath(folder), id: folder },
});

function toListing(unit: string, type: string, { items, total, next }: Page, page: number): Listing {
  const entries: Listing = items.map(toLoaded);
  entries[CURSOR_COMPATIBILITY_SYMBOL] = Cursor.create({
    actions: next ? ['next'] : [],
    meta: { index: page, page, count: total },
    data: { where: { unit, type, next, page } },
  });
  return entries;
}
