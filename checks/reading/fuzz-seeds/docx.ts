import { wholeWord } from '../ooxml/testing/whole-word.ts';

export const whole = (): Uint8Array => wholeWord;
