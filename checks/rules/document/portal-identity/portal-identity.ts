import { defineRule, warn } from '../../../rule.ts';

/** Domains of governments; the last is kept for made-up examples. */
const GOVERNMENT = /\.(?:gov\.cn|政务|xn--zfr164b|gov\.example)$/u;

export default defineRule({
  id: 'document/portal-identity',
  title: '网站名称是地名加“人民政府”，域名是政府域名',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-STR-05', 'STD-STR-06', 'STD-INS-49'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: true,
  messages: {
    name: warn<{ name: string }>(({ where, name }) => `${where}不是“${name}”。改成地名加“人民政府”。`),
    host: warn(({ where }) => `${where}不是政府域名。使用以 .gov.cn 或者 .政务 结尾的域名。`),
  },
  check({ library, spotOf }, report) {
    const { portal } = library;
    if (!portal) return;
    const name = `${portal.place}人民政府`;
    if (portal.name !== name) report('name', { ...spotOf('portal.yaml', 'name'), where: '“网站名称”', written: portal.name }, { name });
    if (!GOVERNMENT.test(portal.host)) report('host', { ...spotOf('portal.yaml', 'host'), where: '“网站域名”', written: portal.host });
  },
});
