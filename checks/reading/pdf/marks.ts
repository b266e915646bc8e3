/** A rectangle on a page, in points as the page is viewed: x to the right, y downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A character as it is drawn. */
export interface Glyph {
  text: string;
  /** Start and end of its advance on the baseline, in points as the page is viewed. */
  from: readonly [number, number];
  to: readonly [number, number];
  /** Height of the font in points as it is viewed. */
  size: number;
  /** Fill colour as `#rrggbb`; null when a pattern fills it, so that nobody can tell. */
  colour: string | null;
  /** Neither filled nor stroked, as the text layer of a scan is. */
  isInvisible: boolean;
  /** In an optional-content layer that is off. */
  isOff: boolean;
  /** In the appearance of an annotation. */
  isAnnotation: boolean;
  /** How many marks were drawn before it: what is drawn later lies on top. */
  order: number;
}

/** A filled rectangle. */
export interface Patch {
  box: Box;
  colour: string | null;
  isOpaque: boolean;
  order: number;
}

/** A picture where it is drawn. */
export interface PictureMark {
  /** Name under which the page holds its pixels, or the pixels themselves when they are inline. */
  source: unknown;
  box: Box;
  /** Quarter turns clockwise from how the pixels lie to how the page is viewed. */
  turns: number;
  isOff: boolean;
  order: number;
}

/** Everything that is drawn on a page. */
export interface Marks {
  glyphs: Glyph[];
  patches: Patch[];
  /** Thin lines, straight up or across: the rules of tables. */
  rules: Box[];
  pictures: PictureMark[];
}
