import { macroProject } from './macro.ts';
import { OfficePackage } from './office-package.ts';
import { addProperties, type Properties } from './properties.ts';
import { addExternal, addPivot, type ExternalTable, type PivotTable } from './xlsx-caches.ts';
import { type Cell, columnName, rowsXml } from './xlsx-cells.ts';
import { addRemarks } from './xlsx-remarks.ts';
import { escapeXml } from './xml.ts';

export interface Sheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  rows: Cell[][];
  /** Columns and rows that are hidden, counted from zero. */
  hiddenColumns?: number[];
  hiddenRows?: number[];
  /** Cell remarks of the old kind, by cell name. */
  notes?: Record<string, string>;
  /** Remarks of the kind one can answer, by cell name. */
  threaded?: Record<string, string>;
  /** Page header and footer with their codes, such as `&C机密`. */
  header?: string;
  footer?: string;
  /** Text box on the sheet. */
  box?: string;
  links?: Record<string, string>;
}

/** An Excel workbook. */
export interface XlsxRecipe extends Properties {
  sheets: Sheet[];
  /** Defined names and what they stand for. */
  names?: Record<string, string>;
  pivot?: PivotTable;
  external?: ExternalTable;
  macro?: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'xl/workbook.xml';
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const NAMESPACES = `${SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

export async function makeXlsx(recipe: XlsxRecipe): Promise<Uint8Array> {
  const office = new OfficePackage();
  office.relate('', 'officeDocument', MAIN);
  const strings: string[] = [];
  const sheets = recipe.sheets.map((sheet, i) => addSheet(office, sheet, i + 1, strings));
  const names = Object.entries(recipe.names ?? {}).map(
    ([name, value]) => `<definedName name="${escapeXml(name)}">${escapeXml(value)}</definedName>`,
  );
  const pivot = recipe.pivot ? addPivot(office, MAIN, 'xl/worksheets/sheet1.xml', recipe.pivot) : '';
  const external = recipe.external ? addExternal(office, MAIN, recipe.external) : '';
  office.add(
    'xl/sharedStrings.xml',
    `${TYPE}.sharedStrings+xml`,
    `<sst ${SHEET} uniqueCount="${strings.length}">${strings.join('')}</sst>`,
  );
  office.relate(MAIN, 'sharedStrings', 'xl/sharedStrings.xml');
  office.add('xl/styles.xml', `${TYPE}.styles+xml`, STYLES);
  office.relate(MAIN, 'styles', 'xl/styles.xml');
  if (recipe.macro) {
    office.add('xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject', macroProject(recipe.macro));
    office.relate(MAIN, 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'xl/vbaProject.bin');
  }
  const parts = `<sheets>${sheets.join('')}</sheets>${external}${names.length ? `<definedNames>${names.join('')}</definedNames>` : ''}${pivot}`;
  office.add(
    MAIN,
    recipe.macro ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${TYPE}.sheet.main+xml`,
    `<workbook ${NAMESPACES}>${parts}</workbook>`,
  );
  addProperties(office, recipe);
  return office.bytes();
}

const STYLES = `<styleSheet ${SHEET}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="1" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function addSheet(office: OfficePackage, sheet: Sheet, number: number, strings: string[]): string {
  const path = `xl/worksheets/sheet${number}.xml`;
  const columns = (sheet.hiddenColumns ?? []).map((i) => `<col min="${i + 1}" max="${i + 1}" width="20" hidden="1"/>`);
  const links = Object.entries(sheet.links ?? {}).map(
    ([cell, target]) => `<hyperlink ref="${cell}" r:id="${office.relateOutside(path, 'hyperlink', target)}"/>`,
  );
  const margins =
    sheet.header || sheet.footer ? `<headerFooter>${tag('oddHeader', sheet.header)}${tag('oddFooter', sheet.footer)}</headerFooter>` : '';
  const drawing = sheet.box ? addBox(office, path, number, sheet.box) : '';
  const remarks = addRemarks(office, path, number, sheet.notes ?? {}, sheet.threaded ?? {});
  const width = Math.max(1, ...sheet.rows.map((row) => row.length));
  office.add(
    path,
    `${TYPE}.worksheet+xml`,
    `<worksheet ${NAMESPACES}><dimension ref="A1:${columnName(width - 1)}${sheet.rows.length}"/>${columns.length ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rowsXml(sheet.rows, sheet.hiddenRows ?? [], strings)}</sheetData>${links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}${margins}${drawing}${remarks}</worksheet>`,
  );
  const state = sheet.state ? ` state="${sheet.state}"` : '';
  return `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}"${state} r:id="${office.relate(MAIN, 'worksheet', path)}"/>`;
}

const tag = (name: string, text = '') => (text ? `<${name}>${escapeXml(text)}</${name}>` : '');

function addBox(office: OfficePackage, sheet: string, number: number, text: string): string {
  const path = `xl/drawings/drawing${number}.xml`;
  office.add(
    path,
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="2000000" cy="500000"/><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
  );
  return `<drawing r:id="${office.relate(sheet, 'drawing', path)}"/>`;
}
