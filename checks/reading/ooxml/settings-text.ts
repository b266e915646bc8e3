import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

/** Attributes that hold words for a program: sources of data, queries, passwords, variables. */
const TELLING: Record<string, readonly string[]> = {
  docVar: ['w:name', 'w:val'],
  query: ['w:val'],
  connectString: ['w:val'],
  dbPr: ['connection', 'command'],
  connection: ['name', 'description', 'odcFile', 'sourceFile'],
  webPr: ['url', 'post'],
  textPr: ['sourceFile'],
};

/** Settings of a document and connections of a workbook. */
export class SettingsText implements PartHandler {
  readonly #gather: Gather;
  readonly #place: string;

  constructor(gather: Gather, place: string) {
    this.#gather = gather;
    this.#place = place;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    const keys = TELLING[name];
    for (const key of keys ?? []) {
      const text = attributes[key];
      if (text) this.#gather.add({ text, where: this.#place, kind: 'code', isHidden: true });
    }
    if (name === 'dbPr' || name === 'webPr' || name === 'connectString')
      this.#gather.trait({ kind: 'outside-reference', where: this.#place });
    return keys;
  }
}
