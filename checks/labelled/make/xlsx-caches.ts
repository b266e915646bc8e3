import { OFFICE, type OfficePackage } from './office-package.ts';
import { columnName } from './xlsx-cells.ts';
import { escapeXml } from './xml.ts';

/** A pivot table's copy of its source, which stays when the source is deleted. */
export interface PivotTable {
  fields: string[];
  records: string[][];
}

/** A workbook elsewhere, and the copies of its cells that are kept here. */
export interface ExternalTable {
  target: string;
  sheet: string;
  rows: string[][];
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const NAMESPACES = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;

/** Adds the cache and an empty table on the sheet; gives what the workbook must say. */
export function addPivot(office: OfficePackage, workbook: string, sheet: string, { fields, records }: PivotTable): string {
  const cache = 'xl/pivotCache/pivotCacheDefinition1.xml';
  const rows = 'xl/pivotCache/pivotCacheRecords1.xml';
  const table = 'xl/pivotTables/pivotTable1.xml';
  office.add(
    rows,
    `${TYPE}.pivotCacheRecords+xml`,
    `<pivotCacheRecords ${NAMESPACES} count="${records.length}">${records
      .map((record) => `<r>${record.map((value) => `<s v="${escapeXml(value)}"/>`).join('')}</r>`)
      .join('')}</pivotCacheRecords>`,
  );
  const named = fields.map((name) => `<cacheField name="${escapeXml(name)}" numFmtId="0"><sharedItems/></cacheField>`);
  office.add(
    cache,
    `${TYPE}.pivotCacheDefinition+xml`,
    `<pivotCacheDefinition ${NAMESPACES} r:id="${office.relate(cache, 'pivotCacheRecords', rows)}" recordCount="${records.length}"><cacheSource type="worksheet"><worksheetSource ref="A1:${columnName(fields.length - 1)}${records.length + 1}" sheet="源数据"/></cacheSource><cacheFields count="${fields.length}">${named.join('')}</cacheFields></pivotCacheDefinition>`,
  );
  office.add(
    table,
    `${TYPE}.pivotTable+xml`,
    `<pivotTableDefinition ${NAMESPACES} name="数据透视表1" cacheId="1" dataCaption="值"><location ref="H1:I3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="${fields.length}">${fields.map(() => '<pivotField showAll="0"/>').join('')}</pivotFields></pivotTableDefinition>`,
  );
  office.relate(table, 'pivotCacheDefinition', cache);
  office.relate(sheet, 'pivotTable', table);
  return `<pivotCaches><pivotCache cacheId="1" r:id="${office.relate(workbook, 'pivotCacheDefinition', cache)}"/></pivotCaches>`;
}

/** Adds the reference with its copies; gives what the workbook must say. */
export function addExternal(office: OfficePackage, workbook: string, { target, sheet, rows }: ExternalTable): string {
  const path = 'xl/externalLinks/externalLink1.xml';
  const id = office.relateOutside(path, 'externalLinkPath', target);
  const copies = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((value, c) => `<cell r="${columnName(c)}${r + 1}" t="str"><v>${escapeXml(value)}</v></cell>`).join('')}</row>`,
  );
  office.add(
    path,
    `${TYPE}.externalLink+xml`,
    `<externalLink ${NAMESPACES}><externalBook r:id="${id}"><sheetNames><sheetName val="${escapeXml(sheet)}"/></sheetNames><sheetDataSet><sheetData sheetId="0">${copies.join('')}</sheetData></sheetDataSet></externalBook></externalLink>`,
  );
  return `<externalReferences><externalReference r:id="${office.relate(workbook, 'externalLink', path)}"/></externalReferences>`;
}
