import { attributeOf, elementsOf, readXml } from './xml.ts';

export interface Relation {
  /** Name of the part, or address outside the document. */
  target: string;
  external: boolean;
}

/** What the ids in a part refer to. */
export function readRelations(parts: Map<string, Uint8Array>, part: string): Map<string, Relation> {
  const bytes = parts.get(`word/_rels/${part}.xml.rels`);
  const relations = new Map<string, Relation>();
  for (const element of bytes ? elementsOf(readXml(bytes)) : []) {
    const external = attributeOf(element, 'TargetMode') === 'External';
    const target = attributeOf(element, 'Target') ?? '';
    relations.set(attributeOf(element, 'Id') ?? '', { target: external ? target : toPartName(target), external });
  }
  return relations;
}

const toPartName = (target: string) => (target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//u, '')}`);
