import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toSource } from '../../library/content.ts';
import { Library } from '../../library/library.ts';
import { sync } from '../../library/sync.ts';
import type { FormFinding, ListedEntry, OpenedEntry, SaveRequest } from '../api.ts';
import type { FormBundle } from '../bundle.ts';
import { type FormPerson, toConfig } from '../config.ts';
import { toText, toValues } from '../entry-text.ts';
import { toFormPage } from '../form-page.ts';

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));
const PAGE_SIZE = 20;

interface Kept {
  text: string;
  files: Map<string, number>;
  version: string;
  author: string;
  status: ListedEntry['status'];
}

/** An office without repository, checks or accounts, over the sample county: what the form needs to be tried. */
export class MemoryOffice {
  readonly published = new Map<string, Kept>();
  readonly drafts = new Map<string, Kept>();
  /** Every question that changes something, in order. */
  readonly asked: string[] = [];
  /** Sizes in bytes of what was sent with each save. */
  readonly sent: { names: string[]; bytes: number }[] = [];
  /** What the checks are to find in a text. */
  check: (text: string) => FormFinding[] = () => [];
  others: string[] = [];
  readonly person: FormPerson;
  readonly #bundle: FormBundle;
  readonly #library: Library;
  readonly #place: string;
  #count = 0;
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => response.writeHead(500).end(String(error.stack)));
  });

  private constructor(person: FormPerson, bundle: FormBundle, library: Library, place: string) {
    this.person = person;
    this.#bundle = bundle;
    this.#library = library;
    this.#place = place;
    this.reset();
  }

  static async open(person: FormPerson, bundle: FormBundle): Promise<MemoryOffice> {
    const place = mkdtempSync(join(tmpdir(), 'gongkai-form-'));
    await sync(join(place, 'index.db'), toSource({ folder: CONTENT }));
    const office = new MemoryOffice(person, bundle, Library.open(join(place, 'index.db'), '2026-11-26'), place);
    await new Promise<void>((done) => office.#server.listen(0, '127.0.0.1', done));
    return office;
  }

  /** As on the first day. */
  reset() {
    this.published.clear();
    this.drafts.clear();
    this.asked.length = this.sent.length = this.others.length = 0;
    this.check = () => [];
    for (const unit of this.person.units)
      for (const path of readdirSync(join(CONTENT, 'entries', unit), { recursive: true }).map(String))
        if (path.endsWith('/index.md')) this.#load(`entries/${unit}/${path.slice(0, -'/index.md'.length)}`);
  }

  get origin() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#library.close();
    rmSync(this.#place, { recursive: true });
  }

  /** Saves as somebody else would. */
  saveAs(author: string, folder: string, change: (text: string) => string) {
    const { text, files } = this.#now(folder)!;
    this.drafts.set(folder, { text: change(text), files, version: this.#next(), author, status: 'draft' });
  }

  #load(folder: string) {
    const at = join(CONTENT, folder);
    const files = new Map(
      readdirSync(at)
        .filter((name) => name !== 'index.md')
        .map((name) => [name, readFileSync(join(at, name)).length]),
    );
    this.published.set(folder, {
      text: readFileSync(join(at, 'index.md'), 'utf8'),
      files,
      version: this.#next(),
      author: '',
      status: 'published',
    });
  }

  #next = () => `v${++this.#count}`;
  #now = (folder: string) => this.drafts.get(folder) ?? this.published.get(folder);

  #list(folder: string, { text, author, status }: Kept): ListedEntry {
    const { body: _, ...values } = toValues(text);
    return { folder, values, status, isPublished: this.published.has(folder), author, changedAt: author ? '2026-11-26T08:00:00Z' : '' };
  }

  #open(folder: string, kept: Kept): OpenedEntry {
    const files = [...kept.files].map(([name, size]) => ({ name, size }));
    return { ...this.#list(folder, kept), values: toValues(kept.text), version: kept.version, files, findings: this.check(kept.text) };
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', this.origin);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    const query = (name: string) => url.searchParams.get(name) ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const action = url.pathname.replace('/api/content/', request.method === 'POST' ? 'POST ' : '');
    if (action.startsWith('POST') && !action.endsWith('presence') && !action.endsWith('preview')) this.asked.push(action.slice(5));
    if (url.pathname === '/edit') {
      const { html, headers } = toFormPage(this.#bundle.version, '测试');
      return response.writeHead(200, headers).end(html);
    }
    if (url.pathname.startsWith('/form/')) {
      const type = url.pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
      return response
        .writeHead(200, { 'Content-Type': `${type}; charset=utf-8` })
        .end(readFileSync(join(this.#bundle.folder, url.pathname.split('/').at(-1)!)));
    }
    if (action.startsWith('file/'))
      return response
        .writeHead(200, { 'Content-Type': 'image/jpeg' })
        .end(readFileSync(join(CONTENT, decodeURIComponent(action.slice(5)))));
    switch (action) {
      case 'settings': {
        const library = this.#library;
        const records = {
          portal: library.portal,
          units: library.units(),
          columns: library.columns(),
          duties: library.duties(),
          topics: library.topics(),
        };
        return json(200, { person: this.person, config: toConfig(this.person, records) });
      }
      case 'entries':
      case 'all-entries': {
        const all = [...this.published].filter(([folder]) => folder.startsWith(`entries/${query('unit')}/${query('type')}/`)).reverse();
        if (action === 'all-entries')
          return json(
            200,
            all.map(([folder, kept]) => this.#list(folder, kept)),
          );
        const from = Number(query('after') || 0);
        const items = all.slice(from, from + PAGE_SIZE).map(([folder, kept]) => this.#list(folder, kept));
        return json(200, { items, total: all.length, ...(from + PAGE_SIZE < all.length && { next: String(from + PAGE_SIZE) }) });
      }
      case 'drafts':
        return json(
          200,
          [...this.drafts].map(([folder, kept]) => this.#list(folder, kept)),
        );
      case 'entry': {
        const kept = this.#now(query('folder'));
        return kept ? json(200, this.#open(query('folder'), kept)) : json(404, { message: '没有这条内容。' });
      }
      case 'find':
        return json(200, {
          items: [{ number: '990101011/202607-00001', title: '清岚县云雾茶产业奖补资金实施细则', unit: '县农业农村局' }],
        });
      case 'POST entry':
        return this.#save(
          await new Response(bytes, { headers: { 'Content-Type': request.headers['content-type']! } }).formData(),
          bytes.length,
          json,
        );
      case 'POST presence':
        return json(200, { names: this.others });
      case 'POST preview':
        return json(200, { html: `<!doctype html><h1>${JSON.parse(bytes.toString()).values.title}</h1>` });
      case 'POST submit':
      case 'POST recall': {
        const { folder } = JSON.parse(bytes.toString());
        const draft = this.drafts.get(folder)!;
        const findings = this.check(draft.text).filter(({ effect }) => effect === 'block');
        if (action === 'POST submit' && findings.length > 0) return json(422, { message: '还有问题没有改好，没有提交。', findings });
        draft.status = action === 'POST submit' ? 'pending_review' : 'draft';
        draft.version = this.#next();
        return json(200, { version: draft.version });
      }
      case 'POST discard':
        this.drafts.delete(JSON.parse(bytes.toString()).folder);
        return json(200, {});
      default:
        return json(404, { message: '没有。' });
    }
  }

  #save(form: FormData, bytes: number, json: (status: number, body: unknown) => void) {
    const { folder, values, version }: SaveRequest = JSON.parse(String(form.get('entry')));
    const given = form.getAll('file') as File[];
    this.sent.push({ names: given.map(({ name }) => name), bytes });
    const now = this.#now(folder);
    if ((now?.version ?? '') !== version)
      return json(409, {
        message: '别人已经改过这条内容，没有保存。对照两个版本，合并以后再保存。',
        author: now?.author,
        changedAt: '2026-11-26T08:00:00Z',
        version: now?.version,
        values: toValues(now?.text ?? ''),
      });
    const text = toText(folder.split('/')[2]!, values, now?.text);
    const findings = this.check(text);
    if (findings.some(({ effect }) => effect === 'refuse'))
      return json(422, { message: '内容里有不能保存的文字，没有保存。按提示改好再保存。', findings });
    const files = new Map([...(now?.files ?? []), ...given.map(({ name, size }) => [name, size] as const)]);
    const saved = { text, files, version: this.#next(), author: this.person.name, status: 'draft' as const };
    this.drafts.set(folder, saved);
    return json(200, { version: saved.version, findings, files: [...files].map(([name, size]) => ({ name, size })) });
  }
}
