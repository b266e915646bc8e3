import { availableParallelism } from 'node:os';
import type { Lexicon } from '../lexicon.ts';
import { Examiner } from './examiner.ts';
import type { FileToJudge, Judged } from './judge-file.ts';

/** Several examiners that share a line of questions. */
export class Examiners {
  readonly #free: Examiner[];
  readonly #all: readonly Examiner[];
  readonly #waiting: ((examiner: Examiner) => void)[] = [];

  /** One of them starts at once; the others when there are questions for them. */
  constructor(most = availableParallelism()) {
    this.#all = Array.from({ length: most }, () => new Examiner());
    this.#free = [...this.#all];
    this.#free.at(-1)!.start();
  }

  /**
   * Judges files as soon as an examiner is free.
   * @param toFiles is called only then, so that files that wait need not be in memory
   */
  async examine(toFiles: () => readonly FileToJudge[], lexicon: Lexicon): Promise<Judged[]> {
    const examiner = this.#free.pop() ?? (await new Promise<Examiner>((resolve) => this.#waiting.push(resolve)));
    try {
      return await examiner.examine(toFiles(), lexicon);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(examiner);
      else this.#free.push(examiner);
    }
  }

  close() {
    for (const examiner of this.#all) examiner.close();
  }
}
