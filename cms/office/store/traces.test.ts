import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { news, personOf, TestOffice, WORDS } from './testing/test-office.ts';

const FOLDER = 'entries/school/news/2026/20261126-abc234';

/** How the words could be written down somewhere. */
const traces = (words: string): Buffer[] => [
  Buffer.from(words),
  Buffer.from(words, 'utf16le'),
  Buffer.from(words, 'utf16le').swap16(),
  ...[0, 1, 2].map((at) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(at), Buffer.from(words)])
        .toString('base64')
        .slice(4, -4),
    ),
  ),
  Buffer.from(encodeURIComponent(words)),
  Buffer.from(JSON.stringify(words).replace(/[\u0080-\uffff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)),
];

const filesUnder = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path, readFileSync(path)]),
  );

test('what the checks refuse leaves no byte in the repository, its dangling objects, temporary files, errors or logs', async () => {
  using office = new TestOffice();
  const printed: string[] = [];
  const keep = (...what: unknown[]) => void printed.push(inspect(what, { depth: 9 }));
  for (const name of ['log', 'error', 'warn', 'info', 'debug'] as const) vi.spyOn(console, name).mockImplementation(keep);
  const before = new Set(readdirSync(tmpdir()));
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const index = { name: 'index.md', bytes: news('新消息') };
  const { draft } = await store.save(editor, { folder: FOLDER, version: '', files: [index] });
  const secret = Buffer.from(WORDS.secret);
  const tries = [
    [{ name: 'index.md', bytes: news('新消息', `正文里有${WORDS.secret}。`) }],
    [{ name: 'index.md', bytes: news(WORDS.secret) }],
    [index, { name: 'a.docx', bytes: secret }],
    [index, { name: 'big.bin', bytes: Buffer.concat([Buffer.alloc(3_000_000, 1), secret]) }],
    [{ name: 'index.md', bytes: Buffer.from(`---\ntitle: [${WORDS.secret}\n---\n`) }],
    [{ name: 'index.md', bytes: Buffer.from(`${WORDS.secret}`) }],
    [index, { name: `${WORDS.secret}/x.docx`, bytes: Buffer.from('x') }],
  ];
  for (const files of tries)
    for (const [folder, version] of [
      [FOLDER, draft.version],
      [`${FOLDER}x`, ''],
    ] as const) {
      const error = await store.save(editor, { folder, version, files }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      keep(error, (error as Error).stack);
    }
  await store.save(editor, { folder: FOLDER, version: draft.version, files: [{ name: 'index.md', bytes: news('改过') }] });
  vi.restoreAllMocks();

  const looked: [string, Buffer][] = [...filesUnder(office.options.repository), ['printed', Buffer.from(printed.join('\n'))]];
  looked.push(['key', readFileSync(`${office.options.key}.allowed`)]);
  for (const name of readdirSync(tmpdir()))
    if (!before.has(name) && !office.place.endsWith(name)) looked.push([`tmp ${name}`, Buffer.from(name)]);
  const objects = execFileSync('git', ['-C', office.options.repository, 'cat-file', '--batch-all-objects', '--batch', '--unordered'], {
    maxBuffer: 1e9,
  });
  looked.push(['objects', objects]);
  const found = looked.filter(([, bytes]) => traces(WORDS.secret).some((trace) => bytes.includes(trace))).map(([name]) => name);
  expect(found).toEqual([]);
  // The search itself finds what is there.
  expect(traces('改过').some((trace) => objects.includes(trace))).toBe(true);
  await store.close();
});
