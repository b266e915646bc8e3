import type { Data, TypeName } from '../model/types/index.ts';

/** What lists show of an entry. */
export interface Item<N extends TypeName = TypeName> {
  /** Index number (索引号), the entry's identity. */
  number: string;
  unit: string;
  type: N;
  data: Data<N>;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  publishedAt: string;
  /** Where the reason stands in place of the text (撤稿). */
  isWithdrawn?: true;
}

/** A public entry with its text and files. */
export interface Entry<N extends TypeName = TypeName> extends Item<N> {
  body: string;
  /** Folder in the content root, where its files lie. */
  folder: string;
  files: ReadonlyMap<string, StoredFile>;
}

export interface StoredFile {
  name: string;
  /** Path from the content root. */
  path: string;
  /** In bytes. */
  size: number;
  sha256: string;
  /** Pictures only, in pixels. */
  width?: number;
  height?: number;
}

/** An entry's head as the index has it, in the columns of `ITEM`. */
export interface ItemRow {
  number: string;
  unit: string;
  type: TypeName;
  withdrawn: number;
  json: string;
}
export const ITEM = 'number, unit, type, withdrawn, json';

/** A file as the index has it, in the columns of `FILE`. */
export type FileRow = { path: string; size: number; sha256: string; width: number | null; height: number | null };
export const FILE = 'path, size, sha256, width, height';

/** Answers whether a day lies before today. */
type IsPast = (day: string) => boolean;

/** Everything that an entry's head says, whoever may see it. */
export function toWholeItem(row: ItemRow): Item {
  const { number, unit, type, withdrawn, json } = row;
  const data = JSON.parse(json) as Data;
  return { number, unit, type, data, publishedAt: data.published_at ?? '', ...(withdrawn === 1 && { isWithdrawn: true }) };
}

/** What the public sees of an entry's head. */
export function toItem(row: ItemRow, isPast: IsPast): Item {
  const item = toWholeItem(row);
  if (!isTakenDown(item, isPast)) return item;
  const { summary: _, cover: _cover, attachments: _attachments, correction: _correction, ...data } = item.data;
  return { ...item, data } as Item;
}

/** Whether an entry is a public list about persons whose period is over (个人信息保护法 art. 19, 47; STD-PRV-12). */
export function isTakenDown({ type, data }: Pick<Item, 'type' | 'data'>, isPast: IsPast): boolean {
  if (type !== 'public-list') return false;
  const { has_personal_data, ends_on } = data as Data<'public-list'>;
  return has_personal_data && isPast(ends_on);
}

export function toFile({ path, size, sha256, width, height }: FileRow): StoredFile {
  return { name: path.slice(path.lastIndexOf('/') + 1), path, size, sha256, ...(width && height ? { width, height } : {}) };
}

/** The text of an entry, which the index has as bytes. */
export const toText = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength).toString();
