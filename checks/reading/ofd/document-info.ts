import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

const LABELS: Record<string, string> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Abstract: '摘要',
  Keyword: '关键词',
  DocUsage: '用途',
  Creator: '创建程序',
};

/** `OFD.xml`: properties of the documents in the file (GB/T 33190-2016, 7.4). */
export class DocumentInfo implements PartHandler {
  readonly #gather: Gather;
  #custom = '';

  constructor(gather: Gather) {
    this.#gather = gather;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name !== 'CustomData') return undefined;
    this.#custom = attributes.Name ?? '';
    return ['Name'];
  }

  text(text: string, parent: string): boolean {
    if (parent === 'CustomData') {
      this.#gather.add({ text: `${this.#custom}：${text}`, where: `文件属性“${this.#custom}”`, kind: 'property', isHidden: true });
      return true;
    }
    const label = LABELS[parent];
    if (label === undefined) return /^(?:DocID|CreationDate|ModDate|CreatorVersion|DocRoot)$/u.test(parent);
    const where = `文件属性“${label}”`;
    this.#gather.add({ text, where, kind: 'property', isHidden: true });
    if (parent === 'Author' && text.trim() !== '') this.#gather.trait({ kind: 'author', where });
    return true;
  }
}
