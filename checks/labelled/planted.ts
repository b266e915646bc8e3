import { toGb18030 } from '../../cms/import/testing/encode.ts';
import type { LabelledCase } from './case.ts';
import type { PdfRecipe } from './make/pdf.ts';

/** A text of a recipe, in the form it must have in the file, and the parts it must be in one of. */
export interface Planted {
  /** Where the recipe has it. */
  key: string;
  text: string;
  part: RegExp;
}

type Places = [key: string, part: RegExp][];

const PROPERTIES: Places = [
  ['core', /^docProps\/core\.xml$/u],
  ['app', /^docProps\/app\.xml$/u],
  ['custom', /^docProps\/custom\.xml$/u],
];

/** Where the text below a key of the recipe must be; what no key names is in the last place. */
const PLACES: Record<string, Places> = {
  docx: [
    ...PROPERTIES,
    ['header', /^word\/header-default\.xml$/u],
    ['firstHeader', /^word\/header-first\.xml$/u],
    ['footer', /^word\/footer-default\.xml$/u],
    ['watermark', /^word\/header-default\.xml$/u],
    ['note', /^word\/footnotes\.xml$/u],
    ['comment', /^word\/comments\.xml$/u],
    ['author', /^word\/comments\.xml$/u],
    ['link', /^word\/_rels\/document\.xml\.rels$/u],
    ['chunk', /^word\/afchunk/u],
    ['template', /^word\/_rels\/settings\.xml\.rels$/u],
    ['variables', /^word\/settings\.xml$/u],
    ['customXml', /^customXml\//u],
    ['body', /^word\/document\.xml$/u],
  ],
  xlsx: [
    ...PROPERTIES,
    ['names', /^xl\/workbook\.xml$/u],
    ['fields', /pivotCacheDefinition/u],
    ['records', /pivotCacheRecords/u],
    ['external', /externalLink/u],
    ['notes', /^xl\/comments/u],
    ['threaded', /^xl\/threadedComments\//u],
    ['box', /^xl\/drawings\//u],
    ['links', /^xl\/worksheets\/_rels\//u],
    ['rows', /^xl\/(?:sharedStrings|worksheets\/.*)\.xml$/u],
    ['name', /^xl\/workbook\.xml$/u],
    ['header', /^xl\/worksheets\//u],
    ['footer', /^xl\/worksheets\//u],
  ],
  pptx: [
    ...PROPERTIES,
    ['layout', /slideLayout1\.xml$/u],
    ['master', /slideMaster1\.xml$/u],
    ['notes', /^ppt\/notesSlides\//u],
    ['comment', /^ppt\/comments\//u],
    ['slides', /^ppt\/slides\/slide\d+\.xml$/u],
  ],
  ofd: [
    ['annotations', /Annotation\.xml$/u],
    ['attachments', /Attachs\//u],
    ['info', /^OFD\.xml$/u],
    ['custom', /^OFD\.xml$/u],
    ['template', /Tpls\//u],
    ['pages', /Pages\/Page_\d+\/Content\.xml$/u],
  ],
  odt: [
    ['header', /^styles\.xml$/u],
    ['title', /^meta\.xml$/u],
    ['body', /^content\.xml$/u],
  ],
};

/** Keys whose words are elsewhere: drawn in a picture, packed in an inner file, or a choice rather than text. */
const NOT_TEXT = new Set(['picture', 'scan', 'workbook', 'macro', 'state', 'make', 'recipe', 'font', 'color']);

const ANYWHERE = /^/u;

/** What must be found in a made file. Inner files and drawn pictures are left out. */
export function planted(item: LabelledCase): Planted[] {
  if (!('make' in item)) return [];
  const { make, recipe } = item;
  if (make === 'image')
    return Object.entries({ ...recipe.exif, xmp: recipe.xmp ?? '' }).map(([key, text]) => ({ key, text, part: ANYWHERE }));
  return [...texts(recipe, [])].flatMap(({ path, text }) => {
    const key = path.join('.');
    if (make === 'rtf') return { key, text: rtfText(text, Boolean(recipe.gbk)), part: ANYWHERE };
    if (make === 'pdf') return pdfTexts(recipe, path, text).map((part) => ({ key, text: part, part: ANYWHERE }));
    const place = PLACES[make]?.find(([name]) => path.includes(name));
    return place ? { key, text, part: place[1] } : [];
  });
}

function* texts(value: unknown, path: string[]): Generator<{ path: string[]; text: string }> {
  if (typeof value === 'string' && value) yield { path, text: value };
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) if (!NOT_TEXT.has(key)) yield* texts(inner, [...path, key]);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const wide = (text: string) => hex(Buffer.from(text, 'utf16le').swap16());

/** A PDF text as it stands in the bytes: whole where the writer keeps it whole, else by character. */
function pdfTexts(recipe: PdfRecipe, path: string[], text: string): string[] {
  if (path[0] === 'attachments' && path.at(-1) === 'text') return [Buffer.from(text).toString('latin1')];
  if (path[0] !== 'pages') return [wide(text)];
  if (recipe.font === 'identity') return [...text].map((character) => `<${wide(character)}>`);
  const page = recipe.pages[Number(path[1])]!;
  const line = Array.isArray(page) ? page[Number(path[2])] : undefined;
  const pieces = typeof line === 'object' && line.spread ? [...text] : [text];
  return pieces.map((piece) => `<${recipe.font === 'GBK-EUC-H' ? hex(toGb18030(piece)) : wide(piece)}>`);
}

function rtfText(text: string, gbk: boolean): string {
  return [...text]
    .map((character) => {
      if (character < '\x80') return character;
      if (gbk) return hex(toGb18030(character)).toLowerCase().replaceAll(/../gu, "\\'$&");
      const unit = character.charCodeAt(0);
      return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
    })
    .join('');
}
