import type { Saved, SaveRequest } from '../../../../cms/form/api.ts';

/** What the office answered to a save. */
export interface Answer {
  status: number;
  /** Set when it was saved. */
  saved?: Saved;
  /** Why it was not. */
  message: string;
  seconds: number;
}

/** Somebody who works in the office over HTTP as the form does. */
export class Editor {
  readonly #origin: string;
  #cookie = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  async logIn(account: string, password: string): Promise<void> {
    const answer = await this.#send('/login', new URLSearchParams({ account, password }));
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    if (answer.status !== 303 || this.#cookie === '') throw new Error(`${account} 没有登录进去：${answer.status}`);
  }

  /** The folder of an entry that is new. */
  async newFolder(unit: string, type: string): Promise<string> {
    const answer = await this.#send('/api/content/new', JSON.stringify({ unit, type }));
    return ((await expectDone(answer)) as { folder: string }).folder;
  }

  /** Version that an entry is at. */
  async open(folder: string): Promise<string> {
    const answer = await fetch(`${this.#origin}/api/content/entry?folder=${folder}`, { headers: { Cookie: this.#cookie } });
    return ((await expectDone(answer)) as { version: string }).version;
  }

  async save(entry: SaveRequest, files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Promise<Answer> {
    const form = new FormData();
    form.set('entry', JSON.stringify(entry));
    for (const [name, bytes] of Object.entries(files)) form.append('file', new File([bytes], name));
    const begun = performance.now();
    const answer = await this.#send('/api/content/entry', form);
    const body = (await answer.json()) as Saved & { message?: string };
    const seconds = (performance.now() - begun) / 1000;
    return { status: answer.status, message: body.message ?? '', seconds, ...(answer.ok && { saved: body }) };
  }

  #send(path: string, body: BodyInit): Promise<Response> {
    return fetch(`${this.#origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: this.#origin, Cookie: this.#cookie },
      body,
    });
  }
}

async function expectDone(answer: Response): Promise<unknown> {
  const body = await answer.json();
  if (answer.ok) return body;
  throw new Error(`${answer.status} ${(body as { message?: string }).message}`);
}
