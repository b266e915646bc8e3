import { defineRule, warn } from '../../../rule.ts';
import { isTrusted } from './trusted.ts';

export default defineRule({
  id: 'document/repost-source',
  title: '转载的内容写明来源，来自党政机关网站或者指定的来源单位',
  basis: [
    { law: '政府网站发展指引（国办发〔2017〕47号）' },
    { law: '国务院办公厅关于推进政务新媒体健康有序发展的意见（国办发〔2018〕123号）' },
  ],
  standards: ['STD-OPS-02', 'STD-FOI-01', 'STD-WEB-06'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    address: warn(({ where }) => `转载的内容没有填写${where}。填上原文网址。`),
    name: warn(({ where }) => `填了来源网址，没有填写${where}。写上来源单位的名称。`),
    host: warn<{ host: string }>(({ host }) => `来源网站 ${host} 不是党政机关网站，也不在友情链接里。换成首发的政府网站。`),
  },
  check({ data, library, spotOf }, report) {
    const { source, source_url: address } = data;
    if (address === undefined) {
      if (source !== undefined && !isOfHere(source)) report('address', { ...spotOf('source'), where: '“来源网址”' });
      return;
    }
    if (source === undefined) report('name', { ...spotOf('source_url'), where: '“信息来源”' });
    const host = URL.canParse(address) ? new URL(address).hostname : address;
    if (!isTrusted(host, library)) report('host', { ...spotOf('source_url'), written: host }, { host });

    /** Sources of the county itself have no page elsewhere. */
    function isOfHere(name: string): boolean {
      const place = library.portal?.place ?? '';
      return name.includes(place) || library.units().some((unit) => name.includes(unit.name) || name.includes(unit.short_name));
    }
  },
});
