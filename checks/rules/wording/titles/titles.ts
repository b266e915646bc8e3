import { listRule } from '../list-rule.ts';

export default listRule('titles', 'warn', {
  title: '职务称谓规范',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-05'],
});
