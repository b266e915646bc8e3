import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { readHtmlText } from '../html/read-html.ts';
import type { Piece, Reading } from '../piece.ts';
import type { Source } from '../reader.ts';
import { readParagraphs } from './paragraphs.ts';

const BLOB = /^[\w+/=]{40,}(?:\n[\w+/=]+)*$/;

/**
 * Puts down a mail (RFC 5322, MIME): its lines as they stand, and decoded what is written in quoted-printable, base64 or encoded words.
 * Attachments are read as files.
 *
 * @param called an editor's word for the whole: a page with its pictures has the same form
 */
export async function readMail(text: string, source: Source, reading: Reading, called = '邮件'): Promise<void> {
  const { within } = source;
  reading.pieces.push(...readParagraphs(text, within).filter((piece) => !BLOB.test(piece.text)));
  let mail: Email;
  try {
    mail = await PostalMime.parse(source.bytes, { forceRfc822Attachments: true });
  } catch {
    reading.traits.push({ kind: 'corrupt', where: `${within}${called}` });
    return;
  }
  const raw = reading.pieces.map((piece) => piece.text).join('\n\n');
  const add = (piece: Piece) => {
    if (piece.text.trim() !== '' && !raw.includes(piece.text)) reading.pieces.push(piece);
  };
  for (const { value, originalKey } of mail.headers) {
    add({
      text: decodeWords(value),
      where: `${within}${called}头 ${originalKey}`,
      kind: 'property',
      isHidden: !/^(?:subject|from|to|cc)$/iu.test(originalKey),
    });
  }
  if (mail.from && called === '邮件') reading.traits.push({ kind: 'author', where: `${within}邮件头 From` });
  for (const paragraph of readParagraphs(mail.text ?? '', '')) add({ ...paragraph, where: `${within}${called}正文`, offsets: undefined });
  if (mail.html) {
    const page = readHtmlText(mail.html, `${within}${called}正文`);
    for (const piece of page.pieces) add({ ...piece, offsets: undefined });
    reading.traits.push(...page.traits);
  }
  for (const [i, { filename, content, mimeType }] of mail.attachments.entries()) {
    if (--source.budget.parts < 0) {
      reading.traits.push({ kind: 'cut', where: `${within}${called}`, what: '附件太多，没有全部读取' });
      return;
    }
    const inner = await source.readInner(filename ?? `附件${i + 1}${extensionOf(mimeType)}`, new Uint8Array(content as ArrayBuffer));
    reading.pieces.push(...inner.pieces.map((piece) => ({ ...piece, offsets: undefined })));
    reading.traits.push({ kind: 'embedded', where: `${within}${called}` }, ...inner.traits);
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
