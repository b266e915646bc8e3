import { flushCompileCache } from 'node:module';
import { placesOf } from '../../cms/library/places-of.ts';
import { readFile } from '../reading/read.ts';
import { beWatched } from './be-watched.ts';
import { judgeFile } from './judge-file.ts';
import { LIMITS } from './limits.ts';
import type { Answer, Question } from './messages.ts';

// A process that judges files for the one that started it, and may die of a hostile one.
const send = (answer: Answer) => process.send!(answer);
beWatched(LIMITS.pulse);

// Nearly every change is of an entry; loading the reader of entries while waiting costs nobody time.
void readFile('准备.md', new TextEncoder().encode('---\ntitle: 准备\n---\n准备。'));

process.on('message', async (question: Question) => {
  try {
    if ('name' in question) return send({ kind: 'read', reading: await readFile(question.name, question.bytes) });
    const said = [];
    for (const file of question.files) said.push(await judgeFile(file, question.lexicon));
    send({ kind: 'done', findings: said });
  } catch (error) {
    send({ kind: 'failed', places: placesOf(error) });
  } finally {
    // It will be killed, and then leaves nothing of what it loaded for the next one to begin with.
    setImmediate(flushCompileCache);
  }
});
process.on('disconnect', () => process.exit());
