import { gzipSync } from 'node:zlib';
import { wholeWord } from '../ooxml/testing/whole-word.ts';
import { members } from './tar.ts';

export const text = (): Uint8Array => gzipSync('一行字\n又一行字\n');
export const document = (): Uint8Array => gzipSync(wholeWord);
export const archive = (): Uint8Array => gzipSync(members());
