import { textDocument } from '../odf/testing/make-odf.ts';

export const whole = (): Uint8Array => textDocument;
