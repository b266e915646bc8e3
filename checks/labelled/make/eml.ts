import type { Made } from './index.ts';

/** A saved e-mail. */
export interface EmlRecipe {
  from: string;
  to: string;
  subject: string;
  text: string;
  attachments?: ({ name: string; text: string } | ({ name: string } & Made))[];
}

const BOUNDARY = '----=_Part_20260309';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll(/.{76}/gu, '$&\r\n');
const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

export async function makeEml({ from, to, subject, text, attachments = [] }: EmlRecipe): Promise<Uint8Array> {
  const { make } = await import('./index.ts');
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(new TextEncoder().encode(text))}`,
  ];
  for (const attachment of attachments) {
    const bytes = 'text' in attachment ? new TextEncoder().encode(attachment.text) : await make(attachment);
    parts.push(
      `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${word(attachment.name)}"\r\n\r\n${base64(bytes)}`,
    );
  }
  const head = `From: ${from}\r\nTo: ${to}\r\nSubject: ${word(subject)}\r\nDate: Mon, 09 Mar 2026 08:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${BOUNDARY}"\r\n\r\n`;
  return new TextEncoder().encode(`${head}${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`);
}
