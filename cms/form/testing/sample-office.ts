import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { dump, load } from 'js-yaml';
import type { Page } from 'playwright-core';
import { Accounts } from '../../office/accounts/accounts.ts';
import { CHEAP } from '../../office/accounts/testing/cheap.ts';
import { Audit } from '../../office/audit/audit.ts';
import { createOffice } from '../../office/http/office.ts';
import type { OfficeParts } from '../../office/http/parts.ts';
import { MainLibrary } from '../../office/main-library.ts';
import type { Preview } from '../../office/preview.ts';
import type { Review } from '../../office/review.ts';
import { Store } from '../../office/store/store.ts';
import { toRef } from '../../office/store/versions.ts';
import { Workflow } from '../../office/workflow/workflow.ts';
import type { FormBundle } from '../bundle.ts';

export const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));
/** The sample county is looked at on this day. */
const TODAY = '2026-11-26';
const PASSWORD = 'qinglan sample 2026';

export interface SampleOptions {
  bundle: FormBundle;
  /** Account that is an editor of these units, beside whom the sample county names. */
  editor: { id: string; units: readonly string[] };
  /** Changes the content folder before the office begins with it. */
  prepare?: (content: string) => void;
  preview?: Preview;
}

/** The office on the sample county, on a port of its own, with the checks and the page that a test gives it. */
export class SampleOffice {
  /** What the checks find. */
  review: Review = async () => ({ findings: [] });
  readonly parts: OfficeParts;
  /** What each save sent: names of its files, and all of it in bytes. */
  readonly sent: { names: string[]; bytes: number }[] = [];
  readonly #library: MainLibrary;
  readonly #server: ServerType;
  readonly #place: string;

  private constructor(parts: OfficeParts, library: MainLibrary, place: string) {
    this.parts = parts;
    this.#library = library;
    this.#place = place;
    const app = createOffice(parts);
    const fetch = async (request: Request, bindings: object) => {
      if (request.method === 'POST' && request.url.endsWith('/api/content/entry')) {
        const files = (await request.clone().formData()).getAll('file') as File[];
        this.sent.push({ names: files.map(({ name }) => name), bytes: Number(request.headers.get('Content-Length')) });
      }
      return app.fetch(request, bindings);
    };
    this.#server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  }

  static async open({ bundle, editor, prepare, preview = async () => ({ html: '' }) }: SampleOptions): Promise<SampleOffice> {
    const place = mkdtempSync(join(tmpdir(), 'gongkai-form-'));
    cpSync(CONTENT, join(place, 'content'), { recursive: true });
    for (const unit of editor.units) addEditor(join(place, 'content/units', `${unit}.yaml`), editor.id);
    prepare?.(join(place, 'content'));
    const repository = join(place, 'portal.git');
    const state = join(place, 'state');
    const review: Review = (change) => office.review(change);
    const store = await Store.open({
      repository,
      content: join(place, 'content'),
      key: join(place, 'key'),
      host: 'www.qinglan.gov.example',
      review,
    });
    const library = new MainLibrary({ repository, index: join(place, 'main.db'), main: () => store.main(), today: () => TODAY });
    const clock = () => new Date();
    const accounts = new Accounts(state, CHEAP);
    const parts: OfficeParts = {
      store,
      library,
      accounts,
      preview,
      clock,
      state,
      form: bundle,
      workflow: new Workflow(store, async () => {}),
      audit: new Audit(state, clock),
      readText: async () => [],
      workdaysAt: () => () => undefined,
      publicSite: 'https://www.qinglan.gov.example/',
    };
    await library.at();
    const office = new SampleOffice(parts, library, place);
    await once(office.#server, 'listening');
    return office;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Logs somebody in on a page, which then shows the form's first list. */
  async logIn(page: Page, id: string): Promise<void> {
    await this.parts.accounts.add(id, PASSWORD);
    await page.goto(`${this.origin}/login?to=/edit`);
    await page.getByLabel('账号').fill(id);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByPlaceholder('检索标题').waitFor();
  }

  /** Takes all drafts away. */
  async reset(): Promise<void> {
    const { repository } = this.parts.store;
    const drafts = await this.parts.store.drafts();
    const gone = drafts.map(({ folder, version }) => ({ ref: toRef(folder), from: version, to: undefined }));
    if (gone.length > 0) await repository.queue.run(() => repository.move(gone));
    this.sent.length = 0;
    this.review = async () => ({ findings: [] });
  }

  async textOf(folder: string): Promise<string> {
    return (await this.parts.store.entry(folder))?.text ?? '';
  }

  /** Saves as somebody else would. */
  async saveAs(id: string, folder: string, change: (text: string) => string): Promise<void> {
    const { store } = this.parts;
    const now = (await store.entry(folder))!;
    const person = (await store.people()).get(id)!;
    const files = now.files.map((file) => (file.name === 'index.md' ? { name: file.name, bytes: Buffer.from(change(now.text)) } : file));
    await store.save(person, { folder, version: now.version, files });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    if ('closeAllConnections' in this.#server) this.#server.closeAllConnections();
    await closed;
    await this.parts.store.close();
    this.#library.close();
    this.parts.accounts.close();
    this.parts.audit.close();
    rmSync(this.#place, { recursive: true, force: true });
  }
}

function addEditor(file: string, id: string) {
  const unit = load(readFileSync(file, 'utf8')) as { people: { id: string }[] };
  const own = unit.people.find((person) => person.id === id);
  if (!own) unit.people.push({ id, name: '蔚小禾', post: '科员', roles: ['editor'] } as { id: string });
  writeFileSync(file, dump(unit));
}
