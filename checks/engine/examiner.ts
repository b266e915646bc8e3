import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../lexicon.ts';
import type { Reading } from '../reading/piece.ts';
import { Cost } from './cost.ts';
import type { FileToJudge, Judged } from './judge-file.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Answer, type Question, SIGNS } from './messages.ts';
import { Signs } from './signs.ts';

/** Set where this code runs compiled (`scripts/compiled.ts`). */
declare const COMPILED_EXAMINER: string | undefined;
const SCRIPT = typeof COMPILED_EXAMINER === 'string' ? COMPILED_EXAMINER : fileURLToPath(new URL('./examine.ts', import.meta.url));

/** An answer that ends a question. */
type Said = Extract<Answer, { kind: 'done' | 'read' }>;

/** Judges files in a process of its own, which is ended and replaced when a file costs too much. One question at a time. */
export class Examiner {
  readonly #script: string;
  readonly #limits: Limits;
  #process: ChildProcess | undefined;
  #signs = new Signs();
  #isClosed = false;

  /** @param script that answers, another one in tests only */
  constructor(script = SCRIPT, limits: Limits = LIMITS) {
    this.#script = script;
    this.#limits = limits;
  }

  /**
   * Judges files. Never fails for what a file holds: a file that kills the reader is a finding, and the others that were
   * asked about with it are judged one by one.
   */
  async examine(files: readonly FileToJudge[], lexicon: Lexicon): Promise<Judged[]> {
    const outcome = await this.#ask({ files, lexicon });
    if (typeof outcome !== 'string' && outcome.kind === 'done') return outcome.findings.map((findings) => ({ findings, isWhole: true }));
    this.#end();
    const [file] = files;
    if (file && files.length === 1) {
      // All the rules, which load while the examiners do when they are not needed for this.
      const { judgeUnread } = await import('./judge-file.ts');
      return [{ findings: judgeUnread(file, { kind: 'unjudged', where: '文件', what: String(outcome) }), isWhole: false }];
    }
    const said: Judged[] = [];
    for (const each of files) said.push(...(await this.examine([each], lexicon)));
    return said;
  }

  /** What can be found in a file, or in Chinese why it was not read. Never fails for what the file holds. */
  async read(name: string, bytes: Uint8Array): Promise<Reading | string> {
    const outcome = await this.#ask({ name, bytes });
    if (typeof outcome !== 'string' && outcome.kind === 'read') return outcome.reading;
    this.#end();
    return String(outcome);
  }

  /** Has the process load its code before the first question comes. */
  start() {
    this.#process ??= this.#fork();
  }

  /** Ends it for good: what is still asked, and what is asked from now on, is not examined. */
  close() {
    this.#isClosed = true;
    this.#end();
  }

  #end() {
    // Nobody waits until the system has taken its memory back.
    if (this.#process?.connected) this.#process.disconnect();
    this.#signs.close();
    this.#process?.unref();
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  /** What it said, or in Chinese why it said nothing. */
  async #ask(question: Question): Promise<Said | string> {
    if (this.#isClosed) return DIED;
    const child = (this.#process ??= this.#fork());
    return new Promise((resolve) => {
      const cost = new Cost(this.#limits, this.#signs.latest);
      const watch = setInterval(() => {
        const why = cost.whyTooHigh(this.#signs.latest);
        if (why) end(why);
      }, this.#limits.pulse);
      const onMessage = (answer: Answer) => {
        if (answer.kind !== 'failed') return end(answer);
        if ('name' in question || question.files.length === 1) console.error(answer.places);
        end(FAILED);
      };
      const onExit = () => end(DIED);
      const end = (outcome: Said | string) => {
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
        resolve(outcome);
      };
      child.on('message', onMessage).on('exit', onExit);
      // One that has died is told by its exit.
      child.send(question, () => {});
    });
  }

  #fork(): ChildProcess {
    const child = fork(this.#script, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#limits.heap}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
    });
    // One that dies between two questions is replaced at the next.
    const forget = () => {
      if (this.#process === child) this.#process = undefined;
    };
    this.#signs = new Signs((child.stdio?.[SIGNS] as Readable | null) ?? undefined);
    return child.once('exit', forget).on('error', () => child.emit('exit'));
  }
}

const FAILED = '检查程序出错，没有查完';
const DIED = '读取程序中途退出，没有读完';
