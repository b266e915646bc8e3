import { escape, toJsonLd } from '../parts/escape.mjs';
import { toPage } from '../parts/shell.mjs';
import { site } from '../parts/site.mjs';

const { portal, column: columns } = site;
const others = site.units.filter(({ kind }) => kind !== 'county');
const ofKind = (kind) => others.filter((unit) => unit.kind === kind);

/** Pages that there is one of. */
const PAGES = [
  { file: '/index.html', make: home },
  { file: '/units/index.html', make: units },
  { file: '/topics/index.html', make: topics },
  { file: '/map/index.html', make: map },
  { file: '/404.html', make: notFound },
];

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pages: PAGES,
  pagination: { data: 'pages', size: 1, alias: 'single' },
  permalink: ({ single }) => single.file,
};

export const render = ({ single }) => single.make(single.file.replace('index.html', ''));

function home(path) {
  const groups = [
    { name: '县政府部门', units: ofKind('department') },
    { name: '乡镇人民政府', units: ofKind('township') },
  ];
  return toPage({
    path,
    columnName: '首页',
    columnType: '首页',
    columnKeywords: portal.keywords,
    feed: '/feed.xml',
    jsonLd: toJsonLd({ '@context': 'https://schema.org', '@type': 'GovernmentOrganization', name: portal.name, url: `${site.origin}/`, telephone: portal.phone, address: portal.address }),
    main: `<main id="main" tabindex="-1"> <div class="hero"> <img src="/images/${portal.hero.file}" alt="${escape(portal.hero.alt)}"> <h1 class="frame hero-title">${escape(portal.name)}</h1> </div> <nav class="frame directory" aria-label="部门和乡镇"> ${groups.map(({ name, units }) => `<div> <h2>${name}</h2> <ul>${units.map((unit) => `<li><a href="${unit.path}">${escape(unit.short_name)}</a></li>`).join('')}</ul> </div>`).join('')} </nav> </main>`,
  });
}

function units(path) {
  const kinds = [
    { id: 'department', name: '部门' },
    { id: 'township', name: '乡镇' },
  ];
  return toPage({
    path,
    title: '单位名录',
    columnName: '单位名录',
    columnType: '机构职能',
    columnKeywords: ['单位', '地址', '电话'],
    description: '县政府各部门、各乡镇和公共企事业单位的地址、电话和办公时间。',
    crumbs: [],
    main: `<main id="main" class="page" tabindex="-1"> <h1 class="page-title">单位名录</h1> ${kinds.map(({ id, name }) => `<section aria-labelledby="${id}"> <h2 id="${id}">${name}</h2> <section class="table" aria-label="${name}名录表格" tabindex="0"> <table> <thead><tr><th scope="col">单位</th><th scope="col">地址</th><th scope="col">电话</th></tr></thead> <tbody>${ofKind(id).map((unit) => `<tr><th scope="row"><a href="${unit.path}">${escape(unit.name)}</a></th><td>${escape(unit.address)}</td><td class="nowrap"><a href="tel:${unit.phone}">${unit.phone}</a></td></tr>`).join('')}</tbody> </table> </section> </section>`).join('')} </main>`,
  });
}

function topics(path) {
  return toPage({
    path,
    title: '专题专栏',
    columnName: '专题专栏',
    columnType: '专题专栏',
    columnKeywords: [],
    description: '围绕重点工作开设的专题。',
    crumbs: [],
    main: '<main id="main" class="page" tabindex="-1"> <h1 class="page-title">专题专栏</h1> <p class="empty">目前没有开设专题。</p> </main>',
  });
}

function map(path) {
  const links = (base, ids) => ids.map((id) => `<dd><a href="${base}${id}/">${escape(columns[id].name)}</a></dd>`).join('');
  return toPage({
    path,
    title: '网站地图',
    columnName: '网站地图',
    columnType: '网站地图',
    columnKeywords: ['频道', '栏目', '单位'],
    description: '全部频道、栏目和单位的入口。',
    crumbs: [],
    main: `<main id="main" class="page" tabindex="-1"> <h1 class="page-title">网站地图</h1> <section aria-labelledby="channels"> <h2 id="channels">频道和栏目</h2> <dl class="map"> ${portal.channels.map((channel) => `<div> <dt><a href="/${channel.id}/">${escape(channel.name)}</a></dt> ${links('/', channel.columns)} </div>`).join('')} <div><dt>专题专栏</dt></div> <div><dt>县政府</dt><dd><a href="/government/">县政府领导和机构</a></dd><dd><a href="/units/">单位名录</a></dd><dd><a href="/feed.xml">订阅</a></dd></div> </dl> </section> <section aria-labelledby="sites"> <h2 id="sites">部门、乡镇和公共企事业单位</h2> <dl class="map"> ${others.map((unit) => `<div> <dt><a href="${unit.path}">${escape(unit.short_name)}</a></dt> <dd><a href="${unit.path}about/">机构概况</a></dd> ${links(unit.path, unit.columns)} </div>`).join('')} </dl> </section> </main>`,
  });
}

function notFound(path) {
  return toPage({
    path,
    title: '没有找到这个页面',
    columnName: '没有找到这个页面',
    columnType: '首页',
    columnKeywords: ['没有找到这个页面'],
    description: '要找的页面不在这个地址，可以从首页、网站地图和单位名录查找。',
    hidden: true,
    main: `<main id="main" class="page" tabindex="-1"> <h1 class="page-title">没有找到这个页面</h1> <p>地址可能输错了，也可能是原来的内容已经移动。可以这样找：</p> <ul> <li>回到<a href="/">首页</a>，从频道进入；</li> <li>在<a href="/map/">网站地图</a>里按栏目和单位查找；</li> <li>在<a href="/units/">单位名录</a>里找到主管单位的电话，直接询问；</li> <li>拨打 <a href="tel:${portal.phone}">${portal.phone}</a> 告诉我们。</li> </ul> </main>`,
  });
}
