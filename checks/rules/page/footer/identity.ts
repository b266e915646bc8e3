import type { Element } from 'hast';
import { attribute, textOf } from '../../../subjects/elements.ts';
import type { Page } from '../../../subjects/page.ts';

interface IdentityElement {
  what: string;
  advice: string;
  isThere(text: string, links: readonly Element[], page: Page): boolean;
  /** Site identification codes that it carries. */
  codes?(text: string, links: readonly Element[]): string[];
}

const leads = (links: readonly Element[], pattern: RegExp) => links.some((link) => pattern.test(addressOf(link)));
const addressOf = (link: Element) => attribute(link, 'href') ?? attribute(link, 'src') ?? '';

const CODE = /网站标识码\s*[：:]?\s*([0-9A-Za-z]+)/gu;
const REPORT_ERROR = /^https:\/\/zfwzgl\.www\.gov\.cn\/exposure\/jiucuo\.(?:html\?|js)/u;

/** What 国办发〔2017〕47号 asks of the foot of every page, with the forms of STD-WEB-20..26. */
export const ELEMENTS: readonly IdentityElement[] = [
  {
    what: '党政机关网站标识',
    advice: '在 portal.yaml 的 badge 里填标识的查询网址',
    isThere: (_, links) =>
      leads(links, /^(?:https?:)?\/\/(?:dcs\.conac\.cn\/js\/(?:\d+\/)+CA\d+\.js|bszs\.conac\.cn\/sitename\?method=show&id=[0-9A-F]{32})$/u),
  },
  {
    what: '“我为政府网站找错”入口',
    advice: '按规定的网址加上入口，带网站标识码和本页网址',
    isThere: (_, links) => leads(links, REPORT_ERROR),
    codes: (_, links) =>
      links
        .filter((link) => REPORT_ERROR.test(addressOf(link)))
        .map(
          (link) =>
            attribute(link, 'siteCode') ?? attribute(link, 'sitecode') ?? new URL(addressOf(link)).searchParams.get('site_code') ?? '',
        ),
  },
  {
    what: '网站标识码',
    advice: '写成“网站标识码：”加十位标识码',
    isThere: (text) => text.search(CODE) >= 0,
    codes: (text) => [...text.matchAll(CODE)].map(([, code = '']) => code),
  },
  {
    what: 'ICP备案号和链接',
    advice: '写全备案号，链接到 beian.miit.gov.cn',
    isThere: (text, links) =>
      /\p{Script=Han}ICP备\d{6,10}号(?:-\d+)?/u.test(text) && leads(links, /^https:\/\/beian\.miit\.gov\.cn(?:\/|$)/u),
  },
  {
    what: '公安机关备案号和链接',
    advice: '写全十四位备案号，链接到公安备案查询页',
    isThere: (text, links) =>
      /\p{Script=Han}公网安备\s?\d{14}号/u.test(text) &&
      leads(links, /^https?:\/\/(?:beian\.mps\.gov\.cn\/|(?:www\.)?beian\.gov\.cn\/portal\/registerSystemInfo\?)/u),
  },
  {
    what: '主办单位',
    advice: '写成“主办单位：”加单位全称',
    isThere: (text) => /主办单位?[：:]\s*\p{Script=Han}{2}/u.test(text),
  },
  {
    what: '联系方式',
    advice: '写成“联系电话：”加带区号的电话',
    isThere: (text) => /(?:联系)?电话[：:]\s*(?:\d{3,4}-?)?\d{5,8}/u.test(text),
  },
  {
    what: '站点地图',
    advice: '加上站点地图的链接，链接要能打开',
    isThere: (_, links, page) => links.some((link) => /^(?:站点|网站)地图$/u.test(textOf(link)) && page.has(addressOf(link))),
  },
];
