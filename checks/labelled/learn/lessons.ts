import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Budget } from '../../reading/budget.ts';
import { readFile } from '../../reading/read.ts';
import { featuresOf } from '../../rules/secrecy/resembling/features.ts';
import { statementsOf } from '../../rules/secrecy/resembling/statements.ts';
import { toDocument } from '../../text/document.ts';
import { bytesOf, loadCases, type SetName } from '../load.ts';
import { learn, type Weights } from './learn.ts';
import { loadOrdinary, loadTwins } from './taught.ts';

/** A document that something can be learnt from, or that shows what was. */
export interface Lesson {
  isUnfit: boolean;
  statements: { text: string; features: Uint32Array }[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Kinds of files in the sample county that have words. */
const WORDED = 'content/**/*.{md,yaml,docx,xlsx,pptx,csv,pdf}';
/** Statements of one document; more of a long list would say the same. */
const MOST = 400;

/** The cases of a set. What is only to be looked at is no more unfit than what is innocent: other rules see to it. */
export async function lessonsOfSet(set: SetName): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  for (const labelled of await loadCases(set))
    lessons.push(await lessonOf(labelled.name, await bytesOf(labelled), labelled.verdict === 'block'));
  return lessons;
}

/** The twins of `taught/` and the ordinary texts beside them. */
export const lessonsTaught = (): Promise<Lesson[]> =>
  Promise.all([
    ...loadTwins().flatMap(({ unfit, fit }) => [lessonOfText(unfit, true), lessonOfText(fit, false)]),
    ...loadOrdinary().map((text) => lessonOfText(text, false)),
  ]);
const lessonOfText = (text: string, isUnfit: boolean) => lessonOf('taught.md', Buffer.from(text), isUnfit);

/** The files of the sample county, which are innocent. */
export const lessonsOfCounty = (): Promise<Lesson[]> =>
  Promise.all(
    globSync(WORDED, { cwd: ROOT })
      .sort()
      .map((path) => lessonOf(basename(path), readFileSync(ROOT + path), false)),
  );

/** What OCR reads differs between machines: nothing is learnt from pictures. */
async function lessonOf(name: string, bytes: Uint8Array, isUnfit: boolean): Promise<Lesson> {
  const reading = await readFile(name, bytes, new Budget({ pictures: 0 }));
  const isPicture = reading.traits.some(({ kind }) => kind === 'scanned');
  const statements = isPicture ? [] : statementsOf(toDocument(reading)).slice(0, MOST);
  return { isUnfit, statements: statements.map(({ text }) => ({ text, features: featuresOf(text) })) };
}

/** Learns from lessons in their order. What an innocent document says too is not what makes another unfit. */
export function learnFrom(lessons: readonly Lesson[]): Weights {
  const innocent = lessons.filter(({ isUnfit }) => !isUnfit).flatMap(({ statements }) => statements);
  const harmless = new Set(innocent.map(({ text }) => text));
  const unfit = lessons
    .filter(({ isUnfit }) => isUnfit)
    .map(({ statements }) => statements.filter(({ text }) => !harmless.has(text)))
    .filter((statements) => statements.length > 0);
  const featuresIn = (statements: Lesson['statements']) => statements.map(({ features }) => features);
  return learn(unfit.map(featuresIn), featuresIn(innocent));
}
