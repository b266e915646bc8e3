import type { Source } from '../reader.ts';
import type { OfficeDocument } from './choose-handler.ts';

/** Fonts, printer settings and keys: nothing in them is words of the author. */
const WORDLESS = /\.(?:odttf|fntdata|ttf|otf)$|printerSettings\d*\.bin$|\/ctrlProps\/|vbaProjectSignature/iu;
const EMBEDDED = /^(?:package|oleObject|aFChunk|control|embeddings?)$/u;

/** A part that is not XML: a picture, an embedded file, a macro project. */
export async function readBinaryPart(
  source: Source,
  part: string,
  bytes: Uint8Array,
  { gather, relations, places }: OfficeDocument,
): Promise<void> {
  if (bytes.length === 0 || WORDLESS.test(part)) return;
  const name = part.split('/').at(-1)!;
  const lead = relations.owner(part)?.relation.type ?? '';
  const belongs = places.of(part) || '文件';
  if (/vbaProject/iu.test(name) || lead === 'vbaProject') gather.trait({ kind: 'macro', where: '文件' });
  else if (EMBEDDED.test(lead) || /\/embeddings\//iu.test(part)) gather.trait({ kind: 'embedded', where: belongs });
  const inner = await source.readInner(name, bytes);
  gather.take(inner, { isHidden: lead !== 'image' });
}
