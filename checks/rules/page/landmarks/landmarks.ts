import { block, defineRule } from '../../../rule.ts';
import { attribute, find, textOf } from '../../../subjects/elements.ts';

const PARTS = [
  ['header', '页头（header）'],
  ['nav', '导航（nav）'],
  ['footer', '页脚（footer）'],
] as const;

export default defineRule({
  id: 'page/landmarks',
  title: '每个页面有页头、导航、正文区、页脚和标题',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '中华人民共和国无障碍环境建设法', article: '第三十二条' }],
  standards: ['STD-WEB-08', 'STD-WEB-09', 'STD-INS-49', 'STD-A11Y-15'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    missing: block<{ part: string }>(({ where, part }) => `${where}没有${part}。在模板里补上。`),
    several: block<{ part: string }>(({ where, part }) => `${where}有几个${part}。只留一个。`),
    language: block(({ where }) => `${where}没有注明语言。在 html 标签上写 lang="zh-CN"。`),
  },
  check(page, report) {
    const { tree, kind } = page;
    if (!/^zh\b/u.test(attribute(find(tree, 'html')[0]!, 'lang') ?? '')) report('language', page.spot());
    if (textOf(find(tree, 'title')[0]) === '') report('missing', page.spot(), { part: '网页标题（title）' });
    if (kind === 'moved') return;
    for (const [tag, part] of PARTS) if (find(tree, tag).length === 0) report('missing', page.spot(), { part });
    for (const [tag, part] of [
      ['main', '正文区（main）'],
      ['h1', '一级标题（h1）'],
    ] as const) {
      const many = find(tree, tag);
      if (many.length === 0) report('missing', page.spot(), { part });
      else if (many.length > 1) report('several', page.spot(many[1]), { part });
    }
    if (page.site.name !== '' && !textOf(find(tree, 'header')[0]).includes(page.site.name))
      report('missing', page.spot(), { part: '页头里的网站名称' });
  },
});
