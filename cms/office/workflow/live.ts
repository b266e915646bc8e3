import { toMinute } from '../store/clock.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';

/**
 * Renders a commit of main and switches the public site to it. Asked again for the same commit, it does no harm.
 * @throws Refusal with what a person can mend
 */
export type Render = (commit: string) => Promise<void>;

/** Why the public site is not at main. */
export interface Fault {
  /** When it was found first, YYYY-MM-DD HH:MM. */
  since: string;
  /** For people, in Chinese. */
  words: string;
}

const LIVE = 'refs/office/live';

/** Keeps the public site at main: one rendering at a time, always of the newest commit. */
export class Live {
  readonly #store: Store;
  readonly #render: Render;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #fault: Fault | undefined;

  constructor(store: Store, render: Render) {
    this.#store = store;
    this.#render = render;
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

  async #go(): Promise<void> {
    const { repository } = this.#store;
    try {
      const main = await this.#store.main();
      const before = await this.commit();
      await this.#render(main);
      if (before !== main) await repository.queue.run(() => repository.move([{ ref: LIVE, from: before, to: main }]));
      this.#fault = undefined;
    } catch (error) {
      const since = this.#fault?.since ?? toMinute(repository.clock.now());
      this.#fault = { since, words: error instanceof Refusal ? error.message : '生成网站的程序出错，原因在办公平台的运行日志里。' };
      throw error;
    }
  }
}

/** The words for an act whose page could not be switched yet. */
export const NOT_LIVE = '内容已经入库，网站暂时没有更新。系统会再试；五分钟后还没有更新，联系信息办。';
