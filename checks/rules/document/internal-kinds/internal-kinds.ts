import { defineRule, warn } from '../../../rule.ts';

const INTERNAL = /(?:请示|会议纪要|讨论稿|送审稿|征求意见函|内部通报|工作秘密.{0,4}|签报|呈批件)$/u;
const DRAFT = /[（(](?:讨论稿|送审稿|内部征求意见稿|修改稿|初稿)[)）]/u;
/** How a request to a higher body ends. */
const REQUEST = /(?:妥否|当否|可否|是否妥当|以上请示)[，,]?.{0,6}(?:批示|批复|指示|审批|审定|审示)/u;

export default defineRule({
  id: 'document/internal-kinds',
  title: '请示、会议纪要、讨论稿等内部文件没有放到网上',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第十六条' },
    { law: '党政机关公文处理工作条例', article: '第八条' },
  ],
  standards: ['STD-FOI-08', 'STD-DOC-12'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    title: warn(({ where }) => `看${where}，这是内部请示或者过程稿，一般不公开。核对公开属性，确实要公开的改用公开文本。`),
    asks: warn(({ where }) => `${where}里有向上级请示的话，这类文件一般不公开。核对公开属性。`),
  },
  check({ data, type, body, spotOf, spotIn }, report) {
    if (type === 'consultation' || type === 'letter') return;
    const title = data.title.replace(/[（(][^（）()]*[)）]$/u, '');
    if (INTERNAL.test(title) || DRAFT.test(data.title)) report('title', { ...spotOf('title'), written: data.title });
    const request = REQUEST.exec(body);
    if (request) report('asks', spotIn(request.index, request.index + request[0].length));
  },
});
