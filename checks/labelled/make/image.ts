import sharp from 'sharp';
import { withExif } from './exif.ts';
import { escapeXml } from './xml.ts';

/** A line drawn in a picture; a plain string is black and of body size. */
export type Line =
  | string
  | {
      text: string;
      /** Height of the letters in pixels. */
      size?: number;
      color?: string;
      align?: 'left' | 'center' | 'right';
    };

/** A picture drawn from text, as a scan, photograph or screenshot would show it. */
export interface ImageRecipe {
  lines: Line[];
  format?: 'png' | 'jpeg';
  width?: number;
  background?: string;
  /** A round stamp or diagonal words across the page. */
  stamp?: { text: string; rotate?: number; color?: string; size?: number };
  /** What a bad scanner does: degrees of skew, and blur in pixels. */
  skew?: number;
  blur?: number;
  /** EXIF fields of a JPEG: ImageDescription, Artist, Make, Model, Copyright. */
  exif?: Record<string, string>;
  /** Degrees north and east, in the EXIF of a JPEG. */
  position?: { north: number; east: number };
  /** Words of the XMP field dc:description. */
  xmp?: string;
}

const BODY = 24;

export async function makeImage(recipe: ImageRecipe): Promise<Uint8Array> {
  let picture = sharp(Buffer.from(svg(recipe))).flatten({ background: recipe.background ?? '#ffffff' });
  if (recipe.skew) picture = picture.rotate(recipe.skew, { background: '#f4f4f2' });
  if (recipe.blur) picture = picture.blur(recipe.blur);
  if (recipe.xmp) picture = picture.withXmp(xmp(recipe.xmp));
  const made = recipe.format === 'jpeg' ? picture.jpeg({ quality: 80 }) : picture.png({ palette: false });
  const bytes = new Uint8Array(await made.toBuffer());
  return recipe.exif || recipe.position ? withExif(bytes, recipe.exif ?? {}, recipe.position) : bytes;
}

function svg({ lines, width = 800, background = '#ffffff', stamp }: ImageRecipe): string {
  let y = 40;
  const drawn = lines.map((line) => {
    const { text, size = BODY, color = '#111111', align = 'left' } = typeof line === 'string' ? { text: line } : line;
    y += size * 1.6;
    const x = { left: 60, center: width / 2, right: width - 60 }[align];
    const anchor = { left: 'start', center: 'middle', right: 'end' }[align];
    return `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
  });
  const height = Math.ceil(y + 60);
  const mark = stamp
    ? `<text x="${width / 2}" y="${height / 2}" font-size="${stamp.size ?? 60}" fill="${stamp.color ?? '#c00000'}" text-anchor="middle" transform="rotate(${stamp.rotate ?? -30} ${width / 2} ${height / 2})">${escapeXml(stamp.text)}</text>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans CJK SC, Noto Serif CJK SC, Source Han Sans SC, sans-serif"><rect width="100%" height="100%" fill="${background}"/>${drawn.join('')}${mark}</svg>`;
}

function xmp(description: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(description)}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
}
