import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const SCRIPT = `
import { Budget } from './checks/reading/budget.ts';
import { readPdf } from './checks/reading/pdf/read-pdf.ts';
import { readPixels } from './checks/reading/ocr/read-pixels.ts';
await readPdf({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7'), within: '', level: 0, budget: new Budget(), readInner: async () => ({ format: '', pieces: [], traits: [] }) });
console.log(await readPixels({ data: new Uint8Array(64 * 64).fill(255), width: 64, height: 64, channels: 1 }));
`;

test('a process that has read a PDF and a picture ends by itself', () => {
  expect(execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], { encoding: 'utf8' })).toBe('[]\n');
});
