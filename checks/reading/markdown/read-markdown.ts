import { split } from '../../../cms/library/split.ts';
import type { Piece } from '../piece.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode.ts';
import { readBody } from './read-body.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { sweep } from './sweep.ts';

/** Length of the opening `---\n`. */
const OPENING = 4;

/**
 * Reads Markdown with front matter. Whatever the grammar leaves unsaid, a comment in the YAML or a definition
 * nobody refers to, is swept up at the end, so that no word of the source is in no piece.
 */
export const readMarkdown: Reader = async ({ bytes }) => {
  const { text, trait } = decodeText(bytes, '文件');
  const source = text.replace(/\r\n?/gu, '\n');
  const parts = split(source);
  const bodyAt = parts ? source.length - parts.body.length : 0;
  const pieces: Piece[] = [...(parts ? readFrontMatter(parts.yaml, OPENING) : []), ...readBody(source.slice(bodyAt), bodyAt)];
  return { format: 'markdown', pieces: [...pieces, ...sweep(source, pieces)], traits: trait ? [trait] : [], source };
};
