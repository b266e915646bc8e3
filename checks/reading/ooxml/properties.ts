import type { Gather } from '../gather.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

/** Elements of `core.xml`, `app.xml` and of OpenDocument's `meta.xml`, as office programs label them. */
const LABELS: Record<string, string> = {
  title: '标题',
  subject: '主题',
  creator: '作者',
  'initial-creator': '作者',
  keywords: '关键词',
  keyword: '关键词',
  description: '备注',
  lastModifiedBy: '最后修改人',
  'printed-by': '打印人',
  category: '类别',
  contentStatus: '状态',
  contentType: '内容类型',
  identifier: '标识',
  language: '语言',
  revision: '修订号',
  version: '版本',
  Company: '单位',
  Manager: '经理',
  HyperlinkBase: '超链接基础',
  Template: '模板',
  lpstr: '各部分名称',
  lpwstr: '各部分名称',
};
const AUTHORS = new Set(['creator', 'initial-creator', 'lastModifiedBy', 'Manager']);
/** Moments and versions, which name nobody. */
const PLAIN = new Set([
  'created',
  'modified',
  'lastPrinted',
  'creation-date',
  'date',
  'print-date',
  'generator',
  'AppVersion',
  'Application',
  'TotalTime',
]);

/** Share of the characters by which the program that wrote a file may count otherwise: headers, notes and fields. */
const MOST_AMISS = 0.05;

/** Built-in and custom properties of a document. */
export class Properties implements PartHandler {
  readonly #gather: Gather;
  readonly #counted = { Pages: 0, Characters: 0 };
  /** Name of the custom property being read. */
  #name = '';

  constructor(gather: Gather) {
    this.#gather = gather;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name === 'property' || name === 'user-defined') {
      this.#name = attribute(attributes, 'name') ?? '';
      return Object.keys(attributes);
    }
    return undefined;
  }

  text(text: string, parent: string): boolean {
    if (this.#name !== '') {
      this.#gather.add({ text: `${this.#name}：${text}`, where: `文件属性“${this.#name}”`, kind: 'property', isHidden: true });
      return true;
    }
    if (parent === 'Pages' || parent === 'Characters') this.#counted[parent] = Number(text);
    const label = LABELS[parent];
    if (label === undefined) return PLAIN.has(parent);
    const where = `文件属性“${label}”`;
    this.#gather.add({ text, where, kind: 'property', isHidden: true });
    if (AUTHORS.has(parent) && text.trim() !== '') this.#gather.trait({ kind: 'author', where });
    return true;
  }

  /** Programs that only fill in a template leave the numbers of the template: those that counted other characters did not count the pages. */
  end(): void {
    const { Pages: pages, Characters: counted } = this.#counted;
    const there = this.#gather.pieces.reduce((sum, { text, isHidden }) => sum + (isHidden ? 0 : text.replace(/\s/gu, '').length), 0);
    if (pages > 0 && Math.abs(there - counted) <= there * MOST_AMISS) this.#gather.pages = pages;
  }

  close(name: string): void {
    if (name === 'property' || name === 'user-defined') this.#name = '';
  }
}
