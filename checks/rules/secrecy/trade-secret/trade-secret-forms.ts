const KEEP =
  '(?:不得|严禁|禁止|请勿|切勿|未经|仅供|仅限|注意保密|注意保存|保密|绝不|不予公开|不宜公开|不公开|请[^。;\\n]{0,8}(?:不予公开|勿公开|保密))';
const PAPER =
  '(?:本(?:册|件|文|文件|资料|材料|表|报告|方案|标书|投标文件|报价单|报价|清单|响应文件|说明)|此(?:件|表|材料)|附[表件图]?[一二三四五六七八九十\\d]{0,2}|该附件|上述(?:内容|材料|资料|附件))';
const SECRET = '(?:商\\s*业\\s*[秘机]\\s*密|商密(?!码))';
const OWNER = '(?:核心|重要|普通|一般|企业|公司|我司|本公司|我公司|涉及|属于)?';
const START = '(?:^|[\\n(【\\[〔])[ \\t*#>]*';
const STARRED = '[ \\t]*[★☆*⭐▲△◆◇●○][^\\n]{0,8}';

/** Labels that claim the paper as somebody's trade secret. */
export const CHINESE_FORMS: readonly RegExp[] = [
  // In front of a line or in brackets, with words that forbid.
  new RegExp(`${START}${OWNER}${SECRET}级?[\\s,·;、:—\\-|★☆*]{0,6}${KEEP}`, 'gu'),
  // With a star, as marks have it.
  new RegExp(`${START}${OWNER}${SECRET}级?${STARRED}(?=\\n|$)`, 'gu'),
  // Alone in its line or brackets.
  new RegExp(`(?:^|\\n)[ \\t#>]*[(【[〔]?[ \\t]*${OWNER}${SECRET}[ \\t]*[)】\\]〕]?[ \\t]*(?=\\n|$)`, 'gu'),
  new RegExp(`[(【[〔][ \\t]*${OWNER}${SECRET}[ \\t]*[)】\\]〕][ \\t]*(?=\\n|$|\\.)`, 'gu'),
  new RegExp(`密\\s*级\\s*[::]\\s*${OWNER}${SECRET}`, 'gu'),
  // In a sentence that classifies this very paper.
  new RegExp(
    `${PAPER}[^。;,、不非]{0,14}(?:属于|属|系|为|是|含有|包含|含|涉及)[^。;,、不非]{0,10}${SECRET}[^。;,、]{0,6}[,;]?\\s*${KEEP}`,
    'gu',
  ),
  // Papers of a tender that are told to be kept from others.
  new RegExp(
    `${START}(?:评标|评审|开标|投标|报价|标底|询价|谈判)[资材][料][\\s,·;、:]{1,4}(?:不得|严禁|请勿|禁止)(?:对外|外传|外泄|泄露|传播|公开)`,
    'gu',
  ),
];
/** The word that a cell has alone, and what another cell of its row adds. */
export const SECRET_CELL = new RegExp(`^\\s*${OWNER}${SECRET}\\s*$`, 'u');
export const KEEP_CELL = new RegExp(`^\\s*${KEEP}`, 'u');

/** Footers of English templates. */
export const ENGLISH_FORMS: readonly RegExp[] = [
  /\b(?:strictly|highly|company|business)\s+confidential\b/giu,
  /\bcommercial(?:ly)?[\s-]+in[\s-]+confidence\b/giu,
  /\bproprietary\s*(?:and|&)\s*confidential\b|\bconfidential\s*(?:and|&)\s*proprietary\b/giu,
  /\bprivate\s*(?:and|&)\s*confidential\b/giu,
  /\bconfidential\b\s*[–—\-:.]\s*(?:do not|not for|internal|for)/giu,
  /(?:^|\n)[^\S\n]*(?:\S{0,20}[^\S\n]+)?CONFIDENTIAL[^\S\n]*(?=\n|$)/gu,
];
