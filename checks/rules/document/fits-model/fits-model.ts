import { block, defineRule } from '../../../rule.ts';

export default defineRule({
  id: 'document/fits-model',
  title: '内容文件的字段、代码和引用符合内容手册',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '中华人民共和国政府信息公开条例', article: '第十二条' }],
  standards: [
    'STD-DOC-01',
    'STD-DOC-02',
    'STD-DOC-20',
    'STD-DOC-21',
    'STD-DOC-22',
    'STD-FOI-05',
    'STD-SEED-02',
    'STD-LNK-08',
    'STD-SEED-01',
    'STD-DOC-03',
    'STD-DOC-25',
    'STD-DATA-01',
    'STD-INT-04',
    'STD-LNK-01',
  ],
  scope: 'library',
  sensitive: false,
  waivable: false,
  messages: {
    misfit: block<{ words: string }>(({ words }) => words),
  },
  check({ library }, report) {
    for (const { file, line, column, message } of library.findings()) {
      const place = { line, column, endLine: line, endColumn: column };
      report('misfit', { where: `第${line}行`, written: message, file, place }, { words: message });
    }
  },
});
