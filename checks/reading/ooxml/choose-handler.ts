import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import { CellComments } from './cell-comments.ts';
import { ChartText } from './chart-text.ts';
import { ExternalBook } from './external-book.ts';
import type { TableCount } from './flow.ts';
import { type CacheField, PivotCacheDefinition, PivotCacheRecords } from './pivot-cache.ts';
import { type Places, wordsFor } from './places.ts';
import { Properties } from './properties.ts';
import { key, type Relations } from './relations.ts';
import { type RichPart, RichText } from './rich-text.ts';
import { SettingsText } from './settings-text.ts';
import { type Shared, SheetText } from './sheet-text.ts';
import { SlideComments } from './slide-comments.ts';
import type { WordStyle } from './word-styles.ts';

/** What the parts of one document have to know of each other. */
export interface OfficeDocument {
  gather: Gather;
  relations: Relations;
  places: Places;
  tables: TableCount;
  styles: ReadonlyMap<string, WordStyle>;
  shared: Shared;
  /** Fields of pivot caches by the name of their definition part. */
  pivots: Map<string, readonly CacheField[]>;
  /** Number of the first table of the last outside workbook. */
  externalTables: number;
}

/** Place of what no step knows a better place for. */
export const insidePlace = (part: string): string => `文件内部数据（${part}）`;

/** The handler for a part, by its root element: names of parts are up to the program that wrote them. */
export function chooseHandler(document: OfficeDocument, part: string, root: string, attributes: Attributes): PartHandler | undefined {
  const { gather, places, tables, styles, relations } = document;
  const belongs = places.of(part);
  const rich = (place: string, kind: RichPart['kind'], more: Partial<RichPart> = {}) =>
    new RichText(gather, { place, kind, tables, styles, ...more });
  const within = (what: string) => (belongs === '' || belongs === '正文' ? what : `${belongs}的${what}`);
  switch (root) {
    case 'document':
      return rich('正文', 'paragraph', { isCounted: true });
    case 'hdr':
    case 'ftr':
      return rich(wordsFor(root)!, 'margin');
    case 'footnotes':
    case 'endnotes':
      return rich(wordsFor(root)!, 'note');
    case 'glossaryDocument':
      return rich('构建基块', 'paragraph', { isHidden: true });
    case 'comments':
      return /^xl\//iu.test(part) ? new CellComments(gather, belongs) : rich('批注', 'remark', { isHidden: true });
    case 'ThreadedComments':
    case 'personList':
      return new CellComments(gather, belongs);
    case 'worksheet':
    case 'chartsheet':
    case 'dialogsheet':
    case 'macrosheet':
      return sheet(document, part, root);
    case 'settings':
    case 'connections':
      return new SettingsText(gather, root === 'connections' ? '数据连接' : '文档设置');
    case 'coreProperties':
    case 'Properties':
      return new Properties(gather);
    case 'externalLink':
      return new ExternalBook(gather, (document.externalTables += 1000));
    case 'pivotCacheDefinition': {
      const definition = new PivotCacheDefinition(gather, 20_000 + document.pivots.size);
      document.pivots.set(key(part), definition.fields);
      return definition;
    }
    case 'pivotCacheRecords': {
      const owner = key(relations.owner(part)?.from ?? '');
      const number = [...document.pivots.keys()].indexOf(owner);
      return new PivotCacheRecords(gather, document.pivots.get(owner) ?? [], 20_000 + Math.max(0, number));
    }
    case 'sld':
      return slide(document, part, attributes);
    case 'notes':
      return rich(within('备注'), 'note', { isHidden: true });
    case 'sldLayout':
    case 'sldMaster':
    case 'notesMaster':
    case 'handoutMaster':
      return rich({ sldLayout: '幻灯片版式', sldMaster: '幻灯片母版', notesMaster: '备注母版', handoutMaster: '讲义母版' }[root], 'shape');
    case 'cmLst':
    case 'cmAuthorLst':
    case 'authorLst':
      return new SlideComments(gather, belongs);
    case 'chartSpace':
      return new ChartText(gather, { place: within('图表'), kind: 'shape', tables });
    case 'wsDr':
    case 'dataModel':
    case 'drawing':
    case 'xml':
      return rich(within('图形'), 'shape');
    default:
      return undefined;
  }
}

function sheet({ gather, places, shared }: OfficeDocument, part: string, root: string): PartHandler {
  const found = places.sheet(part);
  if (root === 'macrosheet') gather.trait({ kind: 'macro', where: found.place });
  return new SheetText(gather, found, shared);
}

function slide({ gather, places, tables }: OfficeDocument, part: string, { show }: Attributes): PartHandler {
  const isHidden = show === '0' || show === 'false';
  if (isHidden) places.hideSlide(part);
  const place = places.of(part) || `幻灯片（${isHidden ? '隐藏' : '未列出'}）`;
  if (isHidden) gather.trait({ kind: 'hidden-slide', where: place });
  return new RichText(gather, { place, kind: 'paragraph', tables, isHidden: isHidden || places.of(part) === '' });
}
