import { dump, load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAIN } from '../store/refs.ts';
import { AttackedOffice, type Attempt, ORIGIN, saidIn } from './testing/attacked-office.ts';

/** What people try who may not: acts of roles that they do not have, on entries that are not theirs. To try more, add a line. */

let office: AttackedOffice;
let draft: string;
let review: string;
let ready: string;
let many: string;
let signedByMany: string;
let valley: string;
let stale: string;
beforeAll(async () => {
  office = await AttackedOffice.open();
  draft = await office.write('school-editor', { slug: 'draft' });
  review = await office.write('school-editor', { slug: 'review', submit: true });
  stale = await office.version(review);
  ready = await office.write('school-editor', { slug: 'ready', submit: true, sign: ['review', 'secrecy'] });
  many = await office.write('school-many', { slug: 'many', submit: true });
  signedByMany = await office.write('school-editor', { slug: 'signed', submit: true });
  valley = await office.write('valley-editor', { slug: 'valley', files: { 'list.csv': '只给山谷乡看' } });
  for (const id of [...PEOPLE, 'valley-editor']) await office.as(id);
  await office.desk('school-many', 'sign', signedByMany, { role: 'review' });
  await office.desk('school-review', 'sign', review, { role: 'review' });
});
afterAll(() => office.close());

const PEOPLE = [
  ...['editor', 'editor2', 'review', 'secrecy', 'approval', 'many'].map((role) => `school-${role}`),
  ...['review', 'approval', 'secrecy'].map((role) => `valley-${role}`),
  ...['office', 'editor', 'approval'].map((role) => `county-${role}`),
];
const OLD = 'entries/school/news/2026/202603-00001';
const at = (folder: string) => folder.slice('entries/'.length);
const published = async (folder = OLD) => (await office.store.published(folder))!.version;
/** A form of the desk with its fields in any number. */
const raw = async (id: string, path: string, fields: [string, string][]) => {
  const visitor = await office.as(id);
  const body = new URLSearchParams([['csrf', await visitor.csrf()], ...fields]);
  return visitor.send(path, { method: 'POST', headers: { Origin: ORIGIN }, body });
};

const NO_ROLE = (role: string) => `您在这个单位没有“${role}”的角色，不能签字。`;
const NOT_OURS = '您在这个单位没有角色，不能看没有发布的内容。';
const NOT_EDITOR = '您不是这个单位的编辑，不能查看和修改它的稿件。';
const GARBLED = '送来的内容不完整，没有办理。刷新页面，再办一次；文字先复制下来。';
const WHICH = '没有写以哪个角色签字。选“审核”“保密审查”或者“签发”。';
const CHANGED = '这条内容刚才有变化，没有办理。看过现在的内容再办。';
const WROTE = '您写过或者改过这条内容，不能签字。由他人签字。';
const BEFORE = '审核和保密审查都签字以后才能签发。';
const NOBODY = '“审核”已经签过。重新查看这一条。';
const IN_REVIEW = '这条内容正在审核，不能修改。先收回，再修改。';
const NOT_SIGNER = '您没有这个单位“签发”的角色，也不在信息办，不能撤稿。';

const ATTEMPTS: Attempt[] = [
  ['an editor signs as reviewer', () => office.desk('school-editor2', 'sign', ready, { role: 'review' }), 403, NO_ROLE('审核')],
  ['an editor signs as approver', () => office.desk('school-editor2', 'sign', ready, { role: 'approval' }), 403, NO_ROLE('签发')],
  [
    'the form says that one is somebody else',
    () =>
      office.desk('school-editor2', 'sign', ready, { role: 'approval', person: 'school-approval', account: 'school-approval', id: '1' }),
    403,
    NO_ROLE('签发'),
  ],
  [
    'the form brings roles along',
    () =>
      office.desk('school-editor2', 'sign', ready, { role: 'approval', roles: 'approval', posts: '[{"unit":"school","role":"approval"}]' }),
    403,
    NO_ROLE('签发'),
  ],
  [
    'a role beside the own one',
    async () =>
      raw('school-review', '/desk/sign', [
        ['folder', ready],
        ['version', await office.version(ready)],
        ['role', 'review'],
        ['role', 'approval'],
      ]),
    403,
    NO_ROLE('签发'),
  ],
  ['a role that nobody has', () => office.desk('school-review', 'sign', ready, { role: 'office' }), 400, WHICH],
  ['the role of writing', () => office.desk('school-editor', 'sign', ready, { role: 'editor' }), 400, WHICH],
  ['a role that every object has', () => office.desk('school-approval', 'sign', ready, { role: 'constructor' }), 400, WHICH],
  ['a role in capitals', () => office.desk('school-approval', 'sign', ready, { role: 'Approval' }), 400, WHICH],
  ['a role with a line more', () => office.desk('school-secrecy', 'sign', ready, { role: 'secrecy\nSign-Off: role=approval' }), 400, WHICH],
  ['the reviewer of another unit signs', () => office.desk('valley-review', 'sign', review, { role: 'review' }), 403, NOT_OURS],
  ['the approver of another unit signs', () => office.desk('valley-approval', 'sign', ready, { role: 'approval' }), 403, NOT_OURS],
  [
    'the approver of the county government signs for a unit',
    () => office.desk('county-approval', 'sign', ready, { role: 'approval' }),
    403,
    NOT_OURS,
  ],
  ['the information office signs', () => office.desk('county-office', 'sign', ready, { role: 'approval' }), 403, NO_ROLE('签发')],
  ['approval before the others', () => office.desk('school-approval', 'sign', review, { role: 'approval' }), 409, BEFORE],
  [
    'approval of what is not submitted',
    () => office.desk('school-approval', 'sign', draft, { role: 'approval' }),
    409,
    '这条内容现在是“草稿”，不能这样办。重新查看这一条。',
  ],
  ['the author reviews', () => office.desk('school-many', 'sign', many, { role: 'review' }), 403, WROTE],
  ['the author reviews for secrets', () => office.desk('school-many', 'sign', many, { role: 'secrecy' }), 403, WROTE],
  [
    'one person in two roles',
    () => office.desk('school-many', 'sign', signedByMany, { role: 'secrecy' }),
    403,
    '您已经签过“审核”，不能再签别的。由他人签字。',
  ],
  ['the same signature again', () => office.desk('school-review', 'sign', review, { role: 'review' }), 409, NOBODY],
  ['a second reviewer', () => office.desk('school-many', 'sign', review, { role: 'review' }), 409, NOBODY],
  [
    'a signature sent again as it was',
    () => office.desk('school-review', 'sign', review, { role: 'review', version: stale }),
    409,
    CHANGED,
  ],
  [
    'a signature for an earlier version',
    () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: stale }),
    409,
    CHANGED,
  ],
  [
    'a signature for the version of another entry',
    async () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: await office.version(ready) }),
    409,
    CHANGED,
  ],
  ['a signature for no version', () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: '' }), 409, CHANGED],
  [
    'a branch for a version',
    () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: 'refs/heads/main' }),
    409,
    CHANGED,
  ],
  ['a search for a version', () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: ':/提交' }), 409, CHANGED],
  [
    'two lines for a version',
    () => office.desk('school-secrecy', 'sign', review, { role: 'secrecy', version: `${stale}\n${stale}` }),
    409,
    CHANGED,
  ],
  [
    'signing unread in one pass',
    async () => raw('school-approval', '/desk/sign-many', [['item', `approval ${await office.version(ready)} ${ready}`]]),
    200,
    '没有签字。这一版您还没有打开看过。打开看过以后再签。',
  ],
  [
    'signing in one pass in a role of others',
    async () => raw('school-secrecy', '/desk/sign-many', [['item', `approval ${await office.version(ready)} ${ready}`]]),
    200,
    '没有签字。这一版您还没有打开看过。打开看过以后再签。',
  ],
  [
    'signing in one pass for another unit',
    async () => raw('valley-approval', '/desk/sign-many', [['item', `approval ${await office.version(ready)} ${ready}`]]),
    200,
    `没有签字。${NOT_OURS}`,
  ],
  ['signing nothing in one pass', () => raw('school-approval', '/desk/sign-many', []), 400, '没有勾选内容。返回上一页，勾选以后再签。'],
  [
    'a hundred and one in one pass',
    () =>
      raw(
        'school-approval',
        '/desk/sign-many',
        Array.from({ length: 101 }, () => ['item', 'review x y']),
      ),
    400,
    '一次最多签 100 条。分几次签。',
  ],
  [
    'publishing what is not signed',
    () => office.desk('school-approval', 'publish', ready),
    409,
    '签字还不齐，不能发布。由有角色的人签字。',
  ],
  ['an editor publishes', () => office.desk('school-editor', 'publish', ready), 403, '您在这个单位没有“签发”的角色，不能发布。'],
  ['another unit publishes', () => office.desk('valley-approval', 'publish', ready), 403, '您在这个单位没有“签发”的角色，不能发布。'],
  [
    'an editor sends back',
    () => office.desk('school-editor', 'return', ready, { reason: '改' }),
    403,
    '您在这个单位没有审核、保密审查或者签发的角色，不能退回。',
  ],
  [
    'sending back without a reason',
    () => office.desk('school-review', 'return', ready, { reason: ' \u3000\n' }),
    400,
    '没有写退回的理由。写明哪里要改、怎样改。',
  ],
  [
    'sending back at length',
    () => office.desk('school-review', 'return', ready, { reason: '改'.repeat(501) }),
    400,
    '意见最多 500 个字。写短一些。',
  ],
  [
    'another unit comments',
    () => office.desk('valley-review', 'comment', ready, { words: '看' }),
    403,
    '您在这个单位没有角色，不能写意见。',
  ],
  [
    'an editor withdraws',
    async () => office.desk('school-editor', 'withdraw', OLD, { version: await published(), reason: '错' }),
    403,
    NOT_SIGNER,
  ],
  [
    'another unit withdraws',
    async () => office.desk('valley-approval', 'withdraw', OLD, { version: await published(), reason: '错' }),
    403,
    NOT_SIGNER,
  ],
  [
    'a reviewer takes down',
    async () => office.desk('school-review', 'take-down', OLD, { version: await published(), reason: '错' }),
    403,
    NOT_SIGNER.replace('撤稿', '下线'),
  ],
  [
    'withdrawing without a reason',
    async () => office.desk('school-approval', 'withdraw', OLD, { version: await published(), reason: '\u3000' }),
    400,
    '没有写撤稿的原因。写明原因，原因会留下记录。',
  ],
  [
    'withdrawing another version',
    () => office.desk('school-approval', 'withdraw', OLD, { version: stale, reason: '错' }),
    409,
    '这条内容刚才有变化，没有撤稿。看过现在的内容再办。',
  ],
  [
    'taking down what is not public',
    () => office.desk('school-approval', 'take-down', draft, { reason: '错' }),
    404,
    '网上没有这条内容。请回列表核对。',
  ],
  [
    'another unit submits',
    async () => office.act('valley-editor', 'submit', { folder: draft, version: await office.version(draft) }),
    403,
    NOT_EDITOR,
  ],
  [
    'a reviewer takes back',
    async () => office.act('school-review', 'recall', { folder: review, version: await office.version(review) }),
    403,
    NOT_EDITOR,
  ],
  [
    'another unit throws a draft away',
    async () => office.act('valley-editor', 'discard', { folder: draft, version: await office.version(draft) }),
    403,
    NOT_EDITOR,
  ],
  [
    'throwing away what is under review',
    async () => office.act('school-editor', 'discard', { folder: review, version: await office.version(review) }),
    409,
    IN_REVIEW,
  ],
  [
    'throwing away an earlier version',
    () => office.act('school-editor', 'discard', { folder: draft, version: stale }),
    409,
    '这条内容刚才有变化，没有丢弃。看过现在的内容再办。',
  ],
  [
    'throwing away what is public',
    async () => office.act('school-editor', 'discard', { folder: OLD, version: await published() }),
    404,
    '没有这条草稿，可能已经发布或者丢弃。请回列表核对。',
  ],
  [
    'changing what is under review',
    () => office.saveAgain('school-editor', review, { title: '换过的标题', body: '换过。' }),
    409,
    IN_REVIEW,
  ],
  ['changing what is signed', () => office.saveAgain('school-editor', ready, { title: '换过的标题', body: '换过。' }), 409, IN_REVIEW],
  [
    'another unit changes a draft',
    () => office.saveAgain('valley-editor', draft, { title: '换过的标题', body: '换过。' }),
    403,
    NOT_EDITOR,
  ],
  [
    'another unit changes what is public',
    async () => office.save('valley-editor', { folder: OLD, version: await published(), values: { title: '换过的标题' } }),
    403,
    NOT_EDITOR,
  ],
  ['a reviewer changes a draft', () => office.saveAgain('school-review', draft, { title: '换过的标题', body: '换过。' }), 403, NOT_EDITOR],
  [
    'a save that names its author',
    async () => office.save('school-editor', { folder: draft, version: await office.version(draft), values: {}, author: 'school-editor2' }),
    400,
    GARBLED,
  ],
  [
    'a submission that names a person',
    async () => office.act('school-editor', 'submit', { folder: draft, version: await office.version(draft), person: 'school-editor2' }),
    400,
    GARBLED,
  ],
  [
    'submission with a state',
    async () => office.act('school-editor', 'submit', { folder: draft, version: await office.version(draft), status: 'published' }),
    400,
    GARBLED,
  ],
  ['a new entry in another unit', () => office.act('school-editor', 'new', { unit: 'valley', type: 'news' }), 403, NOT_EDITOR],
  [
    'a new entry of a type that the unit has no column for',
    () => office.act('school-editor', 'new', { unit: 'school', type: 'guide' }),
    400,
    '这个单位没有收这种内容的栏目。换一种内容类型，或者请县信息办开设栏目。',
  ],
  ['the form of somebody who writes nothing', () => office.get('school-approval', '/edit'), 403, '您现在不是任何单位的编辑，不能写稿。'],
  ['its settings', () => office.get('school-approval', '/api/content/settings'), 403, '您现在不是任何单位的编辑，不能写稿。'],
  ['looking into the drafts of another unit', () => office.get('school-editor', `/api/content/entry?folder=${valley}`), 403, NOT_EDITOR],
  ['listing another unit', () => office.get('school-editor', '/api/content/entries?unit=valley&type=news'), 403, NOT_EDITOR],
  ['listing all of another unit', () => office.get('school-editor', '/api/content/all-entries?unit=valley&type=news'), 403, NOT_EDITOR],
  ['listing no unit', () => office.get('school-editor', '/api/content/entries'), 403, NOT_EDITOR],
  [
    'an attachment of another unit',
    () => office.get('school-editor', `/api/content/file/${valley}/list.csv`),
    403,
    '您在这个单位没有角色，不能打开它的附件。',
  ],
  ['the change of another unit at the desk', () => office.get('school-review', `/desk/change/${at(valley)}`), 403, NOT_OURS],
  ['its page', async () => office.get('school-review', `/desk/preview/${await office.version(valley)}/${at(valley)}`), 403, NOT_OURS],
  ['its file', async () => office.get('school-review', `/desk/file/${await office.version(valley)}/${at(valley)}/list.csv`), 403, NOT_OURS],
  [
    'its file by way of an own entry',
    async () => office.get('school-review', `/desk/file/${await office.version(valley)}/${at(review)}/list.csv`),
    404,
    '没有这个版本。回到审核台，重新打开。',
  ],
  [
    'its page by way of an own entry',
    async () => office.get('school-review', `/desk/preview/${await office.version(valley)}/${at(review)}`),
    404,
    '没有这个版本。回到审核台，重新打开。',
  ],
  [
    'what changed since a version of another unit',
    async () => office.get('school-review', `/desk/change/${at(review)}?since=${await office.version(valley)}`),
    404,
    '没有这个版本。回到审核台，重新打开。',
  ],
  ['who is at an entry of another unit', () => office.act('school-editor', 'presence', { folder: valley }), 403, NOT_EDITOR],
  ['a preview in another unit', () => office.act('school-editor', 'preview', { folder: valley, values: {} }), 403, NOT_EDITOR],
  [
    'a preview of something new in another unit',
    () => office.act('school-editor', 'preview', { folder: 'entries/valley/news', values: {} }),
    403,
    NOT_EDITOR,
  ],
  ['the audit log', () => office.get('school-approval', '/office/audit'), 403, '审计记录只有县信息办能看。'],
  ['the audit log as a table', async () => (await office.as('county-editor')).form('/office/audit', {}), 403, '审计记录只有县信息办能看。'],
];
test.each(ATTEMPTS)('%s: refused', async (_, attempt, status, words) => office.expectRefused(attempt, status, words));

test('a draft of another unit is not in the lists, and no conflict shows it', async () => {
  const listed: { folder: string }[] = await (await office.get('school-editor', '/api/content/drafts')).json();
  const folders = listed.map(({ folder }) => folder);
  expect(folders).toContain(draft);
  expect(folders).not.toContain(valley);
  for (const path of ['/desk/', '/desk/?unit=valley', '/desk/published?q=valley'])
    expect([path, (await (await office.get('school-review', path)).text()).includes(at(valley))]).toEqual([path, false]);
  const conflict = await office.save('school-editor', { folder: valley, version: stale, values: {} });
  expect([conflict.status, Object.keys(await conflict.json())]).toEqual([403, ['message']]);
});

test('the same person in two browsers is one person', async () => {
  const folder = await office.write('school-editor', { slug: 'browsers' });
  const [one, two] = [await office.http.logIn('school-many'), await office.http.logIn('school-many')];
  const body = new FormData();
  body.set(
    'entry',
    JSON.stringify({ folder, version: await office.version(folder), values: { title: '改过的消息', column: 'news', body: '改过。' } }),
  );
  expect((await one.send('/api/content/entry', { method: 'POST', headers: { Origin: ORIGIN }, body })).status).toBe(200);
  expect((await office.act('school-editor', 'submit', { folder, version: await office.version(folder) })).status).toBe(200);
  await office.expectRefused(
    async () => two.form('/desk/sign', { folder, version: await office.version(folder), role: 'review' }),
    403,
    WROTE,
  );
});

test('two browsers sign at the same moment: one signature', async () => {
  const folder = await office.write('school-editor', { slug: 'moment', submit: true });
  const version = await office.version(folder);
  const browsers = [
    await office.http.logIn('school-review'),
    await office.http.logIn('school-review'),
    await office.http.logIn('school-many'),
  ];
  const answers = await Promise.all(browsers.map((browser) => browser.form('/desk/sign', { folder, version, role: 'review' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const signed = (await office.store.draft(folder))!.acts.filter(({ kind }) => kind === 'sign');
  expect(signed).toHaveLength(1);
});

test('a role that was lost a moment ago is lost, in a session that is open; what was signed with it counts no more', async () => {
  await office.desk('school-secrecy', 'sign', review, { role: 'secrecy' });
  expect((await office.http.parts.workflow.progress((await office.store.draft(review))!)).owed).toEqual(['approval']);
  const back = await rewriteUnit('school', (unit) => {
    for (const person of unit.people)
      if (['school-approval', 'school-secrecy', 'school-editor2'].includes(person.id))
        person.roles = person.id === 'school-approval' ? ['editor'] : ['review'];
  });
  await office.expectRefused(() => office.desk('school-approval', 'sign', review, { role: 'approval' }), 403, NO_ROLE('签发'));
  await office.expectRefused(() => office.saveAgain('school-editor2', draft, { title: '换过的标题' }), 403, NOT_EDITOR);
  expect((await office.http.parts.workflow.progress((await office.store.draft(review))!)).owed).toEqual(['secrecy', 'approval']);
  await back();
  const gone = await rewriteUnit('school', (unit) => {
    unit.people = unit.people.filter(({ id }) => id !== 'school-approval');
  });
  const answer = await office.desk('school-approval', 'sign', review, { role: 'approval' });
  expect([answer.status, (await saidIn(answer)).includes('登录已经失效，没有办理。请重新登录再办。')]).toEqual([401, true]);
  await gone();
  // The session that was ended does not come back with the role.
  expect((await office.get('school-approval', '/account')).status).toBe(303);
});

interface Unit {
  people: { id: string; roles: string[] }[];
}

/** Changes a unit's file on main. @returns what puts it back */
async function rewriteUnit(id: string, change: (unit: Unit) => void): Promise<() => Promise<void>> {
  const { repository } = office.store;
  const path = `units/${id}.yaml`;
  const before = (await repository.at(MAIN, path))!.bytes;
  const write = async (bytes: Uint8Array) => {
    const main = await office.store.main();
    const tree = await repository.withItem(main, path, { mode: '100644', id: await repository.writeBlob(bytes) });
    const commit = await repository.commit({
      tree,
      parents: [main],
      message: '人员变动\n',
      author: { id: 'x', name: 'x' },
      isSigned: true,
    });
    await repository.move([{ ref: MAIN, from: main, to: commit.id }]);
  };
  const unit = load(before.toString('utf8')) as Unit;
  change(unit);
  await write(Buffer.from(dump(unit)));
  return () => write(before);
}
