import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LONGEST_PASSWORD, refusePassword, SHORTEST_PASSWORD } from '../../accounts/password.ts';
import { clientOf } from '../address.ts';
import { Flash } from '../flash.ts';
import { textOf } from '../form-text.ts';
import type { Door } from '../office.ts';
import { page } from '../page.ts';
import type { OfficeEnv, OfficeParts } from '../parts.ts';
import { WAIT } from './login.ts';

/** The own account: changing the password, and the way out. */
export function account(app: Hono<OfficeEnv>, parts: OfficeParts, { logins, attempts }: Door): void {
  const { accounts, audit } = parts;
  const flash = new Flash<true>();

  const logOut = async (c: Context<OfficeEnv>) => {
    await logins.end(c);
    audit.note({ person: c.var.person.id, act: 'logout', detail: clientOf(c, parts) });
  };
  app.post('/logout', async (c) => {
    await logOut(c);
    return c.redirect('/login', 303);
  });
  app.post('/api/logout', async (c) => {
    await logOut(c);
    return c.json({});
  });

  app.get('/account', (c) => showAccount(c, { done: flash.take(c.var.csrf, c.req.path) }));

  app.post('/account', async (c) => {
    const { id } = c.var.person;
    const asked = await c.req.parseBody();
    const [before, password, again] = [textOf(asked.before), textOf(asked.password), textOf(asked.again)];
    const refused = refusePassword(password, id);
    if (refused !== undefined) return showAccount(c, { words: refused, status: 400 });
    if (password !== again) return showAccount(c, { words: '两次输入的新密码不一样。重新输入。', status: 400 });
    if (password === before) return showAccount(c, { words: '新密码和现在的密码一样。换一个。', status: 400 });

    const attempt = attempts.begin(id, clientOf(c, parts));
    if (typeof attempt === 'string') return showAccount(c, { words: WAIT[attempt], status: 429 });
    if (!(await accounts.accepts(id, before))) {
      audit.note({ person: id, act: 'passwd-failed', detail: clientOf(c, parts) });
      if (attempts.failed(attempt)) audit.note({ person: id, act: 'login-locked', detail: clientOf(c, parts) });
      return showAccount(c, { words: '现在的密码不对，没有改。', status: 403 });
    }
    attempts.succeeded(attempt);
    await accounts.setPassword(id, password);
    audit.note({ person: id, act: 'account-passwd', detail: id });
    logins.endAllOf(id);
    const csrf = await logins.begin(c, id);
    if (csrf !== undefined) flash.tell(csrf, '/account', true);
    return c.redirect('/account', 303);
  });
}

interface AccountScreen {
  /** Why it was not done. */
  words?: string;
  done?: boolean;
  status?: ContentfulStatusCode;
}

function showAccount(c: Context<OfficeEnv>, { words, done = false, status }: AccountScreen): Response | Promise<Response> {
  const { person, csrf } = c.var;
  return page(c, {
    title: '我的账号',
    ...(status && { status }),
    body: html`<form class="card" method="post" action="/account">
<h1>修改密码</h1>
${words ? html`<p class="fault" role="alert">${words}</p>` : ''}
${done ? html`<p class="done" role="status">密码已经改好。其他设备上的登录都已退出。</p>` : ''}
<p class="hint">账号 <b>${person.id}</b>。密码要有${SHORTEST_PASSWORD}到${LONGEST_PASSWORD}个字符，不能含有账号。改好以后，其他设备上的登录都会退出。</p>
<input type="hidden" name="csrf" value="${csrf}">
<input type="text" name="username" value="${person.id}" autocomplete="username" hidden>
<label for="before">现在的密码</label>
<input id="before" name="before" type="password" autocomplete="current-password" maxlength="200" required>
<label for="password">新密码</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="${SHORTEST_PASSWORD}" maxlength="${LONGEST_PASSWORD}" required>
<label for="again">再输入一次新密码</label>
<input id="again" name="again" type="password" autocomplete="new-password" minlength="${SHORTEST_PASSWORD}" maxlength="${LONGEST_PASSWORD}" required>
<button class="main">修改密码</button>
</form>`,
  });
}
