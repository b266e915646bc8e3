import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { couldHoldText } from '../ocr/could-hold-text.ts';
import { toScripts } from './about.ts';
import type { LooseText, PageAbout, Picture } from './calls.ts';
import { draw, type Font } from './draw.ts';
import type { PictureMark } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { toPageText } from './page-text.ts';
import { toPixels } from './unpack.ts';

/** More pixels than this on one page are left: 64 million are a page of A4 at 750 dpi. */
const MOST_PIXELS = 64_000_000;

/** Everything of a page. Without pictures asked for, a page that has no text is not unpacked at all. */
export async function readPage(document: PDFDocumentProxy, number: number, withPictures: boolean): Promise<PageAbout> {
  const page = await document.getPage(number);
  const about: PageAbout = {
    texts: [],
    loose: [],
    pictures: [],
    attachments: [],
    hasScript: false,
    unreadable: 0,
    isCut: false,
    hasPictures: false,
  };
  try {
    await addAnnotations(page, number, about);
    if (!withPictures && !(await hasText(page))) return { ...about, hasPictures: true };
    await addDrawn(document, page, about, withPictures);
    return about;
  } finally {
    page.cleanup();
  }
}

async function hasText(page: PDFPageProxy): Promise<boolean> {
  const { items } = await page.getTextContent();
  return items.some((item) => 'str' in item && item.str.trim() !== '');
}

async function addDrawn(document: PDFDocumentProxy, page: PDFPageProxy, about: PageAbout, withPictures: boolean) {
  const operators = await page.getOperatorList();
  const layers = await document.getOptionalContentConfig();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const findFont = (name: string): Font => (page.commonObjs.has(name) ? page.commonObjs.get(name) : {});
  const marks = draw(operators, transform as unknown as Matrix, findFont, (group) => layers.isVisible(group as never));
  about.isCut ||= marks.isCut;
  about.texts = toPageText(marks, width, height);
  addPictures(page, marks.pictures, about, withPictures);
}

function addPictures(page: PDFPageProxy, marks: readonly PictureMark[], about: PageAbout, isWanted: boolean) {
  let left = MOST_PIXELS;
  const seen = new Set<unknown>();
  for (const { source, box, turns } of marks) {
    const given = findPicture(page, source);
    if (given && seen.has(given)) continue;
    seen.add(given);
    const { width = 0, height = 0 } = (given ?? {}) as { width?: number; height?: number };
    if (given && !couldHoldText(width, height) && marks.length === 1) continue;
    about.hasPictures = true;
    if (!isWanted) return;
    const pixels = width * height <= left ? toPixels(given) : null;
    if (!pixels) {
      about.unreadable++;
      continue;
    }
    left -= width * height;
    about.pictures.push({ ...pixels, box, turns } satisfies Picture);
  }
}

/** A picture's pixels are in the page's objects, in those of the document, or in the operator itself. */
function findPicture(page: PDFPageProxy, source: unknown): unknown {
  const get = (name: string) => {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    return objects.has(name) ? objects.get(name) : null;
  };
  if (typeof source === 'string') return get(source);
  const { data, width, height } = (source ?? {}) as { data?: unknown; width?: number; height?: number };
  if (typeof data !== 'string') return source;
  const held = get(data) as { data?: unknown } | null;
  return held && { width, height, ...held };
}

interface Annotation {
  subtype?: string;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  richText?: { str?: string };
  url?: string;
  unsafeUrl?: string;
  action?: string;
  fileId?: string;
  file?: { filename?: string; description?: string };
  alternativeText?: string;
  options?: { displayValue?: string }[];
  actions?: unknown;
}

async function addAnnotations(page: PDFPageProxy, number: number, about: PageAbout) {
  const where = `第${number}页批注`;
  for (const annotation of (await page.getAnnotations({ intent: 'any' })) as Annotation[]) {
    const add = (text: string | undefined, place: string, kind: LooseText['kind']) => {
      if (text && text.trim() !== '' && !about.loose.some((other) => other.text === text && other.where === place))
        about.loose.push({ text, where: place, kind });
    };
    add(annotation.contentsObj?.str, where, 'remark');
    add(annotation.richText?.str, where, 'remark');
    add(annotation.titleObj?.str, `${where}的作者`, 'property');
    add(annotation.unsafeUrl ?? annotation.url, `第${number}页链接`, 'link');
    add(annotation.alternativeText, `第${number}页表单`, 'alt');
    for (const option of annotation.options ?? []) add(option.displayValue, `第${number}页表单`, 'field');
    if (annotation.file) {
      add(annotation.file.description, where, 'remark');
      if (annotation.fileId) about.attachments.push({ id: annotation.fileId, name: annotation.file.filename || '附件' });
    }
    const scripts = toScripts(annotation.actions, `第${number}页脚本`);
    about.loose.push(...scripts);
    about.hasScript ||= scripts.length > 0;
  }
  const scripts = toScripts(await page.getJSActions(), `第${number}页脚本`);
  about.loose.push(...scripts);
  about.hasScript ||= scripts.length > 0;
}
