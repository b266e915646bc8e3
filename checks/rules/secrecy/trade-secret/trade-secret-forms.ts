const FORBID =
  '不得|严禁|禁止|请勿|切勿|勿|未经|仅供|仅限|限于|注意保密|注意保存|妥善保管|保密|绝不|请[^。;\\n]{0,8}(?:不予公开|勿公开|保密)';
const KEEP = `(?:${FORBID}|不予公开|不宜公开|不公开)`;
/** In a sentence `涉及商业秘密，不予公开` is the answer to an application. */
const KEEP_SENTENCE = `(?:${FORBID})`;
/** What speaks of itself or of what stands beside it: `本记录`, `以下配方及工艺参数`, `附件2`. */
const PAPER =
  '(?:(?:[本此该]|以[下上]|[上下][述列]|所附)\\p{Script=Han}{0,8}?(?:册|件|文|稿|资料|材料|表|报告|方案|标书|书|报价|报价单|清单|说明|记录|纪要|内容|数据|信息|参数|配方|工艺|技术|图纸|图|名单|成本|价格|条款|协议|合同|代码)|附[表件图]?[一二三四五六七八九十\\d]{0,2})';
const SECRET = '(?:商\\s*业\\s*[秘机]\\s*密|商密(?!码)|(?:技\\s*术|企\\s*业|公\\s*司)\\s*[秘机]\\s*密)';
const OWNER = '(?:核心|重要|普通|一般|内部|企业|公司|单位|我司|本公司|我公司|供应商|投标人|权利人|涉及|属于)?';
const START = '(?:^|[\\n(【\\[〔])[ \\t*#>]*';
const STARRED = '[ \\t]*[★☆*⭐▲△◆◇●○][^\\n]{0,8}';

/** Labels that claim the paper as somebody's trade secret. */
export const CHINESE_FORMS: readonly RegExp[] = [
  // In front of a line or in brackets, with words that forbid.
  new RegExp(`${START}${OWNER}${SECRET}级?[\\s,·;、:—\\-|★☆*]{0,6}${KEEP}`, 'gu'),
  // With a star, as marks have it.
  new RegExp(`${START}${OWNER}${SECRET}级?${STARRED}(?=\\n|$)`, 'gu'),
  // Alone in its line or brackets.
  new RegExp(`(?:^|\\n)[ \\t#>★☆※]*[(【[〔]?[ \\t]*${OWNER}${SECRET}[ \\t]*[)】\\]〕]?[ \\t★☆※]*(?=\\n|$)`, 'gu'),
  new RegExp(`[(【[〔][ \\t]*${OWNER}${SECRET}[ \\t]*[)】\\]〕][ \\t]*(?=\\n|$|\\.)`, 'gu'),
  new RegExp(`密\\s*级\\s*[::]\\s*${OWNER}${SECRET}`, 'gu'),
  // In a sentence that classifies this very paper.
  new RegExp(
    `${PAPER}[^。;,、不非]{0,14}(?:属于|属|系|为|是|含有|包含|含|涉及)[^。;,、不非]{0,10}${SECRET}[^。;,、]{0,6}[,;]?\\s*${KEEP_SENTENCE}`,
    'gu',
  ),
  // The same without the paper, as a field or a line of its own has it.
  new RegExp(`${START}(?:涉及|内?含有?|属于?|系|为)${OWNER}${SECRET}[,;\\s]{1,3}${KEEP_SENTENCE}`, 'gu'),
  // Papers of a tender that are told to be kept from others.
  new RegExp(
    `${START}(?:评标|评审|开标|投标|报价|标底|询价|谈判)[资材][料][\\s,·;、:]{1,4}(?:不得|严禁|请勿|禁止)(?:对外|外传|外泄|泄露|传播|公开)`,
    'gu',
  ),
];
/** The word that a cell has alone, and what another cell of its row adds. */
export const SECRET_CELL = new RegExp(`^\\s*${OWNER}${SECRET}\\s*$`, 'u');
/** Who claims it or where it is written: `供应商声明为商业秘密`, `投标文件中已标明属商业秘密`. */
export const CLAIMED_CLAUSE = new RegExp(
  `^(?!.*(?:未|不|如|若|凡|是否|应当|必须))\\p{Script=Han}{0,14}?(?:声明|申明|标注|标明|注明|备注|认定|主张)(?:其?(?:属于?|系|为|是|含有?))?${OWNER}${SECRET}(?:内容|部分|信息)?$`,
  'u',
);
export const SECRET_CLAUSE = new RegExp(`^${OWNER}${SECRET}(?:级|件|资料|文件)?$`, 'u');
export const KEEP_CELL = new RegExp(`^\\s*${KEEP}`, 'u');

/** Footers of English templates. */
export const ENGLISH_FORMS: readonly RegExp[] = [
  /\b(?:strictly|highly|company|business)\s+confidential\b/giu,
  /\b(?:for\s+)?internal\s+use\s+only\b/giu,
  /\bcommercial(?:ly)?[\s-]+in[\s-]+confidence\b/giu,
  /\bproprietary\s*(?:and|&)\s*confidential\b|\bconfidential\s*(?:and|&)\s*proprietary\b/giu,
  /\bprivate\s*(?:and|&)\s*confidential\b/giu,
  /\bconfidential\b\s*[–—\-:.]\s*(?:do not|not for|internal|for)/giu,
  /(?:^|\n)[^\S\n]*(?:\S{0,20}[^\S\n]+|[^\n]{2,60}[^\S\n][-–—|·][^\S\n]*)?CONFIDENTIAL[^\S\n]*(?=\n|$|[-–—:.|©])/gu,
];
