import { defineRule, warn } from '../../../rule.ts';

/** Titles of warnings, and of what only speaks about them. */
const WARNING = /(?:发布|升级|变更|继续).{0,24}预警(?!.{0,6}(?:解除|机制|办法|系统|制度|能力|演练))|预警(?:信息|信号|通告|公告|通知)$/u;
const ABOUT = /解除|预案|办法|制度|系统|演练|培训|会议|中标|采购/u;

/** What 突发事件应对法 art. 64 has a warning say, and the words that show that it does. */
const ELEMENTS: [name: string, pattern: RegExp][] = [
  ['级别', /[红橙黄蓝]色|[一二三四IVⅠⅡⅢⅣ]级/u],
  ['起始时间', /\d{1,2}[时点日]|\d{1,2}[:：]\d{2}|起至|小时/u],
  ['可能影响范围', /影响|范围|全县|乡|镇|河段|流域|区域|一带/u],
  ['应当采取的措施', /避免|防范|撤离|转移|注意|不要|严禁|做好|停止|加固|巡查|应当/u],
];

export default defineRule({
  id: 'document/warning-elements',
  title: '预警信息的要素齐全',
  basis: [{ law: '中华人民共和国突发事件应对法', article: '第六十四条' }],
  standards: ['STD-OPS-05'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ name: string }>(({ name }) => `预警信息里没有找到“${name}”。对照预警发布单补上。`),
  },
  check({ data, type, body, spotIn }, report) {
    if (type !== 'notice' && type !== 'disclosure') return;
    if (!WARNING.test(data.title) || ABOUT.test(data.title)) return;
    const text = `${data.title}\n${body}`;
    for (const [name, pattern] of ELEMENTS) if (!pattern.test(text)) report('missing', { ...spotIn(0, 0), written: name }, { name });
  },
});
