import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Folder } from './folder.ts';
import { Library } from './library.ts';
import { Proposal } from './proposal.ts';
import { rehearse, sync } from './sync.ts';
import { makeCounty, writeCounty } from './testing/made-up-county.ts';

const place = mkdtempSync(join(tmpdir(), 'gongkai-rehearse-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const TODAY = '2026-03-20';
const WORDS = '只给人看过的文字';
const filesHolding = (words: string) =>
  readdirSync(place).filter((name) => name.startsWith('index.db') && readFileSync(join(place, name)).includes(words));

test('what is rehearsed is seen, though it is larger than any cache, and never on the disk', async () => {
  const county = makeCounty();
  writeCounty(join(place, 'content'), county);
  const source = new Folder(join(place, 'content'));
  const index = join(place, 'index.db');
  const [path, text = ''] = [...county.files].find(([name]) => name.startsWith('entries/school/news'))!;
  const body = `${WORDS}\n`.repeat(190_000);
  const files = Array.from({ length: 16 }, (_, n) => ({
    path: path.replace(/\d{5}\/index/u, `000${70 + n}/index`),
    bytes: Buffer.from(`${text}${body}`),
  }));
  const { generation } = await sync(index, source);
  // Others read and write meanwhile, one after the other.
  const seen = rehearse(index, new Proposal(source, files), TODAY, (library) => ({
    bodies: files.map((file) => library.stored.entry(file.path.slice(0, -'/index.md'.length))!.body.length),
    holding: filesHolding(WORDS),
  }));
  const others = [
    sync(index, source),
    rehearse(index, new Proposal(source, [{ path, bytes: undefined }]), TODAY, (library) =>
      library.stored.entry(path.slice(0, -'/index.md'.length)),
    ),
  ];
  const { bodies, holding } = await seen;
  expect(bodies.every((length) => length >= body.length - 1)).toBe(true);
  expect(holding).toEqual([]);
  expect(await Promise.all(others)).toEqual([{ generation, read: 0 }, undefined]);
  expect(filesHolding(WORDS)).toEqual([]);
  expect(filesHolding('正文第一段')).toContain('index.db');
  const library = Library.open(index, TODAY);
  expect([...library.stored.entries()].filter(({ folder }) => folder.includes('-0007'))).toEqual([]);
  library.close();
});
