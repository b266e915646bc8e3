import { defineRule, warn } from '../../../rule.ts';

/** Larger downloads do not open on an old phone. In bytes. */
const LARGEST = 20_000_000;
/** Formats that citizens open without paying for software (GB/T 33190-2016 for OFD), and pictures of the page. */
const USUAL = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|csv|txt|zip|jpe?g|png|webp|svg|gif|pptx?|dps|odt|ods|odp|json|xml|rtf)$/iu;
/** A name that says only that it is an annex. */
const NAMELESS = /^(?:附件|附表|附)\s*[\d一二三四五六七八九十]*\.[a-z0-9]+$/iu;

export default defineRule({
  id: 'attachment/format-size',
  title: '附件格式常用、大小适当、名称说得清',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第二十四条' }],
  standards: ['STD-FMT-01', 'STD-FMT-04'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    large: warn<{ size: string }>(({ where, size }) => `${where}有 ${size} MB，手机打不开。压缩图片，或者拆成几个文件。`),
    unusual: warn(({ where }) => `${where}的格式不常用，群众打不开。换成 PDF、OFD、Word 或者 Excel。`),
    nameless: warn(({ where }) => `${where}的名称只说是附件。在名称里写清是什么。`),
  },
  check({ name, size, isAttachment, spot }, report) {
    if (!isAttachment) return;
    if (size > LARGEST) report('large', spot, { size: (size / 1_000_000).toFixed(0) });
    if (!USUAL.test(name)) report('unusual', spot);
    if (NAMELESS.test(name)) report('nameless', spot);
  },
});
