import PostalMime, { decodeWords, type Email } from 'postal-mime';
import type { Gather } from '../gather.ts';
import { readHtmlText } from '../html/read-html.ts';
import type { Piece } from '../piece.ts';
import type { Source } from '../reader.ts';
import { readParagraphs } from './paragraphs.ts';

const BLOB = /^[\w+/=]{40,}(?:\n[\w+/=]+)*$/;

/**
 * Puts down a mail (RFC 5322, MIME): its lines as they stand, and decoded what is written in quoted-printable, base64 or encoded words.
 * Attachments are read as files. A page saved with its pictures has the same form.
 */
export async function readMail(text: string, source: Source, gather: Gather): Promise<void> {
  const { within } = source;
  for (const piece of readParagraphs(text, within)) if (!BLOB.test(piece.text)) gather.add(piece);
  let mail: Email;
  try {
    mail = await PostalMime.parse(source.bytes, { forceRfc822Attachments: true });
  } catch {
    gather.trait({ kind: 'corrupt', where: `${within}邮件` });
    return;
  }
  const known = new Set(gather.pieces.flatMap((piece) => [piece.text, ...piece.text.split('\n')]));
  const add = (piece: Piece) => {
    if (!known.has(piece.text)) gather.add(piece);
  };
  for (const { value, originalKey } of mail.headers) {
    add({
      text: decodeWords(value),
      where: `${within}邮件头 ${originalKey}`,
      kind: 'property',
      isHidden: !/^(?:subject|from|to|cc)$/iu.test(originalKey),
    });
  }
  if (mail.from) gather.trait({ kind: 'author', where: `${within}邮件头 From` });
  for (const paragraph of readParagraphs(mail.text ?? '', '')) add({ ...paragraph, where: `${within}邮件正文`, offsets: undefined });
  if (mail.html) {
    const page = readHtmlText(mail.html, `${within}邮件正文`);
    for (const piece of page.pieces) add({ ...piece, offsets: undefined });
    for (const trait of page.traits) gather.trait(trait);
  }
  for (const [i, { filename, content, mimeType }] of mail.attachments.entries()) {
    if (--source.budget.parts < 0) {
      gather.trait({ kind: 'cut', where: `${within}邮件`, what: '附件太多，没有全部读取' });
      return;
    }
    const inner = await source.readInner(filename ?? `附件${i + 1}${extensionOf(mimeType)}`, new Uint8Array(content as ArrayBuffer));
    for (const piece of inner.pieces) delete piece.offsets;
    gather.take(inner);
    gather.trait({ kind: 'embedded', where: `${within}邮件` });
  }
}

const EXTENSIONS: Record<string, string> = {
  'text/html': '.html',
  'text/calendar': '.ics',
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/css': '.txt',
};

function extensionOf(mimeType: string): string {
  return EXTENSIONS[mimeType] ?? '';
}
