import { block, defineRule } from '../../../rule.ts';

export default defineRule({
  id: 'wording/lexicon-file',
  title: '词表能读，写法正确',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-TXT-17'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: false,
  messages: {
    fault: block<{ words: string }>(({ words }) => words),
  },
  check({ lexiconFaults }, report) {
    for (const { file, line, column, message } of lexiconFaults) {
      const place = { line, column, endLine: line, endColumn: column };
      report('fault', { where: `第${line}行`, written: message, file, place }, { words: message });
    }
  },
});
