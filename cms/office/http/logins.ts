import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Person } from '../store/people.ts';
import { Cookies } from './cookies.ts';
import type { OfficeEnv, OfficeParts } from './parts.ts';
import { Sessions } from './sessions.ts';

type Answer = Context<OfficeEnv>;

const COOKIE = 'office';
/** What a page that is left open asks by itself, so that it keeps nobody logged in. */
const BY_ITSELF = new Set(['/api/content/presence']);

export interface LoggedIn {
  person: Person;
  /** What forms of the session must send back. */
  csrf: string;
}

/** Who is logged in, request by request: the account may have been disabled and the roles lost since the last one. */
export class Logins {
  readonly cookies: Cookies;
  readonly #sessions: Sessions;
  readonly #parts: OfficeParts;

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    this.#sessions = new Sessions(parts.state, parts.clock);
    this.cookies = new Cookies(parts.state, parts.address?.protocol === 'https:');
  }

  /** Logs a person in under a new id. @returns what forms of the session must send back; undefined when the account is not there or disabled */
  async begin(c: Answer, person: string): Promise<string | undefined> {
    const stamp = this.#parts.accounts.stamp(person);
    if (stamp === undefined) return undefined;
    this.#sessions.end((await this.cookies.read(c, COOKIE)) ?? '');
    const id = this.#sessions.begin({ person, stamp });
    await this.cookies.write(c, COOKIE, id);
    return toCsrf(id);
  }

  async current(c: Answer): Promise<LoggedIn | undefined> {
    const id = await this.cookies.read(c, COOKIE);
    const session = id && this.#sessions.find(id, !BY_ITSELF.has(c.req.path));
    if (!id || !session) return undefined;
    const person = (await this.#parts.store.people()).get(session.person);
    if (person && session.stamp === this.#parts.accounts.stamp(session.person)) return { person, csrf: toCsrf(id) };
    this.#sessions.end(id);
    return undefined;
  }

  /** Ends the session of this browser. */
  async end(c: Answer): Promise<void> {
    this.#sessions.end((await this.cookies.read(c, COOKIE)) ?? '');
    this.cookies.remove(c, COOKIE);
  }

  /** Ends every session of a person. */
  endAllOf(person: string): void {
    this.#sessions.endAllOf(person);
  }
}

const toCsrf = (session: string) => createHash('sha256').update(`csrf\0${session}`).digest('base64url');
