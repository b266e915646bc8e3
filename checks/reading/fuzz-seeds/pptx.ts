import { wholePresentation } from '../ooxml/testing/whole-presentation.ts';

export const whole = (): Uint8Array => wholePresentation;
