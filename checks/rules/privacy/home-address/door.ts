const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})';
/** House number, group of a village, building, entrance or room: closer than a township or village. */
const DOOR = new RegExp(
  `(?:路|街|巷|道|里|弄|胡同|小区|花园|苑|村|社区|宿舍|庄|院|湾|区|坊|组|社)[\\p{Script=Han}]{0,6}?${NUMBER}\\s*(?:号院|号|栋|幢|座|单元|组|社)(?![线楼站]|组?长)|${NUMBER}(?:号楼|栋|幢|座)\\s*${NUMBER}?\\s*(?:单元|室|号)|${NUMBER}单元\\s*${NUMBER}\\s*(?:室|号)|\\d{1,2}单元[-\\s]?\\d{3,4}|${NUMBER}(?:号楼|栋|幢|座)\\s*${NUMBER}单元\\s*\\d{3,4}|(?:栋|幢|座|号楼|单元)\\s?\\d{1,2}[-—]\\d{2,4}(?!\\d)|(?:小区|花园|苑|园|公寓|社区|新村|新城|府|院|楼)\\d{1,3}[-—]\\d{1,2}[-—]\\d{3,4}`,
  'u',
);

/** Whether a text says where somebody lives down to the house or the group of a village. */
export const hasDoor = (text: string): boolean => DOOR.test(text);

/** The same as OCR gives it, with the end of a line cut off. */
export const hasDoorAsRead = (text: string): boolean =>
  hasDoor(text) || /(?:巷|街|路|村|社区)[\p{Script=Han}]{0,6}(?:\d|[一二三四五六七八九])/u.test(text);

/** Columns of places where a business is carried on. */
export const BUSINESS =
  /经营|注册|单位|企业|公司|办公|机构|营业|项目|建设|施工|场所|受理|商户|字号|[店厂站所馆园校]名|药店|诊所|学校|校[长址]|站[长址]|村委会|会议室|服务点|产权|权证/u;
/** Words in the address of an office. */
export const OFFICE =
  /中心(?![路街巷])|大厅|窗口|办公|公司|政府|(?<!号)[局院](?![路街巷])[，,\p{Script=Han}]{0,6}\d|大厦|写字楼|市场(?![路街巷])/u;
