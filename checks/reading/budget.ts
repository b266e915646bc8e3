/** What one file, with everything packed inside it, may cost. Shared by all readers that work on it. */
export class Budget {
  /** Unpacked bytes left. */
  bytes: number;
  /** Parts left: archive members, embedded files. */
  parts: number;
  /** Pieces of text left. */
  pieces: number;
  /** Pages or pictures left for OCR. */
  pictures: number;
  /** How deep archives may lie within archives. */
  readonly depth: number;

  constructor({ bytes = 300_000_000, parts = 20_000, pieces = 1_000_000, pictures = 30, depth = 5 } = {}) {
    this.bytes = bytes;
    this.parts = parts;
    this.pieces = pieces;
    this.pictures = pictures;
    this.depth = depth;
  }
}
