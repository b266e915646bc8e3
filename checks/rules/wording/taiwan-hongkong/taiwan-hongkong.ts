import { listRule } from '../list-rule.ts';

export default listRule('taiwan-hongkong', 'block', {
  title: '涉港澳台的用语规范',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-INS-10', 'STD-TXT-03', 'STD-TXT-04'],
});
