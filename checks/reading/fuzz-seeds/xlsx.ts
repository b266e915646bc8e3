import { wholeWorkbook } from '../ooxml/testing/whole-workbook.ts';

export const whole = (): Uint8Array => wholeWorkbook;
