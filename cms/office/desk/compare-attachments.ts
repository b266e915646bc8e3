import type { TextPiece } from '../read-text.ts';
import { type CalledOut, calledOutIn } from './called-out.ts';
import { calledOutInCells } from './called-out-cells.ts';
import { compareTables, type TableChange } from './compare-tables.ts';
import { compareTexts, type Stretch } from './compare-texts.ts';
import { toParts } from './sheets.ts';

/** What an attachment says now and said before. */
export interface AttachmentComparison {
  tables: readonly TableChange[];
  /** Text outside tables, by place. */
  texts: readonly { where: string; stretches: readonly Stretch[] }[];
  calledOut: readonly CalledOut[];
}

/** What programs write for themselves, such as names of fonts, is there for who wants to see it; its numbers are no amounts. */
export const isInner = (where: string): boolean => where.startsWith('文件内部数据');

/** Holds two versions of an attachment against each other by what citizens would find in them. @param before nothing for a new one */
export function compareAttachments(
  name: string,
  before: readonly TextPiece[],
  after: readonly TextPiece[],
  names: readonly string[],
): AttachmentComparison {
  const [old, now] = [toParts(before), toParts(after)];
  const places = [...new Set([...now.texts.keys(), ...old.texts.keys()])];
  const texts = places.map((where) => ({ where, stretches: compareTexts(old.texts.get(where) ?? '', now.texts.get(where) ?? '', names) }));
  const tables = compareTables(old.tables, now.tables);
  const where = `附件“${name}”`;
  const calledOut = [
    ...texts.flatMap(({ where: place, stretches }) =>
      calledOutIn(place === '正文' ? where : `${where}${place}`, stretches).filter(({ kind }) => kind !== 'amount' || !isInner(place)),
    ),
    ...tables.flatMap((table) => calledOutInCells(where, table, names)),
  ];
  return { tables, texts, calledOut };
}
