const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})';
/** House number, group of a village, building, entrance or room: closer than a township or village. */
const DOOR = new RegExp(
  `(?:路|街|巷|道|里|弄|胡同|小区|花园|苑|村|社区|宿舍|庄|院|湾|区|坊|组|社)[\\p{Script=Han}]{0,6}?${NUMBER}\\s*(?:号院|号|栋|幢|座|单元|组|社)(?![线楼站]|组?长)|${NUMBER}(?:号楼|栋|幢|座)\\s*${NUMBER}?\\s*(?:单元|室|号)|${NUMBER}单元\\s*${NUMBER}\\s*(?:室|号)`,
  'u',
);

/** Whether a text says where somebody lives down to the house or the group of a village. */
export const hasDoor = (text: string): boolean => DOOR.test(text);

/** The same as OCR gives it, with the end of a line cut off. */
export const hasDoorAsRead = (text: string): boolean =>
  hasDoor(text) || /(?:巷|街|路|村|社区)[\p{Script=Han}]{0,6}(?:\d|[一二三四五六七八九])/u.test(text);
