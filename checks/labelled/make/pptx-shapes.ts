import { escapeXml } from './xml.ts';

export const NAMESPACES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export function groupOf(shapes: string[]): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join('')}</p:spTree>`;
}

const paragraphs = (lines: string[]) =>
  lines.map((line) => `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`).join('');
const frame = (id: number, tag = 'a') =>
  `<${tag}:xfrm><a:off x="500000" y="${(id - 2) * 1400000 + 300000}"/><a:ext cx="8000000" cy="1200000"/></${tag}:xfrm>`;

export function shape(id: number, name: string, lines: string[]): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name} ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frame(id)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(lines)}</p:txBody></p:sp>`;
}

export function notesShape(text: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="备注 1"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${paragraphs([text])}</p:txBody></p:sp>`;
}

export function tableShape(rows: string[][]): string {
  const grid = rows[0]!.map(() => '<a:gridCol w="2000000"/>').join('');
  const body = rows
    .map(
      (row) =>
        `<a:tr h="370000">${row.map((text) => `<a:tc><a:txBody><a:bodyPr/>${paragraphs([text])}</a:txBody><a:tcPr/></a:tc>`).join('')}</a:tr>`,
    )
    .join('');
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="表格 4"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${frame(4, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

export function pictureShape(relation: string, alt: string): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="5" name="图片 5" descr="${escapeXml(alt)}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frame(5)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}
