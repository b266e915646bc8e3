import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Folder } from '../../cms/library/folder.ts';
import { judgeFile } from '../engine/judge-file.ts';
import { readJudging } from '../engine/judging-files.ts';
import { readLexicon } from '../engine/read-lexicon.ts';
import { isLuhn } from '../rules/privacy/bank-card/bank-card.ts';
import { FORMATS } from './formats.ts';

const LEXICON = readLexicon(readJudging(new Folder('content')));

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (number: string) =>
  number + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11];

/** Secrets that are found wherever they stand. The area code is not in use; the issuer of the cards does not exist. */
const idNumber = fc
  .record({
    year: fc.integer({ min: 1940, max: 2020 }),
    month: fc.integer({ min: 10, max: 12 }),
    day: fc.integer({ min: 10, max: 28 }),
    rest: digits(3),
  })
  .map(({ year, month, day, rest }) => withCheck(`990101${year}${month}${day}${rest}`));
const card = digits(14).map((rest) => {
  const number = `6299${rest}`;
  return number + [...'0123456789'].find((last) => isLuhn(number + last));
});
const password = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwyz'), minLength: 4, maxLength: 9 }), digits(4))
  .map(([word, year]) => `Q${word}@${year}`);
const secret = fc.oneof(
  idNumber.map((written) => ({ written, sentence: `身份证号${written}` })),
  card.map((written) => ({ written, sentence: `户名王小明，卡号${written}` })),
  digits(9).map((rest) => ({ written: `13${rest}`, sentence: `村民王小明，手机13${rest}` })),
  password.map((written) => ({ written, sentence: `账号admin，密码：${written}` })),
  fc.integer({ min: 2, max: 29 }).map((years) => ({ written: `机密★${years}年`, sentence: `机密★${years}年` })),
);
const PLACES: ((sentence: string) => string)[] = [
  (sentence) => `---\ntitle: ${JSON.stringify(sentence)}\n---\n\n正文。\n`,
  (sentence) => `正文。${sentence}。\n`,
  (sentence) => `| 甲 | 乙 |\n| --- | --- |\n| 一 | ${sentence} |\n`,
  (sentence) => `<!-- ${sentence} -->\n`,
  (sentence) => `[看看](a.html "${sentence}")\n`,
  (sentence) => `![${sentence}](a.png)\n`,
  (sentence) => `\`\`\`\n${sentence}\n\`\`\`\n`,
  (sentence) => `- ${sentence}\n- ${sentence}\n`,
];

/** Parts of a secret that would give it away: any eight of its signs that stand together. */
const partsOf = (written: string) => Array.from({ length: Math.max(1, written.length - 7) }, (_, at) => written.slice(at, at + 8));

test('no report holds what a rule on secrecy or privacy found, nor eight signs of it that stand together', async () => {
  const formats = await Promise.all(Object.entries(FORMATS).map(async ([name, format]) => [name, await format()] as const));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      secret,
      fc.constantFrom(...PLACES),
      fc.constantFrom('index.md', 'a.txt'),
      async ({ written, sentence }, place, path) => {
        const bytes = Buffer.from(place(sentence));
        const findings = await judgeFile({ path, bytes, isAttachment: path !== 'index.md' }, LEXICON);
        if (findings.some(({ severity }) => severity === 'block')) found++;
        const checked = { findings, waived: [], known: [], files: 1 };
        for (const [name, format] of formats) {
          const report = format(checked);
          expect(
            partsOf(written).filter((part) => report.includes(part)),
            name,
          ).toEqual([]);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS * 0.9);
});
const RUNS = 300;
