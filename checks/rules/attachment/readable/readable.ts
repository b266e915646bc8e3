import { block, defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/readable',
  title: '附件都能打开、能查完',
  basis: [
    { law: '中华人民共和国保守国家秘密法', article: '第三十五条' },
    { law: '中华人民共和国政府信息公开条例', article: '第二十四条' },
  ],
  standards: ['STD-FMT-03', 'STD-LNK-08', 'STD-LNK-09'],
  scope: 'file',
  sensitive: false,
  waivable: false,
  messages: {
    empty: block(({ where }) => `${where}是空的。重新上传，或者删去这个附件。`),
    encrypted: block(({ where }) => `${where}要密码才能打开，没法检查，群众也看不了。换成没有密码的文件。`),
    corrupt: warn(({ where }) => `${where}已经损坏，读不完整。重新导出一份再上传。`),
    unknown: warn<{ format: string }>(({ where, format }) => `${where}是 ${format} 格式，没法检查。换成常用格式，或者由人打开看过。`),
    cut: warn<{ what: string }>(({ where, what }) => `${where}没有查完：${what}。没查到的部分由人看过。`),
    unjudged: block<{ what: string }>(({ where, what }) => `${where}没有查成：${what}。重新导出一份再检查。`),
    refused: block<{ what: string }>(({ where, what }) => `${where}没有查：${what}`),
    unseen: warn(({ where }) => `${where}没有识别成文字。由人逐页看过。`),
  },
  check({ traits, size, isAttachment, spot }, report) {
    if (size === 0 && isAttachment) report('empty', spot);
    for (const trait of traits) {
      const at = { where: trait.where, written: '' };
      if (trait.kind === 'encrypted' || trait.kind === 'corrupt' || trait.kind === 'unseen') report(trait.kind, at);
      if (trait.kind === 'unknown') report('unknown', at, { format: trait.format || '不明' });
      if (trait.kind === 'unjudged') report('unjudged', at, { what: trait.what });
      if (trait.kind === 'refused') report('refused', at, { what: trait.what });
      if (trait.kind === 'cut') report('cut', at, { what: trait.what });
    }
  },
});
