import { defineRule, warn } from '../../../rule.ts';
import { hasText } from './texts.ts';

export default defineRule({
  id: 'disclosure/platform-parts',
  title: '政府信息公开平台的指南、制度、法定主动公开内容、年报四部分齐全',
  basis: [
    { law: '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知（国办公开办函〔2019〕61号）' },
    { law: '中华人民共和国政府信息公开条例', article: '第十二条、第二十四条' },
  ],
  standards: ['STD-PLT-04', 'STD-PLT-06'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: true,
  messages: {
    column: warn<{ part: string }>(({ part }) => `县政府没有开设“${part}”的栏目。在单位文件的“栏目”里加上。`),
    text: warn<{ part: string }>(({ part }) => `网站上没有找到“${part}”。由信息公开机构编制并发布。`),
  },
  check({ library, spotOf }, report) {
    const county = library.units('county')[0];
    if (!county) return;
    const at = (part: string) => ({ ...spotOf(`units/${county.id}.yaml`, 'columns'), where: '“栏目”', written: part });
    const kinds = new Set(county.columns.flatMap((id) => library.column(id)?.kind ?? []));
    if (!kinds.has('disclosure')) report('column', at('法定主动公开内容'), { part: '法定主动公开内容' });
    if (!kinds.has('report')) report('column', at('政府信息公开年报'), { part: '政府信息公开年报' });
    if (!hasText(library, /信息公开指南/u)) report('text', at('政府信息公开指南'), { part: '政府信息公开指南' });
    if (!hasText(library, /政府信息公开(?:条例|.{0,10}(?:制度|办法|规定|细则))/u))
      report('text', at('政府信息公开制度'), { part: '政府信息公开制度' });
  },
});
