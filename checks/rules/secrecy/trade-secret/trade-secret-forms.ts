const KEEP = '(?:不得|严禁|禁止|请勿|未经|仅供|仅限|注意保密|保密|绝不)';
const PAPER = '(?:本(?:册|件|文|文件|资料|材料|表|报告|方案|标书|投标文件)|此(?:件|表)|附表|附件|附图|该附件)';

/** Labels that claim the paper as somebody's trade secret. */
export const CHINESE_FORMS: readonly RegExp[] = [
  // In front of a line or in brackets, with words that forbid.
  new RegExp(`(?:^|[\\n(【\\[〔])[ \\t*#>]*商\\s*业\\s*秘\\s*密[\\s,·;、:—\\-|★☆*]{0,6}${KEEP}`, 'gu'),
  // Alone in its line or brackets.
  /(?:^|\n)[ \t#>]*[(【[〔]?[ \t]*商\s*业\s*秘\s*密[ \t]*[)】\]〕]?(?:[ \t]*[★☆*][^\n]{0,8})?[ \t]*(?=\n|$)/gu,
  /[(【[〔][ \t]*商[ \t]*业[ \t]*秘[ \t]*密[ \t]*[)】\]〕][ \t]*(?=\n|$|\.)/gu,
  // In a sentence that classifies this very paper.
  new RegExp(`${PAPER}[^。;,、不非]{0,14}(?:属于|属|系|为|是|含有|包含|含)[^。;,、不非]{0,10}商业秘密[,;]?\\s*${KEEP}`, 'gu'),
];

/** Footers of English templates. */
export const ENGLISH_FORMS: readonly RegExp[] = [
  /\b(?:strictly|highly|company|business)\s+confidential\b/giu,
  /\bcommercial(?:ly)?[\s-]+in[\s-]+confidence\b/giu,
  /\bproprietary\s*(?:and|&)\s*confidential\b|\bconfidential\s*(?:and|&)\s*proprietary\b/giu,
  /\bconfidential\b\s*[–—\-:.]\s*(?:do not|not for|internal|for)/giu,
  /(?:^|\n)[^\S\n]*(?:\S{0,20}[^\S\n]+)?CONFIDENTIAL[^\S\n]*(?=\n|$)/gu,
];
