/** Words of a site's own bars, which no document has for a line. */
const WORD =
  '(?:网站首页|返回首页|首页|设为首页|加入收藏|收藏本站|网站地图|无障碍(?:浏览|阅读)?|长者模式|繁體版?|繁体版?|简体版?|English|登录|注册|搜索|更多|手机版|微博|微信|客户端|RSS|分享)';
const BAR = new RegExp(`^${WORD}(?:[ |｜·]*${WORD})*$`, 'u');
const TRAIL = /^(?:您?(?:现在|当前)?(?:所在|的)?(?:的)?位置|当前位置) ?[：>»].{0,80}$|^.{0,20}首页 ?[>»›→].{0,80}$/u;

/** Whether a line is a trail or a bar of links, wherever it stands. */
export function isNavigation(plain: string): boolean {
  return BAR.test(plain) || TRAIL.test(plain);
}

/** Whether a line is a bar of links when nothing of the document has come before it. */
export function isNavigationAtTop(plain: string): boolean {
  return isNavigation(plain) || /^(?:返回|网站)?首页[^，。；：]{4,80}$/u.test(plain);
}

/** Whether a line could be part of navigation: short, and no sentence. */
export function isLikeNavigation(plain: string): boolean {
  return [...plain].length <= 80 && !/[。；]|^第.{1,5}[章条]/u.test(plain);
}

const END =
  /^【?(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|打印(?:本页|此页)?|关闭(?:窗口|本页|此页)?|分享(?:到|至)|扫一扫|相关(?:链接|新闻|文章|阅读)|责任编辑|返回(?:顶部|列表|首页)?|收藏(?:本页)?|我要纠错|版权所有|网站标识码|网站地图|访问量|浏览次数|您是第|友情链接)(?:[】 ：|｜].*|】?)?$|ICP备|公网安备|网站标识码|Copyright|版权所有|(?:打印|关闭|字体|字号|分享)[ 】|｜].{0,40}(?:打印|关闭|大|小|微信|微博)/iu;
const MAYBE_END = /^(?:编辑|审核|字体|字号|主办(?:单位)?|承办(?:单位)?|技术支持|备案(?:号|序号)|联系我们|关于我们)(?:[ ：|｜].*)?$/u;

/** How many lines at the end are what a page puts below an article; some only count beside others. */
export function countPageEnd(lines: readonly string[]): number {
  let count = 0;
  while (count < lines.length && isEnd(lines[lines.length - 1 - count]!)) count++;
  while (count > 0 && !lines.slice(lines.length - count).some((line) => END.test(line))) count--;
  return count;
}

const isEnd = (plain: string) => plain.length <= 120 && (END.test(plain) || MAYBE_END.test(plain));
