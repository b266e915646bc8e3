import type { OfficeDocument } from './choose-handler.ts';

/** Relations by which a program fetches data or a template by itself. */
const FETCHED: Record<string, string> = {
  attachedTemplate: '模板',
  externalLinkPath: '外部链接',
  externalLink: '外部链接',
  xlExternalLinkPath: '外部链接',
  oleObject: '链接的对象',
  image: '链接的图片',
  frame: '框架',
  subDocument: '子文档',
  mailMergeSource: '邮件合并的数据源',
  mailMergeHeaderSource: '邮件合并的数据源',
  pivotCacheDefinition: '数据透视表的数据源',
  queryTable: '外部数据',
};

/** Gathers the targets of a part's relations that lie outside the file. */
export function readOutside(relsName: string, { gather, relations, places }: OfficeDocument): void {
  const from = relsName.replace(/(^|\/)_rels\/([^/]*)\.rels$/iu, '$1$2');
  const belongs = places.of(from);
  for (const { type, target, isOutside } of relations.of(from)) {
    if (!isOutside || target === '') continue;
    const where = `${belongs === '' ? '' : `${belongs}的`}${FETCHED[type] ?? '链接'}`;
    gather.add({ text: target, where, kind: 'link', isHidden: true });
    if (FETCHED[type]) gather.trait({ kind: 'outside-reference', where });
  }
}
