import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import { offsetAt } from '../text/placed-text.ts';
import { readHtml } from './read-html.ts';
import { readHtmlFragment } from './read-html-fragment.ts';

/** Each has one word of its own that must be found, whatever stands around it. */
const PLACES: [html: string, word: string][] = [
  ['<p>壬<b>九</b>&#x7678;</p>', '壬九癸'],
  ['<h2 title="午五">x</h2>', '午五'],
  ['</p title="未六">', '未六'],
  ['<img alt=寅一 src="a.png">', '寅一'],
  ['<img src="/卯&amp;二.png">', '/卯&二.png'],
  ['<a title=辰 title="巳四">x</a>', '巳四'],
  ['<!-- 己六 -->', '己六'],
  ['<!--[if gte mso 9]><xml><o:Author>庚七</o:Author></xml><![endif]-->', '庚七'],
  ['<style>.a::after{content:"丁四"}</style>', '丁四'],
  ['<script>var a="戊五</"+"p>"</script>', '戊五'],
  ['<template><p>戌九</template>', '戌九'],
  ['<noscript>亥十</noscript>', '亥十'],
  ['<iframe srcdoc="&lt;p title=&quot;申七&quot;&gt;">x</iframe>', '申七'],
  ['<span style="display:none">子一</span>', '子一'],
  ['<input type=hidden value=丑二>', '丑二'],
  ['<meta name=keywords content="丙三">', '丙三'],
  ['<svg><text>矢三</text></svg>', '矢三'],
  ['<table><tr><td>表四<td><table><td>表五</table></table>', '表五'],
  ['<table>外六<tr><td>y</table>', '外六'],
  ['<select><option label=选七>x</select>', '选七'],
  ['<?xml version="1.0" 处理八?>', '处理八'],
  ['<!doctype 类型九>', '类型九'],
  ['<b style="background:url(背景十.png)">x</b>', '背景十'],
  ['<p data-name="数一" class="类二">x</p>', '数一'],
  ['<p class="类二">x</p>', '类二'],
];

test.each(PLACES)('%s', (html, word) => {
  expect(readHtmlFragment(html, 0, '正文').some(({ text }) => text.includes(word))).toBe(true);
});

test('no order or nesting of them hides one', () => {
  const pages = fc.shuffledSubarray(PLACES, { minLength: 2 }).chain((places) => {
    const wrap = fc.constantFrom('', '<div>', '<p>', '<table><tr><td>', '<ul><li>', '<b>', '<svg>', '<select>', '<head>', '<body>');
    return fc.record({ places: fc.constant(places), wraps: fc.array(wrap, { minLength: places.length, maxLength: places.length }) });
  });
  fc.assert(
    fc.property(pages, ({ places, wraps }) => {
      const html = places.map(([part], i) => wraps[i] + part).join('\r\n');
      const all = readHtmlFragment(html, 0, '正文').map(({ text }) => text);
      for (const [, word] of places) expect(all.some((text) => text.includes(word)) || word).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a piece stands where its offsets say', () => {
  const parts = fc.constantFrom(
    '甲',
    '&amp;',
    '&#x4e59;',
    '\r\n',
    ' ',
    '<b>',
    '</b>',
    '<p title="丙&lt;">',
    '<td>',
    '<table>',
    '<pre>',
    '𠮷',
    '\0',
    '<!--丁-->',
    '&',
    '<',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (list) => {
      const html = list.join('');
      for (const { text, offsets } of readHtmlFragment(html, 7, '正文')) {
        expect(offsets).toBeDefined();
        for (let i = 0; i < text.length; i++) {
          const at = offsetAt(offsets!, i) - 7;
          if (/[甲丙丁\ud842\udfb7]/u.test(text[i]!)) expect(html[at]).toBe(text[i]);
          expect(at).toBeLessThan(html.length);
        }
        if (typeof offsets === 'number') expect(html.slice(offsets - 7, offsets - 7 + text.length).replaceAll('\0', '\u200b')).toBe(text);
        else expect(offsets).toHaveLength(text.length + 1);
      }
    }),
    // What follows was found once: an element that the parser repeats has no tag of its own.
    { numRuns: 1000, examples: [[['<b>', '<pre>', '\r\n', '&#x4e59;', '</b>']]] },
  );
});

test('a place within a source that is itself put together', () => {
  const [piece] = readHtmlFragment('<b>密</b>级', [10, 11, 12, 20, 21, 22, 23, 24, 30, 40], '正文');
  expect(piece).toMatchObject({ text: '密级', offsets: [20, 30, 40] });
});

test('what is hidden is marked, and told apart from what is seen', async () => {
  const { pieces, traits } = await read(
    '<p>见<span style="font-size:0pt">甲</span>到<font color=white>乙</font><b style="background: #000"><font color="#FFF">丙</font></b></p>',
    '<table><col><col style="display:none"><tr><td>一<td>二<tr style="visibility: hidden"><td>三</table>',
  );
  const look = pieces.filter(({ kind }) => kind !== 'other').map(({ text, isHidden, where }) => [text, isHidden, where]);
  expect(look).toEqual([
    ['甲', true, '正文'],
    ['乙', true, '正文'],
    ['见到丙', false, '正文'],
    ['一', false, '正文中的第1个表格第1行第1列'],
    ['二', true, '正文中的第1个表格第1行第2列'],
    ['三', true, '正文中的第1个表格第2行第1列'],
  ]);
  expect(traits.map(({ kind }) => kind).sort()).toEqual(['hidden-columns', 'hidden-rows', 'hidden-text']);
});

test('cells know their rows and columns, spans counted', async () => {
  const { pieces } = await read('<table><tr><td rowspan=2 colspan=2>A<p>B</p></td><td>C</td></tr><tr><td>D</td></tr></table>');
  expect(pieces.map(({ text, cell }) => [text, cell])).toEqual([
    ['A\nB', { table: 0, row: 0, column: 0 }],
    ['C', { table: 0, row: 0, column: 2 }],
    ['D', { table: 0, row: 1, column: 2 }],
  ]);
});

test('GBK pages, by their own word or without one', async () => {
  const words = Uint8Array.from([0xbb, 0xfa, 0xc3, 0xdc]);
  const head = new TextEncoder().encode('<meta charset=gb2312><p>');
  for (const start of [head, head.subarray(21)]) {
    const bytes = new Uint8Array([...start, ...words]);
    const reading = await readHtml({ ...SOURCE, bytes });
    expect(reading.pieces.at(-1)).toMatchObject({ text: '机密', offsets: start.length });
    expect(reading.traits).toEqual([]);
  }
});

test.each([
  ['deep', '<div>'.repeat(200_000)],
  ['many open formatting elements', Array.from({ length: 3000 }, (_, i) => `<b id=b${i}><p>`).join('')],
  ['tables in tables', '<table><tr><td>'.repeat(50_000)],
  ['conditional comments in conditional comments', `${'<!--[if a]>'.repeat(20_000)}x`],
  ['no end of a tag', '<a b="'.repeat(100_000)],
  ['wide cells', '<table><tr><td colspan=99999 rowspan=99999>'.repeat(2000)],
  ['words between cells', `<table>${'词<tr>'.repeat(20_000)}`],
  ['frames in frames', '<iframe><p>'.repeat(5_000)],
  ['zero bytes', '机\0密'.repeat(20_000)],
])('hostile: %s', async (_, html) => {
  const reading = await read(`${html}<p title="末一">末二`);
  const all = reading.pieces.map(({ text }) => text).join('\n');
  expect(all).toContain('末');
});

const SOURCE = {
  name: 'a.html',
  within: '',
  level: 0,
  budget: new Budget(),
  readInner: () => Promise.reject(new Error('nothing is packed in a page')),
};
const read = (...html: string[]) => readHtml({ ...SOURCE, bytes: new TextEncoder().encode(html.join('')) });
