import { placesOf } from '../../library/places-of.ts';
import type { SignOff } from '../../model/type.ts';
import { ROLES } from '../../model/unit.ts';
import { type Act, type ActKind, isUnmovedSince, toMessage } from '../store/acts.ts';
import { toMinute } from '../store/clock.ts';
import { hasRole, isOffice, isOnWatch, type Person, type Role } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import { moveOrConflict } from '../store/save.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';
import { type Confirmed as ConfirmedOnMain, type Confirming, confirm } from './confirm.ts';
import { Live, type Render, type TakeOff } from './live.ts';
import { hindranceToSign, hindranceToSignOnWatch, signsIn } from './may-sign.ts';
import { type Merging, merge } from './merge.ts';
import { movedOf } from './moved.ts';
import { type Progress, progressOf, STATES, standingOf } from './progress.ts';
import { publish, type Published as Stored } from './publish.ts';
import { readPublishAt } from './publish-at.ts';
import { requireHarmlessReason, requireReason, requireShort } from './reason.ts';
import { recover } from './recover.ts';
import type { Removal } from './removable.ts';
import { changeSettings, type SettingsFile } from './settings.ts';
import { remove } from './withdraw.ts';

/** An act on the version of a draft that the person has before them. */
export interface Asked {
  folder: string;
  version: string;
}

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

/** Longest opinion on a draft, in characters. */
const LONGEST = 500;

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
    const draft = await this.#draft(asked, true);
    requireRole(person, draft, 'editor', '提交');
    await this.#requireState(draft, ['draft', 'returned']);
    const moved = await movedOf(this.store, draft);
    if (moved && !moved.isSettled) throw new Refusal('state', `${moved.words}打开这份稿件，看过说明，保存一次，再提交。`);
    const { findings } = await this.store.review({ base: await this.store.main(), files: await this.store.changes(draft) });
    if (findings.some(({ severity }) => severity === 'block'))
      throw new Refusal('refused', '检查没有通过，没有提交。按提示改好再提交。', findings);
    return this.#act(person, draft, { kind: 'submit' });
  }

  /** An editor takes a draft back that has been handed in; sign-offs no longer count. */
  async recall(person: Person, asked: Asked): Promise<Draft> {
    const draft = await this.#draft(asked, true);
    requireRole(person, draft, 'editor', '收回');
    await this.#requireState(draft, ['review', 'approval', 'scheduled']);
    return this.#act(person, draft, { kind: 'recall' });
  }

  /** Somebody who may sign sends the draft back (退回). @param place what of the entry the reason is about, if anything */
  async sendBack(person: Person, asked: Asked, reason: string, place = ''): Promise<Draft> {
    const draft = await this.#draft(asked);
    const { unit } = requirePlace(draft.folder);
    if (!signsIn(person, unit) && !isOnWatch(person, unit, this.#today()))
      throw new Refusal('forbidden', '您在这个单位没有审核、保密审查或者签发的角色，不能退回。');
    await this.#requireState(draft, ['review', 'approval', 'scheduled']);
    if (reason.trim() === '') throw new Refusal('wrong', '没有写退回的理由。写明哪里要改、怎样改。');
    await this.#requireWords(reason, place);
    return this.#act(person, draft, { kind: 'return', words: reason, place });
  }

  /**
   * Says something about a draft (意见) that leaves it where it is: nothing is voided, and what others have before them still holds.
   * @param place what of the entry it is about, if anything
   */
  async comment(person: Person, asked: Asked, words: string, place = ''): Promise<Draft> {
    const draft = await this.#draft(asked, true);
    if (!isInvolved(person, draft)) throw new Refusal('forbidden', '您在这个单位没有角色，不能写意见。');
    if (words.trim() === '') throw new Refusal('wrong', '没有写意见。写了再提交。');
    await this.#requireWords(words, place);
    return this.#act(person, draft, { kind: 'comment', words, place });
  }

  /**
   * Signs exactly the bytes of the version that is named. The last sign-off publishes, at once or at the time that it names.
   * @param time `YYYY-MM-DD HH:MM` in Asia/Shanghai; empty for at once
   * @throws Refusal, Conflict when the draft has changed
   */
  async sign(person: Person, asked: Asked, role: SignOff, opinion = '', time = ''): Promise<Signed> {
    const draft = await this.#draft(asked);
    requireRole(person, draft, role, '签字');
    await this.#requireState(draft, ['review', 'approval']);
    const progress = await this.progress(draft);
    const hindrance = hindranceToSign(person, draft.folder, role, progress);
    if (hindrance) throw hindrance;
    await this.#requireWords(opinion, '');
    const now = this.store.repository.clock.now();
    const publishAt = role === 'approval' ? readPublishAt(time, now) : undefined;
    const signOff = { role, person: person.id, at: toMinute(now), sha256: progress.digest };
    const act = { kind: 'sign' as const, words: opinion, signOff, ...(publishAt !== undefined && { publishAt }) };
    return this.#finish(await this.#act(person, draft, act));
  }

  /**
   * Signs exactly the bytes of the version that is named as an officer on watch (值班), for an emergency publication (紧急发布). When
   * two have signed, it is published at once, and the usual people review it within 24 hours.
   * @param words the first officer says why it cannot wait; the second may give an opinion
   * @param after account of the officer whose signature the person has before them; empty for none
   * @throws Refusal, Conflict when the draft has changed
   */
  async signOnWatch(person: Person, asked: Asked, words: string, after = ''): Promise<Signed> {
    const draft = await this.#draft(asked);
    await this.#requireState(draft, ['review', 'approval']);
    const progress = await this.progress(draft);
    const at = toMinute(this.store.repository.clock.now());
    const hindrance = hindranceToSignOnWatch(person, draft.folder, at.slice(0, 10), progress);
    if (hindrance) throw hindrance;
    if (progress.lapsed.some((each) => each.person === after)) throw lapsed(progress);
    if (progress.watch.length === 0) requireReason('紧急发布', words);
    await this.#requireWords(words, '');
    const signOff = { role: 'watch', person: person.id, at, sha256: progress.digest };
    return this.#finish(await this.#act(person, draft, { kind: 'sign', words, signOff }));
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
    const draft = await this.#draft(asked, true);
    const progress = await this.progress(draft);
    if (progress.owed.length > 0 && progress.lapsed.length > 0) throw lapsed(progress);
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

  /** The draft, if it is still at the version that the person has before them. @param mayHaveComments whether they need not have read those */
  async #draft({ folder, version }: Asked, mayHaveComments = false): Promise<Draft> {
    const draft = await this.store.draft(folder);
    if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者丢弃。请回列表核对。');
    if (draft.version !== version && !(mayHaveComments && isUnmovedSince(draft.acts, version)))
      throw new Conflict('这条内容刚才有变化，没有办理。看过现在的内容再办。', draft, await this.store.versions.draftAt(folder, version));
    return draft;
  }

  async #requireState(draft: Draft, states: readonly Progress['state'][]): Promise<void> {
    const { state } = await this.progress(draft);
    if (!states.includes(state)) throw new Refusal('state', `这条内容现在是“${STATES[state]}”，不能这样办。重新查看这一条。`);
  }

  /** Holds what people write beside an entry against the checks. @throws Refusal */
  async #requireWords(words: string, place: string): Promise<void> {
    for (const each of [words, place]) requireShort(each, '意见', LONGEST);
    await requireHarmlessReason(this.store, '办理', `${words}\n${place}`.trim(), '意见');
  }

  /** One signed commit on the draft that changes none of its bytes. */
  #act(person: Person, draft: Draft, act: { kind: ActKind } & Pick<Act, 'words' | 'place' | 'signOff' | 'publishAt'>): Promise<Draft> {
    const { repository, versions } = this.store;
    return repository.queue.run(async () => {
      const { id } = await repository.commit({
        tree: draft.acts.at(-1)!.tree,
        parents: [draft.version],
        message: toMessage({ ...act, entry: draft.folder }),
        author: person,
        isSigned: true,
      });
      await moveOrConflict(repository, versions, { folder: draft.folder, from: draft.version, to: id, base: draft });
      return (await versions.draftAt(draft.folder, id))!;
    });
  }
}

/** Whether somebody works for a draft's unit or is on watch for the county, or works in the information office. */
export const isInvolved = (person: Person, { folder }: Pick<Draft, 'folder'>): boolean =>
  isOffice(person) || person.posts.some(({ unit, watch }) => watch?.isEverywhere || unit === requirePlace(folder).unit);

const lapsed = ({ watchHours }: Progress) =>
  new Refusal(
    'state',
    `值班签字 ${watchHours} 小时内有效，以前的已经作废，没有办理。重新查看这一条；仍要紧急发布的，写明原因，由两名值班人员重新签字。`,
  );

function requireRole(person: Person, { folder }: Draft, role: Role, act: string) {
  if (!hasRole(person, requirePlace(folder).unit, role))
    throw new Refusal('forbidden', `您在这个单位没有“${ROLES[role]}”的角色，不能${act}。`);
}
