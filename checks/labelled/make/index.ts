import { type BrokenRecipe, makeBroken } from './broken.ts';
import { type BytesRecipe, makeBytes } from './bytes.ts';
import { type DocxRecipe, makeDocx } from './docx.ts';
import { type EmlRecipe, makeEml } from './eml.ts';
import { type ImageRecipe, makeImage } from './image.ts';
import { makeOdt, type OdtRecipe } from './odt.ts';
import { makeOfd, type OfdRecipe } from './ofd.ts';
import { makePdf, type PdfRecipe } from './pdf.ts';
import { makePptx, type PptxRecipe } from './pptx.ts';
import { makeRtf, type RtfRecipe } from './rtf.ts';
import { makeXlsx, type XlsxRecipe } from './xlsx.ts';
import { makeZip, type ZipRecipe } from './zip.ts';

/** A file as data: its kind and what is in it. */
export type Made =
  | { make: 'docx'; recipe: DocxRecipe }
  | { make: 'xlsx'; recipe: XlsxRecipe }
  | { make: 'pptx'; recipe: PptxRecipe }
  | { make: 'pdf'; recipe: PdfRecipe }
  | { make: 'ofd'; recipe: OfdRecipe }
  | { make: 'odt'; recipe: OdtRecipe }
  | { make: 'rtf'; recipe: RtfRecipe }
  | { make: 'eml'; recipe: EmlRecipe }
  | { make: 'image'; recipe: ImageRecipe }
  | { make: 'zip'; recipe: ZipRecipe }
  | { make: 'bytes'; recipe: BytesRecipe }
  | { make: 'broken'; recipe: BrokenRecipe };

/** Turns a recipe into a file. */
export async function make(made: Made): Promise<Uint8Array> {
  switch (made.make) {
    case 'docx':
      return makeDocx(made.recipe);
    case 'xlsx':
      return makeXlsx(made.recipe);
    case 'pptx':
      return makePptx(made.recipe);
    case 'pdf':
      return makePdf(made.recipe);
    case 'ofd':
      return makeOfd(made.recipe);
    case 'odt':
      return makeOdt(made.recipe);
    case 'rtf':
      return makeRtf(made.recipe);
    case 'eml':
      return makeEml(made.recipe);
    case 'image':
      return makeImage(made.recipe);
    case 'zip':
      return makeZip(made.recipe);
    case 'bytes':
      return makeBytes(made.recipe);
    case 'broken':
      return makeBroken(made.recipe);
  }
}
