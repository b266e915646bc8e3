import { type Block, paragraphsOf } from './block.ts';
import { findDamage } from './damage/find-damage.ts';
import { findMissingAttachments } from './damage/missing-attachments.ts';
import { findOddSpace } from './damage/white-space.ts';
import { readDocx } from './docx/read-docx.ts';
import { findBrokenNumber } from './fields/document-number.ts';
import { decideType } from './fields/entry-type.ts';
import type { Evidence } from './fields/evidence.ts';
import { readFields } from './fields/read-fields.ts';
import { readHtml } from './html/read-html.ts';
import type { Damage, Dropped, Imported } from './imported.ts';
import { toMarkdown } from './markdown/to-markdown.ts';
import { widenBlocks } from './markdown/widen-blocks.ts';
import { findParts } from './parts/annex-titles.ts';
import { removeFurniture } from './parts/furniture.ts';
import { type Head, readHead, TITLE_TAKEN } from './parts/head.ts';
import { readImprint } from './parts/imprint.ts';
import { findSignOffs } from './parts/sign-off.ts';
import { toPieces } from './parts/structure.ts';
import { placesIn } from './place.ts';
import { formatOf } from './read/format.ts';
import { readText } from './read/text.ts';
import { type Claims, type Found, type Left, mergeClaims, type Neighbours, type Reading } from './reading.ts';
import { Refused } from './refused.ts';
import { refuseSecret } from './secret-mark.ts';

export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** Gives the files that a page refers to, by their relative names. */
  neighbours?: Neighbours;
}

/**
 * Turns a document into the draft of an entry. What is broken is told with its place and stays as it
 * is; a field that would need a guess stays empty and is owed. Throws `Refused` for a file that
 * cannot be imported at all.
 */
export function importDocument(file: SourceFile): Imported {
  try {
    return toImported(read(file));
  } catch (error) {
    // The readers go down a document's elements one inside the other.
    if (error instanceof RangeError) throw new Refused('文件的层次嵌套太深，读不完。核对来源，重新导出再导入。');
    throw error;
  }
}

function toImported(reading: Reading): Imported {
  const page = removeFurniture(reading.blocks);
  const claims = mergeClaims(reading.claims, page.claims);
  const imprint = readImprint(page.blocks);
  refuseSecret([
    ...reading.blocks.flatMap(paragraphsOf).map((line) => line.plain),
    ...reading.left.map((left) => left.text),
    ...(reading.margins ?? []),
  ]);
  const head = readHead(imprint.blocks, claims.title);
  if (head.blocks.length === 0 && head.title === undefined)
    throw new Refused('没有找到文字内容。核对文件：正文是图片的，先转成文字再导入。');
  const parts = findParts(head.blocks, head.title ?? '');
  const widened = widenBlocks(head.blocks);
  const pieces = toPieces(widened.blocks, parts);
  const evidence: Evidence = {
    head,
    claims,
    blocks: head.blocks,
    signOffs: ownSignOffs(head.blocks, parts[0]?.index),
    files: reading.files,
  };
  const decision = decideType({ title: head.title, hasRedHead: head.redHead !== undefined, hasNumber: hasNumber(evidence), pieces });
  const { fields, owed } = readFields(decision.type, evidence);
  const placeOf = placesIn(reading.source);
  const found = [
    ...reading.found,
    ...page.found,
    ...imprint.found,
    ...tellTitle(claims, head),
    ...tellCopyNumber(head),
    ...findOddSpace(reading.source),
    ...findDamage([...head.blocks, ...imprint.imprint], toPieces(head.blocks, parts)),
    ...findMissingAttachments(head.blocks, reading.files),
  ];
  return {
    ...decision,
    fields,
    claimed_published_at: claims.published,
    body: toMarkdown(pieces),
    files: reading.files,
    owed,
    damage: toDamage(found, placeOf),
    dropped: toDropped([...reading.left, ...page.left, ...imprint.left, ...head.left], placeOf),
    changes: [...reading.changes, ...widened.changes(placeOf, reading.lineWord)],
    lineWord: reading.lineWord,
    encoding: reading.encoding,
  };
}

function read(file: SourceFile): Reading {
  const format = formatOf(file.name, file.bytes);
  if (format === 'docx') return readDocx(file.bytes);
  return format === 'html' ? readHtml(file.bytes, file.neighbours) : readText(file.bytes);
}

/** Only secret and printed copies are numbered (STD-DOC-08). */
function tellCopyNumber(head: Head): Found[] {
  const numbered = head.left.filter((left) => /^\d{6}$/u.test(left.text));
  return numbered.map(({ at, text }) => ({ at, text, message: '这是份号，涉密文件和印制的文件才有。核对这份文件能不能公开。' }));
}

/** A title that only a site's own words give must be looked up. */
function tellTitle(claims: Claims, head: Head): Found[] {
  if (claims.title === undefined || claims.title_at === undefined || head.left.some((left) => left.reason === TITLE_TAKEN)) return [];
  return [{ at: claims.title_at, text: claims.title, message: '文件里没有写标题，这是从网站自己的话里取的。对照原件核对全称。' }];
}

function hasNumber({ head, claims, blocks }: Evidence): boolean {
  return head.document_number !== undefined || claims.document_number !== undefined || findBrokenNumber(blocks) !== undefined;
}

/** Sign-offs above the first document that is passed on; without such a document, all. */
function ownSignOffs(blocks: readonly Block[], firstPart: number | undefined) {
  const all = findSignOffs(blocks);
  const own = all.filter((signOff) => firstPart === undefined || signOff.index < firstPart);
  return own.length > 0 ? own : all;
}

function toDamage(found: readonly Found[], placeOf: (at: number) => { line: number; column: number }): Damage[] {
  const sorted = [...found].sort((a, b) => a.at - b.at);
  return sorted.map(({ at, text, message }) => ({ ...placeOf(at), quoted: shorten(text), message }));
}

function toDropped(left: readonly Left[], placeOf: (at: number) => { line: number; column: number }): Dropped[] {
  const sorted = [...left].sort((a, b) => a.at - b.at);
  return sorted.map(({ at, text, reason }) => ({ ...placeOf(at), text, reason }));
}

const shorten = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 39).join('')}…` : text);
