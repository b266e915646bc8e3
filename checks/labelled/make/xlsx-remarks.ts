import type { OfficePackage } from './office-package.ts';
import { escapeXml } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const RELATED = 'http://schemas.microsoft.com/office/2017/10/relationships';

/** Adds both kinds of cell remarks and gives what the sheet must refer to. */
export function addRemarks(
  office: OfficePackage,
  sheet: string,
  number: number,
  notes: Record<string, string>,
  threaded: Record<string, string>,
): string {
  const all = { ...notes, ...threaded };
  if (!Object.keys(all).length) return '';
  const path = `xl/comments${number}.xml`;
  const list = Object.entries(all).map(
    ([cell, text]) => `<comment ref="${cell}" authorId="0"><text><r><t>${escapeXml(text)}</t></r></text></comment>`,
  );
  office.add(
    path,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    `<comments xmlns="${MAIN}"><authors><author>经办</author></authors><commentList>${list.join('')}</commentList></comments>`,
  );
  office.relate(sheet, 'comments', path);
  if (Object.keys(threaded).length) addThreaded(office, sheet, number, threaded);
  const drawing = `xl/drawings/vmlDrawing${number}.vml`;
  office.add(
    drawing,
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${Object.keys(all)
      .map(
        (_, i) =>
          `<v:shape id="_x0000_s10${25 + i}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"/></v:shape>`,
      )
      .join('')}</xml>`,
  );
  return `<legacyDrawing r:id="${office.relate(sheet, 'vmlDrawing', drawing)}"/>`;
}

function addThreaded(office: OfficePackage, sheet: string, number: number, threaded: Record<string, string>): void {
  const path = `xl/threadedComments/threadedComment${number}.xml`;
  const list = Object.entries(threaded).map(
    ([cell, text], i) =>
      `<threadedComment ref="${cell}" dT="2026-03-06T10:00:00.00" personId="{00000000-0000-0000-0000-000000000001}" id="{00000000-0000-0000-0000-0000000001${String(i).padStart(2, '0')}}"><text>${escapeXml(text)}</text></threadedComment>`,
  );
  office.add(
    path,
    'application/vnd.ms-excel.threadedcomments+xml',
    `<ThreadedComments xmlns="${THREADED}">${list.join('')}</ThreadedComments>`,
  );
  office.relate(sheet, `${RELATED}/threadedComment`, path);
  const persons = `xl/persons/person${number}.xml`;
  office.add(
    persons,
    'application/vnd.ms-excel.person+xml',
    `<personList xmlns="${THREADED}"><person displayName="经办" id="{00000000-0000-0000-0000-000000000001}" userId="1" providerId="None"/></personList>`,
  );
  office.relate('xl/workbook.xml', `${RELATED}/person`, persons);
}
