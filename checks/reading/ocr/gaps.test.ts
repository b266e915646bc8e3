import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import { readPicture } from './read-picture.ts';

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
