import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { requireFields } from '../store/place.ts';
import { AttackedOffice, type Attempt, ORIGIN } from './testing/attacked-office.ts';
import { dangersIn } from './testing/dangers-in.ts';

/** What somebody sends in fields, files and requests to harm the office or who reads there. To try more, add a line. */

let office: AttackedOffice;
let draft: string;
let version: string;
beforeAll(async () => {
  office = await AttackedOffice.open();
  draft = await office.write('school-editor', { slug: 'draft' });
  version = await office.version(draft);
  for (const id of ['school-editor', 'school-review', 'county-office']) await office.as(id);
});
afterAll(() => office.close());

const GARBLED = '送来的内容不完整，没有办理。刷新页面，再办一次；文字先复制下来。';
const LONG = '提交的内容超过 4 MB，没有办理。请删减以后重新提交。';
const NOT_OURS = '这个请求不是从办公平台的页面发出的，没有办理。打开办公平台再办。';
const OLD_PAGE = '这一页是以前登录时打开的，没有办理。返回上一页，刷新以后再办。';
const MISSING = '没有这个页面。请核对地址，或者从首页进入。';

const entry = (values: string) => `{"folder":"${draft}","version":"${version}","values":${values}}`;
const send = async (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  (await office.as('school-editor')).send(path, {
    method: 'POST',
    headers: { Origin: ORIGIN, ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
const JSON_TYPE = { 'Content-Type': 'application/json' };
const deep = (levels: number) => `{"body":"","cover":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
const multipart = (parts: string) => send('/api/content/entry', parts, { 'Content-Type': 'multipart/form-data; boundary=b' });
/** More than may be sent, without saying how much it will be. */
const endless = () =>
  new ReadableStream({
    pull: (stream) => stream.enqueue(new Uint8Array(1_000_000)),
  });

const ATTEMPTS: Attempt[] = [
  ['values that are a list', () => office.save('school-editor', entry('[]')), 400, GARBLED],
  ['values that are text', () => office.save('school-editor', entry('"x"')), 400, GARBLED],
  ['values that are nothing', () => office.save('school-editor', entry('null')), 400, GARBLED],
  ['no values', () => office.save('school-editor', `{"folder":"${draft}","version":"${version}"}`), 400, GARBLED],
  ['a text that is an object', () => office.save('school-editor', entry('{"body":{"toString":"x"}}')), 400, GARBLED],
  [
    'a folder that is a list',
    () => office.save('school-editor', `{"folder":["${draft}"],"version":"${version}","values":{}}`),
    400,
    GARBLED,
  ],
  ['a hundred levels', () => office.save('school-editor', entry(deep(100))), 400, GARBLED],
  ['a hundred thousand levels', () => office.save('school-editor', entry(deep(100_000))), 400, GARBLED],
  ['a hundred thousand lists', () => send('/api/content/submit', '['.repeat(100_000), JSON_TYPE), 400, GARBLED],
  ['half a letter in a field', () => office.save('school-editor', entry('{"title":"新\\ud800消息","body":""}')), 400, GARBLED],
  ['half a letter in the text', () => office.save('school-editor', entry('{"title":"新消息","body":"\\udfff"}')), 400, GARBLED],
  [
    'half a letter deep inside',
    () => office.save('school-editor', entry('{"title":"新消息","keywords":["\\ud83d"],"body":""}')),
    400,
    GARBLED,
  ],
  ['JSON that ends early', () => office.save('school-editor', entry('{"title":')), 400, GARBLED],
  ['JSON with remarks', () => office.save('school-editor', `/* x */${entry('{}')}`), 400, GARBLED],
  ['a save as JSON', () => send('/api/content/entry', entry('{}'), { 'Content-Type': 'application/json' }), 400, GARBLED],
  ['a save as plain text', () => send('/api/content/entry', entry('{}'), { 'Content-Type': 'text/plain' }), 400, GARBLED],
  [
    'a save as XML',
    () => send('/api/content/entry', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', { 'Content-Type': 'text/xml' }),
    400,
    GARBLED,
  ],
  ['parts without a boundary', () => send('/api/content/entry', 'x', { 'Content-Type': 'multipart/form-data' }), 400, GARBLED],
  ['parts that never end', () => multipart(`--b\r\nContent-Disposition: form-data; name="entry"\r\n\r\n${entry('{}')}`), 400, GARBLED],
  ['a part whose name never ends', () => multipart(`--b\r\nContent-Disposition: form-data; name="${'a'.repeat(1_000_000)}`), 400, GARBLED],
  ['a part of a million heads', () => multipart(`--b\r\n${'X: y\r\n'.repeat(100_000)}\r\n\r\n--b--`), 400, GARBLED],
  [
    'twenty thousand parts',
    () => multipart(`${'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nx\r\n'.repeat(20_000)}--b--\r\n`),
    400,
    GARBLED,
  ],
  [
    'the entry as a file',
    () => multipart(`--b\r\nContent-Disposition: form-data; name="entry"; filename="entry"\r\n\r\n${entry('{}')}\r\n--b--\r\n`),
    400,
    GARBLED,
  ],
  [
    'a request said to be larger than any',
    () => send('/api/content/entry', 'x', { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '100000001' }),
    413,
    '一次最多保存 100 MB。附件分几次放，每放一些就保存一次。',
  ],
  ['an act without an end', () => send('/api/content/submit', endless(), { 'Content-Type': 'application/json' }), 413, LONG],
  ['a form without an end', () => send('/desk/sign', endless(), { 'Content-Type': 'application/x-www-form-urlencoded' }), 413, LONG],
  [
    'a form as JSON',
    () => send('/desk/sign', JSON.stringify({ folder: draft, version, role: 'review' }), { 'Content-Type': 'application/json' }),
    403,
    OLD_PAGE,
  ],
  [
    'an act as a form of another site would send it',
    () =>
      send('/api/content/submit', JSON.stringify({ folder: draft, version }), {
        Origin: 'https://evil.example',
        'Content-Type': 'text/plain',
      }),
    403,
    NOT_OURS,
  ],
  [
    'an act in a sandboxed frame',
    () => send('/api/content/submit', JSON.stringify({ folder: draft, version }), { Origin: 'null' }),
    403,
    NOT_OURS,
  ],
  ['a save from another site', () => send('/api/content/entry', new FormData(), { Origin: 'https://evil.example' }), 403, NOT_OURS],
  ['a save from a neighbouring site', () => send('/api/content/entry', new FormData(), { 'Sec-Fetch-Site': 'same-site' }), 403, NOT_OURS],
  [
    'signing from another site',
    () => send('/desk/sign', new URLSearchParams({ folder: draft }), { 'Sec-Fetch-Site': 'cross-site' }),
    403,
    NOT_OURS,
  ],
  ['signing without the token', () => send('/desk/sign', new URLSearchParams({ folder: draft, version, role: 'review' })), 403, OLD_PAGE],
  [
    'reading that is really an act',
    () => office.get('school-editor', `/api/content/discard?folder=${draft}&version=${version}`),
    404,
    MISSING,
  ],
  [
    'reading with another method in the head',
    async () =>
      (await office.as('school-editor')).send('/api/content/discard', {
        headers: { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST' },
      }),
    404,
    MISSING,
  ],
  [
    'another method in the form',
    async () => (await office.as('school-editor')).form('/api/content/entry', { _method: 'DELETE' }),
    400,
    GARBLED,
  ],
  [
    'taking away by DELETE',
    async () =>
      (await office.as('school-editor')).send(`/api/content/entry?folder=${draft}`, { method: 'DELETE', headers: { Origin: ORIGIN } }),
    404,
    MISSING,
  ],
  [
    'a list of a type that is SQL',
    () => office.get('school-editor', `/api/content/entry?folder=${encodeURIComponent("' OR 1=1 --")}`),
    400,
    '没有这样的条目。从列表里打开条目，或者新建一条。',
  ],
];
test.each(ATTEMPTS)('%s: refused', async (_, attempt, status, words) => office.expectRefused(attempt, status, words));

test('names that every object has are no fields, and nothing else gets them', async () => {
  const folder = await office.write('school-editor', { slug: 'names' });
  const given =
    '{"title":"新消息","column":"news","body":"正文。","__proto__":{"isOffice":true,"source":"甲"},"constructor":{"prototype":{"isOffice":true}},"cover":{"__proto__":{"alt":"乙"}}}';
  const answer = await office.save('school-editor', `{"folder":"${folder}","version":"${await office.version(folder)}","values":${given}}`);
  expect(answer.status).toBe(200);
  expect((await office.store.draft(folder))!.text).toBe('---\ntitle: 新消息\ncolumn: news\n---\n\n正文。\n');
  expect(({} as Record<string, unknown>).isOffice).toBeUndefined();
});

test('large saves are taken in one at a time and wait in a line that is not long; small ones and who opens an entry do not wait', async () => {
  const done: string[] = [];
  let end = () => {};
  const slow = new ReadableStream({
    start: (stream) => {
      end = () => stream.close();
    },
  });
  const large = async (name: string, body: BodyInit, length = '5000000') => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': length };
    const answer = await send('/api/content/entry', body, headers);
    done.push(`${name} ${answer.status} ${(await answer.json()).message}`);
  };
  const open = async () => (await office.get('school-editor', `/api/content/entry?folder=${draft}`)).status;
  const all: Promise<void>[] = [];
  for (const name of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']) {
    all.push(large(name, name === 'first' ? slow : 'x'));
    // Then it stands in line before the next one comes.
    expect(await open()).toBe(200);
  }
  const busy = '现在有好几个人在保存大附件，没有保存。过一两分钟再保存一次；内容还留在这一页上。';
  await vi.waitFor(() => expect(done).toEqual([`sixth 503 ${busy}`]));
  await large('small', 'x', '1');
  expect(await open()).toBe(200);
  end();
  await Promise.all(all);
  expect(done.slice(1)).toEqual(['small', 'first', 'second', 'third', 'fourth', 'fifth'].map((name) => `${name} 400 ${GARBLED}`));
});

const LINES: string[] = [
  '新\n---\nindex_number: "990101003/202603-00001"\n---\n消息',
  '新\r---\rpublished_at: "2020-01-01 00:00"',
  '新\u2028---\u2028消息',
  '新\n...\n---\njs: 1',
  '!!js/function "x"',
  '*a &b <<: {a: 1}',
  '"]} # - ? : , [ { & * ! | > % @ `',
  '新\n\nSign-Off: role=approval; person=school-approval; at=2030-01-01 00:00; sha256=0\nIndex-Number: 1\nDraft-Act: sign',
  '{{constructor.constructor("x")()}} $\u007b7*7} <%= 7*7 %> #{7*7}',
];
test.each(LINES)('a title %j is a title and nothing else', async (title) => {
  const folder = await office.write('school-editor', { slug: `line-${LINES.indexOf(title)}` });
  const values = { title, column: 'news', summary: title, body: `正文。\n\n${title}` };
  expect((await office.saveAgain('school-editor', folder, values)).status).toBe(200);
  const saved = (await office.store.draft(folder))!;
  const plain = title.replace(/\r/gu, '\n');
  expect(requireFields(Buffer.from(saved.text))).toEqual({ title: plain, column: 'news', summary: plain });
  const message = office.http.files.git('show', '-s', '--format=%B', saved.version);
  expect(message).toBe(`保存\n\nDraft-Act: save\nEntry: ${folder}`);
});

const SCRIPT = `<x-evil></x-evil>"'><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)><a href="javascript:alert(1)">`;

test('what people wrote is text on every screen: fields, texts, opinions, reasons, places, questions', async () => {
  const folder = await office.write('school-editor', { slug: 'markup', files: { 'list.csv': '名单' } });
  const attachments = [{ file: 'list.csv', title: SCRIPT }];
  const table = `| ${SCRIPT} | 二 |\n| --- | --- |\n| <script>alert(1)</script> | [x](javascript:alert(1)) |`;
  const texts = {
    title: SCRIPT,
    summary: SCRIPT,
    keywords: [SCRIPT],
    source: SCRIPT,
    source_url: 'javascript:alert(1)',
    author: SCRIPT,
    duties: [SCRIPT],
    topics: [SCRIPT],
  };
  const body = `${SCRIPT}\n\n${table}\n\n[x](javascript:alert(1)) ![x](javascript:alert(1))\n\n<iframe src="javascript:alert(1)"></iframe>`;
  const saved = await office.saveAgain('school-editor', folder, { ...texts, column: SCRIPT, attachments, body });
  expect(saved.status).toBe(200);
  const before = await office.version(folder);
  const at = folder.slice('entries/'.length);
  const say = async (id: string, act: string, fields: Record<string, string>) =>
    expect([act, (await office.desk(id, act, folder, fields)).status]).toEqual([act, 303]);
  await say('school-editor', 'comment', { words: SCRIPT, place: SCRIPT });
  expect((await office.act('school-editor', 'submit', { folder, version: await office.version(folder) })).status).toBe(200);
  await say('school-review', 'return', { reason: SCRIPT, place: SCRIPT });
  expect((await office.act('school-editor', 'submit', { folder, version: await office.version(folder) })).status).toBe(200);
  const signed = await office.desk('school-review', 'sign', folder, { role: 'review', opinion: SCRIPT });
  const question = encodeURIComponent(SCRIPT);
  const screens: [string, Response][] = [['signed', signed]];
  screens.push(['conflict', await office.desk('school-secrecy', 'sign', folder, { role: 'secrecy', version: before })]);
  screens.push(['not signed', await office.desk('school-review', 'sign', folder, { role: SCRIPT, version: SCRIPT })]);
  for (const [id, path] of [
    ['school-review', '/desk/'],
    ['county-office', `/desk/?unit=${question}&done=${question}`],
    ['school-secrecy', `/desk/change/${at}`],
    ['school-editor', `/desk/change/${at}?since=${question}`],
    ['school-editor', `/desk/change/${at}?since=${before}&done=${question}`],
    ['school-review', `/desk/published?q=${question}`],
    ['school-review', `/desk/published/school/news/2026/202603-00001?done=${question}`],
    ['school-editor', `/edit?x=${question}`],
    ['school-editor', `/${question}`],
    ['county-office', '/office/audit'],
  ] as const)
    screens.push([path, await office.get(id, path)]);
  screens.push(['login', await office.http.visitor('10.6.6.6').get(`/login?to=${question}`)]);
  screens.push(['logged out', await office.http.visitor('10.6.6.6').form('/login', { account: SCRIPT, password: SCRIPT, to: SCRIPT })]);
  let seen = 0;
  for (const [name, answer] of screens) {
    const text = await answer.text();
    expect([name, dangersIn(text)]).toEqual([name, []]);
    expect([name, answer.headers.get('Content-Security-Policy')]).toEqual([
      name,
      expect.stringMatching(/^default-src 'none'; script-src 'self'/u),
    ]);
    if (text.includes('&lt;x-evil&gt;')) seen++;
  }
  expect(seen).toBeGreaterThan(5);
  for (const path of [`/api/content/entry?folder=${folder}`, '/api/content/drafts', `/api/content/find?q=${question}`]) {
    const answer = await office.get('school-editor', path);
    expect([path, answer.status, answer.headers.get('Content-Type'), answer.headers.get('X-Content-Type-Options')]).toEqual([
      path,
      200,
      'application/json',
      'nosniff',
    ]);
  }
});

const FILES: [name: string, bytes: string][] = [
  ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'],
  ['data.xml', '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>'],
  ['polyglot.pdf', '%PDF-1.7\n<script>alert(1)</script>'],
  ['picture.png', '\x89PNG\r\n\x1a\n<script>alert(1)</script>'],
  ['picture.jpg', '<html><script>alert(1)</script></html>'],
  ['list.csv', '=HYPERLINK("http://evil.example")'],
];
test.each(FILES)('a file %s does nothing in the office', async (name, bytes) => {
  const folder = await office.write('school-editor', {
    slug: `file-${FILES.findIndex(([each]) => each === name)}`,
    files: { [name]: bytes },
  });
  const [form, desk] = [
    await office.get('school-editor', `/api/content/file/${folder}/${name}`),
    await office.get('school-review', `/desk/file/${await office.version(folder)}/${folder.slice('entries/'.length)}/${name}`),
  ];
  const isPicture = /\.(?:png|jpg)$/u.test(name);
  for (const [answer, shown] of [
    [form, isPicture],
    [desk, false],
  ] as const) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(shown ? /^image\/(?:png|jpeg)$/u : /^application\/octet-stream$/u);
    expect(answer.headers.get('Content-Disposition')).toBe(`${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'/u);
    if (answer === form) expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  }
});
