import type { Files } from '../files.ts';
import type { Found } from '../reading.ts';
import { type Style, standIn, type Text, toText } from '../text.ts';
import type { Numbering } from './numbering.ts';
import type { Relation } from './relations.ts';
import type { ParagraphStyle } from './styles.ts';

/** A Word document being read: what its parts refer to, and its text as a reader sees it. */
export class WordDocument {
  /** The text so far; a paragraph is a line. */
  source = '';
  readonly found: Found[] = [];
  /** Things that were met and not taken over, with how often. */
  readonly counts = new Map<string, number>();

  readonly parts: Map<string, Uint8Array>;
  readonly files: Files;
  readonly styleOf: (id: string | undefined) => ParagraphStyle;
  readonly numbering: Numbering;
  /** What the ids of the part that is being read refer to. */
  relations: Map<string, Relation>;

  constructor(of: Pick<WordDocument, 'parts' | 'files' | 'styleOf' | 'numbering' | 'relations'>) {
    this.parts = of.parts;
    this.files = of.files;
    this.styleOf = of.styleOf;
    this.numbering = of.numbering;
    this.relations = of.relations;
  }

  /** Adds what is read next to the source. */
  write(value: string, style?: Style): Text {
    const text = toText(value, this.source.length, style);
    this.source += value;
    return text;
  }

  /** A character that stands for something, at the present place. */
  mark(value: string, style?: Style): Text {
    return standIn(value, this.source.length, style);
  }

  tell(text: string, message: string): void {
    this.found.push({ at: this.source.length, text, message });
  }

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }
}
