import { spreadsheet } from '../odf/testing/make-odf.ts';

export const whole = (): Uint8Array => spreadsheet;
