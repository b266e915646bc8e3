import { listRule } from '../list-rule.ts';

export default listRule('respect', 'warn', {
  title: '对残疾人和其他群体的称呼有尊重',
  basis: [{ law: '中华人民共和国残疾人保障法', article: '第三条' }],
  standards: ['STD-TXT-08'],
});
