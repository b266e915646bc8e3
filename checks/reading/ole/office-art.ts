import type { Bytes } from './bytes.ts';

/** A record of [MS-ODRAW] or [MS-PPT], which have the same head. */
export interface ArtRecord {
  type: number;
  instance: number;
  isContainer: boolean;
  /** Where the content begins and ends. */
  from: number;
  to: number;
  /** Types of the containers around it, the outermost first. */
  path: readonly number[];
}

/** Most records that are looked at, so that records of no length cost no time. */
const MOST = 2_000_000;
const DEEPEST = 40;

/** Every record between two places of a stream, containers before what is in them. */
export function* artRecords(data: Bytes, from: number, to: number): Generator<ArtRecord> {
  const ends: { to: number; path: readonly number[] }[] = [{ to: Math.min(to, data.length), path: [] }];
  let at = from;
  for (let i = 0; i < MOST && ends.length > 0; i++) {
    const { to: end, path } = ends.at(-1)!;
    if (at + 8 > end) {
      at = Math.max(at, end);
      ends.pop();
      continue;
    }
    const head = data.u16(at);
    const record = {
      type: data.u16(at + 2),
      instance: head >> 4,
      // A tag of a newer version has records in it without being marked as a container ([MS-PPT] 2.11.30).
      isContainer: (head & 0xf) === 0xf || data.u16(at + 2) === 0x138b,
      from: at + 8,
      to: Math.min(end, at + 8 + data.u32(at + 4)),
      path,
    };
    yield record;
    if (record.isContainer && ends.length < DEEPEST) {
      ends.push({ to: record.to, path: [...path, record.type] });
      at = record.from;
    } else at = record.to;
  }
}

/** Words among the properties of a shape, by number ([MS-ODRAW] 2.3). */
const WORDS: Record<number, { label: string; kind: 'shape' | 'alt' | 'name' | 'link' }> = {
  192: { label: '艺术字', kind: 'shape' },
  197: { label: '艺术字字体', kind: 'name' },
  261: { label: '图片文件名', kind: 'link' },
  391: { label: '填充图片名', kind: 'link' },
  896: { label: '图形名称', kind: 'name' },
  897: { label: '图形的替代文字', kind: 'alt' },
  898: { label: '图形的链接', kind: 'link' },
  909: { label: '图形的提示文字', kind: 'alt' },
  910: { label: '图形的脚本', kind: 'name' },
  919: { label: '图形的网页属性', kind: 'name' },
};

/** Texts of a shape's property table (record types 0xf00b, 0xf121, 0xf122). */
export function* shapeWords(data: Bytes, { type, instance, from, to }: ArtRecord): Generator<(typeof WORDS)[number] & { text: string }> {
  if (type !== 0xf00b && type !== 0xf121 && type !== 0xf122) return;
  let at = from + instance * 6;
  for (let i = 0; i < instance && at < to; i++) {
    const id = data.u16(from + i * 6);
    if ((id & 0x8000) === 0) continue;
    const length = data.u32(from + i * 6 + 2);
    const known = WORDS[id & 0x3fff];
    const text = known
      ? data
          .utf16(at, Math.min(to, at + length))
          .replace(/\0[\s\S]*$/u, '')
          .trim()
      : '';
    if (known && text !== '') yield { ...known, text };
    at += length + missingHead(data, at, length);
  }
}

/** Arrays may be counted without the six bytes of their head ([MS-ODRAW] 2.2.51, IMsoArray). */
function missingHead(data: Bytes, at: number, length: number): number {
  const size = data.u16(at + 4) === 0xfff0 ? 4 : data.u16(at + 4);
  return length > 0 && data.u16(at) * size === length ? 6 : 0;
}
