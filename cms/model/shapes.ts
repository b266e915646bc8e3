/** Shapes that texts must have, with the words that tell an editor what to write. */

/** Index number (索引号): organisation code / year and month - five digits; STD-DOC-20. */
export const INDEX_NUMBER = {
  pattern: /^\d{9}\/20\d{2}(?:0[1-9]|1[0-2])-\d{5}$/u,
  words: '写成“单位编码/年月-五位流水号”，例如 990101001/202603-00012',
};

/** Document number (发文字号): GB/T 9704-2012; the year in 〔〕, no 第, no leading zero. */
export const DOCUMENT_NUMBER = {
  pattern:
    /^[\u4e00-\u9fff]{1,14}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$|^(?:[\u4e00-\u9fff]{2,20}令第[1-9]\d{0,3}号|(?:19|20)\d{2}年第[1-9]\d{0,3}号)$/u,
  words: '写成“机关代字〔年份〕顺序号”，年份用六角括号，例如 清政办发〔2026〕12号',
};

export const PHONE = {
  pattern: /^(?:\d{5}|\d{3,4}-\d{7,8}(?:转\d{1,6})?|400-\d{3}-\d{4})$/u,
  words: '写办公电话并带区号，例如 0900-5550101',
};

export const WEB_ADDRESS = {
  pattern: /^https?:\/\/[^\s<>"]{3,300}$/u,
  words: '写完整的网址，以 https:// 开头',
};

/** Where a link on the portal leads: another site, or a page of this one. */
export const LINK = {
  pattern: /^(?:https?:\/\/[^\s<>"]{3,300}|\/(?!\/)[^\s<>"\\]{0,300})$/u,
  words: '写以 https:// 开头的完整网址，或者本站以 / 开头的地址',
};

/** Where an old address leads: a page of this site, or an entry. */
export const REDIRECT_TARGET = {
  pattern: /^(?:\/(?!\/)[^\s<>"\\]{0,300}|\d{9}\/20\d{2}(?:0[1-9]|1[0-2])-\d{5})$/u,
  words: '写本站以 / 开头的地址，或者索引号',
};

export const MAIL = {
  pattern: /^[A-Za-z0-9._-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/u,
  words: '写单位的电子邮箱，例如 xxb@qinglan.example',
};

/** A file name that survives every file system and web server: no path, no spaces. */
export const FILE_NAME = {
  pattern: /^(?!\.)[A-Za-z0-9\u4e00-\u9fff（）〔〕_.-]{1,80}\.[A-Za-z0-9]{2,5}$/u,
  words: '文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx',
};

/** Name of an account on a forge. */
export const FORGE_ACCOUNT = {
  pattern: /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/u,
  words: '写代码平台上的登录名，不带 @',
};

/** Id of a unit, column, duty, topic or folder. */
export const ID = {
  pattern: /^[a-z0-9][a-z0-9-]{0,59}$/u,
  words: '只用小写字母、数字和横线',
};

/** Organisation code: six digits of the area and three of the unit. */
export const CODE = { pattern: /^\d{9}$/u, words: '写九位数字，前六位是行政区划代码' };

/** Site identification code (网站标识码), 47号: area code and four digits. */
export const SITE_CODE = { pattern: /^(?:\d{10}|bm\d{8})$/u, words: '写十位网站标识码' };

/** Host name of the portal. */
export const HOST = {
  pattern: /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/u,
  words: '只写域名，例如 www.qinglan.gov.example',
};

/** Path of an old address, from the root. */
export const OLD_PATH = {
  pattern: /^(?!.*\/\.)(?!.*\/\/)\/[^\s?#<>"\\]{1,300}$/u,
  words: '写旧地址中域名以后的部分，以 / 开头，不带问号',
};
