import type { Hono } from 'hono';
import type { OfficeEnv } from '../parts.ts';

/** A browser as far as the office can tell: keeps cookies, says which page it comes from, follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono<OfficeEnv>;
  readonly #origin: string;
  readonly #from: string;

  constructor(app: Hono<OfficeEnv>, origin: string, from: string) {
    this.#app = app;
    this.#origin = origin;
    this.#from = from;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  /** Sends a form of the office, with what the session's forms carry. */
  async form(path: string, fields: Record<string, string | readonly string[]>): Promise<Response> {
    const csrf = this.cookies.size > 0 ? await this.csrf() : '';
    const all = Object.entries({ csrf, ...fields }).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
    return this.send(path, { method: 'POST', headers: { Origin: this.#origin }, body: new URLSearchParams(all) });
  }

  /** Asks as a script of the office's pages does. */
  json(path: string, body: unknown): Promise<Response> {
    const headers = { Origin: this.#origin, 'Content-Type': 'application/json' };
    return this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** What the session's forms carry; empty when nobody is logged in. */
  async csrf(): Promise<string> {
    return /name="csrf" value="([^"]+)"/u.exec(await (await this.get('/account')).text())?.[1] ?? '';
  }

  /** Sends anything at all, with the cookies. */
  async send(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const sent = new Headers(headers);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie !== '' && !sent.has('Cookie')) sent.set('Cookie', cookie);
    const connection = { incoming: { socket: { remoteAddress: this.#from } } } as OfficeEnv['Bindings'];
    const answer = await this.#app.request(new URL(path, this.#origin), { ...init, headers: sent }, connection);
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  #keep(line: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
