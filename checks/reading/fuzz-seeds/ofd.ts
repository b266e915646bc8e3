import { wholeOfd } from '../ofd/testing/whole-ofd.ts';

export const whole = (): Uint8Array => wholeOfd;
