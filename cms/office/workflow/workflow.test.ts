import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readTrailers } from '../../model/record.ts';
import type { SignOff } from '../../model/type.ts';
import type { Store } from '../store/store.ts';
import { news, personOf, review, TestOffice, WORDS } from '../store/testing/test-office.ts';
import { toldWithKind as told } from '../store/testing/told.ts';
import { Workflow } from './workflow.ts';

const FOLDER = 'entries/school/news/2026/20261126-abc234';
const OLD = 'entries/school/news/2026/202603-00001';
const NOW = Date.parse('2030-11-26T08:00:00Z');
const PUBLIC = 'entries/school/news/2030/20261126-abc234';

/** An office with its workflow; `rendered` has the commits that became public. */
async function openIn(office: TestOffice, clock = () => NOW, isClockRight = false) {
  const store = await office.open({ clock, isClockRight });
  const rendered: string[] = [];
  const workflow = new Workflow(store, async (commit) => void rendered.push(commit));
  const person = (id: string) => personOf(store, id);
  const version = async (folder = FOLDER) => ({ folder, version: (await store.draft(folder))?.version ?? '' });
  const write = async (title: string, { folder = FOLDER, by = 'school-editor', body = '正文。' } = {}) =>
    store.save(await person(by), {
      folder,
      version: (await store.entry(folder))?.version ?? '',
      files: [{ name: 'index.md', bytes: news(title, body) }],
    });
  const submit = async (folder = FOLDER) => workflow.submit(await person('school-editor'), await version(folder));
  const sign = async (role: SignOff, by = `school-${role}`, opinion = '') =>
    workflow.sign(await person(by), await version(), role, opinion);
  return { store, workflow, rendered, person, version, write, submit, sign };
}

const stateOf = async (workflow: Workflow, store: Store) => (await workflow.progress((await store.draft(FOLDER))!)).state;

test('from draft to the public site: states, number, date, one signed commit that says who answers for it', async () => {
  using office = new TestOffice();
  const { store, workflow, rendered, write, submit, sign } = await openIn(office);
  const main = await store.main();
  await write('新消息');
  expect(await stateOf(workflow, store)).toBe('draft');
  await submit();
  expect(await stateOf(workflow, store)).toBe('review');
  await sign('secrecy');
  expect(await stateOf(workflow, store)).toBe('review');
  await sign('review', 'school-review', '同意。\nSign-Off: role=approval; person=school-review');
  expect(await stateOf(workflow, store)).toBe('approval');
  const draft = (await store.draft(FOLDER))!;
  const { published, progress } = await sign('approval', 'school-approval', '发布。');

  expect(published).toEqual({
    folder: PUBLIC,
    number: '990101003/203011-00001',
    publishedAt: '2030-11-26 16:00',
    isUpdate: false,
    commit: await store.main(),
    isLive: true,
  });
  expect(rendered).toEqual([published!.commit]);
  expect((await store.published(PUBLIC))!.text).toBe(
    "---\ntitle: 新消息\ncolumn: news\nindex_number: '990101003/203011-00001'\npublished_at: '2030-11-26 16:00'\n---\n\n正文。\n",
  );
  expect(await store.drafts()).toEqual([]);
  const message = office.git('show', '-s', '--format=%B', 'main');
  const at = '2030-11-26 16:00';
  const signOffs = (['secrecy', 'review', 'approval'] as const).map((role) => ({
    role,
    person: `school-${role}`,
    at,
    sha256: progress.digest,
  }));
  expect(readTrailers(message)).toEqual([{ entry: PUBLIC, author: 'school-editor', signOffs }]);
  expect(office.git('rev-list', '--first-parent', '--count', `${main}..main`)).toBe('1');
  expect(office.git('rev-parse', 'main^2^').length).toBe(40);
  expect(office.git('merge-base', '--is-ancestor', draft.version, 'main')).toBe('');
  const allowed = `gpg.ssh.allowedSignersFile=${office.options.key}.allowed`;
  expect(office.git('-c', allowed, 'show', '-s', '--format=%G? %an', 'main')).toBe('G 试人');
  expect(office.git('fsck', '--full', '--strict', '--no-dangling')).toBe('');
  expect(office.git('show', 'main:.numbers/990101003/203011')).toBe('1');
  await store.close();
});

test('a change after a sign-off voids it; so does taking back', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit, sign } = await openIn(office);
  await write('一');
  await submit();
  await sign('review');
  expect(await told(write('二'))).toBe('state: 这条内容正在审核，不能修改。先收回，再修改。');
  await workflow.recall(await person('school-editor'), await version());
  await write('二');
  await submit();
  expect((await workflow.progress((await store.draft(FOLDER))!)).owed).toEqual(['review', 'secrecy', 'approval']);
  await workflow.recall(await person('school-editor'), await version());
  await submit();
  expect((await workflow.progress((await store.draft(FOLDER))!)).signed).toEqual([]);
  await store.close();
});

test('who may do what in which state', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit } = await openIn(office);
  await write('新消息');
  const everybody = [...(await store.people()).keys()].filter((id) => !id.startsWith('valley')).concat('valley-approval');
  const acts: Record<string, (id: string) => Promise<unknown>> = {
    submit: async (id) => workflow.submit(await person(id), await version()),
    recall: async (id) => workflow.recall(await person(id), await version()),
    return: async (id) => workflow.sendBack(await person(id), await version(), '改标题'),
    review: async (id) => workflow.sign(await person(id), await version(), 'review'),
    secrecy: async (id) => workflow.sign(await person(id), await version(), 'secrecy'),
    approval: async (id) => workflow.sign(await person(id), await version(), 'approval'),
  };
  const refusals = async (act: string, but: string[]) => {
    const said = new Set<string>();
    for (const id of everybody) if (!but.includes(id)) said.add((await told(acts[act]!(id))).split(':')[0]!);
    return [...said];
  };
  const editors = ['school-editor', 'school-editor2'];
  const signers = ['school-review', 'school-secrecy', 'school-approval'];
  expect(await refusals('submit', editors)).toEqual(['forbidden']);
  for (const [act, but] of [
    ['recall', editors],
    ['return', signers],
    ['review', ['school-review']],
    ['secrecy', ['school-secrecy']],
    ['approval', ['school-approval']],
  ] as const) {
    expect([act, await refusals(act, [...but])]).toEqual([act, ['forbidden']]);
    for (const id of but) expect(await told(acts[act]!(id))).toBe('state: 这条内容现在是“草稿”，不能这样办。重新查看这一条。');
  }
  await submit();
  expect(await told(acts.submit!('school-editor'))).toBe('state: 这条内容现在是“待审核”，不能这样办。重新查看这一条。');
  expect(await told(acts.approval!('school-approval'))).toBe('state: 审核和保密审查都签字以后才能签发。');
  for (const act of ['recall', 'return', 'review', 'secrecy', 'approval'] as const)
    expect([act, await refusals(act, [...editors, ...signers])]).toEqual([act, ['forbidden']]);
  await acts.return!('school-secrecy');
  expect(await stateOf(workflow, store)).toBe('returned');
  expect((await store.draft(FOLDER))!.acts.at(-1)).toMatchObject({ kind: 'return', person: 'school-secrecy', words: '改标题' });
  await store.close();
});

test('nobody signs what they wrote, or signs twice, whatever roles they have', async () => {
  using office = new TestOffice({ many: true });
  const { store, workflow, person, version, write, submit } = await openIn(office);
  const many = async (role: SignOff) => workflow.sign(await person('school-many'), await version(), role);
  await write('一', { by: 'school-many' });
  await write('二');
  await submit();
  for (const role of ['review', 'secrecy'] as const)
    expect(await told(many(role))).toBe('forbidden: 您写过或者改过这条内容，不能签字。由他人签字。');
  const folder = `${FOLDER}x`;
  await write('别的', { folder });
  await submit(folder);
  const asked = async () => version(folder);
  await workflow.sign(await person('school-many'), await asked(), 'review');
  expect(await told(workflow.sign(await person('school-many'), await asked(), 'secrecy'))).toBe(
    'forbidden: 您已经签过“审核”，不能再签别的。由他人签字。',
  );
  expect(await told(workflow.sign(await person('school-review'), await asked(), 'review'))).toBe('state: “审核”已经签过。重新查看这一条。');
  await store.close();
});

test('a sign-off is for the version that the person saw', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit } = await openIn(office);
  await write('一');
  await submit();
  const seen = await version();
  await workflow.recall(await person('school-editor'), seen);
  await write('二');
  await submit();
  expect(await told(workflow.sign(await person('school-review'), seen, 'review'))).toBe(
    'conflict: 这条内容刚才有变化，没有办理。看过现在的内容再办。',
  );
  await store.close();
});

test('the checks refuse a submission, an opinion, a reason; nothing of it is written', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit } = await openIn(office);
  await write('新消息', { body: WORDS.incomplete });
  expect(await told(submit())).toBe('refused: 检查没有通过，没有提交。按提示改好再提交。');
  await write('新消息');
  await submit();
  const refused = 'refused: 意见里有不能保存的文字，没有办理。删去以后再办。';
  expect(await told(workflow.sign(await person('school-review'), await version(), 'review', WORDS.secret))).toBe(refused);
  expect(await told(workflow.sendBack(await person('school-review'), await version(), '改', WORDS.secret))).toBe(refused);
  expect(await told(workflow.sendBack(await person('school-review'), await version(), ' '))).toBe(
    'wrong: 没有写退回的理由。写明哪里要改、怎样改。',
  );
  expect(execFileSync('git', ['-C', office.options.repository, 'log', '--all', '--format=%B'], { encoding: 'utf8' })).not.toContain(
    WORDS.secret,
  );
  await store.close();
});

test('sign-offs that somebody altered or replayed in the repository do not publish', async () => {
  using office = new TestOffice();
  const { store, workflow, write, submit, sign } = await openIn(office);
  await write('新消息');
  await submit();
  await sign('secrecy');
  const { published: none, progress } = await sign('review');
  expect([none, progress.owed]).toEqual([undefined, ['approval']]);
  // Somebody who can write in the repository adds the sign-off of the person who has the last word.
  const ref = 'refs/heads/drafts/school/news/2026/20261126-abc234';
  const line = `Sign-Off: role=approval; person=school-approval; at=2030-11-26 16:00; sha256=${progress.digest}`;
  const forged = office.git(
    ...['-c', 'user.name=试人', '-c', 'user.email=school-approval@www.test.gov.example', 'commit-tree', `${ref}^{tree}`, '-p', ref],
    ...['-m', `签字\n\nDraft-Act: sign\nEntry: ${FOLDER}\n${line}`],
  );
  office.git('update-ref', ref, forged);
  expect((await workflow.progress((await store.draft(FOLDER))!)).owed).toEqual([]);
  expect(await told(workflow.publish(FOLDER))).toBe('failed: 这条草稿的签字记录被改动过，不能发布。联系信息办。');
  // The same for sign-offs of another entry, which say another folder, and for a change of bytes between.
  office.git('update-ref', 'refs/heads/drafts/school/news/2026/other', forged);
  expect(await store.draft('entries/school/news/2026/other')).toBeUndefined();
  expect(office.git('rev-list', '--count', 'main')).toBe('2');
  await store.close();
});

test('trailers cannot be smuggled in: opinions, reasons, titles, names', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit } = await openIn(office);
  await write('新消息');
  await submit();
  const lines = ['\n', '\r\n', '\u2028', '\u2029', '\v', '\f', '\u0085'].map(
    (end) =>
      `${end}Sign-Off: role=secrecy; person=school-secrecy; at=2030-11-26 16:00; sha256=${'0'.repeat(64)}${end}Draft-Act: save${end}Place: "x"`,
  );
  const opinion = `好${lines.join('')}`;
  const { progress } = await workflow.sign(await person('school-review'), await version(), 'review', opinion.slice(0, 490));
  expect(progress.signed.map(({ role }) => role)).toEqual(['review']);
  const last = (await store.draft(FOLDER))!.acts.at(-1)!;
  expect([last.kind, last.words, last.place]).toEqual(['sign', opinion.slice(0, 490), undefined]);
  expect(readTrailers(office.git('show', '-s', '--format=%B', last.commit))[0]!.signOffs.map(({ role }) => role)).toEqual(['review']);
  await store.close();
});

test('numbers go on from an entry that another system wrote', async () => {
  using office = new TestOffice({ number: '990101003/203011-00041' });
  const path = join(office.options.content, 'entries/school/news/2026/202603-00099/index.md');
  writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
  const { store, write, submit, sign } = await openIn(office);
  await write('新消息');
  await submit();
  await sign('review');
  await sign('secrecy');
  expect((await sign('approval')).published!.number).toBe('990101003/203011-00042');
  await store.close();
});

test('the number of what was there when the office took over is not used again when it is taken down before anything is published', async () => {
  using office = new TestOffice({ number: '990101003/203011-00041' });
  const { store, workflow, person, write, submit, sign } = await openIn(office);
  const folder = 'entries/school/news/2026/202603-00099';
  const { version } = (await store.published(folder))!;
  await workflow.takeDown(await person('school-approval'), { folder, version, reason: '内容有误。' });
  await write('新消息');
  await submit();
  await sign('review');
  await sign('secrecy');
  expect((await sign('approval')).published!.number).toBe('990101003/203011-00042');
  await store.close();
});

test('numbers go on from what main holds, are never the same for two, and not used again when an entry is taken down', async () => {
  using office = new TestOffice({ number: '990101003/203011-00041' });
  const { store, workflow, person, write, submit, rendered } = await openIn(office);
  const publish = async (folder: string) => {
    await write('新消息', { folder });
    await submit(folder);
    for (const role of ['review', 'secrecy'] as const)
      await workflow.sign(await person(`school-${role}`), { folder, version: (await store.draft(folder))!.version }, role);
    return async () =>
      workflow.sign(await person('school-approval'), { folder, version: (await store.draft(folder))!.version }, 'approval');
  };
  const ready = [await publish(`${FOLDER}1`), await publish(`${FOLDER}2`), await publish(`${FOLDER}3`)];
  const done = await Promise.all(ready.map((sign) => sign()));
  const numbers = done.map(({ published }) => published!.number).sort();
  expect(numbers).toEqual(['990101003/203011-00042', '990101003/203011-00043', '990101003/203011-00044']);
  expect(rendered.at(-1)).toBe(await store.main());
  expect(rendered.length).toBeLessThanOrEqual(3);
  const last = done.find(({ published }) => published!.number.endsWith('44'))!.published!;
  const { version } = (await store.published(last.folder))!;
  await workflow.takeDown(await person('school-approval'), { folder: last.folder, version, reason: '内容有误。' });
  const { published } = await (await publish(`${FOLDER}4`))();
  expect(published!.number).toBe('990101003/203011-00045');
  await store.close();
});

test('an entry that is published again keeps its number and date', async () => {
  using office = new TestOffice();
  const { store, workflow, person } = await openIn(office);
  const old = (await store.published(OLD))!;
  const bytes = Buffer.from(old.text.replace('第1次教研活动', '改过的标题'));
  const { draft } = await store.save(await person('school-editor'), {
    folder: OLD,
    version: old.version,
    files: [{ name: 'index.md', bytes }],
  });
  let asked = {
    folder: OLD,
    version: (await workflow.submit(await person('school-editor'), { folder: OLD, version: draft.version })).version,
  };
  for (const role of ['review', 'secrecy'] as const) {
    await workflow.sign(await person(`school-${role}`), asked, role);
    asked = { folder: OLD, version: (await store.draft(OLD))!.version };
  }
  const { published } = await workflow.sign(await person('school-approval'), asked, 'approval');
  expect(published).toMatchObject({ folder: OLD, number: '990101003/202603-00001', publishedAt: '2026-03-02 09:30', isUpdate: true });
  expect((await store.published(OLD))!.text).toBe(bytes.toString());
  await store.close();
});

test('下线 does not wait for a rendering: that is abandoned, the page goes first, and everything is rendered after it', async () => {
  using office = new TestOffice();
  const store = await office.open({ clock: () => NOW });
  const did: string[] = [];
  let isSlow = true;
  const workflow = new Workflow(
    store,
    async (commit, stop) => {
      did.push(`render ${commit}`);
      if (isSlow) await new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason)));
    },
    async (number) => void did.push(`take off ${number}`),
  );
  const before = await store.main();
  const slow = workflow.live.reach();
  await vi.waitFor(() => expect(did).toEqual([`render ${before}`]));
  isSlow = false;
  const { version } = (await store.published(OLD))!;
  const person = await personOf(store, 'school-approval');
  const { commit, isLive } = await workflow.takeDown(person, { folder: OLD, version, reason: '不该公开。' });
  await slow;
  expect([isLive, did]).toEqual([true, [`render ${before}`, 'take off 990101003/202603-00001', `render ${commit}`]]);
  expect([await workflow.live.commit(), workflow.live.fault]).toEqual([commit, undefined]);
  await store.close();
});

test('a clock that was ahead gives nothing a date of the future: publishing waits until people have said which time is right', async () => {
  using office = new TestOffice();
  let now = Date.parse('2036-01-01T00:00:00Z');
  const { store, write, submit, sign } = await openIn(office, () => now);
  await write('新消息');
  now = NOW;
  await submit();
  for (const role of ['review', 'secrecy'] as const) await sign(role);
  const { obstacle } = await sign('approval');
  const doubt =
    '为了不写错日期，没有发布。内容库里有 2036-01-01 08:00 的记录，服务器的时钟现在是 2030-11-26 16:00，两者有一个不对。信息办核对服务器的时钟：不对的，校准；对的，用 --clock-checked 重新启动办公平台。';
  expect([obstacle?.message, (await store.draft(FOLDER))?.acts.length]).toEqual([doubt, 5]);
  await write('稿件照写', { folder: `${FOLDER}x` });
  await store.repository.move([{ ref: 'refs/heads/ahead', from: undefined, to: (await store.draft(FOLDER))!.acts[0]!.commit }]);
  await store.close();
  const again = await openIn(office, () => now);
  const retry = async ({ workflow, person, version }: typeof again) => workflow.retry(await person('school-approval'), await version());
  expect(await told(retry(again))).toBe(`failed: ${doubt}`);
  await again.store.close();
  const checked = await openIn(office, () => now, true);
  expect(await retry(checked)).toMatchObject({ publishedAt: '2030-11-26 16:00', number: '990101003/203011-00001' });
  await checked.store.close();
  const later = await office.open({ clock: () => now });
  expect(later.repository.clock.doubt).toBeUndefined();
  await later.close();
});

test('撤稿 leaves the page with the reason; 下线 takes it away; each is a signed act of those who may', async () => {
  using office = new TestOffice();
  const bad = OLD.replace('00001', '00002');
  const file = join(office.options.content, bad, 'index.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: ', `title: ${WORDS.secret}`));
  const { store, workflow, person, rendered } = await openIn(office);
  const { version } = (await store.published(OLD))!;
  const removal = { folder: OLD, version, reason: '数字有误，[核对]后重新发布。' };
  for (const id of ['school-editor', 'school-review', 'school-secrecy', 'valley-approval', 'county-approval'])
    expect(await told(workflow.withdraw(await person(id), removal))).toBe(
      'forbidden: 您没有这个单位“签发”的角色，也不在信息办，不能撤稿。',
    );
  expect(await told(workflow.withdraw(await person('school-approval'), { ...removal, reason: '' }))).toBe(
    'wrong: 没有写撤稿的原因。写明原因，原因会留下记录。',
  );
  expect(await told(workflow.withdraw(await person('school-approval'), { ...removal, reason: WORDS.secret }))).toBe(
    'refused: 原因里有不能保存的文字，没有撤稿。删去以后再办。',
  );
  const untrue = { folder: bad, version: (await store.published(bad))!.version, reason: '内容有误。' };
  expect(await told(workflow.withdraw(await person('school-approval'), untrue))).toBe(
    'refused: 撤稿以后仍要保留的标题等内容里，有不能公开的文字，没有撤稿。改办下线。',
  );
  await workflow.withdraw(await person('school-approval'), removal);
  const withdrawn = (await store.published(OLD))!;
  expect(withdrawn.text).toMatch(
    /^---\ntitle: 第1次教研活动\n[\s\S]*---\n\n本条内容已于2030年11月26日撤回。\n\n撤回原因：数字有误，\\\[核对\\\]后重新发布。\n$/u,
  );
  expect(await told(workflow.takeDown(await person('county-office'), removal))).toBe(
    'conflict: 这条内容刚才有变化，没有下线。看过现在的内容再办。',
  );
  await workflow.takeDown(await person('county-office'), { ...removal, version: withdrawn.version });
  expect(await store.published(OLD)).toBeUndefined();
  expect(rendered).toHaveLength(2);
  expect(office.git('log', '-2', '--format=%s %an|%(trailers:key=Withdrawn,key=Taken-Down,separator=%x2C)')).toBe(
    '下线 试三|Taken-Down: "数字有误，[核对]后重新发布。"\n撤稿 试人|Withdrawn: "数字有误，[核对]后重新发布。"',
  );
  await store.close();
});

test('a comment leaves a draft where it is: sign-offs stand, forms that are open stay good, what is signed was seen with it', async () => {
  using office = new TestOffice();
  const { store, workflow, person, version, write, submit, sign } = await openIn(office);
  await write('新消息');
  const saved = await version();
  const comment = async (id: string, words: string, asked = saved) => workflow.comment(await person(id), asked, words, '正文');
  await comment('school-review', '日期对吗？');
  // Saved, taken back, handed in from a form that was opened before the comment.
  await store.save(await person('school-editor'), { ...saved, files: [{ name: 'index.md', bytes: news('新消息二') }] });
  await submit();
  const submitted = await version();
  await sign('secrecy');
  const seen = await version();
  await comment('school-editor', '对的。', seen);
  const draft = (await store.draft(FOLDER))!;
  expect(draft.acts.at(-1)).toMatchObject({ kind: 'comment', person: 'school-editor', words: '对的。', place: '正文' });
  expect((await workflow.progress(draft)).owed).toEqual(['review', 'approval']);
  expect(await told(workflow.sign(await person('school-review'), seen, 'review'))).toBe(
    'conflict: 这条内容刚才有变化，没有办理。看过现在的内容再办。',
  );
  expect(await told(comment('school-editor', '再看看。', submitted))).toBe('conflict: 这条内容刚才有变化，没有办理。看过现在的内容再办。');
  expect(await told(comment('school-review', ' ', seen))).toBe('wrong: 没有写意见。写了再提交。');
  expect(await told(comment('school-review', WORDS.secret, seen))).toBe('refused: 意见里有不能保存的文字，没有办理。删去以后再办。');
  expect(await told(comment('valley-review', '看看', seen))).toBe('forbidden: 您在这个单位没有角色，不能写意见。');
  expect(await told(write('新消息三'))).toBe('state: 这条内容正在审核，不能修改。先收回，再修改。');
  await sign('review');
  const { published } = await sign('approval');
  expect(published?.number).toBe('990101003/203011-00001');
  await store.close();
});

test('what was kept from being published is published when somebody who may tries again', async () => {
  using office = new TestOffice();
  let isOpen = false;
  const store = await office.open({
    clock: () => NOW,
    review: async (change) =>
      isOpen ? { findings: [] } : review({ ...change, files: change.files.map((file) => ({ ...file, bytes: doubt(file.bytes) })) }),
  });
  const workflow = new Workflow(store, async () => {});
  const person = (id: string) => personOf(store, id);
  const version = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))!.version });
  await store.save(await person('school-editor'), { folder: FOLDER, version: '', files: [{ name: 'index.md', bytes: news('一') }] });
  isOpen = true;
  await workflow.submit(await person('school-editor'), await version());
  for (const role of ['review', 'secrecy'] as const) await workflow.sign(await person(`school-${role}`), await version(), role);
  isOpen = false;
  const { obstacle } = await workflow.sign(await person('school-approval'), await version(), 'approval');
  expect(obstacle?.message).toBe('发布前的检查没有通过，没有发布。退回编辑，按提示改好再提交。');
  isOpen = true;
  expect(await told(workflow.retry(await person('school-review'), await version()))).toBe(
    'forbidden: 您在这个单位没有“签发”的角色，不能发布。',
  );
  expect((await workflow.retry(await person('school-approval'), await version())).number).toBe('990101003/203011-00001');
  await store.close();
});

/** Bytes that the checks have something against, which does not keep them from being saved. */
const doubt = (bytes: Uint8Array | undefined) => bytes && Buffer.concat([bytes, Buffer.from(WORDS.incomplete)]);
