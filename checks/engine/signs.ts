import type { Readable } from 'node:stream';
import type { Sign } from './messages.ts';

/** The signs of an examining process, as they come through their pipe. */
export class Signs {
  /** The latest; it has used nothing until the first one comes. */
  latest: Sign = { processor: 0, memory: 0, turns: 0 };
  readonly #pipe: Readable | undefined;
  #rest = '';

  /** @param pipe is not there where the system could not start the process */
  constructor(pipe?: Readable) {
    this.#pipe = pipe;
    // What breaks the pipe ends the process, which is told otherwise.
    pipe
      ?.setEncoding('utf8')
      .on('data', (text: string) => this.#take(text))
      .on('error', () => {});
  }

  close(): void {
    this.#pipe?.destroy();
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    if (lines.length > 0) this.latest = JSON.parse(lines.at(-1)!);
  }
}
