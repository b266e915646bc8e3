import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTrailers } from '../../model/record.ts';
import type { SignOff } from '../../model/type.ts';
import { Refusal } from '../store/refusal.ts';
import { Store } from '../store/store.ts';
import { news, personOf, TestOffice } from '../store/testing/test-office.ts';
import { toRef } from '../store/versions.ts';
import { Workflow } from '../workflow/workflow.ts';

/** What somebody tries who reaches the repository by Git, or would write into its record by what people type. To try more, add a line. */

const office = new TestOffice();
const clone = join(office.place, 'clone');
let store: Store;
let workflow: Workflow;
beforeAll(async () => {
  store = await office.open();
  workflow = new Workflow(store, async () => {});
  git(office.place, 'clone', '--quiet', office.options.repository, clone);
  writeFileSync(join(clone, 'portal.yaml'), 'name: 冒充\n');
  git(clone, 'commit', '--quiet', '--all', '--message=冒充');
});
afterAll(async () => {
  await store.close();
  office[Symbol.dispose]();
});

const IDENTITY = ['-c', 'user.name=试人', '-c', 'user.email=school-approval@www.test.gov.example', '-c', 'commit.gpgSign=false'];
/** Git as anybody has it. */
function git(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('git', [...IDENTITY, '-C', folder, ...args], { encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr };
}

const PUSHES: [name: string, args: string[]][] = [
  ['main', ['HEAD:refs/heads/main']],
  ['main by force', ['--force', 'HEAD:refs/heads/main']],
  ['a draft', ['HEAD:refs/heads/drafts/school/news/2026/x']],
  ['what is public', ['--force', 'HEAD:refs/office/live']],
  ['main away', ['--delete', 'main']],
  ['a tag', ['HEAD:refs/tags/main']],
  ['a branch that is named like main', ['HEAD:refs/heads/refs/heads/main']],
  ['everything', ['--mirror', '--force']],
  ['with options for hooks', ['--no-verify', '--atomic', 'HEAD:refs/heads/main']],
];
test.each(PUSHES)('pushing %s: refused, and not an object stays', (_, args) => {
  const all = ['cat-file', '--batch-all-objects', '--batch-check'];
  const before = [office.git('for-each-ref'), office.git(...all)];
  const { status, stderr } = git(clone, 'push', 'origin', ...args);
  expect([status, stderr.includes('这个仓库只由办公平台写入，不接收推送。')]).toEqual([1, true]);
  expect([office.git('for-each-ref'), office.git(...all)]).toEqual(before);
});

test('a repository that the county brings refuses pushes from the first start; its own hook is kept beside', async () => {
  const own = join(office.place, 'own.git');
  git(office.place, 'clone', '--quiet', '--bare', office.options.repository, own);
  const hook = join(own, 'hooks/pre-receive');
  rmSync(hook, { force: true });
  mkdirSync(join(own, 'hooks'), { recursive: true });
  writeFileSync(hook, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const opened = await Store.open({ ...office.options, repository: own });
  const { status, stderr } = git(clone, 'push', own, 'HEAD:refs/heads/main');
  expect([status, stderr.includes('不接收推送')]).toEqual([1, true]);
  expect(readFileSync(`${hook}.before`, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  await opened.close();
});

const FOLDER = 'entries/school/news/2026/forged';
const ref = toRef(FOLDER);
const asked = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))!.version });
const sign = async (role: SignOff) => workflow.sign(await personOf(store, `school-${role}`), await asked(), role);
const owed = async () => (await workflow.progress((await store.draft(FOLDER))!)).owed;

/** A commit on the draft that the office did not make. */
function forge(message: string, { tree = `${ref}^{tree}`, parent = ref } = {}) {
  office.git('update-ref', ref, office.git(...IDENTITY, 'commit-tree', tree, '-p', parent, '-m', message));
}
/** The draft's tree with other bytes in the entry. */
function treeWith(text: string): string {
  const env = { ...process.env, GIT_INDEX_FILE: join(office.place, 'index') };
  const run = (args: string[], input?: string) =>
    spawnSync('git', ['-C', office.options.repository, ...args], { env, encoding: 'utf8', input }).stdout.trim();
  run(['read-tree', ref]);
  const blob = run(['hash-object', '-w', '--stdin'], text);
  run(['update-index', '--add', '--cacheinfo', `100644,${blob},${FOLDER}/index.md`]);
  return run(['write-tree']);
}
const line = (role: string, sha256: string, person = `school-${role}`) =>
  `Sign-Off: role=${role}; person=${person}; at=2026-11-27 08:00; sha256=${sha256}`;
const signing = (...lines: string[]) => `签字\n\nDraft-Act: sign\nEntry: ${FOLDER}\n${lines.join('\n')}`;
const digest = async () => (await workflow.progress((await store.draft(FOLDER))!)).digest;

const ALTERED = 'failed: 这条草稿的签字记录被改动过，不能发布。联系信息办。';
const OWED = 'state: 签字还不齐，不能发布。由有角色的人签字。';
const TAMPERINGS: [name: string, tamper: () => Promise<void>, told: string][] = [
  ['the last sign-off added by hand', async () => forge(signing(line('approval', await digest()))), ALTERED],
  ['a sign-off with the digest of other bytes', async () => forge(signing(line('approval', '0'.repeat(64)))), OWED],
  ['a sign-off in the name of another person', async () => forge(signing(line('approval', await digest(), 'county-approval'))), OWED],
  ['a sign-off by the editor', async () => forge(signing(line('approval', await digest(), 'school-editor'))), OWED],
  [
    'three sign-offs in one commit',
    async () => forge(signing(line('review', await digest()), line('secrecy', await digest()), line('approval', await digest()))),
    OWED,
  ],
  [
    'other bytes under the sign-offs',
    async () => forge(`保存\n\nDraft-Act: save\nEntry: ${FOLDER}`, { tree: treeWith('---\ntitle: 换过\n---\n') }),
    OWED,
  ],
  [
    'a sign-off that brings other bytes',
    async () => forge(signing(line('approval', await digest())), { tree: treeWith('---\ntitle: 换过\n---\n') }),
    OWED,
  ],
  [
    'the sign-offs of before, put on other bytes',
    async () => {
      const acts = (await store.draft(FOLDER))!.acts.filter(({ kind }) => kind === 'submit' || kind === 'sign');
      const bodies = acts.map(({ commit }) => office.git('show', '-s', '--format=%B', commit));
      forge(`保存\n\nDraft-Act: save\nEntry: ${FOLDER}`, { tree: treeWith('---\ntitle: 换过\n---\n') });
      for (const body of bodies) forge(body);
      forge(signing(line('approval', await digest())));
    },
    OWED,
  ],
  [
    'the submission taken out',
    async () => {
      const { acts, base } = (await store.draft(FOLDER))!;
      const bodies = acts.slice(1).map(({ commit }) => office.git('show', '-s', '--format=%B', commit));
      forge(`保存\n\nDraft-Act: save\nEntry: ${FOLDER}`, { parent: base });
      for (const body of bodies) forge(body);
      forge(signing(line('approval', await digest())));
    },
    OWED,
  ],
  [
    'the acts of another entry',
    async () => forge(signing(line('approval', await digest())).replace(FOLDER, `${FOLDER}-other`)),
    'missing: 没有这条草稿，可能已经发布或者丢弃。请回列表核对。',
  ],
  ['a commit that is no act', async () => forge('改一改'), 'missing: 没有这条草稿，可能已经发布或者丢弃。请回列表核对。'],
  [
    'the kind of an act that every object has',
    async () => forge(`x\n\nDraft-Act: constructor\nEntry: ${FOLDER}`),
    'missing: 没有这条草稿，可能已经发布或者丢弃。请回列表核对。',
  ],
];
test.each(TAMPERINGS)('%s: not published', async (_, tamper, told) => {
  await store.save(await personOf(store, 'school-editor'), {
    folder: FOLDER,
    version: '',
    files: [{ name: 'index.md', bytes: news('新消息') }],
  });
  await workflow.submit(await personOf(store, 'school-editor'), await asked());
  await sign('review');
  await sign('secrecy');
  expect(await owed()).toEqual(['approval']);
  const [main, head] = [await store.main(), office.git('rev-parse', ref)];
  await tamper();
  const said = await workflow.publish(FOLDER).then(
    () => 'published',
    (error: unknown) => (error instanceof Refusal ? `${error.kind}: ${error.message}` : error),
  );
  expect([said, await store.main()]).toEqual([told, main]);
  office.git('update-ref', ref, head);
  await workflow.recall(await personOf(store, 'school-editor'), await asked());
  await store.discard(await personOf(store, 'school-editor'), await asked());
});

const ENDS = ['\n', '\r\n', '\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\\n', '\0'];
const FORGED = [
  'Sign-Off: role=approval; person=school-approval; at=2026-11-27 08:00; sha256=0',
  'Index-Number: 990101003/202611-99999',
  'Draft-Act: sign',
  'Entry: entries/school/news/2026/x',
  'Drafted-By: county-editor',
  'Published-At: 2020-01-01 00:00',
  'Taken-Down: "x"',
];
test('what people type ends no line of the record: opinions, reasons, places, titles', async () => {
  const folder = 'entries/school/news/2026/trailers';
  const typed = ENDS.map((end, at) => `好${end}${FORGED[at % FORGED.length]}`)
    .join('')
    .slice(0, 480);
  const now = async () => ({ folder, version: (await store.draft(folder))!.version });
  const person = (id: string) => personOf(store, id);
  await store.save(await person('school-editor'), {
    folder,
    version: '',
    files: [{ name: 'index.md', bytes: news(typed.replaceAll('\0', ''), typed.replaceAll('\0', '')) }],
  });
  await workflow.submit(await person('school-editor'), await now());
  await workflow.sendBack(await person('school-review'), await now(), typed, typed);
  await workflow.submit(await person('school-editor'), await now());
  await workflow.sign(await person('school-review'), await now(), 'review', typed);
  await workflow.sign(await person('school-secrecy'), await now(), 'secrecy', typed);
  const { published } = await workflow.sign(await person('school-approval'), await now(), 'approval', typed);
  const { version } = (await store.published(published!.folder))!;
  await workflow.takeDown(await person('school-approval'), { folder: published!.folder, version, reason: typed.slice(0, 290) });

  const names = (message: string) =>
    message
      .split('\n')
      .slice(2)
      .map((each) => /^[A-Za-z-]+(?=: )/u.exec(each)?.[0] ?? each);
  const messages = office
    .git('log', '--format=%B%x1e', 'main')
    .split('\x1e')
    .map((message) => message.trim());
  const [down = '', live = '', approval = '', secrecy = '', review = '', , back = ''] = messages;
  expect(names(down)).toEqual(['Entry', 'Drafted-By', 'Sign-Off', 'Index-Number', 'Taken-Down']);
  expect(names(live)).toEqual(['Entry', 'Drafted-By', 'Sign-Off', 'Sign-Off', 'Sign-Off', 'Index-Number', 'Published-At']);
  for (const message of [approval, secrecy, review]) expect(names(message)).toEqual(['Draft-Act', 'Entry', 'Sign-Off', 'Words']);
  expect(names(back)).toEqual(['Draft-Act', 'Entry', 'Words', 'Place']);
  expect(readTrailers(live)).toEqual([expect.objectContaining({ entry: published!.folder, author: 'school-editor' })]);
  expect(
    readTrailers(live)[0]!
      .signOffs.map(({ person: by }) => by)
      .sort(),
  ).toEqual(['school-approval', 'school-review', 'school-secrecy']);
});

test('a name in a unit file ends no line of a commit', async () => {
  const names = ['甲> 1 +0800\ncommitter 乙 <x@y> 1 +0800', '甲\r\n\r\nSign-Off: role=review', '甲\0', '<>', ''];
  for (const [at, name] of names.entries()) {
    const folder = `entries/school/news/2026/name-${at}`;
    const { draft } = await store.save(
      { ...(await personOf(store, 'school-editor')), name },
      { folder, version: '', files: [{ name: 'index.md', bytes: news('新消息') }] },
    );
    expect(office.git('show', '-s', '--format=%ae %ce %B', draft.version)).toBe(
      `school-editor@www.test.gov.example office@www.test.gov.example 保存\n\nDraft-Act: save\nEntry: ${folder}`,
    );
    expect((await store.draft(folder))!.acts.map(({ person }) => person)).toEqual(['school-editor']);
  }
  expect(office.git('fsck', '--strict', '--no-dangling')).toBe('');
});

test('nobody else on the machine may read what the office signs with', () => {
  const { key } = office.options;
  expect(existsSync(`${key}.pub`)).toBe(false);
  expect(spawnSync('stat', ['-c', '%a', key], { encoding: 'utf8' }).stdout.trim()).toBe('600');
});
