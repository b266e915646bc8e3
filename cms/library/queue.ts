/** Does one piece of work after the other, in the order in which they were asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** When everything asked for until now is done. */
  async settle(): Promise<void> {
    await this.#last;
  }
}
