import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { news, personOf, TestOffice } from '../cms/office/store/testing/test-office.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { keepMirrored } from './keep-mirrored.ts';
import { serveGit } from './testing/git-over-http.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const place = new TestOffice();
const server = join(place.place, 'server/portal.git');
const closing: (() => unknown)[] = [() => place[Symbol.dispose]()];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const onServer = (...args: string[]) => execFileSync('git', ['-C', server, ...args], { encoding: 'utf8' }).trim();
const branches = () => onServer('for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/discarded');

test('a repository that judges what is pushed follows the office: drafts, what is given up, what is published; it catches up after it was away', async () => {
  const store = await place.open();
  closing.push(() => store.close());
  execFileSync('git', ['clone', '--quiet', '--bare', place.options.repository, server]);
  execFileSync('node', [GONGKAI, 'hook', 'install', '--repo', server, '--key', `${place.options.key}.allowed`]);
  const { address, close } = await serveGit(join(place.place, 'server'));
  closing.push(close);
  const told: string[] = [];
  const remote = { url: `${address}/portal.git`, user: 'office', token: 't' };
  const mirror = keepMirrored(store, remote, { tell: (words) => told.push(words), pauses: { more: 1, again: 50 } });
  closing.push(() => mirror.stop());
  const until = async (isSo: () => boolean) => {
    for (let tries = 0; tries < 600 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isSo()).toBe(true);
  };

  const editor = await personOf(store, 'school-editor');
  const folder = store.newFolder('school', 'news');
  const saved = await store.save(editor, { folder, version: '', files: [{ name: 'index.md', bytes: news('春季运动会') }] });
  const ref = `refs/heads/drafts/${folder.slice('entries/'.length)}`;
  await until(() => branches().includes(ref));
  await store.discard(editor, { folder, version: saved.draft.version });
  await until(() => !branches().includes(ref));
  expect(branches()).toMatch(/^refs\/discarded\/[0-9a-f]{40}\nrefs\/heads\/main$/u);

  // Nobody waits for a repository that is away.
  renameSync(server, `${server}.away`);
  const workflow = new Workflow(store, async () => {});
  const again = await store.save(editor, { folder, version: '', files: [{ name: 'index.md', bytes: news('春季运动会') }] });
  await workflow.submit(editor, { folder, version: again.draft.version });
  for (const role of ['review', 'secrecy', 'approval'] as const)
    await workflow.sign(await personOf(store, `school-${role}`), { folder, version: (await store.draft(folder))!.version }, role);
  expect(await store.draft(folder)).toBeUndefined();
  await until(() => told.length > 0);
  renameSync(`${server}.away`, server);
  const main = await store.main();
  await until(() => onServer('rev-parse', 'main') === main);
  expect(branches()).not.toContain('refs/heads/drafts/');
  await until(() => told.length > 1);
  expect(told.map((words) => words.split('。')[0])).toEqual(['没有推送到远程仓库，每分钟再试一次', '远程仓库已经和办公平台一致']);
});
