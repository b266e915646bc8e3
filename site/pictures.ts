/** Widths in pixels at which pictures are offered; never wider than the picture itself. */
const ENTRY_WIDTHS = [480, 1200];
const BANNER_WIDTHS = [640, 1280, 1920];

const PICTURE = /\.(?:jpe?g|png|webp)$/iu;

/** Whether a file is a picture that is made smaller for pages. */
export const isPicture = (name: string) => PICTURE.test(name);

/** Widths offered for a picture of this width; `banner` for those across the whole page. */
export function widthsOf(width: number, use: 'entry' | 'banner'): number[] {
  const fitting = (use === 'entry' ? ENTRY_WIDTHS : BANNER_WIDTHS).filter((candidate) => candidate < width);
  const widest = (use === 'entry' ? ENTRY_WIDTHS : BANNER_WIDTHS).at(-1)!;
  return width <= widest ? [...fitting, width] : fitting.length > 0 ? [...new Set([...fitting, widest])] : [widest];
}
