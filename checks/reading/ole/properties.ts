import type { Piece, Trait } from '../piece.ts';
import { Bytes } from './bytes.ts';
import type { Storage } from './storage.ts';

const SUMMARY = '\u0005SummaryInformation';
const DOCUMENT = '\u0005DocumentSummaryInformation';

/** What the numbered properties are called in Office. */
const LABELS: Record<string, Record<number, string>> = {
  [SUMMARY]: { 2: '标题', 3: '主题', 4: '作者', 5: '关键词', 6: '备注', 7: '模板', 8: '最后保存者', 9: '修订号', 18: '程序名称' },
  [DOCUMENT]: { 2: '类别', 3: '演示文稿格式', 13: '标题列表', 14: '经理', 15: '单位', 26: '内容类型', 27: '状态' },
};

/** Title, author and the other properties of an OLE document ([MS-OLEPS]). */
export function readProperties(storage: Storage, within: string): { pieces: Piece[]; traits: Trait[] } {
  const pieces: Piece[] = [];
  const traits: Trait[] = [];
  for (const [name, bytes] of storage.streams) {
    if (!name.startsWith('\u0005')) continue;
    for (const { id, name: own, text } of readSets(new Bytes(bytes))) {
      const label = own ?? LABELS[name]?.[id] ?? '其他';
      pieces.push({ text, where: `${within}文件属性“${label}”`, kind: 'property', isHidden: true });
      if (own) pieces.push({ text: own, where: `${within}文件属性名称`, kind: 'name', isHidden: true });
      if (name === SUMMARY && (id === 4 || id === 8)) traits.push({ kind: 'author', where: `${within}文件属性“${label}”` });
      if (name === SUMMARY && id === 7 && /[\\/]/.test(text)) traits.push({ kind: 'outside-reference', where: `${within}文件属性“模板”` });
    }
  }
  return { pieces, traits };
}

interface Property {
  id: number;
  /** The name that an author gave to a property of their own. */
  name?: string;
  text: string;
}

function* readSets(data: Bytes): Generator<Property> {
  const sets = Math.min(data.u32(24), 4);
  for (let set = 0; set < sets; set++) {
    const start = data.u32(28 + set * 20 + 16);
    const count = Math.min(data.u32(start + 4), 2000);
    const offsets = Array.from({ length: count }, (_, i) => ({
      id: data.u32(start + 8 + i * 8),
      at: start + data.u32(start + 12 + i * 8),
    }));
    const page = offsets.find(({ id }) => id === 1);
    const codePage = page ? data.u16(page.at + 4) : 936;
    const names = readNames(data, offsets.find(({ id }) => id === 0)?.at, codePage);
    for (const { id, at } of offsets) {
      if (id < 2) continue;
      for (const text of readValue(data, at, codePage))
        if (text !== '') yield { id, ...(set > 0 && names.has(id) && { name: names.get(id)! }), text };
    }
  }
}

/** The dictionary of names that are an author's own. */
function readNames(data: Bytes, at: number | undefined, codePage: number): Map<number, string> {
  const names = new Map<number, string>();
  if (at === undefined) return names;
  let next = at + 4;
  for (let i = Math.min(data.u32(at), 2000); i > 0 && next < data.length; i--) {
    const length = data.u32(next + 4) * (codePage === 1200 ? 2 : 1);
    names.set(data.u32(next), clean(data.text(next + 8, next + 8 + length, codePage)));
    next += 8 + length + (codePage === 1200 ? -length & 3 : 0);
  }
  return names;
}

const VARIANT = 0x0c;
const STRING = 0x1e;
const WIDE_STRING = 0x1f;
const VECTOR = 0x1000;

function readValue(data: Bytes, at: number, codePage: number): string[] {
  const type = data.u32(at);
  if (type === STRING || type === WIDE_STRING) return [readString(data, at + 4, type, codePage).text];
  if (type === 0x41)
    return [clean(data.utf16(at + 8, at + 8 + Math.min(data.u32(at + 4), 65_536)))].filter((text) => /[\u4e00-\u9fff]{2}/.test(text));
  if ((type & VECTOR) === 0) return [];
  const texts: string[] = [];
  let next = at + 8;
  for (let i = Math.min(data.u32(at + 4), 5000); i > 0 && next < data.length; i--) {
    let of = type & 0xfff;
    if (of === VARIANT) {
      of = data.u32(next);
      next += 4;
    }
    if (of !== STRING && of !== WIDE_STRING) {
      next += 4;
      continue;
    }
    const { text, end } = readString(data, next, of, codePage);
    texts.push(text);
    next = end;
  }
  return texts;
}

function readString(data: Bytes, at: number, type: number, codePage: number): { text: string; end: number } {
  const length = data.u32(at) * (type === WIDE_STRING ? 2 : 1);
  const from = at + 4;
  const end = Math.min(from + length, data.length);
  const text = clean(type === WIDE_STRING ? data.utf16(from, end) : data.text(from, end, codePage));
  // Strings in vectors are padded by some writers and not by others.
  const padded = end + (-(end - at) & 3);
  return { text, end: type === WIDE_STRING || data.u32(end) > 0xffff ? padded : end };
}

const clean = (text: string) => text.replace(/\0[\s\S]*$/u, '').trim();
