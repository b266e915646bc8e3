import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

/** Text with everything that folding treats in its own way: pairs, full width, ligatures, invisible, traditional. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '機',
        '絶',
        '密',
        '★',
        '＊',
        '１',
        '㊙',
        '①',
        '㎡',
        'ﬃ',
        '㍿',
        '\u200b',
        '\u00ad',
        '\ufeff',
        '𝟙',
        '👨‍👩‍👧',
        '\ud800',
        '\udc00',
        '\n',
        '\t',
        '　',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** The offset behind the character that begins at `at`. */
const behind = (written: string, at: number) => at + String.fromCodePoint(written.codePointAt(at)!).length;

test('every unit of folded text stands for a character whose own folding contains it', () => {
  fc.assert(
    fc.property(text, (written) => {
      const folded = fold(written);
      for (const [index, unit] of folded.text.split('').entries()) {
        const at = folded.from ? folded.from[index]! : index;
        expect(fold(written.slice(at, behind(written, at))).text).toContain(unit);
      }
    }),
  );
});

test('offsets never go back and end at the end', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { text: plain, from } = fold(written);
      if (!from) {
        expect(plain).toHaveLength(written.length);
        return;
      }
      expect(from).toHaveLength(plain.length + 1);
      expect(from.at(-1)).toBe(written.length);
      expect(from).toEqual([...from].sort((a, b) => a - b));
    }),
  );
});

test('folding folded text changes nothing', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(fold(fold(written).text).text).toBe(fold(written).text);
    }),
  );
});

test('a mark is the same however its characters are disguised', () => {
  const disguise = fc.tuple(
    fc.constantFrom('机', '機', '\u200b机', '机\ufe0f'),
    fc.constantFrom('密', '密\u00ad', '\u2060密'),
    fc.constantFrom('★', '\ufeff★'),
    fc.constantFrom('1', '１', '𝟏'),
    fc.constantFrom('年', '\u200d年', '\uf98e'),
  );
  fc.assert(
    fc.property(disguise, (characters) => {
      expect(fold(characters.join('')).text).toBe('机密★1年');
    }),
  );
});
