import { placesOf } from '../../library/places-of.ts';
import type { SignOff } from '../../model/type.ts';
import { toMinute } from '../store/clock.ts';
import { isOffice, isOnWatch, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { type Confirmed as ConfirmedOnMain, type Confirming, confirm } from './confirm.ts';
import { Live, type Render, type TakeOff } from './live.ts';
import { lapsedOnWatch, signsIn } from './may-sign.ts';
import { type Merging, merge } from './merge.ts';
import { movedOf } from './moved.ts';
import { type Asked, actOn, requireDraft, requireRole, requireState } from './on-draft.ts';
import { type Progress, progressOf, standingOf } from './progress.ts';
import { publish, type Published as Stored } from './publish.ts';
import { requireHarmlessOpinion } from './reason.ts';
import { recover } from './recover.ts';
import type { Removal } from './removable.ts';
import { changeSettings, type SettingsFile } from './settings.ts';
import { sign, signOnWatch } from './sign.ts';
import { remove } from './withdraw.ts';

/** What is on main, and whether the public site shows it. */
export interface Published extends Stored {
  isLive: boolean;
}

export interface Removed {
  commit: string;
  isLive: boolean;
}

export interface Confirmed extends ConfirmedOnMain {
  isLive: boolean;
}

export interface Signed {
  progress: Progress;
  /** Set when this was the last sign-off, and the entry is on main. */
  published?: Published;
  /** Why it is not, when this was the last one all the same. */
  obstacle?: Refusal;
}

/** What people do with drafts on the way to the public site. The rules of roles are kept here, whoever asks. */
export class Workflow {
  readonly store: Store;
  readonly live: Live;
  /** Versions signed for a time that could not be published, each with the main of that moment. */
  readonly #failed = new Set<string>();

  constructor(store: Store, render: Render, takeOff?: TakeOff) {
    this.store = store;
    this.live = new Live(store, render, takeOff);
  }

  /** How far a draft has come. */
  progress(draft: Draft): Promise<Progress> {
    return progressOf(this.store, draft);
  }

  /** An editor hands the draft in. @throws Refusal with the findings that must be mended first */
  async submit(person: Person, asked: Asked): Promise<Draft> {
    const draft = await requireDraft(this.store, asked, true);
    requireRole(person, draft, 'editor', '提交');
    await requireState(this.store, draft, 'draft', 'returned');
    const moved = await movedOf(this.store, draft);
    if (moved && !moved.isSettled) throw new Refusal('state', `${moved.words}打开这份稿件，看过说明，保存一次，再提交。`);
    const { findings } = await this.store.review({ base: await this.store.main(), files: await this.store.changes(draft) });
    if (findings.some(({ severity }) => severity === 'block'))
      throw new Refusal('refused', '检查没有通过，没有提交。按提示改好再提交。', findings);
    return actOn(this.store, person, draft, { kind: 'submit' });
  }

  /** An editor takes a draft back that has been handed in; sign-offs no longer count. */
  async recall(person: Person, asked: Asked): Promise<Draft> {
    const draft = await requireDraft(this.store, asked, true);
    requireRole(person, draft, 'editor', '收回');
    await requireState(this.store, draft, 'review', 'approval', 'scheduled');
    return actOn(this.store, person, draft, { kind: 'recall' });
  }

  /** Somebody who may sign sends the draft back (退回). @param place what of the entry the reason is about, if anything */
  async sendBack(person: Person, asked: Asked, reason: string, place = ''): Promise<Draft> {
    const draft = await requireDraft(this.store, asked);
    const { unit } = requirePlace(draft.folder);
    if (!signsIn(person, unit) && !isOnWatch(person, unit, this.#today()))
      throw new Refusal('forbidden', '您在这个单位没有审核、保密审查或者签发的角色，不能退回。');
    await requireState(this.store, draft, 'review', 'approval', 'scheduled');
    if (reason.trim() === '') throw new Refusal('wrong', '没有写退回的理由。写明哪里要改、怎样改。');
    await requireHarmlessOpinion(this.store, reason, place);
    return actOn(this.store, person, draft, { kind: 'return', words: reason, place });
  }

  /**
   * Says something about a draft (意见) that leaves it where it is: nothing is voided, and what others have before them still holds.
   * @param place what of the entry it is about, if anything
   */
  async comment(person: Person, asked: Asked, words: string, place = ''): Promise<Draft> {
    const draft = await requireDraft(this.store, asked, true);
    if (!isInvolved(person, draft)) throw new Refusal('forbidden', '您在这个单位没有角色，不能写意见。');
    if (words.trim() === '') throw new Refusal('wrong', '没有写意见。写了再提交。');
    await requireHarmlessOpinion(this.store, words, place);
    return actOn(this.store, person, draft, { kind: 'comment', words, place });
  }

  /** Signs a version of a draft. The last sign-off publishes, at once or at the time that it names. @throws Refusal, Conflict */
  async sign(person: Person, asked: Asked, role: SignOff, opinion = '', time = ''): Promise<Signed> {
    return this.#finish(await sign(this.store, person, asked, role, opinion, time));
  }

  /** 值班签字: when two have signed, it is published at once, and the usual people review it afterwards. @throws Refusal, Conflict */
  async signOnWatch(person: Person, asked: Asked, words: string, after = ''): Promise<Signed> {
    return this.#finish(await signOnWatch(this.store, person, asked, words, after));
  }

  /** Publishes a draft that has just been signed, when that was the last sign-off. */
  async #finish(draft: Draft): Promise<Signed> {
    const signed = await this.progress(draft);
    if (signed.owed.length > 0 || signed.state === 'scheduled') return { progress: signed };
    try {
      return { progress: signed, published: await this.publish(draft.folder) };
    } catch (error) {
      if (error instanceof Refusal) return { progress: signed, obstacle: error };
      throw error;
    }
  }

  /** Publishes a draft that everybody has signed, and is done when the public site shows it or cannot yet. @throws Refusal, Conflict */
  async publish(folder: string): Promise<Published> {
    const stored = await publish(this.store, requirePlace(folder).path);
    return { ...stored, isLive: await this.#shown(this.live.reach()) };
  }

  /**
   * Publishes what was signed for a time that has come (定时发布). What keeps one from it keeps no other: it is told when somebody
   * opens that one, and nothing is tried twice as long as neither it nor main has changed.
   * @param onPublished told of each, with the account of the person who signed last
   */
  async publishDue(onPublished: (person: string, published: Published) => void): Promise<void> {
    const { clock } = this.store.repository;
    if (clock.doubt !== undefined) return;
    for (const draft of await this.store.drafts()) {
      const { publishAt, signed } = await standingOf(this.store, draft);
      if (publishAt === undefined || publishAt > toMinute(clock.now())) continue;
      const attempt = `${draft.version} ${await this.store.main()}`;
      if (this.#failed.has(attempt)) continue;
      try {
        onPublished(signed.at(-1)!.person, await this.publish(draft.folder));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.#failed.add(attempt);
      }
    }
  }

  /** Tries again to publish what everybody has signed but an obstacle kept back. @throws Refusal, Conflict */
  async retry(person: Person, asked: Asked): Promise<Published> {
    const draft = await requireDraft(this.store, asked, true);
    const progress = await this.progress(draft);
    if (progress.owed.length > 0 && progress.lapsed.length > 0) throw lapsedOnWatch(progress);
    const isUrgent = progress.emergency !== undefined && isOnWatch(person, requirePlace(draft.folder).unit, this.#today());
    if (!isOffice(person) && !isUrgent) requireRole(person, draft, 'approval', '发布');
    return this.publish(draft.folder);
  }

  /** 补审: one of the usual people has reviewed what was published in an emergency. @throws Refusal, Conflict */
  async confirm(person: Person, confirming: Confirming): Promise<Confirmed> {
    const confirmed = await confirm(this.store, person, confirming);
    return { ...confirmed, isLive: await this.#shown(this.live.reach()) };
  }

  /** 撤稿: the page stays, with the reason in place of its text. Done when the public site shows it or cannot yet. @throws Refusal, Conflict */
  async withdraw(person: Person, removal: Removal): Promise<Removed> {
    const { commit } = await remove(this.store, person, 'withdraw', removal);
    return { commit, isLive: await this.#shown(this.live.reach()) };
  }

  /** 并入: the page's address leads to another entry's from now on. Done when the public site does so or cannot yet. @throws Refusal, Conflict */
  async merge(person: Person, merging: Merging): Promise<Removed> {
    const { commit } = await merge(this.store, person, merging);
    return { commit, isLive: await this.#shown(this.live.reach()) };
  }

  /** 下线: the page goes at once, whatever is being rendered. Done when the public site no longer has it, or cannot be changed yet. @throws Refusal, Conflict */
  async takeDown(person: Person, removal: Removal): Promise<Removed> {
    const { commit, number } = await remove(this.store, person, 'takeDown', removal);
    const isGone = await this.#shown(this.live.takeOff(number));
    return { commit, isLive: isGone || (await this.#shown(this.live.reach())) };
  }

  /** 调整设置, by the information office. Done when the public site shows it or cannot yet. @throws Refusal, Conflict */
  async changeSettings(person: Person, files: readonly SettingsFile[], reason: string): Promise<Removed> {
    const commit = await changeSettings(this.store, person, files, reason);
    return { commit, isLive: await this.#shown(this.live.reach()) };
  }

  /** Makes main, drafts and, if it can be, the public site agree after a crash. To be called once at the start. */
  recover(): Promise<void> {
    return recover(this.store, this.live);
  }

  #today = (): string => toMinute(this.store.repository.clock.now()).slice(0, 10);

  /** @returns whether the public site shows it */
  async #shown(switched: Promise<void>): Promise<boolean> {
    try {
      await switched;
      return true;
    } catch (error) {
      console.error(placesOf(error));
      return false;
    }
  }
}

/** Whether somebody works for a draft's unit or is on watch for the county, or works in the information office. */
export const isInvolved = (person: Person, { folder }: Pick<Draft, 'folder'>): boolean =>
  isOffice(person) || person.posts.some(({ unit, watch }) => watch?.isEverywhere || unit === requirePlace(folder).unit);
