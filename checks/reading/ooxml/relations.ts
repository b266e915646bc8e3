import { attribute, parseXml } from '../xml/parse-xml.ts';

/** A relation from one part to another or to something outside (ISO/IEC 29500-2, 8.5). */
export interface Relation {
  id: string;
  /** Last word of the relation type, as `hyperlink`, `worksheet`. */
  type: string;
  /** Name of the part, or the address as written when it lies outside. */
  target: string;
  isOutside: boolean;
}

/** Relations of all parts, by the name of the part they start from; `` for the package. */
export class Relations {
  readonly #from = new Map<string, Relation[]>();
  readonly #to = new Map<string, { from: string; relation: Relation }>();

  /** Adds those of one `.rels` part. */
  read(partName: string, bytes: Uint8Array): void {
    const from = ownerOf(partName);
    const relations = this.#from.get(key(from)) ?? [];
    this.#from.set(key(from), relations);
    parseXml(bytes, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return;
        const target = attribute(attributes, 'Target') ?? '';
        const isOutside = attribute(attributes, 'TargetMode')?.toLowerCase() === 'external' || /^[a-z][\w+.-]+:/iu.test(target);
        const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1)!;
        const relation = { id: attribute(attributes, 'Id') ?? '', type, target: isOutside ? target : resolve(from, target), isOutside };
        relations.push(relation);
        if (!isOutside && !this.#to.has(key(relation.target))) this.#to.set(key(relation.target), { from, relation });
      },
      text() {},
      close() {},
    });
  }

  of(partName: string): readonly Relation[] {
    return this.#from.get(key(partName)) ?? [];
  }

  /** The part that first points at this one, and how. */
  owner(partName: string): { from: string; relation: Relation } | undefined {
    return this.#to.get(key(partName));
  }
}

/** Part names are compared without regard to case. */
export const key = (partName: string): string => partName.replace(/^\/+/u, '').toLowerCase();

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`. */
const ownerOf = (relsName: string): string => relsName.replace(/(^|\/)_rels\/([^/]*)\.rels$/iu, '$1$2').replace(/^\/+/u, '');

function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${from.slice(0, from.lastIndexOf('/') + 1)}${target}`;
  const steps: string[] = [];
  for (const step of path.split('#')[0]!.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
