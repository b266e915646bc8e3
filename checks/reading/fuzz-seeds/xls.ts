import { readFileSync } from 'node:fs';

/** A document of LibreOffice with a word in every place that can hold one. */
export const everyPlace = (): Uint8Array => new Uint8Array(readFileSync(new URL('../ole/fixtures/all.xls', import.meta.url)));

/** Excel 95 in GBK. */
export const excel95 = (): Uint8Array => new Uint8Array(readFileSync(new URL('../ole/fixtures/excel-95-gbk.xls', import.meta.url)));
