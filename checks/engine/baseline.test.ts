import { expect, test } from 'vitest';
import { SourceError } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import { readBaseline, toBaseline } from './baseline.ts';
import { excuse } from './excuse.ts';

const finding = (rule: string, fingerprint: string): Finding => ({
  rule,
  severity: 'block',
  file: 'entries/school/news/2026/202603-00001/index.md',
  where: '“正文”',
  message: '有问题。改正。',
  basis: [],
  excerpt: '',
  fingerprint,
});
const broken = finding('links/broken', '0000000000000001');
const newer = finding('links/broken', '0000000000000002');
const leak = finding('privacy/id-number', '0000000000000003');
const WAIVING = { today: '2026-11-26', allowing: new Set<string>(), waivable: new Set<string>() };
const filesWith = (text: string) => new Map([['baseline.json', Buffer.from(text)]]);

test('what the baseline knows is told apart, and nothing else; a leak stays a leak however old it is', () => {
  const baseline = readBaseline(filesWith(toBaseline([broken, leak], undefined)));
  expect([...baseline]).toEqual(['links/broken entries/school/news/2026/202603-00001/index.md 0000000000000001']);
  const forged = new Set([...baseline, 'privacy/id-number entries/school/news/2026/202603-00001/index.md 0000000000000003']);
  expect(excuse([broken, newer, leak], [], forged, WAIVING)).toEqual({ standing: [newer, leak], waived: [], known: [broken] });
});

test('a baseline that is written again loses what is mended and takes up nothing new', () => {
  const before = readBaseline(filesWith(toBaseline([broken, finding('links/hidden', '0000000000000004')], undefined)));
  expect([...readBaseline(filesWith(toBaseline([broken, newer], before)))]).toEqual([
    'links/broken entries/school/news/2026/202603-00001/index.md 0000000000000001',
  ]);
  expect(toBaseline([newer], before)).toBe('[]\n');
});

test.each(['', '{}', '[1]', '[', '"a"'])('a baseline of %j cannot be read, and nothing is judged without it', (text) => {
  expect(() => readBaseline(filesWith(text))).toThrow(SourceError);
});
