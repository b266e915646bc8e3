import { formatNumber } from './number-format.ts';
import { attributeOf, childNamed, childrenNamed, isOn, settingOf, type XmlElement } from './xml.ts';

/** The number that Word shows before a paragraph, which is nowhere in its text. */
export interface Label {
  text: string;
  bullet: boolean;
  depth: number;
}

interface Level {
  start: number;
  format: string;
  pattern: string;
  suffix: string;
  legal: boolean;
}

/** Counts the numbered paragraphs of a document, in the order in which they are asked for. */
export class Numbering {
  #lists = new Map<string, XmlElement>();
  #definitions = new Map<string, XmlElement>();
  #counters = new Map<string, number[]>();
  #started = new Set<string>();
  readonly unknownFormats = new Set<string>();

  constructor(root: XmlElement | undefined) {
    for (const list of root ? childrenNamed(root, 'num') : []) this.#lists.set(attributeOf(list, 'numId') ?? '', list);
    for (const definition of root ? childrenNamed(root, 'abstractNum') : [])
      this.#definitions.set(attributeOf(definition, 'abstractNumId') ?? '', definition);
  }

  /** The label of the next paragraph with these numbering properties. */
  next(properties: XmlElement | undefined): Label | undefined {
    const list = this.#lists.get(settingOf(properties, 'numId') ?? '');
    const depth = Math.min(Math.max(Number(settingOf(properties, 'ilvl') ?? 0) || 0, 0), 8);
    const id = settingOf(list, 'abstractNumId') ?? '';
    const definition = this.#definitions.get(id);
    if (!list || !definition) return undefined;
    const level = this.#level(list, definition, depth);
    if (!level) return undefined;
    if (level.format === 'bullet') return { text: '', bullet: true, depth };
    const counters = this.#count(list, definition, id, depth);
    const text = level.pattern.replace(/%([1-9])/gu, (_, digit: string) =>
      this.#shown(list, definition, Number(digit) - 1, counters, level.legal),
    );
    return { text: text === '' ? '' : text + (level.suffix === 'nothing' ? '' : ' '), bullet: false, depth };
  }

  #count(list: XmlElement, definition: XmlElement, id: string, depth: number): number[] {
    const counters = this.#counters.get(id) ?? [];
    this.#counters.set(id, counters);
    const restart = `${attributeOf(list, 'numId')}/${depth}`;
    const override = childrenNamed(list, 'lvlOverride').find((each) => attributeOf(each, 'ilvl') === String(depth));
    const startsAnew = settingOf(override, 'startOverride') !== undefined && !this.#started.has(restart);
    this.#started.add(restart);
    const start = this.#level(list, definition, depth)?.start ?? 1;
    counters[depth] = counters[depth] === undefined || startsAnew ? start : counters[depth] + 1;
    for (let above = 0; above < depth; above++) counters[above] ??= this.#level(list, definition, above)?.start ?? 1;
    counters.length = depth + 1;
    return counters;
  }

  #shown(list: XmlElement, definition: XmlElement, depth: number, counters: number[], legal: boolean): string {
    const level = this.#level(list, definition, depth);
    const value = counters[depth] ?? level?.start ?? 1;
    const format = legal ? 'decimal' : (level?.format ?? 'decimal');
    const shown = formatNumber(value, format);
    if (shown === undefined) this.unknownFormats.add(format);
    return shown ?? String(value);
  }

  #level(list: XmlElement, definition: XmlElement, depth: number): Level | undefined {
    const override = childrenNamed(list, 'lvlOverride').find((each) => attributeOf(each, 'ilvl') === String(depth));
    const isDepth = (each: XmlElement) => attributeOf(each, 'ilvl') === String(depth);
    const level = (override && childNamed(override, 'lvl')) ?? childrenNamed(definition, 'lvl').find(isDepth);
    if (!level) return undefined;
    return {
      start: Number(settingOf(override, 'startOverride') ?? settingOf(level, 'start') ?? 1) || 0,
      format: settingOf(level, 'numFmt') ?? 'decimal',
      pattern: settingOf(level, 'lvlText') ?? '',
      suffix: settingOf(level, 'suff') ?? 'tab',
      legal: isOn(level, 'isLgl'),
    };
  }
}
