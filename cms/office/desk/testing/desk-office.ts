import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '@e965/xlsx';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { Accounts } from '../../accounts/accounts.ts';
import { CHEAP } from '../../accounts/testing/cheap.ts';
import { Audit } from '../../audit/audit.ts';
import { createOffice } from '../../http/office.ts';
import type { OfficeEnv, OfficeParts } from '../../http/parts.ts';
import { LoggedIn, logIn } from '../../http/testing/logged-in.ts';
import { Visitor } from '../../http/testing/visitor.ts';
import { MainLibrary } from '../../main-library.ts';
import { toDay } from '../../store/clock.ts';
import { Store } from '../../store/store.ts';
import { personOf, review } from '../../store/testing/test-office.ts';
import type { Render } from '../../workflow/live.ts';
import { Workflow } from '../../workflow/workflow.ts';

const CONTENT = fileURLToPath(new URL('../../../../content/', import.meta.url));
const ORIGIN = 'http://127.0.0.1:4322';

/** An office with its desk over the sample county, on a day in November 2026. */
export class DeskOffice {
  readonly parts: OfficeParts;
  readonly app: Hono<OfficeEnv>;
  readonly place: string;
  readonly library: MainLibrary;
  readonly #people = new LoggedIn((id) => this.logIn(id));
  /** Milliseconds since 1970. */
  now: number;
  /** Renders the public site. */
  render: Render = async () => {};

  private constructor(place: string, store: Store, more: Partial<OfficeParts>, now: number) {
    this.place = place;
    this.now = now;
    const clock = () => new Date(this.now);
    const { path: repository } = store.repository;
    this.library = new MainLibrary({
      repository,
      index: join(place, 'main.db'),
      main: () => store.main(),
      today: () => toDay(clock()),
    });
    this.parts = {
      store,
      workflow: new Workflow(store, (commit, stop) => this.render(commit, stop)),
      accounts: new Accounts(place, CHEAP),
      audit: new Audit(place, clock),
      library: this.library,
      form: { folder: place, version: '0123456789abcdef' },
      preview: async ({ folder, files }) => ({ html: `<!doctype html><title>${folder}</title><p>${files.length}</p>` }),
      readText: async (name, bytes) =>
        name.endsWith('.xlsx') ? cellsOf(bytes) : [{ where: '正文', text: Buffer.from(bytes).toString('utf8'), isHidden: false }],
      workdaysAt: () => countWeekdays,
      clock,
      publicSite: 'http://127.0.0.1:4321/',
      state: place,
      ...more,
    };
    this.app = createOffice(this.parts);
  }

  static async open(more: Partial<OfficeParts> = {}): Promise<DeskOffice> {
    const place = mkdtempSync(join(tmpdir(), 'gongkai-desk-'));
    const begun = Date.parse('2026-11-27T02:00:00Z');
    let office: DeskOffice | undefined;
    const store = await Store.open({
      repository: join(place, 'portal.git'),
      content: CONTENT,
      key: join(place, 'office-key'),
      host: 'www.qinglan.gov.example',
      review,
      clock: () => office?.now ?? begun,
    });
    office = new DeskOffice(place, store, more, begun);
    return office;
  }

  /** Somebody of the sample county, logged in. */
  logIn(id: string): Promise<Visitor> {
    return logIn(new Visitor(this.app, ORIGIN, '10.20.0.1'), this.parts.accounts, id);
  }

  /** The same, logged in when first asked for. */
  as = this.#people.as;

  /** Time goes by, in milliseconds, after which everybody logs in again. */
  pass(time: number) {
    this.now += time;
    this.#people.forget();
  }

  /** Saves a draft as an editor does. @param files texts by name; those that are not named stay as they are */
  async save(editor: string, folder: string, files: Record<string, string | Uint8Array>): Promise<string> {
    const { store } = this.parts;
    const before = await store.entry(folder);
    const given = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    const kept = before?.files.filter(({ name }) => files[name] === undefined) ?? [];
    const { draft } = await store.save(await personOf(store, editor), {
      folder,
      version: before?.version ?? '',
      files: [...given, ...kept],
    });
    return draft.version;
  }

  async submit(editor: string, folder: string): Promise<string> {
    const { store, workflow } = this.parts;
    const version = (await store.draft(folder))!.version;
    return (await workflow.submit(await personOf(store, editor), { folder, version })).version;
  }

  /** Version that a draft is at. */
  version = async (folder: string): Promise<string> => (await this.parts.store.draft(folder))?.version ?? '';

  /** What the audit log says of people's acts, without times. */
  get acts(): string[] {
    const lines = readFileSync(this.parts.audit.path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line)).map(({ person, act, detail }) => `${person} ${act} ${detail}`);
  }

  /** Answers on a port, for a browser. */
  async listen(port = 0): Promise<{ origin: string; close: () => void }> {
    return new Promise((resolve) => {
      const server = serve({ fetch: this.app.fetch, port, hostname: '127.0.0.1' }, ({ port: given }) =>
        resolve({ origin: `http://127.0.0.1:${given}`, close: () => server.close() }),
      );
    });
  }

  async close(): Promise<void> {
    this.library.close();
    await this.parts.store.close();
    this.parts.accounts.close();
    this.parts.audit.close();
    rmSync(this.place, { recursive: true, force: true });
  }
}

/** The cells of a spreadsheet, as the readers of the checks tell them. */
function cellsOf(bytes: Uint8Array) {
  const { SheetNames, Sheets } = read(bytes);
  return SheetNames.flatMap((sheet) =>
    Object.entries(Sheets[sheet]!)
      .filter(([cell]) => !cell.startsWith('!'))
      .map(([cell, value]) => ({ where: `工作表“${sheet}”${cell}`, text: String(value.w ?? value.v), isHidden: false })),
  );
}

/** From Monday to Friday, without holidays. */
function countWeekdays(from: string, to: string): number {
  let count = 0;
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000)
    if (![0, 6].includes(new Date(at).getUTCDay())) count++;
  return count;
}
