import { type Attributes, attribute, parseXml } from '../xml/parse-xml.ts';
import { key, type Relations } from './relations.ts';
import type { Sheet } from './sheet-text.ts';
import { sheetPlace, type WorkbookText } from './workbook-text.ts';

/** Words for parts that are told by what they are. */
const WORDS: Record<string, string> = {
  document: '正文',
  hdr: '页眉',
  header: '页眉',
  ftr: '页脚',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  slideLayout: '幻灯片版式',
  slideMaster: '幻灯片母版',
  notesMaster: '备注母版',
  handoutMaster: '讲义母版',
};

/** Tells in an editor's words where a part belongs: by its sheet or slide, or by the part that leads to it. */
export class Places {
  readonly #relations: Relations;
  readonly #sheets = new Map<string, Sheet>();
  readonly #slides = new Map<string, number>();
  readonly #hiddenSlides = new Set<string>();

  constructor(relations: Relations) {
    this.#relations = relations;
  }

  addSheets(workbookPart: string, workbook: WorkbookText): void {
    const targets = new Map(this.#relations.of(workbookPart).map(({ id, target }) => [id, target]));
    workbook.sheets.forEach((listed, table) => {
      const target = targets.get(listed.relation);
      if (target) this.#sheets.set(key(target), { place: sheetPlace(listed), isHidden: listed.isHidden, table });
    });
  }

  /** Numbers slides in the order of `presentation.xml`. */
  addSlides(presentationPart: string, bytes: Uint8Array): void {
    const targets = new Map(this.#relations.of(presentationPart).map(({ id, target }) => [id, target]));
    parseXml(bytes, {
      open: (name, attributes: Attributes) => {
        const target = name === 'sldId' ? targets.get(attributes['r:id'] ?? attribute(attributes, 'id') ?? '') : undefined;
        if (target) this.#slides.set(key(target), this.#slides.size + 1);
      },
      text() {},
      close() {},
    });
  }

  hideSlide(part: string): void {
    this.#hiddenSlides.add(key(part));
  }

  /** The sheet of a part; one that the workbook does not list counts as hidden. */
  sheet(part: string): Sheet {
    const known = this.#sheets.get(key(part));
    if (known) return known;
    const sheet = {
      place: sheetPlace({
        name: part
          .split('/')
          .at(-1)!
          .replace(/\.\w+$/u, ''),
        isHidden: true,
      }),
      isHidden: true,
      table: 10_000 + this.#sheets.size,
    };
    this.#sheets.set(key(part), sheet);
    return sheet;
  }

  /** Sheet, slide, header … that a part is or belongs to; empty when it belongs to the whole. */
  of(part: string): string {
    let name = part;
    for (let steps = 0; steps < 8; steps++) {
      const sheet = this.#sheets.get(key(name));
      if (sheet) return sheet.place;
      const slide = this.#slides.get(key(name));
      if (slide !== undefined) return `第${slide}张幻灯片${this.#hiddenSlides.has(key(name)) ? '（隐藏）' : ''}`;
      const owner = this.#relations.owner(name);
      if (!owner) return '';
      const words = WORDS[owner.relation.type] ?? (owner.relation.type === 'officeDocument' && /^word\//iu.test(name) ? '正文' : undefined);
      if (words) return words;
      name = owner.from;
    }
    return '';
  }
}

/** Words for the part whose root element this is, when they do not depend on other parts. */
export const wordsFor = (root: string): string | undefined => WORDS[root];
