import { makePackage, type Parts, type TestRelation } from './make-package.ts';

/** A sheet for tests: inner XML of `worksheet`. */
export interface TestSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  inner: string;
  relations?: TestRelation[];
}

/** A workbook; `strings` is the inner XML of the shared strings, `names` of the defined names. */
export function makeWorkbook(
  sheets: TestSheet[],
  { strings = '', names = '', parts = {} as Parts, more = {} as Record<string, TestRelation[]> } = {},
): Uint8Array {
  const listed = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const all: Parts = {
    'xl/workbook.xml': `<workbook xmlns="urn:x" xmlns:r="urn:r"><sheets>${listed.join('')}</sheets><definedNames>${names}</definedNames></workbook>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    ...parts,
  };
  const relations: Record<string, TestRelation[]> = {
    '': [['officeDocument', 'xl/workbook.xml']],
    'xl/workbook.xml': sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ...more,
  };
  sheets.forEach((sheet, at) => {
    all[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet xmlns="urn:x" xmlns:r="urn:r">${sheet.inner}</worksheet>`;
    if (sheet.relations) relations[`xl/worksheets/sheet${at + 1}.xml`] = sheet.relations;
  });
  return makePackage(all, relations);
}

/** A sheet's inner XML of cells with text in place, by reference. */
export function cells(texts: Record<string, string>): string {
  const rows = new Map<string, string>();
  for (const [reference, text] of Object.entries(texts)) {
    const row = /\d+$/u.exec(reference)![0];
    rows.set(row, `${rows.get(row) ?? ''}<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  return `<sheetData>${[...rows].map(([row, inner]) => `<row r="${row}">${inner}</row>`).join('')}</sheetData>`;
}
