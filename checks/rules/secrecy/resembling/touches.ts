import { isPlainlyName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { AILMENT } from '../../privacy/welfare/ailment.ts';

/** What statements can touch that are about the same. */
interface Theme {
  /** In an editor's words, as what a statement speaks of; absent when it says that only together with others. */
  speaksOf?: string;
  /** Each thing that can be touched. One alone means little: what makes a statement unfit or fit is which come together. */
  words: readonly RegExp[];
}

const WHOM: Theme = {
  words: [
    /[\p{Script=Han}](?:某{1,2}|[*×○※]{1,2})/u,
    /[他她](?!们)|本人|其(?:[妻夫父母子女]|本人)|该(?:生|户|员|同志)/u,
    /我(?![县市省国镇乡局们院校区办]|中心)/u,
    /孩子|学生|儿童|女儿|儿子|孙|幼儿|班级?|年级|未成年/u,
    /妻|丈夫|母亲|父亲|爱人|老伴|奶奶|爷爷|[爸妈]|家属|亲戚/u,
    /[局院校所镇乡县]长|主任|书记|主席|经理|负责人|领导/u,
    /省里|市里|上级|中央|上面/u,
    /[老小阿](?!师|学|区|组|时|年|人|百姓|板|户|麦|型|微|康|龄|旧|城|街|镇|村)\p{Script=Han}(?=[，、。；：（(的家说讲又也是在把跟那]|$)|\p{Script=Han}姓(?!名)|化名|绰号|外号/u,
    /ⅰ岁|[一二三四五六七八九十]{2,3}岁|[，,|\s（(][男女][，,|\s）)]/u,
  ],
};
const LIFE: Theme = {
  speaksOf: '某个人的病情、遭遇或者家事',
  words: [
    AILMENT,
    /被害|受害|家暴|侵害|猥亵|强奸|拐卖|打伤|自杀|割腕|轻生/u,
    /嫖|卖淫|出轨|离婚|同居|怀孕|流产|私生/u,
    /死亡|遇难|溺|身亡|去世|遗体/u,
    /吸毒|刑满|矫正|盗窃|前科|嫌疑|抓捕|在逃|犯罪|赌/u,
    /信教|邪教|宗教/u,
    /孤儿|弃[婴养]|[收领送抱]养|[生养][父母](?!活)|身世|捡到/u,
    /低保|特困|救助|补助|补贴|慰问|抚恤|五保/u,
    /[元万]|金额|工资|存款|欠/u,
  ],
};
const HOME: Theme = {
  speaksOf: '个人的住址、电话或者证件',
  words: [
    /住(?![院建房宅])|家在|门牌|单元|[栋幢]|户籍/u,
    /(?:[路街巷]|[组栋幢])[ⅰⅳ]|ⅰ(?:[号栋幢室组]|单元)/u,
    /电话|手机|微信|联系/u,
    /身份证|证件|护照|卡号|银行卡|一卡通/u,
  ],
};
const CASE: Theme = {
  speaksOf: '信访、案件或者用人方面没有公开的情况',
  words: [
    /信访|上访|来访|诉求|缠访|稳控|包保/u,
    /处分|违纪|初核|谈话|举报|反映|线索|调查|审查|诫勉/u,
    /拟[任提调]|考察|人选|推荐|任职|干部|民主测评/u,
    /获|表彰|先进|模范|优秀|当选|荣誉|称号/u,
    /举报人|线索人|提供线索|报信|反映人|告[状他我]|匿名|实名|检举|作证|证人|线人/u,
    /换届|选举|得票|票数|投票|提名|班子|一把手|排名|末位/u,
  ],
};
/** What is done or dealt before those whom it meets may know. */
const AHEAD: Theme = {
  speaksOf: '没有公布的行动、谈判或者部署',
  words: [
    /便衣|布控|收网|突[查击]|暗访|抓捕|取证|跟踪|[盯跟蹲]|设卡|卧底|侦查|专案|摸排|行动|查封|强拆/u,
    /底线|底牌|最[高低多]|封顶|心理价|让步|谈判|[谈退压]到|上限|下限|开价|还价|兜底|让利/u,
    /警力|兵力|特警|武警|枪|[子炸]弹|盾|警车|防暴|处突|维稳|警卫|安保|要人|首长/u,
    /口令|暗号|密语|频[点率道]|呼号|代号|番号|红机|机要/u,
    /私下|悄悄|偷偷|暗[中地里]|瞒|蒙在鼓里|假装|扮成?|名义|幌子|借口|含糊|回避|淡化|压[着下住一]/u,
    /透[露风]|走漏|漏[风出]|传出|惊动|打招呼|通风|跑风|泄|外[泄传]|知情/u,
    /[开公宣揭签评封启定][标布告示晓盘约审存封拆稿考牌]+[以之]?前|开考|启用前|没定|未定|定下来|落地前|结论/u,
    /草[稿案]|初稿|讨论稿|送审|征求意见|底稿|研判|会商|碰头|纪要|摸底|测算|预案|方案[一二三]|初步|设想|建议/u,
  ],
};
const NETWORK: Theme = {
  speaksOf: '账号口令或者网络设备',
  words: [
    /账号|帐号|账户|用户名|密码|口令|admin|root|登录/u,
    /交换机|防火墙|服务器|端口|数据库|路由|机房|网段|内网|专网|vpn/u,
    /[a-z_]{3,}\s?[=:]\s?\S{4}|[({]["'`]/u,
    /(?=[!-~]*[a-z])(?=[!-~]*[ⅰⅳ])[!-~ⅰⅳ]{7}/u,
  ],
};
const UNTOLD: Theme = {
  speaksOf: '底价、试题、企业的技术一类没有公布的内容',
  words: [/标底|底价|报价|评标|评委|限价|成本|配方|返利|商业秘密/u, /试题|考题|命题|考官|面试|题本|阅卷/u],
};
const GUARD: Theme = {
  speaksOf: '部队、值守、防范或者涉密的情况',
  words: [
    /部队|军|战备|武装|民兵|阵地|坐标|雷达|导弹|弹药|人防/u,
    /值守|[岗哨守]|巡逻|监控|盲区|换班|卡口/u,
    /钥匙|抽屉|保险柜|后门|后窗|坏了|没锁/u,
    /[绝机秘]密|密级|涉密|密件|保密/u,
  ],
};
const KEPT: Theme = {
  speaksOf: '不对外讲、不外传的内容',
  words: [
    /(?:[不勿别莫]|严禁|禁止)[\p{Script=Han}]{0,6}(?:[传说讲提发看写拍泄漏外]|公开|留|告诉|声张)/u,
    /[仅只](?:[限供发给有能在]|告知)/u,
    /收回|退回|交回|销毁|删掉|看完|阅后|[撕碎烧]/u,
    /内部|内参|对[外内]|向外|外面|口径|底[稿数]|知道就行|心里有数/u,
    /未[公定]|酝酿|还没|尚未|拟|[暂先]不|之?前/u,
    /不[予宜便]|不公开|非公开|不上网/u,
    /对外[\p{Script=Han}]{0,4}[讲说称报]|统一[\p{Script=Han}]{0,2}[讲说口]|[问说]起来?|就说|[只先]说/u,
    /(?:不|别|莫|勿|没)[\p{Script=Han}]{0,3}(?:让|叫|给|跟|和|与|向|对|告)[\p{Script=Han}]{1,8}(?:知|晓|听|看|见|提|讲|说|露|漏|开)/u,
    /口头|当面|当场|[两二三]人|经手|经办|掌握|心腹|单独|专人|亲自|密封|封存|编号|逐份/u,
    /谁[\p{Script=Han}]{0,4}谁|追[究责]|负责任?|后果/u,
  ],
};
const TONE: Theme = {
  words: [
    /别(?![名墅人的])|莫|先不|自己|大家|各位|咱|[这那]边|一下|知道/u,
    /凌晨|夜[间里]|深夜|ⅰ点/u,
    /公[开布告示]|网站|发布|欢迎|市民/u,
    /请(?:[到于]|拨打|携带|前往|登录|关注)/u,
    /咨询|(?:监督|举报|服务)电话|联系人|热线|工作日/u,
    /(?:[ⅰⅳ一二三四五六七八九十百千])(?:人次|余人|[户起件例名人家所个项%])|百分之/u,
    /合计|平均|总额|同比|率|占|累计|全县|共/u,
    /应当|可以|不得|必须|须/u,
    /法》|第[ⅰ一二三四五六七八九十]+条|条例|规定|办法|制度|依[法照]|按照|国家秘密/u,
    /“[^”]{1,30}”/u,
    /《/u,
    /[原被]告(?![知示别])|上诉人|被申请人|被继承人|法院|裁判|判决|案情|案例|消费者|经营者/u,
    /\p{Script=Han}[甲乙丙丁](?=[，、。,；：系与和的为在因将向以认]|$)/u,
    /^\|/u,
    /^<field/u,
    /^<(?!field)/u,
  ],
};
const THEMES = [WHOM, LIFE, HOME, CASE, AHEAD, NETWORK, UNTOLD, GUARD, KEPT, TONE];
/** Everything that can be touched, with its theme. */
const TOUCHES = THEMES.flatMap((theme) => theme.words.map((words) => ({ theme, words })));

/** Behind them all: a person named in full. Looked for only where something is told of people, as it takes long. */
const PERSON = TOUCHES.length;
const OF_PEOPLE: ReadonlySet<Theme> = new Set([WHOM, LIFE, HOME, CASE]);

/** Things that can be touched; behind them come their pairs. */
const SINGLE = PERSON + 1;
/** Numbers of all things that a statement can touch, and of all pairs of them. */
export const TOUCHED = SINGLE + (SINGLE * (SINGLE - 1)) / 2;

/** What a statement touches, and which of these together, each by a number below `TOUCHED`. */
export function touchesOf(text: string): number[] {
  const touched = singlesOf(text);
  return touched.flatMap((one, at) => [one, ...touched.slice(0, at).map((other) => pairOf(one, other))]);
}

function singlesOf(text: string): number[] {
  const touched = TOUCHES.flatMap(({ words }, at) => (words.test(text) ? [at] : []));
  if (touched.some((at) => OF_PEOPLE.has(TOUCHES[at]!.theme)) && namesSomebody(text)) touched.push(PERSON);
  return touched;
}

/** @param other the smaller of the two */
const pairOf = (one: number, other: number): number => SINGLE + (one * (one - 1)) / 2 + other;

const namesSomebody = (text: string): boolean =>
  peopleIn(text).some(({ start, end }) => !PSEUDONYM.test(text.slice(start, end))) || text.split(/[|‖]/u).some(isPlainlyName);
/** As courts call people whose case they tell. */
const PSEUDONYM = /^\p{Script=Han}[甲乙丙丁]$/u;

/** What a statement speaks of in the first place, in an editor's words: that which weighs most together with all else that it touches. */
export function speaksOf(text: string, weightOf: (touch: number) => number): string | undefined {
  const touched = singlesOf(text);
  const weighed = new Map<string, number>();
  for (const one of touched) {
    const speaks = TOUCHES[one]?.theme.speaksOf;
    if (speaks === undefined) continue;
    const pairs = touched.filter((other) => other !== one).map((other) => pairOf(Math.max(one, other), Math.min(one, other)));
    weighed.set(
      speaks,
      [one, ...pairs].reduce((sum, touch) => sum + weightOf(touch), weighed.get(speaks) ?? 0),
    );
  }
  const [most] = [...weighed].sort(([, one], [, other]) => other - one);
  return most && most[1] > 0 ? most[0] : undefined;
}
