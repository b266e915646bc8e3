import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORDS } from '../store/testing/test-office.ts';
import { HttpOffice } from './testing/http-office.ts';
import { textOf } from './testing/text-of.ts';
import type { Visitor } from './testing/visitor.ts';

const UNIT = 'units/school.yaml';
const AT = '/office/settings';
const at = (path: string) => `${AT}/file?path=${encodeURIComponent(path)}`;

let office: HttpOffice;
let clerk: Visitor;
beforeAll(async () => {
  office = await HttpOffice.open();
  clerk = await office.logIn('county-office');
});
afterAll(() => office.close());

const onMain = (path: string) => office.files.git('show', `main:${path}`);
const head = () => office.files.git('rev-parse', 'main');
async function read(answer: Response): Promise<string[]> {
  const words = await textOf(answer);
  return words.slice(words.indexOf('退出') + 1, -2);
}
/** What a form of the page carries. */
async function hidden(path: string): Promise<{ path: string; before: string }> {
  const html = await (await clerk.get(at(path))).text();
  return { path, before: /name="before" value="([0-9a-f]*)"/u.exec(html)![1]! };
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const REASON = { reason: '人员调整' };
interface Unit {
  people: { id: string }[];
}

test('the information office sees every setting by kind, and none of the entries', async () => {
  const words = await read(await clerk.get(AT));
  expect(words.slice(0, 9)).toEqual([
    '设置',
    '每次调整都要经过检查，由您确认，写明原因，成为一次签名的提交，核对内容库的人都看得到。条目不在这里改：要起草、签字才能发布。',
    '要同时改几个文件的，例如人员从一个单位调到另一个单位，先勾选，再一起改，一起检查，成为一次提交。最多 10 个。',
    '网站',
    '名称、域名、备案、首页，栏目表，旧地址，紧急提示。',
    '栏目',
    '网站信息',
    '旧地址',
    '单位和人员',
  ]);
  expect(words).toEqual(expect.arrayContaining(['县政府', '教育局', '山谷乡', '春季专题', 'mark.svg']));
  expect(words.join()).not.toContain('entries');
  const units = (await office.parts.library.at()).units().map(({ short_name }) => short_name);
  expect(words.filter((word) => units.includes(word))).toEqual(units);
});

test('a change is checked, shown with what it does, confirmed with a reason, signed, noted, and holds at once', async () => {
  const text = onMain(UNIT);
  expect(text).toContain('name: 试二');
  const changed = `${text.replace('name: 试二', 'name: 试六')}\n`;
  const checked = await read(await clerk.form(`${AT}/check`, { ...(await hidden(UNIT)), text: changed.replaceAll('\n', '\r\n') }));
  expect(checked.slice(0, 4)).toEqual(['设置', `${UNIT} ${UNIT}`, '检查结果', '检查没有发现问题。']);
  expect(checked).toContain(
    '- id: school-editor2 name: 试 二 六 post: 科员'.replace('- id: school-editor2 ', '').replace(' post: 科员', ''),
  );
  expect(onMain(UNIT)).toBe(text);
  const done = await clerk.form(AT, { ...(await hidden(UNIT)), bytes: base64(changed), ...REASON });
  expect([done.status, done.headers.get('Location')]).toEqual([303, AT]);
  expect(await read(await clerk.get(AT))).toContain(`已经调整 ${UNIT}，提交 ${head().slice(0, 12)}。`);
  expect(await read(await clerk.get(AT))).not.toContain(`已经调整 ${UNIT}，提交 ${head().slice(0, 12)}。`);
  expect(onMain(UNIT)).toBe(changed.trimEnd());
  expect(office.files.git('log', '-1', '--format=%ae %B', 'main')).toBe(
    'county-office@www.test.gov.example 调整设置\n\nChanged-By: county-office\nSettings: "人员调整"',
  );
  expect(
    office.files.git('-c', `gpg.ssh.allowedSignersFile=${office.files.options.key}.allowed`, 'show', '-s', '--format=%G?', 'main'),
  ).toBe('G');
  expect(office.acts.at(-1)).toBe(`county-office settings ${UNIT}`);
  expect((await office.parts.store.people()).get('school-editor2')?.name).toBe('试六');
});

test('what the checks have against it is told and what was written stays on the page; it cannot be done behind the page either', async () => {
  const before = head();
  const bad = `${onMain(UNIT)}\n# ${WORDS.incomplete}\n`;
  const answer = await clerk.form(`${AT}/check`, { ...(await hidden(UNIT)), text: bad });
  const html = await answer.clone().text();
  expect(await read(answer)).toEqual(expect.arrayContaining(['有 1 处不改好就不能发布。', '检查没有通过，不能调整。在下面改好再检查。']));
  expect(html).toContain(WORDS.incomplete);
  expect(html).not.toContain('确认调整');
  const forced = await clerk.form(AT, { ...(await hidden(UNIT)), bytes: base64(bad), ...REASON });
  expect([forced.status, (await read(forced))[1]]).toEqual([422, '检查没有通过，没有调整。按提示改好再办。']);
  expect(office.acts.at(-1)).toContain('checks-refused');
  const good = `${onMain(UNIT)}\n# 说明\n`;
  const told = async (fields: Record<string, string>) =>
    (await read(await clerk.form(AT, { ...(await hidden(UNIT)), bytes: base64(good), ...fields })))[1];
  expect(await told({ reason: ' ' })).toBe('没有写调整的原因。写明原因，原因会留下记录。');
  expect(await told({ reason: WORDS.secret })).toBe('原因里有不能保存的文字，没有调整。删去以后再办。');
  expect(await told({ before: '0'.repeat(40), ...REASON })).toBe(`${UNIT} 刚才有变化，没有调整。看过现在的内容再办。`);
  expect(await read(await clerk.form(`${AT}/check`, { ...(await hidden(UNIT)), text: `${onMain(UNIT)}\n` }))).toContain(
    '设置没有变化，不用调整。',
  );
  expect(head()).toBe(before);
  expect(readFileSync(office.parts.audit.path, 'utf8')).not.toContain(WORDS.incomplete);
});

test('files are made and taken away', async () => {
  const path = 'topics/autumn.yaml';
  const form = await (await clerk.get(`${AT}/file?folder=topics/&name=autumn.yaml`)).text();
  expect(form).toContain('<h1>新建 topics/autumn.yaml</h1>');
  const text = onMain('topics/spring.yaml').replace('春季', '秋季');
  await clerk.form(AT, { path, before: '', bytes: base64(`${text}\n`), ...REASON });
  expect(onMain(path)).toBe(text);
  expect(await read(await clerk.form(`${AT}/check`, { ...(await hidden(path)), remove: path }))).toContain('删去整个文件。');
  await clerk.form(AT, { ...(await hidden(path)), remove: path, ...REASON });
  expect(office.files.git('ls-tree', '--name-only', 'main', 'topics/')).toBe('topics/spring.yaml');
  const list = '# 称呼（起步词表）\n- word: 残废\n  advice: 写“残疾”\n';
  await clerk.form(AT, { path: 'lexicon/respect.yaml', before: '', bytes: base64(list), ...REASON });
  const shown = await read(await clerk.get(AT));
  expect([shown.includes('称呼'), shown.includes('respect.yaml')]).toEqual([true, false]);
});

test.each([
  'entries/school/news/2026/202603-00001/index.md',
  '.numbers/990101003/202603',
  '../portal.yaml',
  'units/../portal.yaml',
  'units/School.yaml',
  'secret.txt',
  '',
])('nothing else can be changed: %s', async (path) => {
  const before = head();
  expect((await clerk.get(at(path))).status).toBe(404);
  for (const to of [AT, `${AT}/check`])
    expect((await clerk.form(to, { path, before: '', text: 'x\n', bytes: base64('x\n'), ...REASON })).status).toBe(404);
  expect(head()).toBe(before);
});

test('everybody else is refused, whatever they ask, and it is noted', async () => {
  const editor = await office.logIn('school-approval');
  const before = head();
  const fields = { path: UNIT, before: '', text: 'x', bytes: base64('x'), ...REASON };
  const answers = [
    await editor.get(AT),
    await editor.get(at(UNIT)),
    await editor.form(`${AT}/check`, fields),
    await editor.form(AT, fields),
  ];
  for (const answer of answers) expect([answer.status, (await read(answer))[1]]).toEqual([403, '设置只有县信息办能看、能改。']);
  expect(await (await editor.get('/')).text()).not.toContain(AT);
  expect((await office.visitor().get(AT)).headers.get('Location')).toContain('/login');
  expect(office.acts.filter((line) => line.startsWith('school-approval request-refused'))).toHaveLength(4);
  expect(head()).toBe(before);
});

test('several files are changed in one act: somebody moves from one unit to another, and a topic goes', async () => {
  const [from, to, topic] = [UNIT, 'units/valley.yaml', 'topics/spring.yaml'] as const;
  const query = [from, to, topic].map((path) => `path=${encodeURIComponent(path)}`).join('&');
  const page = await (await clerk.get(`${AT}/file?${query}`)).text();
  expect(page).toContain('<h1>一起改 3 个文件</h1>');
  const before = [...page.matchAll(/name="before" value="([0-9a-f]+)"/gu)].map(([, id]) => id!);
  const [school, valley] = [from, to].map((path) => load(onMain(path)) as Unit) as [Unit, Unit];
  const [moving] = school.people.splice(
    school.people.findIndex(({ id }) => id === 'school-editor2'),
    1,
  );
  valley.people.push(moving!);
  const texts = [dump(school), dump(valley), onMain(topic)];
  const fields = { path: [from, to, topic], before, remove: topic };
  const checked = await clerk.form(`${AT}/check`, { ...fields, text: texts });
  const words = await read(checked.clone());
  expect(words.filter((word) => word.endsWith('.yaml')).slice(0, 3)).toEqual([from, to, topic]);
  expect(words).toContain('删去整个文件。');
  const bytes = [...(await checked.text()).matchAll(/name="bytes" value="([^"]*)"/gu)].map(([, each]) => each!);
  const main = head();
  // One that has changed meanwhile keeps all of them back.
  const stale = await clerk.form(AT, { ...fields, before: [before[0]!, '0'.repeat(40), before[2]!], bytes, ...REASON });
  expect((await read(stale))[1]).toBe(`${to} 刚才有变化，没有调整。看过现在的内容再办。`);
  expect(head()).toBe(main);
  expect((await clerk.form(AT, { ...fields, bytes, ...REASON })).status).toBe(303);
  expect(await read(await clerk.get(AT))).toContain(`已经调整 ${from}、${to}、${topic}，提交 ${head().slice(0, 12)}。`);
  expect(office.files.git('diff', '--name-status', main, head())).toBe(`D\t${topic}\nM\t${from}\nM\t${to}`);
  expect(office.files.git('rev-parse', `${head()}^`)).toBe(main);
  expect((await office.parts.store.people()).get('school-editor2')?.posts).toEqual([{ unit: 'valley', role: 'editor' }]);
  expect(office.acts.at(-1)).toBe(`county-office settings ${from} ${to} ${topic}`);
  const told = async (path: string) => (await read(await clerk.get(path)))[1];
  expect(await told(`${AT}/file`)).toBe('没有勾选文件。返回上一页，勾选以后再改。');
  expect(await told(`${AT}/file?${'path=portal.yaml&'.repeat(11)}`)).toBe('一次最多改 10 个文件。分几次改。');
});
