import { block, defineRule } from '../../../rule.ts';
import { hiddenLinks } from './hidden-links.ts';

export default defineRule({
  id: 'links/hidden',
  title: '正文里没有看不见的链接',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-05'],
  scope: 'entry',
  sensitive: false,
  waivable: false,
  messages: {
    found: block(({ where }) => `${where}里有看不见的链接（暗链）。删去这个链接；不是自己写的，报告信息办查找来源。`),
    comment: block(({ where }) => `${where}的注释里藏着链接。删去这段注释。`),
  },
  check({ body, spotIn }, report) {
    if (!body.includes('<')) return;
    for (const { start, end, isComment } of hiddenLinks(body)) report(isComment ? 'comment' : 'found', spotIn(start, end));
  },
});
