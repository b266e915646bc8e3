import { decodeXML } from 'entities';
import exifr from 'exifr';
import type { Metadata } from 'sharp';
import type { ImageText } from './image-chunks.ts';
import { reachesMeta } from './reaches-meta.ts';

/** What a picture says about itself. */
export interface ImageProperties {
  texts: ImageText[];
  hasPosition: boolean;
  hasAuthor: boolean;
}

const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  xmp: true,
  iptc: true,
  icc: false,
  jfif: false,
  ihdr: false,
  multiSegment: true,
  mergeOutput: false,
  sanitize: true,
  translateValues: false,
};
const AUTHORS = /^(?:artist|xpauthor|creator|byline|by-line|ownername|cameraownername|author|authors)$/iu;
/** Technical values that are no words of anybody. */
const TECHNICAL =
  /^(?:xmptoolkit|instanceid|documentid|originaldocumentid|applicationrecordversion|interopindex|components.*|.*version|gps\w*ref)$/iu;

/**
 * Texts of EXIF, XMP and IPTC. For containers that exifr does not know, such as WebP, the parts that sharp found are read.
 * Broken metadata gives what could be read of it.
 */
export async function readProperties(bytes: Uint8Array, metadata: Partial<Metadata>): Promise<ImageProperties> {
  const found: ImageProperties = { texts: [], hasPosition: false, hasAuthor: false };
  await addParsed(found, bytes);
  if (found.texts.length === 0 && !found.hasPosition) {
    if (metadata.exif) await addParsed(found, metadata.exif.subarray(metadata.exif.subarray(0, 4).toString() === 'Exif' ? 6 : 0));
    if (metadata.xmp) addXmp(found, metadata.xmp.toString('utf8'));
  }
  return found;
}

async function addParsed(found: ImageProperties, bytes: Uint8Array) {
  // exifr takes whatever begins so for HEIF.
  if (bytes[0] === 0 && bytes[1] === 0 && !reachesMeta(bytes)) return;
  try {
    const parsed = (await exifr.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), OPTIONS)) as object | undefined;
    for (const block of Object.values(parsed ?? {})) addBlock(found, block);
  } catch {
    // exifr knows no such container.
  }
}

function addBlock(found: ImageProperties, block: unknown) {
  if (typeof block === 'string') return addXmp(found, block);
  if (!block || typeof block !== 'object' || block instanceof Uint8Array) return;
  const values = block as Record<string, unknown>;
  found.hasPosition ||= isPosition(values.latitude) || isPosition(values.GPSLatitude);
  for (const [name, value] of Object.entries(values)) for (const text of toTexts(value)) add(found, name, text);
}

function isPosition(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((part) => Number.isFinite(part) && part !== 0);
  return (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && /\d/u.test(value));
}

function add(found: ImageProperties, name: string, value: string) {
  const text = value.replaceAll('\0', '').trim();
  if (text === '' || TECHNICAL.test(name) || found.texts.some((other) => other.text === text && other.name === name)) return;
  found.texts.push({ name, text });
  found.hasAuthor ||= AUTHORS.test(name);
}

/** All texts within a value; user comments come as bytes with eight bytes of encoding before them. */
function toTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(toTexts);
  if (value instanceof Uint8Array) return value.length < 100_000 ? [decodeComment(value)] : [];
  if (value && typeof value === 'object' && !(value instanceof Date)) return Object.values(value).flatMap(toTexts);
  return [];
}

function decodeComment(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('UNICODE')) return Buffer.from(bytes.subarray(8)).toString('utf16le');
  const rest = head.startsWith('ASCII') ? bytes.subarray(8) : bytes;
  const text = Buffer.from(rest).toString('utf8');
  return /[\x00-\x08\x0e-\x1f\ufffd]/u.test(text.replaceAll('\0', '')) ? '' : text;
}

/** Words and attribute values of an XMP packet. */
function addXmp(found: ImageProperties, xml: string) {
  for (const [, name, value] of xml.matchAll(/(?<![\w-])([\w-]+)="([^"<>]{2,})"/gu))
    if (!/^(?:xmlns|about|id|x)/iu.test(name!)) add(found, name!, decodeXML(value!));
  for (const [, name, value] of xml.matchAll(/<(?:\w+:)?([\w-]+)(?![\w-])[^<>]*>([^<>]+)</gu)) add(found, name!, decodeXML(value!));
}
