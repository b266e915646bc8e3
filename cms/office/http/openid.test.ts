import { afterAll, beforeAll, expect, test } from 'vitest';
import { OpenId, openIdSettings } from './openid.ts';
import { HttpOffice } from './testing/http-office.ts';
import { PASSWORD } from './testing/logged-in.ts';
import { TestProvider } from './testing/openid-provider.ts';
import { textOf } from './testing/text-of.ts';

const ADDRESS = new URL('https://office.test.gov.example/');
let provider: TestProvider;
let office: HttpOffice;

beforeAll(async () => {
  provider = await TestProvider.open(`${ADDRESS.origin}/login/openid/back`);
  const settings = {
    name: '统一身份认证',
    issuer: provider.issuer,
    client_id: 'office',
    client_secret: 'a secret of tests',
    claim: 'staff_id',
  };
  office = await HttpOffice.open({}, { address: ADDRESS, provider: new OpenId(openIdSettings.parse(settings)) });
  await office.parts.accounts.add('school-editor', PASSWORD);
});
afterAll(async () => {
  await office.close();
  provider.close();
});

const begin = async (visitor = office.visitor(), to = '/account') => {
  const answer = await visitor.get(`/login/openid?to=${encodeURIComponent(to)}`);
  return { visitor, at: answer.headers.get('Location')! };
};
const words = async (answer: Response) => [answer.status, (await textOf(answer)).slice(2, 4)];
const AGAIN = ['登录', '统一身份认证的登录没有完成。重新登录；仍然不行，请联系县信息办。'];

test('the login page leads to the provider with state, nonce and PKCE; who has an account there and here is logged in', async () => {
  expect(await (await office.visitor().get('/login')).text()).toContain(
    '<a class="button" href="/login/openid?to=%2F">用统一身份认证登录</a>',
  );
  const { visitor, at } = await begin();
  expect(Object.fromEntries(new URL(at).searchParams)).toEqual({
    client_id: 'office',
    redirect_uri: 'https://office.test.gov.example/login/openid/back',
    response_type: 'code',
    scope: 'openid profile',
    state: expect.stringMatching(/^[\w-]{43}$/u),
    nonce: expect.stringMatching(/^[\w-]{43}$/u),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
    code_challenge_method: 'S256',
  });
  const back = await visitor.get(await provider.visit(at, 'staff:school-editor'));
  expect(back.status).toBe(200);
  expect(back.headers.getSetCookie()).toEqual([
    '__Host-openid=; Max-Age=0; Path=/; Secure',
    expect.stringMatching(/^__Host-office=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/u),
  ]);
  expect(await back.text()).toContain('<meta http-equiv="refresh" content="0;url=/account">');
  expect((await visitor.get('/account')).status).toBe(200);
  expect(office.acts.at(-1)).toBe('school-editor login 10.20.0.1 统一身份认证');
});

test('no account is made for somebody who has none, and a disabled one stays out', async () => {
  for (const [person, named] of [
    ['school-review', '“school-review”'],
    ['nobody', '“nobody”'],
    ['<b>某 人</b>', ''],
    ['', ''],
  ]) {
    const { visitor, at } = await begin();
    expect(await words(await visitor.get(await provider.visit(at, `staff:${person}`)))).toEqual([
      403,
      ['登录', `统一身份认证已经确认您的身份，但办公平台没有为您开通账号${named}，或者账号已经停用。请联系县信息办开通，再从这里登录。`],
    ]);
    expect((await visitor.get('/')).status).toBe(303);
  }
  expect(office.parts.accounts.list().map(({ id }) => id)).toEqual(['school-editor']);
  office.parts.accounts.setDisabled('school-editor', true);
  const { visitor, at } = await begin();
  expect((await visitor.get(await provider.visit(at, 'staff:school-editor'))).status).toBe(403);
  office.parts.accounts.setDisabled('school-editor', false);
});

test('an answer of the provider holds for the browser that asked, once, and unaltered', async () => {
  const { visitor, at } = await begin();
  const back = await provider.visit(at, 'staff:school-editor');
  expect(await words(await office.visitor().get(back))).toEqual([403, AGAIN]);

  const other = await begin();
  expect(await words(await other.visitor.get(back))).toEqual([403, AGAIN]);

  const altered = new URL(back);
  altered.searchParams.set('code', 'another');
  expect(await words(await visitor.get(altered.href))).toEqual([403, AGAIN]);
  expect(await words(await visitor.get(back))).toEqual([403, AGAIN]);

  const third = await begin();
  const good = await provider.visit(third.at, 'staff:school-editor');
  const cookies = new Map(third.visitor.cookies);
  expect((await third.visitor.get(good)).status).toBe(200);
  const replaying = office.visitor();
  for (const [name, value] of cookies) replaying.cookies.set(name, value);
  expect(await words(await replaying.get(good))).toEqual([403, AGAIN]);
});

test('nobody is led to another site after the login', async () => {
  const { visitor, at } = await begin(office.visitor(), '//evil.example/');
  const back = await visitor.get(await provider.visit(at, 'staff:school-editor'));
  expect(await back.text()).toContain('<meta http-equiv="refresh" content="0;url=/">');
});

test('a provider that is away keeps nobody from the own password', async () => {
  const away = new OpenId(openIdSettings.parse({ name: '统一身份认证', issuer: 'http://127.0.0.1:9/', client_id: 'office' }));
  await using alone = await HttpOffice.open({}, { provider: away });
  expect(await words(await alone.visitor().get('/login/openid'))).toEqual([
    503,
    ['登录', '统一身份认证没有回应。过一会儿再试，或者用账号和密码登录。'],
  ]);
  await alone.logIn('school-editor');
});
