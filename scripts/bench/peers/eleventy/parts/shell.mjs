import { escape } from './escape.mjs';
import { site } from './site.mjs';

const { portal } = site;
const kept = new Map();

/** Parts that are the same on thousands of pages are made once. */
function once(key, make) {
  let part = kept.get(key);
  if (part === undefined) kept.set(key, (part = make()));
  return part;
}

const toLinks = (links, marked, current) =>
  links.map(({ name, href }) => `<li><a href="${href}"${href === marked ? ` aria-current="${current}"` : ''}>${escape(name)}</a></li>`).join('');

const header = (marked, current) => {
  const links = [{ name: '首页', href: '/' }, ...portal.channels.map(({ id, name }) => ({ name, href: `/${id}/` })), { name: '专题专栏', href: '/topics/' }];
  return `<header class="masthead"> <div class="frame masthead-top"> <a class="brand" href="/"> <img src="/images/mark.svg" alt="" width="56" height="56"> <span><strong>${escape(portal.name)}</strong></span> </a> <form class="find" action="/search/" role="search" aria-label="站内搜索"><input type="search" name="q" maxlength="100" aria-label="要找的内容" placeholder="搜索标题、文号、正文"><button type="submit">搜索</button></form> <div class="masthead-tools"> <form class="modes" action="/accessibility/"> <button type="submit" name="mode" value="elder"><span class="off">长者模式</span><span class="on">退出长者模式</span></button> <button type="submit" name="mode" value="contrast"><span class="off">高对比</span><span class="on">退出高对比</span></button> </form> <ul><li><a href="/disclosure/">政府信息公开</a></li><li><a href="/units/">单位名录</a></li><li><a href="/map/">网站地图</a></li></ul> </div> </div> <nav class="channels" aria-label="主导航"> <ul class="frame"> ${toLinks(links, marked, current)} </ul> </nav> </header>`;
};

const banner = (unit, marked, current) => {
  const links = [
    { name: '单位首页', href: unit.path },
    { name: '机构概况', href: `${unit.path}about/` },
    { name: '信息公开', href: `${unit.path}disclosure/` },
    ...unit.columns.map((id) => ({ name: site.column[id].name, href: `${unit.path}${id}/` })),
  ];
  return `<div class="unit-banner"> <p class="frame"><a href="${unit.path}">${escape(unit.name)}</a></p> </div> <nav class="unit-columns" aria-label="${escape(unit.short_name)}栏目"> <ul class="frame"> ${toLinks(links, marked, current)} </ul> </nav>`;
};

const FOOTER = [
  `<footer class="foot"> <div class="frame foot-identity"> <div> <p><span>主办单位：${escape(portal.sponsor)}</span><span>承办单位：${escape(portal.operator)}</span></p> <p><span>地址：${escape(portal.address)}</span><span>联系电话：<a href="tel:${portal.phone}">${portal.phone}</a></span><span>邮箱：<a href="mailto:${portal.mail}">${portal.mail}</a></span></p> <p><span>网站标识码：${portal.site_code}</span><a href="https://beian.miit.gov.cn/" rel="noopener noreferrer">${escape(portal.icp)}</a><a href="https://beian.mps.gov.cn/#/query/webSearch?code=${portal.psb.replace(/\D/gu, '')}" rel="noopener noreferrer">${escape(portal.psb)}</a></p> </div> <ul> <li><a href="${portal.badge}" rel="noopener noreferrer">党政机关网站标识</a></li> <li><a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${portal.site_code}&amp;url=`,
  `" rel="noopener noreferrer">我为政府网站找错</a></li> <li><a href="mailto:${portal.mail}?subject=${encodeURIComponent(`网页找错：${portal.name}`)}&amp;body=${encodeURIComponent('网页地址：')}`,
  `${encodeURIComponent('\r\n网页版本：')}PAGE-VERSION${encodeURIComponent('\r\n错在哪里：\r\n')}">发邮件找错</a></li> <li><a href="/disclosure/">政府信息公开</a></li> <li><a href="/map/">站点地图</a></li> <li><a href="/units/">单位名录</a></li> <li><a href="/accessibility/">无障碍声明</a></li> </ul> </div> </footer>`,
];

const toTags = (tags) =>
  Object.entries(tags)
    .map(([name, content]) => `<meta name="${name}" content="${escape(content)}">`)
    .join('');
const SITE_TAGS = toTags({ SiteName: portal.name, SiteDomain: portal.host, SiteIDCode: portal.site_code });
const columnTags = ({ name, description, keywords, kind }) =>
  toTags({ ColumnName: name, ColumnDescription: description, ColumnKeywords: keywords.join(','), ColumnType: kind });

/** A whole page around its main part. */
export function toPage({ path, title, unit, column, columnName, columnType, columnKeywords, channel, description = portal.description, crumbs, here = title, tags = {}, feed, jsonLd = '', hidden, main }) {
  const own = unit && unit.kind !== 'county' ? unit : undefined;
  const names = [...new Set([title, column?.name, own?.name, portal.name])].filter((name) => name !== undefined);
  const canonical = site.origin + path;
  const inMain = channel ? `/${channel}/` : own || column ? '' : path;
  const inUnit = own && column ? `${own.path}${column.id}/` : path;
  const currentOf = (marked) => (marked === path ? 'page' : 'true');
  return `<!DOCTYPE html><html lang="zh-CN"> <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(names.join('_'))}</title>${SITE_TAGS}${column ? once(`column ${column.id}`, () => columnTags(column)) : columnTags({ name: columnName, description, keywords: columnKeywords, kind: columnType })}${toTags({ Description: description, ...tags })}${hidden ? '<meta name="robots" content="noindex">' : ''}<meta name="theme-color" content="#14506b"><script src="/assets/modes.js"></script><link rel="stylesheet" href="/assets/site.css"><link rel="canonical" href="${canonical}"><link rel="icon" href="/images/mark.svg" type="image/svg+xml">${feed ? `<link rel="alternate" type="application/atom+xml" href="${feed}" title="${escape(title ?? portal.name)}订阅">` : ''}${jsonLd}</head> <body${own ? ` class="theme-${own.theme}"` : ''}> <a class="skip" href="#main">跳到正文</a> ${once(`header ${inMain} ${currentOf(inMain)}`, () => header(inMain, currentOf(inMain)))} ${own ? once(`banner ${own.id} ${inUnit} ${currentOf(inUnit)}`, () => banner(own, inUnit, currentOf(inUnit))) : ''} ${crumbs ? `<nav class="crumbs frame" aria-label="当前位置"> <ol> <li><a href="/">首页</a></li> ${crumbs.map((crumb) => `<li><a href="${crumb.href}">${escape(crumb.name)}</a></li>`).join('')} <li aria-current="page">${escape(here)}</li> </ol> </nav>` : ''} ${main} ${FOOTER.join(encodeURIComponent(canonical))} </body> </html>`;
}
