import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { make } from '../../checks/labelled/make/index.ts';
import { type BenchEntry, toColumns, toMarkdown, toNewEntry, writeCorpus } from './corpus.ts';

/** With fewer entries some unit has an empty column, which the rules do not let pass. */
export const LEAST_ENTRIES = 320;

/** Writes a content root that the checks have nothing against: the county itself, which a corpus for builds leaves empty, has entries too. */
export function writeSoundCorpus(root: string, count: number) {
  writeCorpus(root, count);
  for (const entry of ofCounty()) {
    mkdirSync(join(root, entry.folder), { recursive: true });
    writeFileSync(join(root, entry.folder, 'index.md'), toMarkdown(entry));
  }
}

/** An entry in each column of the county itself. */
const ofCounty = (): BenchEntry[] =>
  toColumns().map(({ id }, at) => {
    const slug = `202611-${String(at + 1).padStart(5, '0')}`;
    return { ...toNewEntry(at), unit: 'county', column: id, number: `990100000/${slug}`, folder: `entries/county/news/2026/${slug}` };
  });

/** The files of an entry with two attachments, whose bytes differ from one number to another; its own file comes last. */
export async function toFiles(
  entry: BenchEntry,
  nth: number,
  more: Record<string, unknown> = {},
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const rows = Array.from({ length: 200 }, (_, at) => [`第${nth}批第${at + 1}项`, '农田灌溉渠道', `${at * 3 + nth}万元`]);
  const paragraphs = Array.from({ length: 60 }, (_, at) => `${at + 1}、${entry.summary}第${nth}次修改。`);
  const attachments = [
    { file: 'a1.docx', title: '实施方案' },
    { file: 'a2.xlsx', title: '项目表' },
  ];
  return [
    { name: 'a1.docx', bytes: await make({ make: 'docx', recipe: { body: paragraphs } }) },
    { name: 'a2.xlsx', bytes: await make({ make: 'xlsx', recipe: { sheets: [{ name: '项目表', rows }] } }) },
    { name: 'index.md', bytes: Buffer.from(toMarkdown(entry, { attachments, ...more })) },
  ];
}
