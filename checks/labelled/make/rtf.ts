import { toGb18030 } from '../../../cms/import/testing/encode.ts';

/** A Rich Text document; `gbk` writes Chinese as bytes of code page 936 instead of Unicode numbers. */
export interface RtfRecipe {
  body: (string | { hidden: string } | { table: string[][] } | { runs: string[] })[];
  header?: string;
  title?: string;
  author?: string;
  gbk?: boolean;
}

export function makeRtf({ body, header, title, author, gbk = false }: RtfRecipe): Uint8Array {
  const text = (value: string) => [...value].map((character) => (gbk ? bytes(character) : unicode(character))).join('');
  const blocks = body.map((block) => {
    if (typeof block === 'string') return `\\pard\\f0\\fs32 ${text(block)}\\par\n`;
    if ('hidden' in block) return `\\pard{\\v ${text(block.hidden)}}\\par\n`;
    if ('runs' in block) return `\\pard ${block.runs.map((run) => `{\\b ${text(run)}}`).join('')}\\par\n`;
    return block.table
      .map((row) => {
        const ends = row.map((_, i) => `\\cellx${(i + 1) * 2000}`).join('');
        return `\\trowd${ends} ${row.map((cell) => `\\intbl ${text(cell)}\\cell`).join(' ')}\\row\n`;
      })
      .join('');
  });
  const info = `{\\info{\\title ${text(title ?? '')}}{\\author ${text(author ?? '')}}}`;
  const top = header ? `{\\header \\pard ${text(header)}\\par}` : '';
  return new Uint8Array(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\n${info}\n${top}\n${blocks.join('')}}`,
      'latin1',
    ),
  );
}

function unicode(character: string): string {
  if (character.codePointAt(0)! < 0x80) return '\\{}'.includes(character) ? `\\${character}` : character;
  return Array.from({ length: character.length }, (_, i) => {
    const unit = character.charCodeAt(i);
    return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
  }).join('');
}

function bytes(character: string): string {
  if (character.codePointAt(0)! < 0x80) return unicode(character);
  return [...toGb18030(character)].map((byte) => `\\'${byte.toString(16)}`).join('');
}
