import { escape } from './escape.mjs';

export const toItems = (items, compact) =>
  `<ul class="items${compact ? ' compact' : ''}"> ${items.map(({ url, title, day, description }) => `<li> <a class="item-title" href="${url}">${escape(title)}</a> <span class="item-facts"> <time datetime="${day}">${day}</time> </span>${compact ? '' : ` <p>${escape(description)}</p>`} </li>`).join('')} </ul>`;

export const toSection = ({ title, href, id, more = '更多', inner }) =>
  `<section class="block" aria-labelledby="${id}"> <header><h2 id="${id}"><a href="${href}">${escape(title)}</a></h2><a class="more" href="${href}" aria-label="${escape(title)}，${more}">${more}</a></header> ${inner} </section>`;

export const toFacts = (label, rows) =>
  `<dl class="facts" aria-label="${label}"> ${rows.map(({ name, value, href, wide }) => `<div${wide ? ' class="wide"' : ''}><dt>${name}</dt><dd>${href ? `<a href="${href}">${escape(value)}</a>` : escape(value)}</dd></div>`).join('')} </dl>`;
