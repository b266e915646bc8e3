import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/scanned',
  title: '公文附件能选中、能检索',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第二十四条' }],
  standards: ['STD-DOC-16'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    found: warn(({ where }) => `${where}是扫描的图片，选不中文字，读屏软件读不出。换成文字版。`),
  },
  check({ format, traits }, report) {
    // A picture is one by nature; a document of pages could have had its text.
    if (format !== 'pdf' && format !== 'ofd') return;
    for (const { kind, where } of traits) if (kind === 'scanned') report('found', { where, written: '' });
  },
});
