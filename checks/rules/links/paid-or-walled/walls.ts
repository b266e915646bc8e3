/** Libraries that ask for money, points or an account for a document. */
export const PAID: readonly string[] = [
  'wenku.baidu.com',
  'doc88.com',
  'docin.com',
  'book118.com',
  'renrendoc.com',
  'wenku.so.com',
  'mbalib.com',
  'jz.docin.com',
  'zhuangpeitu.com',
  'wkxzs.com',
  'taodocs.com',
  'cnki.net',
  'csdn.net',
];

/** Shares of files that want an account, an app or a code, and forget what they hold. */
export const SHARES: readonly string[] = [
  'pan.baidu.com',
  'yun.baidu.com',
  'aliyundrive.com',
  'alipan.com',
  'pan.quark.cn',
  'weiyun.com',
  'lanzou.com',
  'lanzoui.com',
  'lanzoux.com',
  '115.com',
  '123pan.com',
  'cloud.189.cn',
  'yun.139.com',
  'caiyun.139.com',
  'pan.xunlei.com',
  'jianguoyun.com',
  'kdocs.cn',
  'docs.qq.com',
];

/** A page where one has to give an account before reading on. */
export const WALL_PATH = /\/(?:login|signin|sign-in|passport|sso|register|vip|pay)(?:[/?#.]|$)/iu;

/** Words by which a text sends readers to pay or log in before a download. */
export const WALL_WORDS =
  /(?:付费|缴费|积分|VIP|会员|登录|注册|关注(?:公众号|后)?)(?:以?后)?(?:方可|才能|即可)?(?:免费)?下载|(?:下载|提取|网盘)(?:密)?码[:：]\s*[0-9A-Za-z]{4,8}/iu;
