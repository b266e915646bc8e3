import { block, defineRule, warn } from '../../../rule.ts';

/** Extensions with which a browser shows a page although they are not those of pages. */
const SHOWN = /^(?:svg|xml|xsd|kml|gpx)$/u;

export default defineRule({
  id: 'attachment/real-type',
  title: '附件的扩展名和内容一致',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第二十四条' }],
  standards: ['STD-LNK-08'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    misnamed: warn<{ says: string; is: string }>(
      ({ where, says, is }) => `${where}的扩展名是 ${says}，内容却是 ${is}。用原来的软件另存，或者改正扩展名。`,
    ),
    page: block<{ says: string }>(
      ({ where, says }) => `${where}的扩展名是 ${says}，内容却是网页，打开就会显示。换成 PDF、OFD、Word 或者 Excel。`,
    ),
  },
  check({ traits }, report) {
    for (const trait of traits) {
      if (trait.kind !== 'misnamed') continue;
      const { where, says, is } = trait;
      const at = { where, written: '' };
      if (is === 'html' && SHOWN.test(says)) report('page', at, { says });
      else report('misnamed', at, { says: says || '空的', is });
    }
  },
});
