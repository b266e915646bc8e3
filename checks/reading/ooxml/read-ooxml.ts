import type { Member } from '../archive/directory.ts';
import { openZip, type Zip } from '../archive/open-zip.ts';
import { take } from '../archive/take.ts';
import { Gather } from '../gather.ts';
import type { Reader, Source } from '../reader.ts';
import { isTelling } from '../xml/telling.ts';
import { walkPart } from '../xml/walk-part.ts';
import { looksLikeXml } from '../xml/xml-encoding.ts';
import { readBinaryPart } from './binary-part.ts';
import { readUnseenFormats } from './cell-styles.ts';
import { chooseHandler, insidePlace, type OfficeDocument } from './choose-handler.ts';
import { TableCount } from './flow.ts';
import { readOutside } from './outside.ts';
import { Places } from './places.ts';
import { Relations } from './relations.ts';
import { SharedStrings } from './shared-strings.ts';
import { readWordStyles } from './word-styles.ts';
import { WorkbookText } from './workbook-text.ts';

/**
 * Word, Excel and PowerPoint documents since 2007 with their templates and macro kinds (ISO/IEC 29500). Every part is
 * read, whether or not anything leads to it.
 */
export const readOoxml: Reader = async (source) => {
  const gather = new Gather(source.budget, source.within);
  const zip = openZip(source.bytes);
  if (!zip.isWhole) gather.trait({ kind: 'corrupt', where: '文件' });
  for (const { name } of zip.members)
    if (isTelling(name.split('/').at(-1)!)) gather.add({ text: name, where: '文件内部的名称', kind: 'name', isHidden: true });

  const relations = new Relations();
  const rels = zip.members.filter(({ name }) => /\.rels$/iu.test(name));
  for (const member of rels) {
    const bytes = await take(zip, member, source.budget, gather, insidePlace(member.name));
    relations.read(member.name, bytes);
    walkPart(bytes, insidePlace(member.name), gather, () => ({ open: () => ['Id', 'Type', 'Target', 'TargetMode'] }));
  }

  const document: OfficeDocument = {
    gather,
    relations,
    places: new Places(relations),
    tables: new TableCount(),
    styles: new Map(),
    shared: { strings: [], unseenFormats: new Set() },
    pivots: new Map(),
    externalTables: 30_000,
  };
  const others = zip.members.filter(({ name }) => !/\.rels$|\/$/iu.test(name));
  for (const member of inReadingOrder(others)) await readPart(source, zip, member, document);
  for (const member of rels) readOutside(member.name, document);
  return gather.reading(formatOf(zip));
};

/** Parts on which others depend come first, then each kind in the order of its numbers. */
function inReadingOrder(members: readonly Member[]): Member[] {
  const ranks = [
    /(?:^|\/)(?:workbook|presentation)\.xml$/iu,
    /(?:^|\/)(?:styles|sharedStrings)\.xml$/iu,
    /(?:^|\/)document\.xml$/iu,
    /slides\/[^/]*$/iu,
    /pivotCacheDefinition/iu,
  ];
  const rank = ({ name }: Member) => {
    const found = ranks.findIndex((pattern) => pattern.test(name));
    return found < 0 ? ranks.length : found;
  };
  const keyed = members.map((member) => ({
    member,
    rank: rank(member),
    name: member.name.replace(/\d+/gu, (digits) => digits.slice(-8).padStart(8, '0')),
  }));
  keyed.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return keyed.map(({ member }) => member);
}

async function readPart(source: Source, zip: Zip, member: Member, document: OfficeDocument): Promise<void> {
  const { gather, relations, places } = document;
  const part = member.name.replace(/^\/+/u, '');
  const bytes = await take(zip, member, source.budget, gather, insidePlace(part));
  const lead = relations.owner(part)?.relation.type ?? '';
  if (!looksLikeXml(bytes) || /^(?:aFChunk|image)$/u.test(lead)) return readBinaryPart(source, part, bytes, document);
  if (/(?:^|\/)styles\.xml$/iu.test(part)) {
    if (/^xl\//iu.test(part)) document.shared.unseenFormats = readUnseenFormats(bytes);
    else if (document.styles.size === 0) document.styles = readWordStyles(bytes);
  }
  walkPart(bytes, insidePlace(part), gather, (root, attributes) => {
    if (root === 'workbook') return new WorkbookParts(part, document);
    if (root === 'presentation') places.addSlides(part, bytes);
    if (root !== 'sst') return chooseHandler(document, part, root, attributes);
    const strings = new SharedStrings();
    document.shared.strings = strings.strings;
    return strings;
  });
}

/** The workbook, which makes its sheets known when it has been read. */
class WorkbookParts extends WorkbookText {
  readonly #part: string;
  readonly #document: OfficeDocument;

  constructor(part: string, document: OfficeDocument) {
    super(document.gather);
    this.#part = part;
    this.#document = document;
  }

  end(): void {
    this.#document.places.addSheets(this.#part, this);
  }
}

function formatOf({ members }: Zip): string {
  for (const [folder, format] of [
    ['word/', 'docx'],
    ['xl/', 'xlsx'],
    ['ppt/', 'pptx'],
  ] as const)
    if (members.some(({ name }) => name.toLowerCase().startsWith(folder))) return format;
  return 'docx';
}
