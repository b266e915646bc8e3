import type { Bytes } from './bytes.ts';
import { type ArtRecord, artRecords } from './office-art.ts';

const DOCUMENT = 0x03e8;
const SLIDE = 0x03ee;
const NOTES = 0x03f0;
const NOTES_ATOM = 0x03f1;
const SLIDE_PLACE = 0x03f3;
const MASTER = 0x03f8;
const SLIDE_LIST = 0x0ff0;
const HANDOUT = 0x0fc9;
const DIRECTORY = 0x1772;

/** Tells to which slide, in the order of the show, a record belongs as the records go by. */
export class SlideNames {
  /** Slides met. */
  count = 0;
  isSlide = false;
  private readonly data: Bytes;
  private readonly numberByPersist = new Map<number, number>();
  private readonly numberBySlide = new Map<number, number>();
  private readonly persistByOffset = new Map<number, number>();
  /** Slides met in the list that is open, and what it lists: slides, masters, notes. */
  private listed = 0;
  private listKind = 0;
  private name = '演示文稿';

  constructor(data: Bytes) {
    this.data = data;
    for (const record of artRecords(data, 0, data.length)) {
      if (record.type === SLIDE_LIST) this.openList(record);
      if (record.type === SLIDE_PLACE && record.path.at(-1) === SLIDE_LIST && this.listKind === 0) this.addSlide(record);
      if (record.type === DIRECTORY) this.addDirectory(record);
    }
  }

  /** `第2张幻灯片`, `第2页备注`, `母版`, `演示文稿`. */
  nameOf(record: ArtRecord): string {
    const { type, path, from } = record;
    if (path.length === 0) {
      this.isSlide = type === SLIDE;
      this.name = this.rootName(type, from);
    } else if (type === SLIDE_LIST) this.openList(record);
    else if (type === NOTES_ATOM) {
      const number = this.numberBySlide.get(this.data.u32(from));
      this.name = number === undefined ? '备注母版' : `第${number}页备注`;
    } else if (type === SLIDE_PLACE && path.at(-1) === SLIDE_LIST) {
      this.listed++;
      this.name = [`第${this.listed}张幻灯片`, '母版', `第${this.listed}页备注`][this.listKind] ?? '演示文稿';
    } else if (path.length === 1 && path[0] === DOCUMENT) this.name = '演示文稿';
    return this.name;
  }

  private openList({ instance }: ArtRecord): void {
    this.listed = 0;
    this.listKind = instance;
  }

  private rootName(type: number, from: number): string {
    if (type === SLIDE) this.count++;
    if (type === SLIDE) return `第${this.numberByPersist.get(this.persistByOffset.get(from - 8) ?? -1) ?? this.count}张幻灯片`;
    if (type === NOTES) return '备注';
    if (type === MASTER) return '母版';
    return type === HANDOUT ? '讲义母版' : '演示文稿';
  }

  private addSlide({ from }: ArtRecord): void {
    this.listed++;
    this.numberByPersist.set(this.data.u32(from), this.listed);
    this.numberBySlide.set(this.data.u32(from + 12), this.listed);
  }

  /** Where each part of the presentation stands in the stream ([MS-PPT] 2.3.4). */
  private addDirectory({ from, to }: ArtRecord): void {
    for (let at = from; at + 4 <= to; ) {
      const head = this.data.u32(at);
      const count = head >>> 20;
      for (let i = 0; i < count && at + 8 + i * 4 <= to; i++) this.persistByOffset.set(this.data.u32(at + 4 + i * 4), (head & 0xfffff) + i);
      at += 4 + count * 4;
    }
  }
}
