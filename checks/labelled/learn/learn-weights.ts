import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFile } from '../../reading/read.ts';
import { gramsOf } from '../../rules/secrecy/resembling/grams.ts';
import { statementsOf } from '../../rules/secrecy/resembling/statements.ts';
import { toDocument } from '../../text/document.ts';
import { bytesOf, loadCases, TUNED } from '../load.ts';
import { learn, type Weights } from './learn.ts';

/**
 * Writes `weights.ts` of the rule `secrecy/resembling`, from the labelled sets that may be read and from the sample county, which is
 * innocent. Run it when these have changed: node checks/labelled/learn/learn-weights.ts
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TO = `${ROOT}checks/rules/secrecy/resembling/weights.ts`;
/** Kinds of files in the sample county that have words. */
const WORDED = 'content/**/*.{md,yaml,docx,xlsx,pptx,csv,pdf}';
/** Statements of one document; more of a long list would say the same. */
const MOST = 400;

const unfit: Uint16Array[][] = [];
const innocent: Uint16Array[] = [];
for (const set of TUNED)
  for (const labelled of await loadCases(set)) {
    if (labelled.verdict === 'warn') continue;
    const grams = await read(labelled.name, await bytesOf(labelled));
    if (grams.length === 0) continue;
    if (labelled.verdict === 'block') unfit.push(grams);
    else innocent.push(...grams);
  }
for (const path of globSync(WORDED, { cwd: ROOT }).sort())
  innocent.push(...(await read(path.slice(path.lastIndexOf('/') + 1), readFileSync(ROOT + path))));
write(learn(unfit, innocent));
console.log(`${unfit.length} documents that must not be public, ${innocent.length} innocent statements`);
process.exit();

/** What OCR reads differs between machines: nothing is learnt from it. */
async function read(name: string, bytes: Uint8Array): Promise<Uint16Array[]> {
  const reading = await readFile(name, bytes);
  if (reading.pieces.some(({ kind }) => kind === 'ocr')) return [];
  return statementsOf(toDocument(reading))
    .slice(0, MOST)
    .map(({ text }) => gramsOf(text));
}

function write({ of, bias }: Weights) {
  const scale = of.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Buffer.from(Int8Array.from(of, (weight) => Math.round(weight / scale)).buffer);
  writeFileSync(
    TO,
    [
      '// Written by `node checks/labelled/learn/learn-weights.ts`. Do not edit.',
      '/** Weights of grams, one signed byte each, base64. */',
      `export const WEIGHTS =\n  '${bytes.toString('base64')}';`,
      '/** What one step of a weight counts. */',
      `export const SCALE = ${scale};`,
      `export const BIAS = ${bias};\n`,
    ].join('\n'),
  );
}
