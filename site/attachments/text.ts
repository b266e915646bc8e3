/** A part of an attachment's text, as somebody reads it who opens the file. */
export type TextBlock =
  | { kind: 'heading' | 'paragraph'; text: string }
  /** Rows of one length; a cell without text is empty. */
  | { kind: 'table'; name: string; hasHead: boolean; rows: string[][] };

export interface AttachmentText {
  /** None where nothing can be read, as in a scan. */
  blocks: TextBlock[];
  /** Whether the file goes on. */
  isCut: boolean;
}

/** What is told of an attachment beside its link. */
export interface AttachmentFacts {
  /** Extension that fits what the bytes are: the name's own where it does. */
  type?: string;
  /** Of documents, where the file tells. */
  pages?: number;
  /** Of tables: rows that hold something, in all sheets. */
  rows?: number;
  sheets?: number;
  /** Pages that are pictures without a layer of text: all of them, or some, in Chinese. */
  scanned?: 'all' | string;
}

/** Reads attachments for what stands beside their links, for their reading versions and for search. */
export interface AttachmentReader {
  /** Changes when anything may be read otherwise. */
  version: string;
  /** What somebody sees who opens a file, nothing that is hidden in it. Never fails for what the file holds. @param name with extension */
  read(name: string, bytes: Uint8Array): Promise<AttachmentText & { facts: AttachmentFacts }>;
}

const READABLE = /\.(?:docx?|wps|xlsx?|et|csv|txt|pdf|ofd|od[ts])$/iu;

/** Whether a file of such a name may have a text. */
export const isReadable = (name: string) => READABLE.test(name);
