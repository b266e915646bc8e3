import type { Made } from './make/index.ts';

export type Topic =
  | 'national-secret'
  | 'internal'
  | 'trade-secret'
  | 'id-number'
  | 'phone'
  | 'bank-card'
  | 'passport'
  | 'plate'
  | 'address'
  | 'welfare'
  | 'minors'
  | 'credentials'
  | 'intranet'
  | 'metadata'
  | 'unreadable'
  | 'innocent';

/** A file to be judged, with the judgement of an inspector who has read it. */
export type LabelledCase = {
  /** Unique in all sets; decides between `tune` and `held`. */
  id: string;
  topic: Topic;
  /** What secrecy and privacy rules, and whether the file can be read at all, must say of the whole file. */
  verdict: 'block' | 'warn' | 'pass';
  /** What rules on attachments must say beside it: hidden content, remarks, macros, misnamed files, outside references. */
  attachment?: 'warn' | 'none';
  /** One Chinese sentence: the reason of the judgement. */
  why: string;
  /** The file's name, with extension. */
  name: string;
} & Content;

export type Content =
  | { text: string; encoding?: 'gb18030' | 'utf-16le' }
  /** Path from `checks/labelled/`. */
  | { file: string }
  | Made;
