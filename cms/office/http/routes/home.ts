import { html } from 'hono/html';
import { ROLES } from '../../../model/unit.ts';
import { readOwed } from '../../desk/owed.ts';
import { countWaiting } from '../../desk/queue.ts';
import { toMinute } from '../../store/clock.ts';
import { entrancesFor } from '../entrances.ts';
import { page } from '../page.ts';
import type { Routes } from '../parts.ts';

/** Where everybody begins: what they may do, the ways to it, and what waits for them. */
export const home: Routes = (app, { library, publicSite, store, clock }) => {
  app.get('/', async (c) => {
    const { person } = c.var;
    const current = await library.at();
    const { toSign, returned } = await countWaiting(store, person);
    const owed = readOwed(current, person, toMinute(clock().getTime() / 1000));
    const [toConfirm, late] = [owed.filter(({ roles }) => roles.length > 0).length, owed.filter(({ isOverdue }) => isOverdue).length];
    const waits = [
      ...(toConfirm > 0 ? [`${toConfirm} 条等您补审`] : []),
      ...(late > 0 ? [`${late} 条逾期未补审`] : []),
      ...(toSign > 0 ? [`${toSign} 条等您签字`] : []),
      ...(returned > 0 ? [`${returned} 条退回修改`] : []),
    ].join('，');
    const units = new Map(current.units().map(({ id, short_name }) => [id, short_name]));
    const posts = Map.groupBy(person.posts, ({ unit }) => unit);
    const roles = [...posts].map(
      ([unit, own]) => html`<li><b>${units.get(unit) ?? unit}</b>　${own.map(({ role }) => ROLES[role]).join('、')}</li>`,
    );
    const ways = entrancesFor(person).map(
      ({ href, name, words }) =>
        html`<li><a href="${href}"><b>${name}</b>${href === '/desk/' && waits !== '' ? html`<strong>${waits}</strong>` : ''}<span>${words}</span></a></li>`,
    );
    return page(c, {
      title: '首页',
      body: html`<h1>${person.name}，您好</h1>
${ways.length > 0 ? html`<ul class="ways">${ways}</ul>` : ''}
<h2>您的角色</h2>
<ul class="roles">${roles}</ul>
<p class="hint">角色以各单位的发布人员名单为准，有变动请联系县信息办。</p>
<p class="links"><a href="/account">修改密码</a><a href="${publicSite}">打开门户网站</a></p>`,
    });
  });
};
