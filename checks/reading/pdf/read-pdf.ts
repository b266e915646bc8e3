import { processorTime } from '../effort.ts';
import { type PictureText, readPicture } from '../ocr/read-picture.ts';
import type { Piece, Reading, Trait } from '../piece.ts';
import type { Reader, Source } from '../reader.ts';
import type { About, Calls, LooseText, PageAbout } from './calls.ts';
import { readOldVersions } from './old-versions.ts';
import { PdfFailure, withPdf } from './open-pdf.ts';
import { toSeenPictures } from './page-pictures.ts';
import { toPageRange } from './page-range.ts';
import { TableCount } from './table-count.ts';

/** Pages of a longer document are left, and so is the rest after that many broken pages in a row. */
const MOST_PAGES = 3000;
const MOST_BROKEN = 20;
/** Seconds of the processor that pdf.js may take for the pages of one document; OCR is not counted. */
const MOST_SECONDS = 120;

interface Found extends Reading {
  inner: { name: string; bytes: Uint8Array }[];
}

/** Reads a PDF: its text as it stands on the pages, what a viewer hides, and by OCR the pictures. */
export const readPdf: Reader = async (source) => {
  const { inner, ...reading } = await withPdf((calls) => gather(calls, source));
  for (const { name, bytes } of inner) {
    const { pieces, traits } = await source.readInner(name, bytes);
    reading.pieces.push(...pieces);
    reading.traits.push(...traits);
  }
  return reading;
};

async function gather(calls: Calls, source: Source): Promise<Found> {
  const found: Found = { format: 'pdf', pieces: [], traits: [], inner: [] };
  const { within } = source;
  const file = `${within}文件`;
  let about: About;
  try {
    // pdf.js takes its bytes away from the caller.
    about = await calls.open(source.bytes.slice());
  } catch (error) {
    found.traits.push(toTrait(error, file));
    return found;
  }
  if (!hasEnd(source.bytes)) found.traits.push({ kind: 'corrupt', where: file });
  found.pages = about.pages;
  addLoose(found, about.texts, within);
  if (about.hasAuthor) found.traits.push({ kind: 'author', where: `${within}文档属性“作者”` });
  if (about.hasScript) found.traits.push({ kind: 'macro', where: `${within}文档脚本` });
  await addAttachments(found, calls, about.attachments, source);
  await addPages(found, calls, about.pages, source);
  const old = await readOldVersions(calls, source.bytes, found.pieces, within);
  found.pieces.push(...old);
  if (old.length > 0) found.traits.push({ kind: 'hidden-text', where: `${within}旧版本` });
  return found;
}

async function addPages(found: Found, calls: Calls, pages: number, source: Source): Promise<void> {
  const { within, budget } = source;
  const tables = new TableCount();
  const scans: number[] = [];
  const broken: number[] = [];
  const unseen: number[] = [];
  let withPictures = 0;
  let recognised = 0;
  let isCut = false;
  let spent = 0;
  for (let number = 1; number <= pages; number++) {
    if (number > MOST_PAGES || spent > MOST_SECONDS * 1000) {
      found.traits.push({ kind: 'cut', where: `${within}文件`, what: `只读了前${number - 1}页，共${pages}页` });
      break;
    }
    let page: PageAbout;
    const begun = processorTime();
    try {
      page = await calls.page(number, budget.pictures > 0);
    } catch (error) {
      if (error instanceof PdfFailure && error.reason === 'ended') {
        found.traits.push({ kind: 'cut', where: `${within}第${number}页`, what: `读到第${number}页时超出时间或内存上限，共${pages}页` });
        break;
      }
      broken.push(number);
      if (broken.length >= MOST_BROKEN && broken.at(-MOST_BROKEN) === number - MOST_BROKEN + 1) {
        found.traits.push({ kind: 'cut', where: `${within}文件`, what: `第${number}页之后没有读，共${pages}页` });
        break;
      }
      continue;
    }
    spent += processorTime() - begun;
    addPage(found, page, number, within, tables);
    await addAttachments(found, calls, page.attachments, source);
    if (page.texts.length === 0 && page.hasPictures) scans.push(number);
    if (!page.hasPictures) continue;
    withPictures++;
    const state = budget.pictures > 0 ? await addPictures(found, page, number, source) : 'cut';
    if (state === 'read') recognised++;
    if (state === 'cut') isCut = true;
    if (state === 'unseen' || page.unreadable > 0) unseen.push(number);
  }
  if (scans.length > 0) found.traits.push({ kind: 'scanned', where: within + toPageRange(scans) });
  if (broken.length > 0) found.traits.push({ kind: 'corrupt', where: within + toPageRange(broken) });
  if (unseen.length > 0) found.traits.push({ kind: 'unseen', where: within + toPageRange(unseen) });
  if (isCut) found.traits.push({ kind: 'cut', where: `${within}图片`, what: `只识别了前${recognised}页图片，共${withPictures}页` });
}

function addPage(found: Found, page: PageAbout, number: number, within: string, tables: TableCount) {
  const where = `${within}第${number}页`;
  for (const { text, kind, isHidden, isAnnotation, cell } of tables.continue(page.texts)) {
    const piece: Piece = { text, where: isAnnotation ? `${where}批注` : where, kind: isAnnotation ? 'remark' : kind, isHidden };
    found.pieces.push(cell && !isAnnotation ? { ...piece, cell } : piece);
  }
  addLoose(found, page.loose, within);
  if (page.texts.some(({ isHidden }) => isHidden)) found.traits.push({ kind: 'hidden-text', where });
  if (page.loose.some(({ kind }) => kind === 'remark')) found.traits.push({ kind: 'remarks', where });
  if (page.hasScript) found.traits.push({ kind: 'macro', where });
  if (page.isCut) found.traits.push({ kind: 'cut', where, what: '页面图形过多，没有读完' });
}

/** What became of the page's pictures: `cut` when the budget ended before them. */
async function addPictures(found: Found, page: PageAbout, number: number, { within, budget }: Source): Promise<PictureText['state']> {
  const where = `${within}第${number}页图片`;
  for (const picture of await toSeenPictures(page.pictures)) {
    const { texts, state } = await readPicture(picture, budget);
    for (const text of texts) found.pieces.push({ text, where, kind: 'ocr', isHidden: false });
    if (state !== 'read') return state;
  }
  return 'read';
}

async function addAttachments(found: Found, calls: Calls, attachments: About['attachments'], { within, budget }: Source): Promise<void> {
  for (const { id, name } of attachments) {
    const where = `${within}附件“${name}”`;
    found.traits.push({ kind: 'embedded', where });
    try {
      const bytes = await calls.attachment(id);
      const room = budget.bytes - found.inner.reduce((sum, other) => sum + other.bytes.length, 0);
      if (bytes && bytes.length <= room) {
        found.inner.push({ name, bytes });
        continue;
      }
      found.traits.push(bytes ? { kind: 'cut', where, what: '附件超出总量上限，没有读' } : { kind: 'corrupt', where });
    } catch (error) {
      found.traits.push(toTrait(error, where));
    }
    // A file that is read tells its name itself.
    found.pieces.push({ text: name, where: `${where}的名称`, kind: 'name', isHidden: true });
  }
}

function addLoose(found: Found, texts: readonly LooseText[], within: string) {
  for (const { text, where, kind } of texts) found.pieces.push({ text, where: within + where, kind, isHidden: kind !== 'field' });
}

function toTrait(error: unknown, where: string): Trait {
  const reason = error instanceof PdfFailure ? error.reason : '';
  if (reason === 'PasswordException') return { kind: 'encrypted', where };
  if (reason === 'ended') return { kind: 'cut', where, what: '超出时间或内存上限，没有读完' };
  return { kind: 'corrupt', where };
}

/** A whole file ends with a mark, with little after it. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048).includes('%%EOF');
}
