import { judgeFile } from './judge-file.ts';
import { LIMITS } from './limits.ts';
import type { Answer, Question } from './messages.ts';

// A process that judges one file after another for the one that started it, and may die of a hostile one.
const send = (answer: Answer) => process.send!(answer);
setInterval(() => send({ kind: 'pulse', memory: process.memoryUsage.rss() }), LIMITS.pulse).unref();

process.on('message', async ({ file, lexicon }: Question) => {
  try {
    send({ kind: 'done', findings: await judgeFile(file, lexicon) });
  } catch (error) {
    // The message of an unforeseen error may quote the file; its type and place do not.
    send({ kind: 'failed', name: error instanceof Error ? error.name : 'unknown', stack: placesOf(error) });
  }
});
process.on('disconnect', () => process.exit());

/** The lines of a stack that name places in code, without the message. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 5)
    .join('\n');
}
