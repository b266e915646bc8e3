/**
 * Memory that the office takes for large uploads at once: `npx node scripts/bench/office/measure-uploads.ts [SAVES] [FILES] [MB]`, each
 * save with so many files of so many megabytes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEAST_ENTRIES } from '../sound-corpus.ts';
import { type Post, toPosts } from './crowd/county-of-editors.ts';
import { openCrowd } from './crowd/open-crowd.ts';

const [saves = 1, files = 2, megabytes = 50] = process.argv.slice(2).map(Number);
const place = mkdtempSync(join(tmpdir(), 'gongkai-uploads-'));
process.once('exit', () => rmSync(place, { recursive: true, force: true }));
const posts = toPosts(saves);
const { office, logIn } = await openCrowd(place, posts, LEAST_ENTRIES);

/** Lines of text that no rule has anything against, each file with other ones. */
const toBytes = (seed: string) => {
  const lines = Array.from({ length: 1000 }, (_, at) => `${seed}第${at}批,农田灌溉渠道,按照年度计划落实管护责任\n`).join('');
  const bytes = Buffer.from(lines);
  return Buffer.concat(Array.from({ length: Math.ceil((megabytes * 1_000_000) / bytes.length) }, () => bytes)).subarray(
    0,
    megabytes * 1_000_000,
  );
};
const names = Array.from({ length: files }, (_, nth) => `a${nth + 1}.csv`);
const upload = async (post: Post) => {
  const { id, unit } = post;
  const editor = await logIn(post);
  const folder = await editor.newFolder(unit, 'news');
  const sent = Object.fromEntries(names.map((name) => [name, new Uint8Array(toBytes(`${id}${name}`))]));
  const attachments = names.map((file) => ({ file, title: file }));
  const values = { title: '大附件', column: 'news', body: '正文。', attachments };
  return () => editor.save({ folder, version: '', values }, sent);
};
const ready = [];
for (const post of posts) ready.push(await upload(post));

// What was made meanwhile kept the connections from being seen to be closed.
await sleep(1000);
const before = office.footprints()[0]!.resident;
let [own, all] = [0, 0];
const watch = setInterval(() => {
  const now = office.footprints().map(({ resident }) => resident);
  own = Math.max(own, now[0] ?? 0);
  all = Math.max(
    all,
    now.reduce((sum, each) => sum + each, 0),
  );
}, 50);
const answers = await Promise.all(
  ready.map((save) => save().catch((error: Error) => ({ status: 0, message: String(error.cause ?? error), seconds: 0 }))),
);
clearInterval(watch);
const toMegabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
console.log(`${saves} saves at once, each ${files} files of ${megabytes} MB`);
for (const { status, message, seconds } of answers) console.log(`${status} ${message} ${seconds.toFixed(1)} s`);
console.log(`office ${toMegabytes(before)} before, ${toMegabytes(own)} at most; with all its processes ${toMegabytes(all)}`);
console.log(await office.stop());
