import { Gather } from '../gather.ts';
import type { Piece } from '../piece.ts';
import type { Reader, Source } from '../reader.ts';
import { decodeText } from './decode.ts';
import { resolveEscapes } from './escapes.ts';
import { readMail } from './mail.ts';
import { readParagraphs } from './paragraphs.ts';
import { unfoldLines } from './unfold-lines.ts';
import { readMarkup } from './xml.ts';

const FORMATS: Record<string, string> = {
  json: 'json',
  geojson: 'json',
  xml: 'xml',
  kml: 'xml',
  rss: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
  eml: 'eml',
  ics: 'ics',
  vcf: 'vcf',
  log: 'log',
};

/** What the format holds beside the lines that everybody sees. */
const MORE: Record<string, (text: string, source: Source) => Piece[]> = {
  xml: (text, { within }) => readMarkup(text, within),
  ics: (text, { within }) => unfoldLines(text, within),
  vcf: (text, { within }) => unfoldLines(text, within),
};

/** Reads files of lines: text, logs, JSON, XML, YAML, mail, calendars. One piece a paragraph, and what is written in other ways decoded. */
export const readPlain: Reader = async (source) => {
  const { text, trait } = decodeText(source.bytes, `${source.within}文字`);
  const format = FORMATS[/\.([^.]+)$/u.exec(source.name)?.[1]?.toLowerCase() ?? ''] ?? 'text';
  const gather = new Gather(source.budget);
  if (trait) gather.trait(trait);
  if (format === 'eml') await readMail(text, source, gather);
  else {
    const paragraphs = readParagraphs(text, source.within);
    for (const pieces of [paragraphs, MORE[format]?.(text, source) ?? [], resolveEscapes(paragraphs)])
      for (const piece of pieces) gather.add(piece);
  }
  return { ...gather.reading(format), source: text };
};
