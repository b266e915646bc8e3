import { strToU8 } from 'fflate';
import { zip } from '../../archive/testing/zip.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** A relation for tests: type, target, and whether the target lies outside. */
export type TestRelation = [type: string, target: string, isOutside?: boolean];

/** Parts of an office document for tests: XML without declaration, or bytes. */
export type Parts = Record<string, string | Uint8Array>;

/** Packs parts; `relations` holds, by part, its relations, numbered `rId1`, `rId2` … */
export function makePackage(parts: Parts, relations: Record<string, TestRelation[]>): Uint8Array {
  const packed: Record<string, Uint8Array> = { '[Content_Types].xml': strToU8('<Types/>') };
  for (const [name, content] of Object.entries(parts))
    packed[name] = typeof content === 'string' ? strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`) : content;
  for (const [name, list] of Object.entries(relations)) {
    const rows = list.map(
      ([type, target, isOutside], at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATION}${type}" Target="${target}"${isOutside ? ' TargetMode="External"' : ''}/>`,
    );
    packed[name.replace(/([^/]*)$/u, '_rels/$1.rels')] = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`,
    );
  }
  return zip(packed);
}
