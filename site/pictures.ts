import { toHref, variantPath } from './paths.ts';

/** Widths in pixels at which pictures are offered; never wider than the picture itself. The least is what a phone of two pixels to the point fills. */
const ENTRY_WIDTHS = [720, 1200];
const BANNER_WIDTHS = [800, 1280, 1920];

/** Formats in which pictures are offered: the first is smaller, the last is read by older browsers too. */
export const FORMATS = ['avif', 'webp'] as const;
export type Format = (typeof FORMATS)[number];

const PICTURE = /\.(?:jpe?g|png|webp)$/iu;

/** Whether a file is a picture that is made smaller for pages. */
export const isPicture = (name: string) => PICTURE.test(name);

/** Widths offered for a picture of this width; `banner` for those across the whole page. */
export function widthsOf(width: number, use: 'entry' | 'banner'): number[] {
  const fitting = (use === 'entry' ? ENTRY_WIDTHS : BANNER_WIDTHS).filter((candidate) => candidate < width);
  const widest = (use === 'entry' ? ENTRY_WIDTHS : BANNER_WIDTHS).at(-1)!;
  return width <= widest ? [...fitting, width] : fitting.length > 0 ? [...new Set([...fitting, widest])] : [widest];
}

/** A picture as a page offers it: addresses in every format and width, and the size in pixels of the widest. */
export interface Offer {
  src: string;
  srcset: Record<Format, string>;
  width: number;
  height: number;
}

/** @param path public address of the original, whose size in pixels is given */
export function toOffer(path: string, width: number, height: number, use: 'entry' | 'banner'): Offer {
  const widths = widthsOf(width, use);
  const widest = widths.at(-1)!;
  const srcset = (format: Format) => widths.map((each) => `${toHref(variantPath(path, each, format))} ${each}w`).join(', ');
  return {
    src: toHref(variantPath(path, widest, 'webp')),
    srcset: { avif: srcset('avif'), webp: srcset('webp') },
    width: widest,
    height: Math.round((height * widest) / width),
  };
}
