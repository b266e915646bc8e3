import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDocument } from './import-document.ts';
import { Refused } from './refused.ts';
import { account } from './testing/accounted.ts';
import { toGb18030, toUtf16 } from './testing/encode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const words = fc.constantFrom(
  ...'县政府网站管理办法规定各单位应当公开信息负责“”《》（）()[]*_#<>|~`\\&$!-+=1234567890.,;:，。；：、%％ \u3000\u00a0ABCxyz【】〔〕年月日第条章一二三十'.split(
    '',
  ),
  '&nbsp;',
  '<b>',
  '**',
  '```',
  'http://a.example',
  'www.b.example',
  '\t',
  '𠮷',
  '1. ',
  '- ',
  '> ',
  '# ',
  '---',
  '[^1]',
  '[x](y)',
  '![x](y)',
  '~~',
);
const line = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''));
const numbered = fc
  .tuple(
    fc.constantFrom(
      '第一章',
      '第二章 ',
      '第一条',
      '第二条  ',
      '第三 条',
      '一条 ',
      '一、',
      '（一）',
      '(二)',
      '1.',
      '附件：',
      '主题词：',
      '抄送：',
      '发布日期：2012-03-04 来源：',
      '首页 > ',
      '上一篇：',
      '2012年3月4日',
      '云岭县人民政府',
      '云岭县网站管理办法',
    ),
    line,
  )
  .map((parts) => parts.join(''));
const document = fc.array(fc.oneof(line, numbered, fc.constant('')), { minLength: 1, maxLength: 30 }).map((lines) => lines.join('\n'));

test('every character of a text is in the body or told as left out, in its order', () => {
  fc.assert(
    fc.property(document, (source) => {
      const imported = attempt(utf8(source));
      if (!imported) return;
      const { expected, actual } = account(source, imported);
      expect(actual).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('every damage and everything left out is quoted from its own place', () => {
  fc.assert(
    fc.property(document, (source) => {
      const imported = attempt(utf8(source));
      const lines = source.split('\n');
      for (const { line, column, text } of imported?.dropped ?? []) {
        const rest = [...lines[line - 1]!]
          .slice(column - 1)
          .join('')
          .replace(/[\s\u3000\u00a0]+/gu, '');
        expect(rest.startsWith(text.replaceAll(' ', ''))).toBe(true);
      }
      for (const { line, column, quoted } of imported?.damage ?? []) {
        const rest = [...lines[line - 1]!]
          .slice(column - 1)
          .join('')
          .replace(/[\s\u3000\u00a0]+/gu, '');
        const words = quoted.replaceAll(' ', '');
        expect(rest.startsWith(words.replace(/…$/u, '')) || rest.startsWith(words)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a text says the same in every encoding that is certain', () => {
  const text = fc
    .array(
      fc.constantFrom('第一条 为规范网站管理，制定本办法。', '第二条 各单位应当及时更新信息。', '云岭县网站管理办法', '一、总体要求'),
      { minLength: 1, maxLength: 12 },
    )
    .map((lines) => lines.join('\r\n'));
  fc.assert(
    fc.property(text, (source) => {
      const bodies = [
        utf8(source),
        utf8(`\ufeff${source}`),
        toGb18030(source),
        toUtf16(source, 'little', true),
        toUtf16(source, 'big', true),
        toUtf16(`${source}\n`, 'little', false),
        toUtf16(`${source}\n`, 'big', false),
      ].map((bytes) => attempt(bytes)?.body);
      expect(new Set(bodies).size).toBe(1);
    }),
  );
});

function attempt(bytes: Uint8Array) {
  try {
    return importDocument({ name: 'a.txt', bytes });
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
