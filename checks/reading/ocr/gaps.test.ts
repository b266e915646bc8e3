import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Examiner } from '../../engine/examiner.ts';
import { Budget } from '../budget.ts';
import { MOST_AREA } from './prepare.ts';
import { readPicture } from './read-picture.ts';
import { toTiles } from './tiles.ts';

const ROWS = ['1 张家和 13912345678 990101199003071237 A组', '2 李春梅 13987654321 990101196805120447 B组'];

/** A picture of so many pixels with these rows. */
async function read(rows: readonly string[], font: string, width: number, height: number) {
  const texts = rows.map((row, at) => `<text x="40" y="${60 + at * 40}" font-size="24" xml:space="preserve">${row}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font}"><rect width="${width}" height="${height}" fill="#fff"/>${texts}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (await readPicture({ data, width: info.width, height: info.height, channels: 3 }, new Budget())).texts.join('\n');
}

test.each(['Noto Sans CJK SC', 'Noto Serif CJK SC'])('numbers that stand beside each other are parted: %s', async (font) => {
  const text = await read(ROWS, font, 800, 400);
  for (const number of ROWS.flatMap((row) => row.match(/\d{11,}/gu)!)) expect(text).toMatch(new RegExp(`(?<!\\w)${number}(?!\\w)`, 'u'));
});

test('a few rows of a table, wide and low, are read across', async () => {
  const text = await read(ROWS, 'Noto Sans CJK SC', 1400, 140);
  for (const number of ROWS.flatMap((row) => row.match(/\d{11,}/gu)!)) expect(text).toMatch(new RegExp(`(?<!\\w)${number}(?!\\w)`, 'u'));
});

test('one row that is a hundred characters long, and a strip that is forty times as wide as high', async () => {
  const long = Array.from({ length: 5 }, (_, at) => `第${at + 1}户 张家和 99010119900307${1237 + at * 1000}`).join('，');
  const numbers = long.match(/\d{18}/gu)!;
  const row = await read(['下面一行很长', long, '到此为止'], 'Noto Sans CJK SC', 2400, 200);
  for (const number of numbers) expect(row).toContain(number);
  const strip = await read(['', long].slice(1), 'Noto Sans CJK SC', 3200, 80);
  for (const number of numbers) expect(strip).toContain(number);
});

test('pieces of a picture of any shape cover it, are small, and lie over each other', () => {
  for (const [width, height] of [
    [800, 600],
    [600, 2500],
    [1400, 140],
    [3200, 80],
    [5000, 600],
    [9000, 400],
    [20_000, 1500],
  ] as const) {
    const tiles = toTiles(width, height);
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    const spans = tiles.map((tile) => (width > height ? [tile.left, tile.left + tile.width] : [tile.top, tile.top + tile.height]));
    expect([spans[0]![0], spans.at(-1)![1]]).toEqual([0, long]);
    for (const [begin, end] of spans) expect((end! - begin!) * short).toBeLessThanOrEqual(Math.max(MOST_AREA, 2.2 * short ** 2) + short);
    for (let at = 1; at < spans.length; at++)
      expect(spans[at - 1]![1]! - spans[at]![0]!).toBeGreaterThanOrEqual(width > height ? Math.min(12 * short, 500) : 0.09 * short);
  }
});

test('a wide banner in pale colours takes no more memory than a page', async () => {
  const colours = '<linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#d8e6ee"/></linearGradient>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="600" font-family="Noto Sans CJK SC"><defs>${colours}</defs><rect width="5000" height="600" fill="url(#g)"/><text x="1700" y="540" font-size="22">张家和 13912345678 990101199003071237</text></svg>`;
  const file = { path: 'banner.png', bytes: await sharp(Buffer.from(svg)).png().toBuffer(), isAttachment: true };
  const examiner = new Examiner();
  const [judged] = await examiner.examine([file], new Map());
  examiner.close();
  expect([judged!.isWhole, judged!.findings.map(({ rule }) => rule).filter((rule) => /^(?:privacy|secrecy)/u.test(rule))]).toEqual([
    true,
    ['privacy/id-number'],
  ]);
});
