import type { Piece, Trait } from '../piece.ts';
import type { Source } from '../reader.ts';
import { readPlain } from '../text/read-plain.ts';

/** A picture, style or font from elsewhere. */
const OUTSIDE = /(?:href|src)\s*=\s*["'](?:https?:|file:|\/\/)|@import|url\(\s*["']?(?:https?:|file:|\/\/)/iu;

/** Texts of an SVG as of any XML: title, description, text, attributes, comments, scripts. */
export async function readSvg(source: Source): Promise<{ pieces: Piece[]; traits: Trait[]; source?: string }> {
  const reading = await readPlain({ ...source, name: `${source.name}.xml` });
  const text = reading.source ?? Buffer.from(source.bytes).toString('utf8');
  const where = `${source.within}图片`;
  const traits = [...reading.traits];
  if (OUTSIDE.test(text)) traits.push({ kind: 'outside-reference', where });
  return { ...reading, traits };
}
