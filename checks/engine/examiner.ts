import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import { type FileToJudge, judgeUnread } from './judge-file.ts';
import { LIMITS } from './limits.ts';
import type { Answer, Question } from './messages.ts';

const SCRIPT = fileURLToPath(new URL('./examine.ts', import.meta.url));

/** Judges files in a process of its own, which is ended and replaced when a file costs too much. One file at a time. */
export class Examiner {
  #process: ChildProcess | undefined;

  /** Judges a file. Never fails for what the file holds: a file that kills the reader is a finding. */
  async examine(file: FileToJudge, lexicon: Lexicon): Promise<Finding[]> {
    const outcome = await this.#ask({ file, lexicon });
    if (typeof outcome !== 'string') return outcome;
    this.close();
    return judgeUnread(file, { kind: 'cut', where: '文件', what: outcome });
  }

  close() {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  /** The findings, or in Chinese why there are none. */
  #ask(question: Question): Promise<Finding[] | string> {
    const child = (this.#process ??= start());
    return new Promise((resolve) => {
      const started = Date.now();
      let heard = started;
      const watch = setInterval(() => {
        if (Date.now() - heard > LIMITS.silence || Date.now() - started > LIMITS.time) end(TOO_LONG);
      }, LIMITS.pulse);
      const onMessage = (answer: Answer) => {
        heard = Date.now();
        if (answer.kind === 'done') end(answer.findings);
        else if (answer.kind === 'failed') {
          console.error(`${answer.name}\n${answer.stack}`);
          end(FAILED);
        } else if (answer.memory > LIMITS.memory) end(TOO_MUCH);
      };
      const onExit = () => end(DIED);
      const stop = () => {
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit).off('error', onExit);
      };
      const end = (outcome: Finding[] | string) => {
        stop();
        resolve(outcome);
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onExit);
      child.send(question);
    });
  }
}

const TOO_LONG = '检查用时过长，没有读完';
const TOO_MUCH = '展开后占用的内存过大，没有读完';
const FAILED = '检查程序出错，没有查完';
const DIED = '读取程序中途退出，没有读完';

const start = () =>
  fork(SCRIPT, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${LIMITS.heap}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
