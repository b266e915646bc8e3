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

const current = (path, href) => (path === href ? ' aria-current="page"' : '');

const header = (path) => {
  const links = [{ name: '首页', href: '/' }, ...portal.channels.map(({ id, name }) => ({ name, href: `/${id}/` })), { name: '专题专栏', href: '/topics/' }];
  return `<header class="masthead"> <div class="frame masthead-top"> <a class="brand" href="/"> <img src="/images/mark.svg" alt="" width="56" height="56"> <span><strong>${escape(portal.name)}</strong></span> </a> <p class="masthead-tools"><a href="/units/">单位名录</a><a href="/map/">网站地图</a></p> </div> <nav class="channels" aria-label="主导航"> <ul class="frame"> ${links.map(({ name, href }) => `<li><a href="${href}"${current(path, href)}>${escape(name)}</a></li>`).join('')} </ul> </nav> </header>`;
};

const banner = (unit, path) => {
  const links = [
    { name: '单位首页', href: unit.path },
    { name: '机构概况', href: `${unit.path}about/` },
    ...unit.columns.map((id) => ({ name: site.column[id].name, href: `${unit.path}${id}/` })),
  ];
  return `<div class="unit-banner theme-${unit.theme}"> <div class="frame"><a href="${unit.path}">${escape(unit.name)}</a></div> </div> <nav class="unit-columns theme-${unit.theme}" aria-label="${escape(unit.short_name)}栏目"> <ul class="frame"> ${links.map(({ name, href }) => `<li><a href="${href}"${current(path, href)}>${escape(name)}</a></li>`).join('')} </ul> </nav>`;
};

const FOOTER = [
  `<footer class="foot"> <nav class="frame foot-links" aria-label="友情链接"> </nav> <div class="frame foot-identity"> <div> <p>主办单位：${escape(portal.sponsor)}　承办单位：${escape(portal.operator)}</p> <p>地址：${escape(portal.address)}　联系电话：<a href="tel:${portal.phone}">${portal.phone}</a>　邮箱：<a href="mailto:${portal.mail}">${portal.mail}</a></p> <p>网站标识码：${portal.site_code}　<a href="https://beian.miit.gov.cn/" rel="noopener noreferrer">${escape(portal.icp)}</a>　<a href="https://beian.mps.gov.cn/" rel="noopener noreferrer">${escape(portal.psb)}</a></p> </div> <ul> <li><a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${portal.site_code}&amp;url=`,
  `" rel="noopener noreferrer">我为政府网站找错</a></li> <li><a href="${portal.badge}" rel="noopener noreferrer">党政机关网站标识</a></li> <li><a href="/map/">站点地图</a></li> </ul> </div> </footer>`,
];
const SITE_TAGS = `<meta name="SiteName" content="${escape(portal.name)}"><meta name="SiteDomain" content="${portal.host}"><meta name="SiteIDCode" content="${portal.site_code}">`;

const columnTags = (column) =>
  `<meta name="ColumnName" content="${escape(column.name)}"><meta name="ColumnType" content="${escape(column.kind)}"><meta name="ColumnDescription" content="${escape(column.description)}"><meta name="ColumnKeywords" content="${escape(column.keywords.join(','))}">`;

/** A whole page around its main part. */
export function toPage({ path, title, unit, column, columnName, columnType, description, crumbs, tags = {}, feed, jsonLd = '', main }) {
  const name = unit && unit.kind !== 'county' && unit.name !== title ? `${unit.name}_${portal.name}` : portal.name;
  const heading = title ? (column && title !== column.name ? `${title}_${column.name}_${name}` : `${title}_${name}`) : name;
  const canonical = site.origin + path;
  const inMenu = path.startsWith('/i/') ? '' : path;
  return `<!DOCTYPE html><html lang="zh-CN"> <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(heading)}</title>${SITE_TAGS}${column ? once(`column ${column.id}`, () => columnTags(column)) : `<meta name="ColumnName" content="${escape(columnName)}"><meta name="ColumnType" content="${escape(columnType)}">`}${Object.entries(tags)
    .map(([tag, content]) => `<meta name="${tag}" content="${escape(content)}">`)
    .join('')}<meta name="description" content="${escape(description ?? portal.description)}"><meta name="theme-color" content="#14506b"><link rel="canonical" href="${canonical}"><link rel="icon" href="/images/mark.svg" type="image/svg+xml">${feed ? `<link rel="alternate" type="application/atom+xml" href="${feed}" title="${escape(title ?? portal.name)}订阅">` : ''}${jsonLd}<link rel="stylesheet" href="/assets/site.css"></head> <body> <a class="skip" href="#main">跳到正文</a> ${once(`header ${inMenu}`, () => header(inMenu))} ${unit && unit.kind !== 'county' ? once(`banner ${unit.id} ${inMenu}`, () => banner(unit, inMenu)) : ''} ${crumbs ? `<nav class="crumbs frame" aria-label="当前位置"> <ol> <li><a href="/">首页</a></li> ${crumbs.map((crumb) => `<li><a href="${crumb.href}">${escape(crumb.name)}</a></li>`).join('')} <li aria-current="page">${escape(title ?? '')}</li> </ol> </nav>` : ''} ${main} ${FOOTER[0]}${encodeURIComponent(canonical)}${FOOTER[1]} </body> </html>`;
}
