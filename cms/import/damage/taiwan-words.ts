import { type Hit, hits } from './hit.ts';

/** Words that a machine conversion to Taiwan usage puts into a mainland text, folded, and what stood there. */
const WORDS: Record<string, string> = {
  已分享资料夹: '共享目录',
  资料夹: '目录',
  网际网路: '互联网',
  区域网路: '内网”或者“局域网',
  网路: '网络',
  入口网站: '门户网站',
  资料库: '数据库',
  套用系统: '应用系统',
  套用: '应用',
  作业系统: '操作系统',
  软体: '软件',
  硬体: '硬件',
  程式: '程序',
  视窗: '窗口',
  许可权: '权限',
  最佳化: '优化',
  规范性档案: '规范性文件',
  档案: '文件”，也可能就是“档案',
  计画: '计划',
  键连: '链接',
  连结: '链接',
  伺服器: '服务器',
  滑鼠: '鼠标',
  萤幕: '屏幕',
  印表机: '打印机',
  列印: '打印',
  记忆体: '内存',
  硬碟: '硬盘',
  光碟: '光盘',
  资讯: '信息',
  数位: '数字',
  简讯: '短信',
  预设: '默认',
  使用者: '用户',
  登入: '登录',
  登出: '退出',
  汇入: '导入',
  汇出: '导出',
  介面: '界面',
  专案: '项目',
  品质: '质量',
  检视: '查看',
  支援: '支持',
  通讯协定: '通信协议',
  网域: '域名',
  频宽: '带宽',
  人工智慧: '人工智能',
};
/** Also wrong in simplified characters; the other words have a meaning of their own on the mainland. */
const UNMISTAKABLE = ['已分享资料夹', '资料夹', '网际网路', '区域网路', '网路', '伺服器', '滑鼠', '印表机', '硬碟', '计画', '通讯协定'];
const toPattern = (words: string[]) => new RegExp(words.sort((a, b) => b.length - a.length).join('|'), 'gu');
const ALL = toPattern(Object.keys(WORDS));
const FEW = toPattern(UNMISTAKABLE);

/** Machine-converted vocabulary (STD-TXT-13). */
export function findTaiwanWords(plain: string, isTraditional: boolean): Hit[] {
  return hits(plain, isTraditional ? ALL : FEW, ([word]) => `是软件转换出的台湾用语，原文多半是“${WORDS[word]}”。对照原件改。`);
}
