import { type ImageRecipe, makeImage } from './image.ts';
import { addAttachments, addForm, addInfo, addOutline, addRemarks, type PdfExtras } from './pdf-extras.ts';
import { type Encoding, PdfFont } from './pdf-font.ts';
import { PdfObjects } from './pdf-objects.ts';

/** A line of a page; a plain string is black body text. */
export type PdfLine =
  | string
  | {
      text: string;
      size?: number;
      color?: 'black' | 'white' | 'red';
      /** Painted over with a black bar, as one who redacts with a drawing tool does. */
      covered?: boolean;
      /** Neither filled nor stroked, as the text layer of a scan is. */
      invisible?: boolean;
      /** Every character set on its own, with space between. */
      spread?: boolean;
    };

export type PdfPage = PdfLine[] | { scan: ImageRecipe };

/** A PDF. Without `font` it is UniGB-UCS2-H; no font is ever embedded. */
export interface PdfRecipe extends PdfExtras {
  pages: PdfPage[];
  font?: Encoding;
}

const COLOURS = { black: '0 0 0', white: '1 1 1', red: '0.8 0 0' };

export async function makePdf(recipe: PdfRecipe): Promise<Uint8Array> {
  const objects = new PdfObjects();
  const catalog = objects.reserve();
  const tree = objects.reserve();
  const font = new PdfFont(recipe.font ?? 'UniGB-UCS2-H');
  const fontId = objects.reserve();
  const pages: number[] = [];
  for (const page of recipe.pages)
    pages.push('scan' in page ? await addScan(objects, tree, page.scan) : addText(objects, tree, page, font, fontId));
  font.write(objects, fontId);
  objects.set(tree, `<< /Type /Pages /Kids [${pages.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  const first = pages[0]!;
  addRemarks(objects, first, recipe.annotations ?? []);
  const parts = [
    addForm(objects, first, recipe.fields),
    addOutline(objects, first, recipe.outline),
    await addAttachments(objects, recipe.attachments),
  ];
  objects.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R ${parts.join(' ')} >>`);
  return objects.bytes(catalog, addInfo(objects, recipe.info));
}

function addText(objects: PdfObjects, tree: number, lines: PdfLine[], font: PdfFont, fontId: number): number {
  let y = 800;
  const drawn = lines.map((line) => {
    const {
      text,
      size = 14,
      color = 'black',
      covered,
      invisible,
      spread,
    } = typeof line === 'string' ? { text: line } : (line as Exclude<PdfLine, string>);
    y -= size * 1.7;
    const pieces = spread ? [...text] : [text];
    const shown = pieces.map(
      (piece, i) =>
        `BT /F1 ${size} Tf ${invisible ? 3 : 0} Tr ${COLOURS[color]} rg 1 0 0 1 ${60 + i * size * 3} ${y.toFixed(1)} Tm <${font.encode(piece)}> Tj ET`,
    );
    if (covered) shown.push(`0 0 0 rg 58 ${(y - 3).toFixed(1)} ${size * [...text].length + 4} ${size + 4} re f`);
    return shown.join('\n');
  });
  const content = objects.stream('', Buffer.from(drawn.join('\n'), 'latin1'));
  return objects.page(
    `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${fontId} 0 R >> >> /Contents ${content} 0 R`,
  );
}

async function addScan(objects: PdfObjects, tree: number, recipe: ImageRecipe): Promise<number> {
  const jpeg = Buffer.from(await makeImage({ ...recipe, format: 'jpeg' }));
  const { width, height } = jpegSize(jpeg);
  const image = objects.stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
    jpeg,
  );
  const tall = (595 * height) / width;
  const content = objects.stream('', Buffer.from(`q 595 0 0 ${tall.toFixed(1)} 0 0 cm /Im1 Do Q`));
  return objects.page(
    `/Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 ${tall.toFixed(1)}] /Resources << /XObject << /Im1 ${image} 0 R >> >> /Contents ${content} 0 R`,
  );
}

function jpegSize(bytes: Buffer): { width: number; height: number } {
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('A JPEG without a frame.');
}
