import type { Place } from './place.ts';

/** Something in the source that is broken or doubtful. It is kept as it is; a person decides. */
export interface Damage extends Place {
  quoted: string;
  /** What is damaged and what to check, in Chinese. */
  message: string;
}

/** A field that the source does not give beyond doubt. */
export interface Owed {
  field: string;
  label: string;
  /** Why it is empty and what to do, in Chinese. */
  message: string;
  /** Whether the entry may be published without it. */
  optional: boolean;
}

/** Characters of the source that are not in the body. */
export interface Dropped extends Place {
  text: string;
  /** Why, in Chinese. */
  reason: string;
}

/** A picture or attachment that goes beside the entry. */
export interface CarriedFile {
  name: string;
  bytes: Uint8Array;
  kind: 'image' | 'attachment';
  /** What the source calls it: the words of the link, or the picture's description. */
  title: string;
  /** Its name or address in the source. */
  from: string;
}

/** What comes of one document. */
export interface Imported {
  type: 'policy' | 'notice' | 'news';
  /** Why this type, in Chinese. */
  reason: string;
  /** Front matter as far as the source gives it, without column, index number and publication. */
  fields: Record<string, unknown>;
  /** The day (and minute) on which the source page says it was published. */
  claimed_published_at?: string;
  /** Markdown. */
  body: string;
  files: CarriedFile[];
  owed: Owed[];
  damage: Damage[];
  dropped: Dropped[];
  /** What was written differently without changing what it says: one sentence each, with counts. */
  changes: string[];
  /** What a line of the source is called. */
  lineWord: '行' | '段';
  /** Encoding of the source, where it has one. */
  encoding?: string;
}
