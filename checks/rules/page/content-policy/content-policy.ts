import { defineRule, warn } from '../../../rule.ts';
import { attribute, find } from '../../../subjects/elements.ts';

/** Sources by which a policy lets in what it is there to keep out. */
const LOOSE = /(?:^|[\s;])(?:\*|https?:|'unsafe-(?:inline|eval)')(?=[\s;]|$)/u;

export default defineRule({
  id: 'page/content-policy',
  title: '每个页面声明只用本站的内容（内容安全策略）',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-NET-04'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    missing: warn(({ where }) => `${where}没有内容安全策略。在模板的 head 里补上 Content-Security-Policy。`),
    loose: warn<{ source: string }>(({ where, source }) => `${where}的内容安全策略里有 ${source}，等于不设防。只写 'self' 和 'none'。`),
    partial: warn(({ where }) => `${where}的内容安全策略没有 default-src。写上 default-src 'none'，再逐项放开。`),
  },
  check(page, report) {
    if (page.kind === 'moved') return;
    const policies = find(page.tree, 'meta').filter((meta) => attribute(meta, 'httpEquiv')?.toLowerCase() === 'content-security-policy');
    if (policies.length === 0) report('missing', page.spot(find(page.tree, 'head')[0]));
    for (const meta of policies) {
      const policy = attribute(meta, 'content') ?? '';
      const loose = LOOSE.exec(policy)?.[0];
      if (loose !== undefined) report('loose', page.spot(meta), { source: loose.replace(/^[\s;]/u, '') });
      if (!/(?:^|;)\s*default-src\s/u.test(policy)) report('partial', page.spot(meta));
    }
  },
});
