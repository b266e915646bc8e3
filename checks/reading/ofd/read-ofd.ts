import type { Member } from '../archive/directory.ts';
import { openZip } from '../archive/open-zip.ts';
import { take } from '../archive/take.ts';
import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { isTelling } from '../xml/telling.ts';
import { type PartHandler, walkPart } from '../xml/walk-part.ts';
import { looksLikeXml } from '../xml/xml-encoding.ts';
import { DocumentInfo } from './document-info.ts';
import { readPageOrder } from './page-order.ts';
import { PageText } from './page-text.ts';

/** OFD documents (GB/T 33190-2016): pages, templates, annotations, attachments, properties, seals as far as they are XML. */
export const readOfd: Reader = async (source) => {
  const gather = new Gather(source.budget, source.within);
  const zip = openZip(source.bytes);
  if (!zip.isWhole) gather.trait({ kind: 'corrupt', where: '文件' });
  for (const { name } of zip.members)
    if (isTelling(name)) gather.add({ text: name, where: '文件内部的名称', kind: 'name', isHidden: true });
  const pages = new Map<string, number | 'template'>();
  let pictures = 0;
  for (const member of mainFirst(zip.members)) {
    if (member.name.endsWith('/')) continue;
    const part = member.name.replace(/^\/+/u, '');
    const inside = `文件内部数据（${part}）`;
    const bytes = await take(zip, member, source.budget, gather, inside);
    if (looksLikeXml(bytes) && !/\/attachs?\/(?!attachments?\.xml$)/iu.test(part)) {
      walkPart(bytes, inside, gather, (root) => {
        if (root === 'Document') readPageOrder(part, bytes, pages);
        return handlerFor(root, part, pages, gather);
      });
    } else if (bytes.length > 0 && !/\.(?:ttf|otf|ttc|cff|pfb)$/iu.test(part)) {
      const isAttachment = /\/attachs?\//iu.test(part);
      if (isAttachment) gather.trait({ kind: 'embedded', where: '附件' });
      const name = part.split('/').at(-1)!;
      const inner = await source.readInner(isAttachment ? name : `图${++pictures}_${name}`, bytes);
      // Seals and signatures are binary by their standard and not words of an author.
      if (/\/signs?\//iu.test(part))
        inner.traits = inner.traits.filter(({ kind }) => kind !== 'unknown' && kind !== 'misnamed' && kind !== 'corrupt');
      gather.take(inner);
    }
  }
  gather.pages = [...pages.values()].filter((page) => page !== 'template').length;
  return gather.reading('ofd');
};

function mainFirst(members: readonly Member[]): Member[] {
  const rank = ({ name }: Member) => (/(?:^|\/)Document\.xml$/iu.test(name) ? 0 : 1);
  return [...members].sort((a, b) => rank(a) - rank(b));
}

function handlerFor(root: string, part: string, pages: ReadonlyMap<string, number | 'template'>, gather: Gather): PartHandler | undefined {
  const number = numberOf(part.toLowerCase(), pages);
  const place = number === 'template' ? '模板页' : number !== undefined ? `第${number}页` : '页面';
  switch (root) {
    case 'OFD':
      return new DocumentInfo(gather);
    case 'Page':
      return new PageText(gather, place, number === 'template' ? 'shape' : 'paragraph');
    case 'PageAnnot':
      return new PageText(gather, `${number === undefined ? '' : place}批注`, 'remark');
    default:
      return undefined;
  }
}

/** Annotations lie in a folder named like that of their page. */
function numberOf(part: string, pages: ReadonlyMap<string, number | 'template'>): number | 'template' | undefined {
  const folder = /\/page_\d+\//u.exec(part)?.[0];
  return pages.get(part) ?? (folder === undefined ? undefined : [...pages].find(([path]) => path.includes(folder))?.[1]);
}
