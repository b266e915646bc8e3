import { unzipSync } from 'fflate';
import type { LabelledCase } from './case.ts';

/** Texts of a made file by part, read in the plainest way; nothing for kinds that keep no text as such. */
export function textsOf(item: LabelledCase, bytes: Uint8Array): { part: string; text: string }[] | undefined {
  if (!('make' in item)) return undefined;
  switch (item.make) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ofd':
    case 'odt':
      return Object.entries(unzipSync(bytes)).map(([part, content]) => ({
        part,
        text: unescapeXml(Buffer.from(content).toString('utf8')),
      }));
    case 'pdf':
      return [{ part: '', text: Buffer.from(bytes).toString('latin1') }];
    case 'rtf':
      return [{ part: '', text: Buffer.from(bytes).toString('latin1') }];
    case 'image':
      return [{ part: '', text: Buffer.from(bytes).toString('utf8') }];
    default:
      return undefined;
  }
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
