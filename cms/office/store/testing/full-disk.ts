/** An office on a disk that becomes full: `node full-disk.ts <options as JSON>`. Tells on standard output what happened. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { RepositoryOptions } from '../repository.ts';
import { Store } from '../store.ts';
import { news, personOf, review } from './test-office.ts';

const options = JSON.parse(process.argv[2] ?? '') as RepositoryOptions;
const FOLDER = 'entries/school/news/2026/full';
const store = await Store.open({ ...options, review });
const editor = await personOf(store, 'school-editor');
const save = async (title: string) => {
  const files = [
    { name: 'index.md', bytes: news(title) },
    { name: 'a.bin', bytes: randomBytes(200_000) },
  ];
  await store.save(editor, { folder: FOLDER, version: (await store.entry(FOLDER))?.version ?? '', files });
};
await save('第一次');
const filler = join(dirname(options.repository), 'filler');
try {
  writeFileSync(filler, Buffer.alloc(10_000_000));
} catch {
  // As full as it can be.
}
try {
  await save('第二次');
} catch (error) {
  console.log(error instanceof Refusal ? `${error.kind}: ${error.message}` : error);
}
const { text } = (await store.entry(FOLDER))!;
execFileSync('git', ['-C', options.repository, 'fsck', '--full', '--strict', '--no-dangling'], { stdio: 'ignore' });
console.log(text.includes('第一次') ? 'the save before it is there' : 'the save before it is lost');
rmSync(filler);
await save('第三次');
console.log((await store.entry(FOLDER))!.text.includes('第三次') ? 'saved again after tidying' : 'not saved');
await store.close();
