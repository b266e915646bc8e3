import { toMinute } from '../store/clock.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';

/**
 * Renders a commit of main and switches the public site to it. Asked again for the same commit, it does no harm. Told to stop, it ends
 * soon, and the public site is whole.
 * @throws Refusal with what a person can mend
 */
export type Render = (commit: string, stop: AbortSignal) => Promise<void>;

/** Takes the page and the attachments of an index number off the public site at once, without rendering. Nothing else may be at work there. */
export type TakeOff = (number: string) => Promise<void>;

/** Why the public site is not at main. */
export interface Fault {
  /** When it was found first, YYYY-MM-DD HH:MM. */
  since: string;
  /** For people, in Chinese. */
  words: string;
}

const LIVE = 'refs/office/live';

/** Keeps the public site at main: one rendering at a time, always of the newest commit. What must go at once waits for none. */
export class Live {
  readonly #store: Store;
  readonly #render: Render;
  readonly #takeOff: TakeOff | undefined;
  /** What is to go before anything is rendered. */
  readonly #leaving: (() => Promise<void>)[] = [];
  /** Of the rendering under way. */
  #stop: AbortController | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #fault: Fault | undefined;

  constructor(store: Store, render: Render, takeOff?: TakeOff) {
    this.#store = store;
    this.#render = render;
    this.#takeOff = takeOff;
  }

  /** Commit that the public site was last switched to, or undefined. */
  async commit(): Promise<string | undefined> {
    return (await this.#store.repository.reader.read(LIVE))?.id;
  }

  /** What went wrong when the public site was last brought to main; undefined when all went well. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** When no rendering is under way. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running.catch(() => {});
  }

  /** Done when everything that main holds now is public. @throws what the renderer threw */
  reach(): Promise<void> {
    if (!this.#running) return (this.#running = this.#go().finally(() => (this.#running = undefined)));
    // One that has begun may not have seen the newest commit; all who ask meanwhile share the one after it.
    const again = () => {
      this.#next = undefined;
      return this.reach();
    };
    return (this.#next ??= this.#running.then(again, again));
  }

  /**
   * Done when the public site no longer has the page of an index number that main has lost. A rendering under way is abandoned for it
   * and begun anew; lists and search follow with that. Without a way of taking off, the page goes with the next rendering.
   * @throws what taking off threw
   */
  takeOff(number: string): Promise<void> {
    const takeOff = this.#takeOff;
    if (!takeOff) return this.reach();
    return new Promise((resolve, reject) => {
      this.#leaving.push(() => takeOff(number).then(resolve, reject));
      if (this.#stop) this.#stop.abort();
      // Why the rest could not be rendered is told by the fault.
      else this.reach().catch(() => {});
    });
  }

  async #go(): Promise<void> {
    for (let stop: AbortController | undefined; !stop || stop.signal.aborted; this.#stop = undefined) {
      for (let leave = this.#leaving.shift(); leave; leave = this.#leaving.shift()) await leave();
      stop = this.#stop = new AbortController();
      await this.#bring(stop.signal);
    }
  }

  async #bring(stop: AbortSignal): Promise<void> {
    const { repository } = this.#store;
    try {
      const main = await this.#store.main();
      const before = await this.commit();
      await this.#render(main, stop);
      if (before !== main) await repository.queue.run(() => repository.move([{ ref: LIVE, from: before, to: main }]));
      this.#fault = undefined;
    } catch (error) {
      if (stop.aborted) return;
      this.#stop = undefined;
      const since = this.#fault?.since ?? toMinute(repository.clock.now());
      this.#fault = { since, words: error instanceof Refusal ? error.message : '生成网站的程序出错，原因在办公平台的运行日志里。' };
      throw error;
    }
  }
}

/** The words for an act whose page could not be switched yet. */
export const NOT_LIVE = '内容已经入库，网站暂时没有更新。系统会再试；五分钟后还没有更新，联系信息办。';
