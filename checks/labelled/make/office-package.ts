import { dirname, posix } from 'node:path';
import { pack } from './pack.ts';
import { escapeXml, XML } from './xml.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Relation {
  type: string;
  target: string;
  isExternal: boolean;
}

/** Parts of an Office Open XML file with their types and relations. */
export class OfficePackage {
  readonly #parts = new Map<string, string | Uint8Array>();
  readonly #types = new Map<string, string>();
  readonly #relations = new Map<string, Relation[]>();

  /** Adds a part; `type` is its content type. XML comes without its declaration. */
  add(path: string, type: string, content: string | Uint8Array): void {
    this.#parts.set(path, typeof content === 'string' ? XML + content : content);
    this.#types.set(path, type);
  }

  /** Relates a part (the whole file when `from` is empty) to another part and gives the relation's id. */
  relate(from: string, type: string, target: string): string {
    return this.#relate(from, { type, target: posix.relative(dirname(`/${from}`), `/${target}`), isExternal: false });
  }

  /** Relates a part to something outside the file. */
  relateOutside(from: string, type: string, target: string): string {
    return this.#relate(from, { type, target, isExternal: true });
  }

  #relate(from: string, relation: Relation): string {
    const list = this.#relations.get(from) ?? [];
    this.#relations.set(from, list);
    return `rId${list.push({ ...relation, type: relation.type.includes(':') ? relation.type : `${OFFICE}/${relation.type}` })}`;
  }

  bytes(): Uint8Array {
    return pack({
      '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>${[...this.#types].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join('')}</Types>`,
      ...Object.fromEntries([...this.#relations].map(([from, list]) => [relationsPath(from), relationsXml(list)])),
      ...Object.fromEntries(this.#parts),
    });
  }
}

function relationsPath(from: string): string {
  return from ? `${posix.dirname(from)}/_rels/${posix.basename(from)}.rels` : '_rels/.rels';
}

function relationsXml(list: Relation[]): string {
  const items = list.map(
    ({ type, target, isExternal }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${type}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${items.join('')}</Relationships>`;
}
