import type { Trait } from '../reading/piece.ts';
import type { Spot } from '../text/passage.ts';

/** A file as a thing, whatever its words are. */
export interface FileSubject {
  /** Name with extension, as a citizen sees it. */
  name: string;
  /** What the bytes are: `docx`, `pdf` … */
  format: string;
  /** In bytes. */
  size: number;
  /** Whether it is published beside an entry; false for an entry's own text. */
  isAttachment: boolean;
  traits: readonly Trait[];
  /** The file itself as a place. */
  spot: Spot;
}
