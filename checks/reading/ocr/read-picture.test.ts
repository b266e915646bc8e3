import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import { readPicture } from './read-picture.ts';

const LINES = ['机密★1年', '清岚县人民政府文件', '身份证号码990101199003070012', '联系电话14212345678，账号6299010112345678903'];

function toPage(more = '', lines = LINES) {
  const texts = lines.map((line, i) => `<text x="60" y="${150 + 90 * i}" font-size="32">${line}</text>`).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400" font-family="Noto Serif CJK SC"><rect width="1000" height="1400" fill="#fff"/>${texts}${more}</svg>`,
  );
}

async function read(image: Sharp, budget = new Budget()) {
  const { data, info } = await image.flatten({ background: '#fff' }).raw().toBuffer({ resolveWithObject: true });
  return readPicture({ data, width: info.width, height: info.height, channels: info.channels as 3 }, budget);
}

test('a scanned page, straight and turned', async () => {
  for (const angle of [0.8, 90, 180, 270]) {
    const turned = await sharp(toPage()).rotate(angle, { background: '#fff' }).jpeg({ quality: 60 }).toBuffer();
    const { texts, state } = await read(sharp(turned));
    expect(state).toBe('read');
    expect(texts.map((text) => text.replace(',', '，'))).toEqual(LINES);
  }
});

test('a tilted stamp, one across print, and a pale watermark', async () => {
  const stamp = '<text x="500" y="900" font-size="70" fill="#d22" text-anchor="middle" transform="rotate(-20 500 900)">绝密</text>';
  const mark =
    '<text x="500" y="750" font-size="150" fill-opacity="0.12" text-anchor="middle" transform="rotate(-40 500 700)">内部资料</text>';
  expect((await read(sharp(toPage(stamp)))).texts).toContain('绝密');
  const body = Array.from({ length: 12 }, () => '县直各有关单位要按照职责分工做好落实工作');
  expect((await read(sharp(toPage(mark, body)))).texts).toContain('内部资料');
  const across = '<text x="450" y="700" font-size="84" fill="#c00" text-anchor="middle" transform="rotate(-22 450 700)">机 密</text>';
  expect((await read(sharp(toPage(across, body)))).texts.map((text) => text.replace(/ /gu, ''))).toContain('机密');
});

test('vertical writing', async () => {
  const stack = [...'机密文件注意保管']
    .map((character, i) => `<text x="700" y="${200 + 60 * i}" font-size="50">${character}</text>`)
    .join('');
  expect((await read(sharp(toPage(stack, [])))).texts).toEqual(['机密文件注意保管']);
});

test('a long picture is read in pieces, as far as the budget goes', async () => {
  const texts = Array.from({ length: 12 }, (_, i) => `<text x="30" y="${100 + i * 200}" font-size="36">第${i + 1}条消息</text>`).join('');
  const image = () =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="2500" font-family="Noto Sans CJK SC"><rect width="600" height="2500" fill="#fff"/>${texts}</svg>`,
      ),
    );
  const whole = await read(image());
  expect(whole.texts).toEqual(Array.from({ length: 12 }, (_, i) => `第${i + 1}条消息`));
  const budget = new Budget({ pictures: 1 });
  const part = await read(image(), budget);
  expect(part.state).toBe('cut');
  expect(part.texts).toContain('第1条消息');
  expect(part.texts).not.toContain('第12条消息');
  expect(budget.pictures).toBe(0);
});

test('a picture without text gives none', async () => {
  expect(await read(sharp({ create: { width: 300, height: 300, channels: 3, background: '#8ac' } }))).toEqual({ texts: [], state: 'read' });
});
