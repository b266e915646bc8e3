import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { TUNED } from '../load.ts';
import type { Weights } from './learn.ts';
import { type Lesson, learnFrom, lessonsOfCounty, lessonsOfSet, lessonsTaught } from './lessons.ts';

/**
 * Writes `weights.ts` of the rule `secrecy/resembling`, from the labelled sets that may be read, from the twins of `taught/` and from
 * the sample county. Run it when these have changed: node checks/labelled/learn/learn-weights.ts
 */
const TO = fileURLToPath(new URL('../../rules/secrecy/resembling/weights.ts', import.meta.url));

const lessons: Lesson[] = [];
for (const set of TUNED) lessons.push(...(await lessonsOfSet(set)));
lessons.push(...(await lessonsTaught()), ...(await lessonsOfCounty()));
write(learnFrom(lessons));
const unfit = lessons.filter(({ isUnfit }) => isUnfit).length;
console.log(`${unfit} documents that must not be public, ${lessons.length - unfit} innocent ones`);
process.exit();

function write({ of, bias }: Weights) {
  const scale = of.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Buffer.from(Int8Array.from(of, (weight) => Math.round(weight / scale)).buffer);
  writeFileSync(
    TO,
    [
      '// Written by `node checks/labelled/learn/learn-weights.ts`. Do not edit.',
      '/** Weights of features, one signed byte each, deflated, base64. */',
      `export const WEIGHTS =\n  '${deflateSync(bytes, { level: 9 }).toString('base64')}';`,
      '/** What one step of a weight counts. */',
      `export const SCALE = ${scale};`,
      `export const BIAS = ${bias};\n`,
    ].join('\n'),
  );
}
