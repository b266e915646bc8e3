import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { clientOf } from '../address.ts';
import { publish } from '../assets.ts';
import { textOf } from '../form-text.ts';
import type { Door } from '../office.ts';
import { type Html, page } from '../page.ts';
import type { OfficeEnv, OfficeParts } from '../parts.ts';

/** One comes here before each login and after each logout. */
const FORGET_TEXTS = publish(new URL('../client/forget-texts.ts', import.meta.url));

const WRONG = '账号或者密码不对，请重新输入。';
export const WAIT = {
  account: '这个账号连续输错密码，已经锁定。请15分钟以后再试；忘记密码，请联系县信息办重设。',
  address: '这台电脑输错的次数太多。请15分钟以后再试。',
};
export const NOBODY = '各单位的发布人员名单里没有您，不能登录。请联系本单位负责人或者县信息办。';

/** The way in by account and password. */
export function login(app: Hono<OfficeEnv>, parts: OfficeParts, { logins, attempts }: Door): void {
  const { accounts, audit, store } = parts;

  app.get('/login', async (c) => {
    const to = toOwnPath(c.req.query('to'));
    if (await logins.current(c)) return c.redirect(to, 303);
    return showLogin(c, parts, { to });
  });

  app.post('/login', async (c) => {
    const asked = await c.req.parseBody();
    const [account, password] = [textOf(asked.account).trim(), textOf(asked.password)];
    const to = toOwnPath(textOf(asked.to));
    const from = clientOf(c, parts);
    const refuse = (status: ContentfulStatusCode, words: string) => showLogin(c, parts, { to, account, words, status });

    const attempt = attempts.begin(account, from);
    if (typeof attempt === 'string') return refuse(429, WAIT[attempt]);
    if (!(await accounts.accepts(account, password))) {
      // What was typed is not logged when it is no account: it may be a password in the wrong place.
      const person = accounts.stamp(account) === undefined ? '-' : account;
      audit.note({ person, act: 'login-failed', detail: from });
      if (attempts.failed(attempt)) audit.note({ person, act: 'login-locked', detail: from });
      return refuse(401, WRONG);
    }
    attempts.succeeded(attempt);
    if (!(await store.people()).has(account)) {
      audit.note({ person: account, act: 'login-without-role', detail: from });
      return refuse(403, NOBODY);
    }
    // First the log: nobody is let in whose login could not be written down.
    audit.add({ person: account, act: 'login', detail: from });
    if (!(await logins.begin(c, account))) return refuse(401, WRONG);
    return c.redirect(to, 303);
  });
}

interface LoginScreen {
  to: string;
  account?: string;
  /** Why it was not done. */
  words?: string;
  status?: ContentfulStatusCode;
}

export function showLogin(
  c: Context<OfficeEnv>,
  { provider }: OfficeParts,
  { to, account = '', words, status }: LoginScreen,
): Response | Promise<Response> {
  const other =
    provider && html`<p class="other"><a class="button" href="/login/openid?to=${encodeURIComponent(to)}">用${provider.name}登录</a></p>`;
  return page(c, { title: '登录', script: FORGET_TEXTS, ...(status && { status }), body: toForm({ to, account, words }, other ?? '') });
}

const toForm = ({ to, account, words }: LoginScreen, other: Html | ''): Html => html`<form class="card" method="post" action="/login">
<h1>登录</h1>
${words ? html`<p class="fault" role="alert">${words}</p>` : ''}
<label for="account">账号</label>
<input id="account" name="account" value="${account}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="60" required ${account ? '' : 'autofocus'}>
<label for="password">密码</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required ${account ? 'autofocus' : ''}>
<input type="hidden" name="to" value="${to}">
<button class="main">登录</button>
${other}
<p class="hint">忘记密码或者没有账号，请联系县信息办。</p>
</form>`;

/** A path of the office to go on to; anything that could lead elsewhere becomes the home page. */
export function toOwnPath(asked: string | undefined): string {
  if (!asked?.startsWith('/') || /[\\\s\p{Cc}]/u.test(asked)) return '/';
  const url = new URL(asked, 'http://office.invalid');
  // `/.//evil.example` becomes `//evil.example`, which a browser takes for another host.
  return url.host === 'office.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
