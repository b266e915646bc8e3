import { ALIKE, SURE } from '../../rules/secrecy/resembling/resembling.ts';
import { type SetName, TUNED } from '../load.ts';
import { likenessBy, type Weights } from './learn.ts';
import { type Lesson, learnFrom, lessonsOfCounty, lessonsOfSet, lessonsTaught } from './lessons.ts';

/**
 * Tells how what is learnt from all authors but one carries over to that one: of each author's documents, and of the sample county's,
 * how many the net alone would tell of, and how many of these it would stop. Thresholds are chosen by it. Takes some minutes:
 * node checks/labelled/learn/leave-one-out.ts
 */
const OURS: ReadonlySet<SetName> = new Set(['variants', 'roles']);

const lessons = new Map<string, Lesson[]>();
for (const set of TUNED) lessons.set(set, await lessonsOfSet(set));
lessons.set('taught', await lessonsTaught());
lessons.set('county', await lessonsOfCounty());
console.log('| left out | unfit | told of | stopped | others | told of | stopped |\n| --- | --- | --- | --- | --- | --- | --- |');
for (const [name, some] of lessons)
  if (name !== 'taught' && !OURS.has(name as SetName)) {
    const weights = learnFrom([...lessons].flatMap(([other, others]) => (other === name ? [] : others)));
    console.log(`| ${[name, ...countsOf(weights, some, true), ...countsOf(weights, some, false)].join(' | ')} |`);
  }
process.exit();

function countsOf(weights: Weights, some: readonly Lesson[], isUnfit: boolean): number[] {
  const likest = some
    .filter((lesson) => lesson.isUnfit === isUnfit && lesson.statements.length > 0)
    .map(({ statements }) => Math.max(...statements.map(({ features }) => likenessBy(weights, features))));
  return [likest.length, ...[ALIKE, SURE].map((least) => likest.filter((likeness) => likeness > least).length)];
}
