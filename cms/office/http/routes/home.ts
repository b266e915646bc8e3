import { html } from 'hono/html';
import { ROLES } from '../../../model/unit.ts';
import { entrancesFor } from '../entrances.ts';
import { page } from '../page.ts';
import type { Routes } from '../parts.ts';

/** Where everybody begins: what they may do, and the ways to it. */
export const home: Routes = (app, { library, publicSite }) => {
  app.get('/', async (c) => {
    const { person } = c.var;
    const units = new Map((await library.at()).units().map(({ id, short_name }) => [id, short_name]));
    const posts = Map.groupBy(person.posts, ({ unit }) => unit);
    const roles = [...posts].map(
      ([unit, own]) => html`<li><b>${units.get(unit) ?? unit}</b>　${own.map(({ role }) => ROLES[role]).join('、')}</li>`,
    );
    const ways = entrancesFor(person).map(
      ({ href, name, words }) => html`<li><a href="${href}"><b>${name}</b><span>${words}</span></a></li>`,
    );
    return page(c, {
      title: '首页',
      body: html`<h1>${person.name}，您好</h1>
${ways.length > 0 ? html`<ul class="ways">${ways}</ul>` : ''}
<h2>您的角色</h2>
<ul class="roles">${roles}</ul>
<p class="hint">角色由单位文件里的发布人员名单决定，有变动找县信息办。<a href="${publicSite}">打开门户网站</a></p>`,
    });
  });
};
