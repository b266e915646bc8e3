import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { OfficeEnv } from './parts.ts';

type Answer = Context<OfficeEnv>;

/** What the office keeps in browsers: signed, out of reach of scripts, and over TLS for this host only. */
export class Cookies {
  readonly #secret: string;
  readonly #secure: boolean;

  /** @param state folder of the office's state, where the key lies that cookies are signed with */
  constructor(state: string, secure: boolean) {
    this.#secret = openSecret(join(state, 'cookie-key'));
    this.#secure = secure;
  }

  /** Undefined when there is none, or it was altered. */
  async read(c: Answer, name: string): Promise<string | undefined> {
    return (await getSignedCookie(c, this.#secret, name, this.#secure ? 'host' : undefined)) || undefined;
  }

  /** @param lax whether it comes along when another site leads the browser here */
  async write(c: Answer, name: string, value: string, { lax = false, seconds }: { lax?: boolean; seconds?: number } = {}): Promise<void> {
    await setSignedCookie(c, name, value, this.#secret, {
      httpOnly: true,
      sameSite: lax ? 'Lax' : 'Strict',
      path: '/',
      ...(this.#secure && { secure: true, prefix: 'host' as const }),
      ...(seconds !== undefined && { maxAge: seconds }),
    });
  }

  remove(c: Answer, name: string): void {
    deleteCookie(c, name, { path: '/', ...(this.#secure && { secure: true, prefix: 'host' as const }) });
  }
}

function openSecret(place: string): string {
  if (!existsSync(place)) writeFileSync(place, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(place, 'utf8');
}
