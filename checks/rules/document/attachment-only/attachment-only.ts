import { defineRule, warn } from '../../../rule.ts';

/** Characters below which a text says no more than that there are annexes. */
const LEAST = 40;

export default defineRule({
  id: 'document/attachment-only',
  title: '内容写在正文里，不只放附件',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第二十四条' }],
  standards: ['STD-LNK-10', 'STD-FMT-02'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    only: warn(({ where }) => `${where}里只有几个字，内容都在附件里。把全文或者要点写进正文，附件作补充。`),
  },
  check({ data, type, body, spotIn }, report) {
    if (type !== 'policy' && type !== 'disclosure' && type !== 'notice' && type !== 'public-list') return;
    if ((data.attachments?.length ?? 0) === 0 || /!\[/u.test(body)) return;
    const { length } = body.replace(/[^\p{L}\p{N}]/gu, '');
    if (length < LEAST) report('only', spotIn(0, Math.min(body.length, 20)));
  },
});
