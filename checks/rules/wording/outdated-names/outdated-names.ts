import { listRule } from '../list-rule.ts';

export default listRule('outdated-names', 'warn', {
  title: '名称和提法是现用的',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-05'],
});
