import type { Pixels } from '../ocr/pixels.ts';
import type { Box } from './marks.ts';
import type { PageText } from './page-text.ts';

/** Text of a document that stands on no page. */
export interface LooseText {
  text: string;
  where: string;
  kind: 'property' | 'name' | 'code' | 'remark' | 'field' | 'link' | 'alt' | 'other';
}

/** What stands in a document beside its pages. */
export interface About {
  pages: number;
  texts: LooseText[];
  hasAuthor: boolean;
  /** Program text that a viewer runs, or a program that it starts. */
  hasScript: boolean;
  /** Names of files within; `id` fetches one. */
  attachments: { id: string; name: string }[];
}

/** A picture on a page, in points as the page is viewed. */
export interface Picture extends Pixels {
  box: Box;
  /** Quarter turns clockwise to how the page is viewed. */
  turns: number;
}

export interface PageAbout {
  texts: PageText[];
  loose: LooseText[];
  pictures: Picture[];
  attachments: { id: string; name: string }[];
  hasScript: boolean;
  /** Pictures that pdf.js could not unpack. */
  unreadable: number;
  /** More is drawn than was followed. */
  isCut: boolean;
  /** There are pictures large enough to hold text. */
  hasPictures: boolean;
}

/** What the thread that runs pdf.js answers to; every call goes to the document that was opened last. */
export interface Calls {
  open(bytes: Uint8Array): Promise<About>;
  page(number: number, withPictures: boolean): Promise<PageAbout>;
  attachment(id: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}
