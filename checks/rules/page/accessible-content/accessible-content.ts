import type { Element } from 'hast';
import { block, defineRule, type Report, warn } from '../../../rule.ts';
import { attribute, elements, find, textOf } from '../../../subjects/elements.ts';
import type { Page } from '../../../subjects/page.ts';

const messages = {
  picture: block(({ where }) => `${where}有图片没有替代文字。写一句话说明图片的内容。`),
  table: warn(({ where }) => `${where}有表格没有表头。把第一行设为表头，读屏软件才能读懂。`),
  jump: warn<{ from: number; to: number }>(({ where, from, to }) => `${where}的标题从第${from}级跳到第${to}级。按顺序使用标题级别。`),
  vague: warn<{ text: string }>(({ where, text }) => `${where}的链接文字是“${text}”，看不出去哪里。写出要打开的内容名称。`),
  nameless: block(({ where }) => `${where}有链接没有文字。写上链接文字。`),
};

export default defineRule({
  id: 'page/accessible-content',
  title: '图片、表格、标题和链接读屏软件都能读懂',
  basis: [{ law: '中华人民共和国无障碍环境建设法', article: '第三十二条' }],
  standards: ['STD-WEB-03', 'STD-A11Y-14', 'STD-A11Y-15'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages,
  check(page, report) {
    if (page.kind === 'moved') return;
    for (const element of elements(page.tree)) judge(element, page, report);
    let level = 0;
    for (const heading of find(find(page.tree, 'main')[0] ?? page.tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
      const next = Number(heading.tagName[1]);
      if (level > 0 && next > level + 1) report('jump', page.spot(heading), { from: level, to: next });
      level = next;
    }
  },
});

const VAGUE = /^(?:请?点击?(?:这里|此处|进入|查看|下载)?|这里|此处|链接|详情|click here|here)[>»…。]*$/iu;

function judge(element: Element, page: Page, report: Report<typeof messages>) {
  const { tagName } = element;
  if (tagName === 'img' && attribute(element, 'alt') === undefined) report('picture', page.spot(element));
  if (tagName === 'table' && find(element, 'td').length > 0 && find(element, 'th').length === 0) report('table', page.spot(element));
  if (tagName !== 'a' || attribute(element, 'href') === undefined) return;
  const text = nameOf(element);
  if (text === '') report('nameless', page.spot(element));
  else if (VAGUE.test(text)) report('vague', page.spot(element), { text: text.slice(0, 8) });
}

const nameOf = (link: Element): string =>
  (attribute(link, 'ariaLabel') ?? '') ||
  textOf(link) ||
  find(link, 'img')
    .map((image) => attribute(image, 'alt') ?? '')
    .join('') ||
  (attribute(link, 'title') ?? '');
