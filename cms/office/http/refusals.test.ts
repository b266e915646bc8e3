import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AttackedOffice, ORIGIN } from '../attacks/testing/attacked-office.ts';
import { verify } from '../audit/verify.ts';
import { WORDS } from '../store/testing/test-office.ts';
import { textOf } from './testing/text-of.ts';

let office: AttackedOffice;
let draft: string;
beforeAll(async () => {
  office = await AttackedOffice.open();
  draft = await office.write('school-editor', { slug: 'draft' });
  for (const id of ['school-editor', 'school-review', 'school-secrecy', 'valley-editor', 'county-office']) await office.as(id);
});
afterAll(() => office.close());

/** What the audit log says after some requests that it did not say before. */
async function noted(...requests: (() => Promise<Response>)[]): Promise<string[]> {
  const before = office.http.acts.length;
  for (const request of requests) await request();
  return office.http.acts.slice(before);
}

test('a refused save is noted: by whom, which entry, which rules and how often; nothing of what they found', async () => {
  const values = { title: WORDS.secret, column: 'news', body: WORDS.doubtful, attachments: [{ file: 'a.txt', title: '甲' }] };
  expect(await noted(() => office.saveAgain('school-editor', draft, values, { 'a.txt': `${WORDS.secret}${WORDS.incomplete}` }))).toEqual([
    `school-editor save-refused 10.20.0.1 ${draft} secrecy/state-secret-mark×2、document/complete×1`,
  ]);
  const { folder } = await (await office.act('school-editor', 'new', { unit: 'school', type: 'news' })).json();
  expect(await noted(() => office.save('school-editor', { folder, version: '', values }))).toEqual([
    `school-editor save-refused 10.20.0.1 ${folder} secrecy/state-secret-mark×1`,
  ]);
  for (const words of Object.values(WORDS)) expect(readFileSync(office.http.parts.audit.path, 'utf8')).not.toContain(words);
});

test('so is everything else that the checks refuse', async () => {
  await office.saveAgain('school-editor', draft, { title: '新消息', column: 'news', body: WORDS.incomplete });
  const version = await office.version(draft);
  expect(
    await noted(
      () => office.act('school-editor', 'submit', { folder: draft, version }),
      () => office.desk('school-review', 'comment', draft, { words: WORDS.secret }),
    ),
  ).toEqual([
    `school-editor checks-refused 10.20.0.1 POST /api/content/submit ${draft} document/complete×1`,
    `school-review checks-refused 10.20.0.1 POST /desk/comment ${draft} secrecy/state-secret-mark×1`,
  ]);
});

test('who is refused for want of a role is noted, with the entry or the unit if it is there, and nothing made up', async () => {
  const NOT_EDITOR = '您不是这个单位的编辑，不能查看和修改它的稿件。';
  const entry = (folder: string) => () => office.get('valley-editor', `/api/content/entry?folder=${folder}`);
  const list = (unit: string) => () => office.get('valley-editor', `/api/content/entries?unit=${unit}&type=news`);
  const submitted = await office.write('school-editor', { slug: 'submitted', submit: true });
  const item = `review ${await office.version(submitted)} ${submitted}`;
  expect(
    await noted(
      entry(draft),
      entry('entries/school/news/2026/990101199001011233'),
      entry('entries/990101199001011233/news/2026/x'),
      list('school'),
      list('990101199001011233'),
      () => office.desk('school-secrecy', 'sign', submitted, { role: 'review' }),
      async () => (await office.as('valley-editor')).form('/desk/sign-many', { item }),
      () => office.get('valley-editor', `/desk/change/${draft.slice('entries/'.length)}?x=990101199001011233`),
      () => office.get('school-editor', '/office/audit'),
    ),
  ).toEqual([
    `valley-editor request-refused 10.20.0.1 GET /api/content/entry ${draft} ${NOT_EDITOR}`,
    `valley-editor request-refused 10.20.0.1 GET /api/content/entry school ${NOT_EDITOR}`,
    `valley-editor request-refused 10.20.0.1 GET /api/content/entry ${NOT_EDITOR}`,
    `valley-editor request-refused 10.20.0.1 GET /api/content/entries school ${NOT_EDITOR}`,
    `valley-editor request-refused 10.20.0.1 GET /api/content/entries ${NOT_EDITOR}`,
    `school-secrecy request-refused 10.20.0.1 POST /desk/sign ${submitted} 您在这个单位没有“审核”的角色，不能签字。`,
    `valley-editor request-refused 10.20.0.1 POST /desk/sign-many ${submitted} 您在这个单位没有角色，不能看没有发布的内容。`,
    `valley-editor request-refused 10.20.0.1 GET /desk/change/:unit/:type/:year/:slug ${draft} 您在这个单位没有角色，不能看没有发布的内容。`,
    'school-editor request-refused 10.20.0.1 GET /office/audit 审计记录只有县信息办能看。',
  ]);
});

test('so is what does not come from a page of the office', async () => {
  const body = () => new URLSearchParams({ folder: draft });
  const post = async (headers: Record<string, string>) =>
    (await office.as('school-review')).send('/desk/sign', { method: 'POST', headers, body: body() });
  expect(
    await noted(
      () => post({ Origin: ORIGIN }),
      () => post({ Origin: 'https://evil.example' }),
      () => office.http.visitor('10.20.0.9').send('/login', { method: 'POST', headers: { Origin: 'null' }, body: body() }),
    ),
  ).toEqual([
    'school-review request-refused 10.20.0.1 POST /desk/sign 这一页是以前登录时打开的，没有办理。返回上一页，刷新以后再办。',
    '- request-refused 10.20.0.1 POST /desk/sign 这个请求不是从办公平台的页面发出的，没有办理。打开办公平台再办。',
    '- request-refused 10.20.0.9 POST /login 这个请求不是从办公平台的页面发出的，没有办理。打开办公平台再办。',
  ]);
});

test('a flood by one person leaves a few lines that tell how much it was, and hides nobody else', async () => {
  office.http.ahead += 15 * 60_000;
  const flood = Array.from({ length: 130 }, () => () => office.get('valley-editor', '/office/audit'));
  const lines = await noted(...flood, () => office.get('school-editor', '/office/audit'));
  const each = 'request-refused 10.20.0.1 GET /office/audit 审计记录只有县信息办能看。';
  expect(lines).toEqual([
    ...Array.from({ length: 30 }, () => `valley-editor ${each}`),
    ...[31, 60, 120].map((count) => `valley-editor request-refused 15分钟以内第${count}次，不再逐次记录`),
    `school-editor ${each}`,
  ]);
  office.http.ahead += 15 * 60_000;
  expect(await noted(() => office.get('valley-editor', '/office/audit'))).toEqual([`valley-editor ${each}`]);
  const { path, head } = office.http.parts.audit;
  expect(verify(path, head)).toEqual([]);
  office.http.ahead = 0;
});

test('the information office reads it in words', async () => {
  const said = await textOf(await office.get('county-office', '/office/audit'));
  for (const words of ['保存被检查拦下', '检查没有通过，没有办理', '没有权限，没有办理']) expect(said).toContain(words);
});
