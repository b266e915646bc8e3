import type { Context } from 'hono';
import type { AuditAct } from '../audit/words.ts';
import { Flash } from '../http/flash.ts';
import type { OfficeEnv, OfficeParts } from '../http/parts.ts';
import type { Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Draft } from '../store/versions.ts';
import { isInvolved } from '../workflow/workflow.ts';
import { Attachments } from './attachments.ts';
import { Seen } from './seen.ts';
import type { Told } from './told.ts';
import type { Surroundings } from './waiting.ts';

export type Asking = Context<OfficeEnv>;

/** What the desk's pages share. */
export class Desk {
  readonly parts: OfficeParts;
  readonly attachments: Attachments;
  readonly seen = new Seen();
  readonly #flash = new Flash<Told>();

  constructor(parts: OfficeParts) {
    this.parts = parts;
    this.attachments = new Attachments(parts.store, parts.readText);
  }

  /** What drafts are held against now. */
  async surroundings(): Promise<Surroundings> {
    const { library, store, workdaysAt, clock } = this.parts;
    return { library: await library.at(), workdaysBetween: workdaysAt(await store.main()), now: clock() };
  }

  /** A draft of a unit that the person works for. @throws Refusal, the same for one that is not theirs and one that is not there */
  async draft(person: Person, folder: string): Promise<Draft> {
    const place = requirePlace(folder);
    if (!isInvolved(person, { folder })) throw new Refusal('forbidden', '您在这个单位没有角色，不能看没有发布的内容。');
    const draft = await this.parts.store.draft(place.path);
    if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者丢弃。请回审核台核对。');
    return draft;
  }

  /**
   * Notes in the audit log what somebody did.
   * @param isLive whether the public site shows it, where it should
   * @returns whether the log has it; what it cannot take is kept for later
   */
  note({ id }: Person, act: AuditAct, detail: string, isLive = true): boolean {
    return this.parts.audit.note({ person: id, act, detail: isLive ? detail : `${detail} 网站没有更新` });
  }

  /** Leads on to a page that tells what was done. @param to with the place on the page, if any */
  leadOn(c: Asking, to: string, told: Told): Response {
    this.#flash.tell(c.var.csrf, to.replace(/#.*$/u, ''), told);
    return c.redirect(to, 303);
  }

  /** What has just been done, to be told on this page. */
  told = (c: Asking): Told | undefined => this.#flash.take(c.var.csrf, c.req.path);
}

/** The part of an address that names an entry. */
export const ENTRY = ':unit/:type/:year/:slug';
export function folderOf(c: Asking): string {
  const folder = `entries/${['unit', 'type', 'year', 'slug'].map((name) => c.req.param(name) ?? '').join('/')}`;
  c.set('named', folder);
  return folder;
}
