import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import type { FormValues } from '../../cms/form/api.ts';
import { type MadeUpCounty, writeCounty } from '../../cms/library/testing/made-up-county.ts';
import { COLUMN_KINDS } from '../../cms/model/column.ts';
import { Accounts } from '../../cms/office/accounts/accounts.ts';
import { CHEAP } from '../../cms/office/accounts/testing/cheap.ts';
import { createOffice } from '../../cms/office/http/office.ts';
import { LoggedIn, logIn } from '../../cms/office/http/testing/logged-in.ts';
import { Visitor } from '../../cms/office/http/testing/visitor.ts';
import { countyOfTests } from '../../cms/office/store/testing/test-office.ts';
import { Workflow } from '../../cms/office/workflow/workflow.ts';
import { type OpenOffice, openOffice } from '../open-office.ts';
import { serveOffice } from '../serve-office.ts';

/** An office with its real checks, index, pages and form, whose school has a column of every kind. The public site is left to whoever looks at it. */
export class HostileOffice {
  readonly place: string;
  readonly office: OpenOffice;
  readonly county: MadeUpCounty;
  readonly url: string;
  readonly close: () => Promise<void>;
  readonly #app: ReturnType<typeof createOffice>;

  private constructor(
    place: string,
    county: MadeUpCounty,
    office: OpenOffice,
    app: ReturnType<typeof createOffice>,
    url: string,
    close: () => Promise<void>,
  ) {
    this.place = place;
    this.county = county;
    this.office = office;
    this.#app = app;
    this.url = url;
    this.close = async () => {
      await close();
      office.parts.accounts.close();
      rmSync(place, { recursive: true, force: true });
    };
  }

  static async open(): Promise<HostileOffice> {
    const place = mkdtempSync(join(tmpdir(), 'gongkai-hostile-'));
    const county = withEveryColumn(countyOfTests());
    writeCounty(join(place, 'content'), county);
    const opened = await openOffice({
      repository: join(place, 'portal.git'),
      content: join(place, 'content'),
      host: 'www.test.gov.example',
      state: join(place, 'state'),
      out: join(place, 'site'),
      publicSite: 'http://www.test.gov.example/',
    });
    const workflow = new Workflow(opened.parts.store, async () => {});
    const parts = { ...opened.parts, workflow, accounts: new Accounts(join(place, 'state'), CHEAP) };
    const app = createOffice(parts);
    const office = { ...opened, parts, fetch: app.fetch };
    const { url, close } = await serveOffice(office, '127.0.0.1', 0);
    return new HostileOffice(place, county, office, app, url, close);
  }

  get repository(): string {
    return join(this.place, 'portal.git');
  }

  /** Where releases of the public site lie. */
  get out(): string {
    return join(this.place, 'site');
  }

  /** Somebody with an account, logged in once. */
  as = new LoggedIn((id) => logIn(new Visitor(this.#app, new URL(this.url).origin, '127.0.0.1'), this.office.parts.accounts, id)).as;

  get = async (id: string, path: string): Promise<Response> => (await this.as(id)).get(path);
  tell = async (id: string, act: string, body: unknown): Promise<Response> => (await this.as(id)).json(`/api/content/${act}`, body);

  /** A folder for a new entry of the school. */
  async begin(type: string): Promise<string> {
    const { folder } = await (await this.tell('school-editor', 'new', { unit: 'school', type })).json();
    return folder;
  }

  /** A save as the form sends it. */
  async save(folder: string, values: FormValues, files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Response> {
    const body = new FormData();
    body.set('entry', JSON.stringify({ folder, version: await this.version(folder), values }));
    for (const [name, bytes] of Object.entries(files)) body.append('file', new Blob([Buffer.from(bytes)]), name);
    const editor = await this.as('school-editor');
    return editor.send('/api/content/entry', { method: 'POST', headers: { Origin: new URL(this.url).origin }, body });
  }

  /** What an editor finds at a folder: a draft, or what is public; empty for neither. */
  version = async (folder: string): Promise<string> => (await this.office.parts.store.entry(folder))?.version ?? '';

  /** Signs in every role, as people who have looked at the change. @returns the last answer, after which the entry is public */
  async publish(folder: string): Promise<Response> {
    let last: Response | undefined;
    for (const role of ['review', 'secrecy', 'approval']) {
      const signer = await this.as(`school-${role}`);
      last = await signer.form('/desk/sign', { folder, version: await this.version(folder), role, opinion: '' });
    }
    return last!;
  }
}

/** What a statement can say that there is nothing of. */
const DUTY = {
  id: 'duty',
  name: '教育统计信息',
  domain: '教育',
  basis: [{ law: '中华人民共和国政府信息公开条例' }],
  elements: ['全文'],
  owners: ['department'],
  clock: { kind: 'standing' },
  proof: ['disclosure'],
};

function withEveryColumn(county: MadeUpCounty): MadeUpCounty {
  const columns = Object.entries(COLUMN_KINDS).map(([kind, name]) => ({
    id: `of-${kind}`,
    name: name.slice(0, 10),
    kind,
    freshness: 'year',
    description: `${name}。`,
    keywords: [name],
  }));
  const { files } = county;
  files.set('catalogue/duties.yaml', dump([DUTY]));
  files.set('columns.yaml', dump([...(load(files.get('columns.yaml')!) as unknown[]), ...columns]));
  const school = load(files.get('units/school.yaml')!) as { columns: string[] };
  school.columns.push(...columns.map(({ id }) => id));
  files.set('units/school.yaml', dump(school));
  return county;
}
