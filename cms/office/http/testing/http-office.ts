import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { Accounts } from '../../accounts/accounts.ts';
import { CHEAP } from '../../accounts/testing/cheap.ts';
import { Audit } from '../../audit/audit.ts';
import { MainLibrary } from '../../main-library.ts';
import type { Store } from '../../store/store.ts';
import { TestOffice } from '../../store/testing/test-office.ts';
import { Workflow } from '../../workflow/workflow.ts';
import { createOffice } from '../office.ts';
import type { OfficeEnv, OfficeParts } from '../parts.ts';
import { logIn } from './logged-in.ts';
import { Visitor } from './visitor.ts';

/** The day that the made-up county is read at. */
const TODAY = '2030-11-26';

/** An office over HTTP on the made-up county. Requests go straight to it, without a port. */
export class HttpOffice {
  readonly app: Hono<OfficeEnv>;
  readonly parts: OfficeParts;
  readonly files: TestOffice;
  readonly #library: MainLibrary;
  /** By how many milliseconds the office's clock is ahead. */
  ahead = 0;

  private constructor(files: TestOffice, store: Store, more: Partial<OfficeParts>) {
    this.files = files;
    const state = join(files.place, 'state');
    this.#library = new MainLibrary({
      repository: files.options.repository,
      index: join(files.place, 'index.db'),
      main: () => store.main(),
      today: () => TODAY,
    });
    const clock = () => new Date(Date.now() + this.ahead);
    this.parts = {
      store,
      workflow: new Workflow(store, async () => {}),
      accounts: new Accounts(state, CHEAP),
      audit: new Audit(state, clock),
      library: this.#library,
      form: makeForm(join(files.place, 'form')),
      preview: async () => ({ html: '' }),
      readText: async () => [],
      workdaysAt: () => () => undefined,
      clock,
      publicSite: 'http://www.test.gov.example/',
      state,
      ...more,
    };
    this.app = createOffice(this.parts);
  }

  /** @param more parts to be used in place of the usual ones */
  static async open(county: ConstructorParameters<typeof TestOffice>[0] = {}, more: Partial<OfficeParts> = {}): Promise<HttpOffice> {
    const files = new TestOffice(county);
    return new HttpOffice(files, await files.open(), more);
  }

  /** Somebody who is not logged in. @param from address of the connection */
  visitor(from = '10.20.0.1'): Visitor {
    return new Visitor(this.app, this.parts.address?.origin ?? 'http://127.0.0.1:4322', from);
  }

  /** Somebody with an account who has logged in. */
  logIn(id: string): Promise<Visitor> {
    return logIn(this.visitor(), this.parts.accounts, id);
  }

  /** What the audit log says of people's acts, without times. */
  get acts(): string[] {
    const lines = readFileSync(this.parts.audit.path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line)).map(({ person, act, detail }) => `${person} ${act} ${detail}`);
  }

  async close(): Promise<void> {
    await this.parts.store.close();
    this.#library.close();
    this.parts.accounts.close();
    this.parts.audit.close();
    this.files[Symbol.dispose]();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function makeForm(folder: string) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'form.js'), '"form";');
  writeFileSync(join(folder, 'style.css'), 'body {}');
  return { folder, version: '0123456789abcdef' };
}
