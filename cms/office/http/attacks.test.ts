import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Attempts } from './attempts.ts';
import { MOST } from './pace.ts';
import { changeUnit } from './testing/change-main.ts';
import { HttpOffice } from './testing/http-office.ts';
import { PASSWORD } from './testing/logged-in.ts';
import { textOf } from './testing/text-of.ts';
import type { Visitor } from './testing/visitor.ts';

/** What somebody tries at the office's door, and what the office answers. To try more, add a line. */

let office: HttpOffice;
let editor: Visitor;
beforeAll(async () => {
  office = await HttpOffice.open();
  editor = await office.logIn('school-editor');
});
afterAll(() => office.close());

const OWN = 'http://127.0.0.1:4322';
const NOT_OURS = '这个请求不是从办公平台的页面发出的，没有办理。打开办公平台再办。';
const OLD_PAGE = '这一页是以前登录时打开的，没有办理。返回上一页，刷新以后再办。';
const NOT_HERE = '办公平台只在本机打开，地址是 http://127.0.0.1 加端口号。';
const LOGGED_OUT = '登录已经失效，没有办理。请重新登录再办。';
const MISSING = '没有这个页面。请核对地址，或者从首页进入。';
const LONG = '提交的内容太长，没有办理。';

const post = (visitor: Visitor, path: string, headers: Record<string, string>, fields: Record<string, string> | string = {}) =>
  visitor.send(path, { method: 'POST', headers, body: typeof fields === 'string' ? fields : new URLSearchParams(fields) });
const change = async () => ({ csrf: await editor.csrf(), before: PASSWORD, password: 'another 2030 word', again: 'another 2030 word' });
const stranger = () => office.visitor('10.20.0.99');
const known = { account: 'school-editor', password: PASSWORD };

const ATTEMPTS: [name: string, attempt: () => Promise<Response>, status: number, words: string][] = [
  ['a form on another site', async () => post(editor, '/account', { Origin: 'https://evil.example' }, await change()), 403, NOT_OURS],
  ['a form in a sandboxed frame', async () => post(editor, '/account', { Origin: 'null' }, await change()), 403, NOT_OURS],
  ['a form that hides where it is', async () => post(editor, '/account', {}, await change()), 403, NOT_OURS],
  [
    'another port of the same machine',
    async () => post(editor, '/account', { Origin: 'http://127.0.0.1:4321' }, await change()),
    403,
    NOT_OURS,
  ],
  [
    'the same name by another scheme',
    async () => post(editor, '/account', { Origin: 'https://127.0.0.1:4322' }, await change()),
    403,
    NOT_OURS,
  ],
  [
    'a forged origin from another site',
    async () => post(editor, '/account', { Origin: OWN, 'Sec-Fetch-Site': 'cross-site' }, await change()),
    403,
    NOT_OURS,
  ],
  ['a neighbouring site', async () => post(editor, '/account', { 'Sec-Fetch-Site': 'same-site' }, await change()), 403, NOT_OURS],
  ['an address typed as a form', async () => post(editor, '/account', { 'Sec-Fetch-Site': 'none' }, await change()), 403, NOT_OURS],
  ['logging somebody in from another site', () => post(stranger(), '/login', { Origin: 'https://evil.example' }, known), 403, NOT_OURS],
  [
    'JSON from another site, as plain text',
    () => post(editor, '/api/content/entry', { Origin: 'https://evil.example' }, '{}'),
    403,
    NOT_OURS,
  ],
  ['a form without its token', async () => post(editor, '/account', { Origin: OWN }, { ...(await change()), csrf: '' }), 403, OLD_PAGE],
  [
    'the token of another session',
    async () => post(editor, '/logout', { Origin: OWN }, { csrf: await (await office.logIn('school-review')).csrf() }),
    403,
    OLD_PAGE,
  ],
  ['logging out by a link', () => editor.get('/logout'), 404, MISSING],
  ['changing by PUT', () => editor.send('/account', { method: 'PUT', headers: { Origin: OWN } }), 403, OLD_PAGE],
  ['a method that is nothing', () => editor.send('/account', { method: 'PROPFIND', headers: { Origin: OWN } }), 403, OLD_PAGE],
  ['a name of somebody else that leads here', () => stranger().send('http://evil.example:4322/login'), 421, NOT_HERE],
  ['a name of somebody else, with the session', () => editor.send('http://127.0.0.1.evil.example:4322/'), 421, NOT_HERE],
  ['a form of nobody', async () => post(stranger(), '/account', { Origin: OWN }, await change()), 401, LOGGED_OUT],
  ['a login too long to be one', () => post(stranger(), '/login', { Origin: OWN }, { account: 'a'.repeat(20_000) }), 413, LONG],
  ['a page that is not there', () => editor.get('/admin'), 404, MISSING],
  ['out of the form folder', () => editor.get('/form/0123456789abcdef/..%2f..%2fstate/accounts.sqlite'), 404, MISSING],
  ['out of the form folder, folded', () => editor.get('/form/0123456789abcdef/%2e%2e/state/cookie-key'), 404, MISSING],
  ['a file of another version of the form', () => editor.get('/form/0000000000000000/form.js'), 404, MISSING],
  ['a file among the styles', () => editor.get('/office/../../package.json'), 404, MISSING],
  ['a broken escape', () => editor.get('/%E0%A4%A'), 404, MISSING],
];
test.each(ATTEMPTS)('%s: refused', async (_, attempt, status, words) => {
  const answer = await attempt();
  const said = answer.headers.get('Content-Type')?.startsWith('application/json') ? [(await answer.json()).message] : await textOf(answer);
  expect([answer.status, said.includes(words) ? words : said]).toEqual([status, words]);
  // Nothing was changed: the session holds, which a new password would have ended.
  expect((await editor.get('/account')).status).toBe(200);
});

describe('sessions', () => {
  const isIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200;
  const copyOf = (visitor: Visitor) => {
    const copy = office.visitor();
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    return copy;
  };

  const COOKIES: [name: string, make: (cookie: string) => string][] = [
    ['none', () => ''],
    ['made up', () => 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['without its signature', (cookie) => cookie.slice(0, cookie.lastIndexOf('.'))],
    ['with the signature of another', (cookie) => `${'A'.repeat(43)}${cookie.slice(cookie.lastIndexOf('.'))}`],
    ['with one letter changed', (cookie) => `${cookie[0] === 'A' ? 'B' : 'A'}${cookie.slice(1)}`],
    ['signed with nothing', (cookie) => `${cookie.slice(0, cookie.lastIndexOf('.') + 1)}`],
  ];
  test.each(COOKIES)('a cookie %s opens nothing', async (_, make) => {
    const visitor = office.visitor();
    visitor.cookies.set('office', make(editor.cookies.get('office')!));
    expect(await isIn(visitor)).toBe(false);
  });

  test('the id is another one after each login, and a planted or an earlier one is worth nothing', async () => {
    const victim = await office.logIn('school-secrecy');
    const planted = copyOf(victim);
    const answer = await victim.form('/login', { account: 'school-secrecy', password: PASSWORD });
    expect(answer.status).toBe(303);
    expect(victim.cookies.get('office')).not.toBe(planted.cookies.get('office'));
    expect([await isIn(victim), await isIn(planted)]).toEqual([true, false]);
  });

  test('after the logout the cookie is worth nothing', async () => {
    const visitor = await office.logIn('school-secrecy');
    const kept = copyOf(visitor);
    await visitor.form('/logout', {});
    expect([visitor.cookies.size, await isIn(kept)]).toEqual([0, false]);
  });

  test('whoever reads the databases cannot log in with what is there', async () => {
    const [id = ''] = editor.cookies.get('office')!.split('.');
    for (const name of readdirSync(office.parts.state)) expect(readFileSync(join(office.parts.state, name)).includes(id)).toBe(false);
  });

  test('a new password ends all others, whether it was set here or by the command', async () => {
    const here = await office.logIn('valley-editor');
    const there = await office.logIn('valley-editor');
    const fields = { before: PASSWORD, password: 'another 2030 word', again: 'another 2030 word' };
    expect((await here.form('/account', fields)).headers.get('Location')).toBe('/account');
    const isTold = async (path: string) => (await (await here.get(path)).text()).includes('密码已经改好');
    expect([await isTold('/account'), await isTold('/account'), await isTold('/account?done')]).toEqual([true, false, false]);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    await office.parts.accounts.setPassword('valley-editor', PASSWORD);
    expect(await isIn(here)).toBe(false);
  });

  test('a disabled account is out at the next request, and stays out', async () => {
    const visitor = await office.logIn('valley-review');
    office.parts.accounts.setDisabled('valley-review', true);
    expect(await isIn(visitor)).toBe(false);
    office.parts.accounts.setDisabled('valley-review', false);
    expect(await isIn(visitor)).toBe(false);
  });

  test('whom no unit names any more is out at the next request, and cannot come in again', async () => {
    const visitor = await office.logIn('valley-approval');
    await changeUnit(office, 'valley', (text) => text.replace('valley-approval', 'somebody-else'));
    expect(await isIn(visitor)).toBe(false);
    const answer = await office.visitor().form('/login', { account: 'valley-approval', password: PASSWORD });
    expect([answer.status, (await textOf(answer))[3]]).toEqual([
      403,
      '各单位的发布人员名单里没有您，不能登录。请联系本单位负责人或者县信息办。',
    ]);
  });

  test('a role that is lost is lost at the next request', async () => {
    const visitor = await office.logIn('county-office');
    expect((await visitor.get('/office/audit')).status).toBe(200);
    await changeUnit(office, 'county', (text) => text.replace(/(county-office[\s\S]*?)- office/u, '$1- review'));
    expect((await visitor.get('/office/audit')).status).toBe(403);
    expect(await textOf(await visitor.get('/'))).toContain('县政府 　审核');
  });

  test('a session ends an hour after the last act and twelve hours after the login; an open page does not keep it', async () => {
    const MINUTE = 60_000;
    const idle = await office.logIn('valley-secrecy');
    const busy = await office.logIn('valley-secrecy');
    const left = await office.logIn('valley-secrecy');
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 50) {
      office.ahead += 50 * MINUTE;
      expect([minutes, await isIn(busy)]).toEqual([minutes, true]);
      if (minutes === 0) await left.json('/api/content/presence', { folder: 'entries/valley/news/2030/1' });
      if (minutes === 50) expect([await isIn(idle), await isIn(left)]).toEqual([false, false]);
    }
    office.ahead += 50 * MINUTE;
    expect(await isIn(busy)).toBe(false);
    office.ahead = 0;
  });
});

describe('guessing', () => {
  const guess = (from: string, account: string, password: string, headers: Record<string, string> = {}) =>
    post(office.visitor(from), '/login', { Origin: OWN, ...headers }, { account, password });
  const said = async (answer: Response) => [answer.status, (await textOf(answer))[3]];
  const WRONG = [401, '账号或者密码不对，请重新输入。'];
  const LOCKED = [429, '这个账号连续输错密码，已经锁定。请15分钟以后再试；忘记密码，请联系县信息办重设。'];

  test('after five failures an account is locked for a quarter of an hour, even for the right password, known or not', async () => {
    await office.parts.accounts.add('county-editor', PASSWORD);
    const attempts = new Attempts(office.parts.state, office.parts.clock);
    for (const account of ['county-editor', 'no-such-account']) {
      for (let i = 0; i < 3; i++) attempts.begin(account, '10.1.0.1');
      for (let i = 0; i < 2; i++) expect(await said(await guess(`10.1.0.${i}`, account, `wrong ${i}`))).toEqual(WRONG);
      expect(await said(await guess('10.1.0.9', account, PASSWORD))).toEqual(LOCKED);
    }
    expect(office.acts.slice(-6)).toEqual([
      'county-editor login-failed 10.1.0.0',
      'county-editor login-failed 10.1.0.1',
      'county-editor login-locked 10.1.0.1',
      '- login-failed 10.1.0.0',
      '- login-failed 10.1.0.1',
      '- login-locked 10.1.0.1',
    ]);
    office.ahead += 15 * 60_000 + 1000;
    expect((await guess('10.1.0.9', 'county-editor', PASSWORD)).status).toBe(303);
    office.ahead = 0;
  });

  test('twenty guesses at the same moment are no more than five', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(`10.2.0.${i}`, 'school-approval', `wrong ${i}`)));
    expect(Object.groupBy(answers, ({ status }) => status)[401]).toHaveLength(5);
  });

  test('an address that fails fifty times must wait, whatever it says of itself, and others need not', async () => {
    const attempts = new Attempts(office.parts.state, office.parts.clock);
    for (let i = 0; i < 50; i++) attempts.begin(`account ${i}`, '10.3.0.1');
    expect(await said(await guess('10.3.0.1', 'school-editor', PASSWORD, { 'X-Forwarded-For': '10.3.0.7' }))).toEqual([
      429,
      '这台电脑输错的次数太多。请15分钟以后再试。',
    ]);
    expect((await guess('10.3.0.2', 'school-editor', PASSWORD)).status).toBe(303);
  });

  test('guessing the present password at the account page is locked as well', async () => {
    const visitor = await office.logIn('county-review');
    const fields = { password: 'another 2030 word', again: 'another 2030 word' };
    const attempts = new Attempts(office.parts.state, office.parts.clock);
    for (let i = 0; i < 4; i++) attempts.begin('county-review', '10.6.0.1');
    const wrong = await visitor.form('/account', { ...fields, before: 'wrong' });
    expect([wrong.status, (await textOf(wrong))[6]]).toEqual([403, '现在的密码不对，没有改。']);
    const locked = await visitor.form('/account', { ...fields, before: PASSWORD });
    expect([locked.status, (await textOf(locked))[6]]).toEqual(LOCKED);
  });

  test('a password typed in the place of the account is nowhere afterwards', async () => {
    await guess('10.4.0.1', 'Typed-in-the-wrong-place', 'x');
    for (const name of readdirSync(office.parts.state))
      expect([name, readFileSync(join(office.parts.state, name)).includes('Typed-in-the-wrong-place')]).toEqual([name, false]);
  });
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/desk/..//evil.example',
  '/%2e//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'desk',
  '/desk\r\nSet-Cookie: a=b',
])('the login leads nobody to %j', async (to) => {
  const answer = await editor.get(`/login?to=${encodeURIComponent(to)}`);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
});

test('what was typed comes back as text', async () => {
  const typed = `"><script>alert(1)</script>`;
  const page = await (await office.visitor('10.5.0.1').form('/login', { account: typed, password: 'x', to: `/"><img/src=x>` })).text();
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(page).toContain('value="/%22%3E%3Cimg/src=x%3E"');
  expect(page).not.toMatch(/<script>|<img/u);
});

const KINDS: [name: string, ask: () => Promise<Response>][] = [
  ['a page', () => office.visitor().get('/login')],
  ['a redirect', () => office.visitor().get('/')],
  ['a page that is not there', () => editor.get('/nothing')],
  ['JSON', () => office.visitor().get('/api/content/settings')],
  ['a refused form', () => office.visitor().send('/login', { method: 'POST' })],
];
test.each(KINDS)('%s has strict headers', async (_, ask) => {
  const headers = Object.fromEntries((await ask()).headers);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  });
  for (const name of ['strict-transport-security', 'server', 'x-powered-by', 'access-control-allow-origin'])
    expect(headers).not.toHaveProperty(name);
});

test('whoever asks faster than people can, from however many browsers, waits until the minute is over; others do not', async () => {
  const [here, there, other] = [
    await office.logIn('school-editor2'),
    await office.logIn('school-editor2'),
    await office.logIn('school-review'),
  ];
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const statuses = new Set<number>();
  for (let sent = 0; sent < MOST; sent++) statuses.add((await (sent % 2 === 0 ? here : there).get('/nowhere')).status);
  expect([...statuses]).toEqual([404]);
  office.ahead += 45_000;
  const told: unknown[] = [];
  for (const answer of [await here.form('/desk/sign', {}), await there.json('/api/content/submit', {})])
    told.push([
      answer.status,
      Number(answer.headers.get('Retry-After')) <= 15,
      (await answer.text()).includes('操作太频繁，没有办理。请过1'),
    ]);
  expect(told).toEqual([
    [429, true, true],
    [429, true, true],
  ]);
  expect((await other.get('/desk/')).status).toBe(200);
  office.ahead += 15_000;
  expect((await here.get('/desk/')).status).toBe(200);
});

describe('over TLS behind a proxy', () => {
  let tls: HttpOffice;
  beforeAll(async () => {
    tls = await HttpOffice.open({}, { address: new URL('https://office.test.gov.example/') });
  });
  afterAll(() => tls.close());

  test('cookies are for this host over TLS only, and browsers are told to stay with TLS', async () => {
    await tls.parts.accounts.add('school-editor', PASSWORD);
    const answer = await tls.visitor().form('/login', known);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-office=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/u),
    ]);
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  });

  test('the address is the one that the proxy on this machine saw, and nothing that a browser claims', async () => {
    const forwarded = { Origin: 'https://office.test.gov.example', 'X-Forwarded-For': '10.9.9.9, 10.20.0.7' };
    await post(tls.visitor('127.0.0.1'), '/login', forwarded, { account: 'school-editor', password: 'x' });
    await post(tls.visitor('10.20.0.8'), '/login', forwarded, { account: 'school-editor', password: 'x' });
    expect(tls.acts.slice(-2)).toEqual(['school-editor login-failed 10.20.0.7', 'school-editor login-failed 10.20.0.8']);
  });

  test('the name is the public one', async () => {
    expect(await textOf(await tls.visitor().send('http://127.0.0.1:4322/login'))).toContain(
      '请用 https://office.test.gov.example 打开办公平台。',
    );
  });
});
