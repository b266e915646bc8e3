import type { Block } from './block.ts';
import type { CarriedFile } from './imported.ts';

/** A stretch of the source, by offset. */
export interface Span {
  at: number;
  text: string;
}
/** A finding by offset; it becomes a damage with line and column. */
export interface Found extends Span {
  message: string;
}
/** A stretch of the source that does not go into the body. */
export interface Left extends Span {
  reason: string;
}

/** What the source says of itself beside the document: page furniture, meta tags, catalogue tables. */
export interface Claims {
  title?: string;
  /** Where the title stands, when a site's own words and not the document give it. */
  title_at?: number;
  issuers?: string[];
  document_number?: string;
  document_date?: string;
  effective_on?: string;
  /** YYYY-MM-DD or YYYY-MM-DD HH:MM. */
  published?: string;
  source?: string;
  source_url?: string;
  index_number?: string;
  validity?: string;
  subject?: string;
}

/** Claims together; where two say the same thing, the earlier ones are believed. */
export function mergeClaims(...claims: Claims[]): Claims {
  const known = claims.map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as Claims);
  return Object.assign({}, ...known.reverse());
}

/** What the reader of one format hands on. */
export interface Reading {
  /** The text in which places are counted. */
  source: string;
  lineWord: '行' | '段';
  encoding?: string;
  blocks: Block[];
  claims: Claims;
  left: Left[];
  found: Found[];
  files: CarriedFile[];
  changes: string[];
  /** Text beside the document that is not taken over but may bear a mark: page headers and footers. */
  margins?: string[];
}

/** Gives the bytes of a file that lies near the document, by its relative name. */
export type Neighbours = (name: string) => Uint8Array | undefined;
