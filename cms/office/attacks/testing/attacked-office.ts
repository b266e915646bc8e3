import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FormValues } from '../../../form/api.ts';
import type { SignOff } from '../../../model/type.ts';
import { HttpOffice } from '../../http/testing/http-office.ts';
import { LoggedIn } from '../../http/testing/logged-in.ts';
import { textOf } from '../../http/testing/text-of.ts';
import { news, personOf } from '../../store/testing/test-office.ts';

/** Something that somebody tries, with what the office must answer: status and words. */
export type Attempt = [name: string, attempt: () => Promise<Response>, status: number, words: string];

export const ORIGIN = 'http://127.0.0.1:4322';

/** What the audit log may say of an attempt: that it was made. Everything else in it was done. */
const TRIED = /^\S+ (?:login|login-failed|login-locked|passwd-failed|open-change|save-refused|checks-refused|request-refused) /u;

/** An office on the made-up county with an entry in each state, for people who mean it harm. */
export class AttackedOffice {
  readonly http: HttpOffice;

  private constructor(http: HttpOffice) {
    this.http = http;
  }

  static async open(more: Parameters<typeof HttpOffice.open>[1] = {}): Promise<AttackedOffice> {
    return new AttackedOffice(await HttpOffice.open({ many: true }, more));
  }

  close(): Promise<void> {
    return this.http.close();
  }

  /** Somebody with an account, logged in once. */
  as = new LoggedIn((id) => this.http.logIn(id)).as;

  get store() {
    return this.http.parts.store;
  }

  /** The commit that a draft is at. */
  version = async (folder: string): Promise<string> => (await this.store.draft(folder))?.version ?? '';

  /** Makes a draft as an editor does, and takes it as far as is asked. @returns its folder */
  async write(by: string, { slug, title = '新消息', body = '正文。', files = {}, submit = false, sign = [] }: Written): Promise<string> {
    const unit = by.split('-')[0]!;
    const folder = `entries/${unit}/news/2026/${slug}`;
    const given = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    const more = given.length > 0 ? { attachments: given.map(({ name }) => ({ file: name, title: '附件材料' })) } : {};
    const { workflow } = this.http.parts;
    const asked = async () => ({ folder, version: await this.version(folder) });
    await this.store.save(await personOf(this.store, by), {
      folder,
      version: '',
      files: [{ name: 'index.md', bytes: news(title, body, more) }, ...given],
    });
    if (submit) await workflow.submit(await personOf(this.store, `${unit}-editor`), await asked());
    for (const role of sign) await workflow.sign(await personOf(this.store, `${unit}-${role}`), await asked(), role);
    return folder;
  }

  /** A save as the form sends it. */
  async save(id: string, entry: unknown, files: Record<string, string | Uint8Array> = {}): Promise<Response> {
    const body = new FormData();
    body.set('entry', typeof entry === 'string' ? entry : JSON.stringify(entry));
    for (const [name, bytes] of Object.entries(files)) body.append('file', new Blob([Buffer.from(bytes)]), name);
    return (await this.as(id)).send('/api/content/entry', { method: 'POST', headers: { Origin: ORIGIN }, body });
  }

  /** The next save of a draft. */
  async saveAgain(id: string, folder: string, values: FormValues, files: Record<string, string | Uint8Array> = {}): Promise<Response> {
    return this.save(id, { folder, version: await this.version(folder), values }, files);
  }

  /** An act by the form's API. */
  act = async (id: string, act: string, asked: unknown): Promise<Response> => (await this.as(id)).json(`/api/content/${act}`, asked);

  /** A form of the desk; the version is the present one unless another is given. */
  async desk(id: string, act: string, folder: string, fields: Record<string, string> = {}): Promise<Response> {
    return (await this.as(id)).form(`/desk/${act}`, { folder, version: fields.version ?? (await this.version(folder)), ...fields });
  }

  get = async (id: string, path: string): Promise<Response> => (await this.as(id)).get(path);

  /** Tries something that must be refused in just these words and change nothing: refs, objects, accounts, acts in the audit log. */
  async expectRefused(attempt: () => Promise<Response>, status: number, words: string): Promise<void> {
    const before = this.#holdings();
    const answer = await attempt();
    const said = await saidIn(answer);
    expect([answer.status, said.find((piece) => piece.includes(words)) ? words : said]).toEqual([status, words]);
    expect(this.#holdings()).toEqual(before);
  }

  #holdings() {
    const { repository } = this.http.files.options;
    const inRepository = readdirSync(repository, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.startsWith('office.db'))
      .map((item) => join(item.parentPath, item.name))
      .map((path) => (path.includes('/objects/') ? path : `${path} ${readFileSync(path, 'latin1')}`));
    const { accounts } = this.http.parts;
    const stamps = accounts.list().map(({ id, disabled }) => `${id} ${disabled} ${accounts.stamp(id)}`);
    return { inRepository: inRepository.sort(), stamps, done: this.http.acts.filter((act) => !TRIED.test(act)) };
  }
}

interface Written {
  slug: string;
  title?: string;
  body?: string;
  /** Attachments: texts by name. */
  files?: Record<string, string>;
  submit?: boolean;
  /** Roles that sign, each by the unit's person for it. */
  sign?: readonly SignOff[];
}

/** What an answer says to whoever asked, in pieces. */
export async function saidIn(answer: Response): Promise<string[]> {
  if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return textOf(answer);
  const { message } = await answer.json();
  return [String(message)];
}
