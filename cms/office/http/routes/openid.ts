import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { clientOf, ownOrigin } from '../address.ts';
import { comeAgain } from '../logged-in.ts';
import type { Door } from '../office.ts';
import type { OfficeEnv, OfficeParts } from '../parts.ts';
import type { Provider } from '../provider.ts';
import { NOBODY, showLogin, toOwnPath } from './login.ts';

const COOKIE = 'openid';
/** How long somebody may take at the provider, in seconds. */
const PATIENCE = 600;
const BACK = '/login/openid/back';

const begun = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** The way in by the county's own provider, beside that by password. It lets in whom the office has an account for, and makes none. */
export function openId(
  app: Hono<OfficeEnv>,
  parts: OfficeParts,
  provider: Provider,
  { logins: { cookies }, logins, audit: bounded }: Door,
): void {
  const { accounts, audit, store } = parts;

  app.get('/login/openid', async (c) => {
    const to = toOwnPath(c.req.query('to'));
    try {
      const { url, flow } = await provider.begin(`${ownOrigin(c, parts)}${BACK}`);
      await cookies.write(c, COOKIE, Buffer.from(JSON.stringify({ ...flow, to })).toString('base64url'), { lax: true, seconds: PATIENCE });
      return c.redirect(url, 303);
    } catch (error) {
      console.error(`openid ${toReason(error)}`);
      return showLogin(c, parts, { to, words: `${provider.name}没有回应。过一会儿再试，或者用账号和密码登录。`, status: 503 });
    }
  });

  app.get(BACK, async (c) => {
    const flow = readFlow(await cookies.read(c, COOKIE));
    cookies.remove(c, COOKIE);
    const { to = '/' } = flow ?? {};
    const fail = (person: string, words: string, detail: string) => {
      bounded.add({ person, act: 'login-failed', detail: `${clientOf(c, parts)} ${provider.name}：${detail}` });
      return showLogin(c, parts, { to, words, status: 403 });
    };
    const again = `${provider.name}的登录没有完成。重新登录；仍然不行，请联系县信息办。`;
    if (!flow) return fail('-', again, '不是从登录页发起的');
    const { to: _, ...sent } = flow;
    const said = await provider.finish(sent, toAsked(c, parts)).catch((error: unknown) => new Error(toReason(error)));
    if (said instanceof Error) return fail('-', again, said.message);
    if (said === undefined || accounts.stamp(said) === undefined) return fail('-', toNoAccount(provider.name, said), '没有账号');
    if (!(await store.people()).has(said)) return fail(said, NOBODY, '没有角色');
    audit.add({ person: said, act: 'login', detail: `${clientOf(c, parts)} ${provider.name}` });
    await logins.begin(c, said);
    return comeAgain(c, to);
  });
}

/** Why somebody stays out whom the provider knows; with the account to ask for, if it can be one. */
function toNoAccount(provider: string, said = ''): string {
  const named = /^[A-Za-z0-9._@-]{1,60}$/u.test(said) ? `“${said}”` : '';
  return `${provider}已经确认您的身份，但办公平台没有为您开通账号${named}，或者账号已经停用。请联系县信息办开通，再从这里登录。`;
}

/** The address that the browser came back to, as the provider knows it. */
function toAsked(c: Context<OfficeEnv>, parts: OfficeParts): URL {
  const { pathname, search } = new URL(c.req.url);
  return new URL(`${pathname}${search}`, ownOrigin(c, parts));
}

function readFlow(cookie: string | undefined): z.infer<typeof begun> | undefined {
  if (cookie === undefined) return undefined;
  return begun.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8'))).data;
}

/** Name or code of an error, without what others say in it. */
const toReason = (error: unknown): string => {
  const { name = 'unknown', code = '' } = error as { name?: string; code?: unknown };
  return `${name} ${typeof code === 'string' ? code : ''}`.trim();
};
