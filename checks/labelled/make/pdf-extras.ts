import type { Made } from './index.ts';
import { type PdfObjects, textString } from './pdf-objects.ts';

/** What a PDF holds beside its pages. */
export interface PdfExtras {
  info?: Partial<Record<'Title' | 'Author' | 'Subject' | 'Keywords' | 'Creator' | 'Producer', string>>;
  /** Sticky notes on the first page. */
  annotations?: string[];
  /** Form fields and what is filled in. */
  fields?: Record<string, string>;
  outline?: string[];
  attachments?: ({ name: string; text: string } | ({ name: string } & Made))[];
}

export function addInfo(objects: PdfObjects, info: PdfExtras['info'] = {}): number {
  const entries = Object.entries(info).map(([name, value]) => `/${name} ${textString(value)}`);
  return objects.add(`<< ${entries.join(' ')} /CreationDate (D:20260309083000+08'00') >>`);
}

export function addRemarks(objects: PdfObjects, page: number, remarks: string[]): void {
  for (const [i, text] of remarks.entries())
    objects.annotate(
      page,
      objects.add(
        `<< /Type /Annot /Subtype /Text /Rect [500 ${700 - i * 40} 520 ${720 - i * 40}] /T ${textString('审核')} /Contents ${textString(text)} >>`,
      ),
    );
}

/** Gives the catalog's entry, as the other functions here do. */
export function addForm(objects: PdfObjects, page: number, fields: Record<string, string> = {}): string {
  const ids = Object.entries(fields).map(([name, value], i) => {
    const id = objects.add(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [200 ${500 - i * 30} 400 ${520 - i * 30}] /T ${textString(name)} /V ${textString(value)} >>`,
    );
    objects.annotate(page, id);
    return `${id} 0 R`;
  });
  return ids.length ? `/AcroForm << /Fields [${ids.join(' ')}] >>` : '';
}

export function addOutline(objects: PdfObjects, page: number, titles: string[] = []): string {
  if (!titles.length) return '';
  const root = objects.reserve();
  const ids = titles.map(() => objects.reserve());
  for (const [i, title] of titles.entries()) {
    const next = ids[i + 1] ? ` /Next ${ids[i + 1]} 0 R` : '';
    const previous = i ? ` /Prev ${ids[i - 1]} 0 R` : '';
    objects.set(ids[i]!, `<< /Title ${textString(title)} /Parent ${root} 0 R${next}${previous} /Dest [${page} 0 R /Fit] >>`);
  }
  objects.set(root, `<< /Type /Outlines /First ${ids[0]} 0 R /Last ${ids.at(-1)} 0 R /Count ${ids.length} >>`);
  return `/Outlines ${root} 0 R`;
}

export async function addAttachments(objects: PdfObjects, attachments: PdfExtras['attachments'] = []): Promise<string> {
  const { make } = await import('./index.ts');
  const names: string[] = [];
  for (const attachment of attachments) {
    const bytes = 'text' in attachment ? new TextEncoder().encode(attachment.text) : await make(attachment);
    const file = objects.stream('/Type /EmbeddedFile', bytes);
    const spec = objects.add(
      `<< /Type /Filespec /F ${textString(attachment.name)} /UF ${textString(attachment.name)} /EF << /F ${file} 0 R >> >>`,
    );
    names.push(`${textString(attachment.name)} ${spec} 0 R`);
  }
  return names.length ? `/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >>` : '';
}
