import type { StoredFile } from '../../cms/library/item.ts';
import { remember } from '../../cms/library/remember.ts';
import { isPicture } from '../pictures.ts';

/** Pictures up to this size go as they are. In bytes. */
const SMALL = 200_000;
/** Widest that a page shows a picture, in pixels. */
const WIDEST = 1200;
/** Smaller pictures that are remembered, in memory only. */
const REMEMBERED = 50;

const KINDS: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

const known = new Map<string, string>();

/** A picture as a `data:` address, made smaller when it is large. */
export async function inline({ name, sha256 }: StoredFile, bytes: Uint8Array): Promise<string> {
  const kind = KINDS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  if (bytes.length <= SMALL || !isPicture(name)) return toData(kind, bytes);
  return known.get(sha256) ?? remember(known, sha256, await shrink(kind, bytes), REMEMBERED);
}

/** One that cannot be made smaller is given as it is. */
async function shrink(kind: string, bytes: Uint8Array): Promise<string> {
  const { default: sharp } = await import('sharp');
  try {
    const smaller = await sharp(bytes).rotate().resize({ width: WIDEST, withoutEnlargement: true }).webp().toBuffer();
    return toData('image/webp', smaller);
  } catch {
    return toData(kind, bytes);
  }
}

const toData = (kind: string, bytes: Uint8Array) => `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`;
