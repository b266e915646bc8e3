import type { Hono } from 'hono';
import { placesOf } from '../../../library/places-of.ts';
import type { SignOff } from '../../../model/type.ts';
import { textOf } from '../../http/form-text.ts';
import type { OfficeEnv } from '../../http/parts.ts';
import { fieldsOf, titleOf } from '../../store/fields-of.ts';
import type { Person } from '../../store/people.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Signed } from '../../workflow/workflow.ts';
import { toChangePath, toPublishedPath } from '../addresses.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { Asking, Desk } from '../desk.ts';
import { type Next, type Outcome, showOutcomes } from '../pages/outcome.ts';
import { readQueue } from '../queue.ts';
import { toRole } from '../role.ts';
import { screen } from '../screen.ts';

/** Entries that are signed in one pass. */
const MOST = 100;

/** What people do with a draft. Each form names the version that the person had before them; the rules are the workflow's. */
export function acts(app: Hono<OfficeEnv>, desk: Desk): void {
  const { store, workflow, publicSite } = desk.parts;

  app.post('/desk/sign', async (c) => {
    const { folder, version, role, opinion, publish_at: time } = await c.req.parseBody();
    const item = { role: toRole(textOf(role)), version: textOf(version), folder: textOf(folder) };
    c.set('named', item.folder);
    const title = await titleFor(c.var.person, item.folder);
    try {
      const outcome = { folder: item.folder, title, role: item.role, ...(await sign(c, item, textOf(opinion), textOf(time))) };
      return screen(
        c,
        outcome.signed.published?.isLive ? '已发布' : '签字结果',
        showOutcomes([outcome], publicSite, await nextFor(c.var.person)),
      );
    } catch (error) {
      return answerRefusal(c, desk, item, error);
    }
  });

  app.post('/desk/sign-on-watch', async (c) => {
    const { folder, version, words, after } = await c.req.parseBody();
    const item = { role: 'watch' as const, version: textOf(version), folder: textOf(folder) };
    c.set('named', item.folder);
    const title = await titleFor(c.var.person, item.folder);
    const asked = { folder: item.folder, version: item.version };
    try {
      const signed = await workflow.signOnWatch(c.var.person, asked, textOf(words).trim(), textOf(after));
      const outcome = { folder: item.folder, title, role: item.role, ...noted(c, item, signed) };
      return screen(c, signed.published?.isLive ? '已发布' : '签字结果', showOutcomes([outcome], publicSite));
    } catch (error) {
      return answerRefusal(c, desk, item, error);
    }
  });

  app.post('/desk/sign-many', async (c) => {
    const { item, opinion } = await c.req.parseBody({ all: true });
    const items = (Array.isArray(item) ? item : [item]).map(textOf).filter((each) => each !== '');
    if (items.length === 0) throw new Refusal('wrong', '没有勾选内容。返回上一页，勾选以后再签。');
    if (items.length > MOST) throw new Refusal('wrong', `一次最多签 ${MOST} 条。分几次签。`);
    const outcomes: Outcome[] = [];
    for (const each of items.map(toItem)) outcomes.push(await signOne(c, each, textOf(opinion)));
    return screen(c, '签字结果', showOutcomes(outcomes, publicSite));
  });

  app.post('/desk/return', async (c) => {
    const { folder, version, reason, place } = await c.req.parseBody();
    return act(c, { folder, version }, async (asked) => {
      await workflow.sendBack(c.var.person, asked, textOf(reason).trim(), textOf(place));
      const isLogged = desk.note(c.var.person, 'return', `${asked.folder} ${asked.version}`);
      return desk.leadOn(c, '/desk/', { said: 'returned', isLogged });
    });
  });

  app.post('/desk/comment', async (c) => {
    const { folder, version, words, place } = await c.req.parseBody();
    return act(c, { folder, version }, async (asked) => {
      const { version: now } = await workflow.comment(c.var.person, asked, textOf(words).trim(), textOf(place));
      const isLogged = desk.note(c.var.person, 'comment', `${asked.folder} ${now}`);
      // Who wrote it has seen it: nothing else is new to them.
      if (desk.seen.has(c.var.person, asked.version)) desk.seen.add(c.var.person, now);
      return desk.leadOn(c, `${toChangePath(asked.folder)}#history`, { said: 'commented', isLogged });
    });
  });

  app.post('/desk/publish', async (c) => {
    const { folder, version } = await c.req.parseBody();
    return act(c, { folder, version }, async (asked) => {
      const published = await workflow.retry(c.var.person, asked);
      const isLogged = desk.note(c.var.person, 'publish', `${published.folder} ${published.number}`, published.isLive);
      return desk.leadOn(c, toPublishedPath(published.folder), { said: published.isLive ? 'published' : 'published-not-live', isLogged });
    });
  });

  /** Does something with the version that a form names. */
  async function act(
    c: Asking,
    form: Record<'folder' | 'version', unknown>,
    work: (asked: { folder: string; version: string }) => Promise<Response>,
  ): Promise<Response> {
    const asked = { folder: textOf(form.folder), version: textOf(form.version) };
    c.set('named', asked.folder);
    try {
      return await work(asked);
    } catch (error) {
      return answerRefusal(c, desk, asked, error);
    }
  }

  async function sign(c: Asking, { folder, version, role }: Item, opinion: string, time = '') {
    const { person } = c.var;
    const signed = await workflow.sign(person, { folder, version }, role, opinion.trim(), time);
    return noted(c, { folder, version, role }, signed);
  }

  /** What came of a signature, once the audit log has it. */
  function noted(c: Asking, { folder, version, role }: Omit<Item, 'role'> & { role: SignOff | 'watch' }, signed: Signed) {
    const { person } = c.var;
    let isLogged = desk.note(person, 'sign', `${folder} ${role} ${version}`);
    if (signed.obstacle) c.var.refused.push({ refusal: signed.obstacle, named: folder });
    const { published } = signed;
    const more = role === 'watch' ? ' 紧急发布' : '';
    if (published) isLogged = desk.note(person, 'publish', `${published.folder} ${published.number}${more}`, published.isLive) && isLogged;
    return { signed, isLogged };
  }

  /** One of many: what keeps it from being signed keeps no other. */
  async function signOne(c: Asking, item: Item, opinion: string): Promise<Outcome> {
    const { folder, version } = item;
    const { person } = c.var;
    let title = '';
    try {
      title = await titleFor(person, folder);
      if (!desk.seen.has(person, version)) throw new Refusal('state', '这一版您还没有打开看过。打开看过以后再签。');
      return { folder, title, role: item.role, ...(await sign(c, item, opinion)) };
    } catch (error) {
      const outcome = { folder, title: title || '一条内容', role: item.role, isLogged: true };
      if (error instanceof Refusal) {
        c.var.refused.push({ refusal: error, named: folder });
        return { ...outcome, signed: error };
      }
      console.error(`${c.req.method} ${c.req.routePath}\n${placesOf(error)}`);
      return { ...outcome, signed: undefined };
    }
  }

  /** What waits for somebody who has just signed, so that one need not go back to the list for each. */
  async function nextFor(person: Person): Promise<Next | undefined> {
    const { toSign } = await readQueue(store, person, await desk.surroundings());
    return toSign[0] && { count: toSign.length, folder: toSign[0].folder, title: toSign[0].title };
  }

  async function titleFor(person: Person, folder: string): Promise<string> {
    return titleOf(fieldsOf((await desk.draft(person, folder)).text));
  }
}

interface Item {
  folder: string;
  version: string;
  role: SignOff;
}

function toItem(written: string): Item {
  const [role = '', version = '', folder = ''] = written.split(' ');
  return { role: toRole(role), version, folder };
}
