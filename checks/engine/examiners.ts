import { availableParallelism } from 'node:os';
import type { Lexicon } from '../lexicon.ts';
import type { Reading } from '../reading/piece.ts';
import { Examiner } from './examiner.ts';
import type { FileToJudge, Judged } from './judge-file.ts';

/** Several examiners that share a line of questions. */
export class Examiners {
  readonly #free: Examiner[];
  readonly #all: readonly Examiner[];
  readonly #waiting: ((examiner: Examiner) => void)[] = [];

  /** Each starts when there is a question for it. */
  constructor(most = availableParallelism()) {
    this.#all = Array.from({ length: most }, () => new Examiner());
    this.#free = [...this.#all];
  }

  /**
   * Judges files as soon as an examiner is free.
   * @param toFiles is called only then, so that files that wait need not be in memory
   */
  examine(toFiles: () => readonly FileToJudge[], lexicon: Lexicon): Promise<Judged[]> {
    return this.#withFree((examiner) => examiner.examine(toFiles(), lexicon));
  }

  /** Reads a file as soon as an examiner is free: what can be found in it, or in Chinese why it was not read. */
  read(name: string, bytes: Uint8Array): Promise<Reading | string> {
    return this.#withFree((examiner) => examiner.read(name, bytes));
  }

  /** Has the one that will be asked first load its code while its question is being prepared. */
  start(): this {
    this.#free.at(-1)?.start();
    return this;
  }

  close() {
    for (const examiner of this.#all) examiner.close();
  }

  async #withFree<T>(ask: (examiner: Examiner) => Promise<T>): Promise<T> {
    const examiner = this.#free.pop() ?? (await new Promise<Examiner>((resolve) => this.#waiting.push(resolve)));
    try {
      return await ask(examiner);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(examiner);
      else this.#free.push(examiner);
    }
  }
}
