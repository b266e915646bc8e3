import { escape } from './escape.mjs';

export const toItems = (items) =>
  `<ul class="items"> ${items.map(({ url, title, day, description }) => `<li> <a class="item-title" href="${url}">${escape(title)}</a> <span class="item-meta"> <time datetime="${day}">${day}</time> </span> <p>${escape(description)}</p> </li>`).join('')} </ul>`;

export const toHeadlines = (items) =>
  `<ul class="headlines"> ${items.map(({ url, title, day }) => `<li> <a href="${url}">${escape(title)}</a> <span class="of"> <time datetime="${day}">${day}</time> </span> </li>`).join('')} </ul>`;

export const toSection = ({ title, href, id, more, inner }) =>
  `<section class="block" aria-labelledby="${id}"> <header><h2 id="${id}"><a href="${href}">${escape(title)}</a></h2>${more ? `<a class="more" href="${href}">${more}</a>` : `<a class="more" href="${href}" aria-label="更多${escape(title)}">更多</a>`}</header> ${inner} </section>`;

export const toFacts = (className, rows) =>
  `<dl class="${className}"> ${rows.map(({ name, value, href, wide }) => `<div${wide ? ' class="wide"' : ''}><dt>${name}</dt><dd>${href ? `<a href="${href}">${escape(value)}</a>` : escape(value)}</dd></div>`).join('')} </dl>`;
