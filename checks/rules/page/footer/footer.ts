import { block, defineRule } from '../../../rule.ts';
import { find, textOf } from '../../../subjects/elements.ts';
import { ELEMENTS } from './identity.ts';

export default defineRule({
  id: 'page/footer',
  title: '每个页面的页脚都有规定的网站标识',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: [
    'STD-WEB-20',
    'STD-WEB-21',
    'STD-WEB-22',
    'STD-WEB-23',
    'STD-WEB-24',
    'STD-WEB-25',
    'STD-WEB-26',
    'STD-META-22',
    'STD-STR-10',
    'STD-INS-50',
    'STD-INS-52',
  ],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    missing: block<{ what: string; advice: string }>(({ where, what, advice }) => `${where}的页脚没有${what}。${advice}。`),
    differs: block<{ what: string }>(({ where, what }) => `${where}页脚的${what}和首页标签里的网站标识码不一致。改成同一个。`),
  },
  check(page, report) {
    if (page.kind === 'moved') return;
    const footer = find(page.tree, 'footer').at(-1);
    const text = textOf(footer);
    const links = footer ? find(footer, 'a', 'script', 'img') : [];
    for (const { what, advice, isThere, codes } of ELEMENTS) {
      if (!isThere(text, links, page)) report('missing', page.spot(footer), { what, advice });
      else if (codes?.(text, links).some((code) => code !== page.site.code)) report('differs', page.spot(footer), { what });
    }
  },
});
