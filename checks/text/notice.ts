import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import { isOfThings } from './restriction.ts';
import type { Standalone } from './standalone.ts';
import { subjectOf } from './subject-of.ts';

/** What lets others know of something, by the words that all such clauses are made of. */
const TELL =
  '外[传泄流露发借送]|泄|透[露漏]|漏|扩散|散[布发]|张扬|声张|示人|对外|向外|见[报网诸光]|[上登挂发]网|公[开布示]|发布|公之于|转发|转[给传载述手群]|流[出传]|通气|跑风|抄[送告]|转办|[入归存]档|[传讲说谈告][给出述知阅播]|提及|议论|群[里内发]|朋友圈|微信|手机|宣[传扬]|报道|引用|提供|披露|外人|第三方|他人|给(?:记者|媒体)|带[走离出回]|留[存底副档]|副本|[摘抄]录?|复[制印]|翻[印拍]|拍[照摄]|截[图屏]|录[音像屏]|保存|存[盘档]|打印|下载|上传';
const NEGATOR = '(?:不|勿|别|莫|严禁|禁止|切忌|谢绝|杜绝|防止|避免)';
/** What a device cannot do is not forbidden, unless people cannot: `手机不能查看附件`, `无关人员不能查看`. */
const CANNOT =
  /(?<!(?:人|员|者|民|群众|单位|部门|干部)[\p{Script=Han}]{0,4})(?:暂|还|尚|均|都)?不能(?:直接|在线|正常|完整|够)?(?:查看|打开|显示|下载|打印|播放|浏览|预览|阅读|编辑|保存|上传|识别)/gu;
/** Copying into a form, not out of a paper. */
const COPIED_IN = /复制[、和或及]?(?:粘贴|黏贴|抄袭)/gu;
/** `任何人不得外泄`, `切勿示人`, `别往群里发`, `未批前不要对外讲`. */
const FORBIDS = new RegExp(
  `${NEGATOR}(?!少|仅|过|同|足|动产|合格|符|达|超|断|明|便|能超|得(?:超|少|低|高|用于|收|违))[\\p{Script=Han}]{0,7}?(?:${TELL}|发|讲|说|传|看)[\\p{Script=Han}]{0,10}$`,
  'u',
);
/** `泄露追责`, `外传后果自负`. */
const THREATENS =
  /谁(?:传|泄|发)[\p{Script=Han}]{0,4}谁|封锁(?:消息|信息)|控制(?:知[悉晓情]|传[阅播]|接触)|缩小知[悉晓情]|暂缓公开|(?:泄[露漏密]|外[传泄])[\p{Script=Han}]{0,6}(?:追|究|责|处分|自负|查处)|[签做]\p{Script=Han}{0,3}(?:保密)?承诺|^保密$/u;
/** Who is inside. */
const INSIDERS =
  '领导|常委|班子|书记|干部|党[组委员]|人员|成员|同志|小组|[组室科股处]$|专班|专案|办案|评审|评委|专家|专员|机关|单位|部门|系统|科室|股室|会议|与会|参会|主要负责|负责人|县团级|[县处科局厅]级|指挥部|防指|[局办委院]内|本人|双方|董事|股东|内部|讲解|承办|经办|代表|发言人|自己人';
/** `只给包片干部看`, `限防指领导阅`, `只发县团级`, `供审计组使用`. */
const LIMITS = new RegExp(
  `(?<![权期有无时额年界极])(?:[只仅专](?:[供给限发在向对由让送报印传]|能)?|限[于在给]?|供)(?![有是要需收剩占差达为])[\\p{Script=Han}]{0,14}?(?:${INSIDERS})[\\p{Script=Han}]{0,6}?(?:[看阅知读用]|使用|掌握|参考|查看|范围|传达|讨论|发放|[内级]|组|室|[党局委]|人|$)`,
  'u',
);
/** `看完删`, `阅毕当场交回`, `离组时交还`. */
const DISPOSES =
  /^(?:回收|收回|退回|交回|用后收)$|(?:[阅看读用会学离]|结束|传达)[\p{Script=Han}]{0,3}?(?:[毕完罢后讫时]|即|之后)[\p{Script=Han}]{0,6}?(?:[交退送收][回还走]|退[给至到]|收缴|回收|[毁删焚碎烧]|销|清退|上交|归还)/u;
/** `知情范围`, `发放对象`. */
const RANGE = /^(?:知[情悉晓]|传[阅达]|阅[读知]|发[放送]|印发|分发|接触|掌握)\p{Script=Han}{0,2}(?:范围|对象|层级)/u;
/** What is not yet decided or found out is not yet for others. */
const STAGE =
  /酝酿|未(?:经?审?[批定]|公[布开]|发布|上会|定稿|成熟)\p{Script=Han}{0,2}[前的之]|^未公开|^(?:暂不|尚未)公[开布]|征求意见中|^内参$|过程稿|^敏感|[专]班(?:内部)?(?:掌握|使用|专用)|办案(?:专用|材料)|心[里中]有数/u;
/** What a paper is that is not for everybody. */
const KIND =
  /^内(?:部|参)|内部(?:掌握|使用|讲解|传阅|用|件|稿|资料|材料|文件|参考|评价|口径)|^[绝机秘]密[级件]?$|^(?:[\p{Script=Han}]{0,4}商业?[秘机]?密|企业商密|技术秘密)$|^工作秘密$|底[稿线价牌数]|口径|线索|初核|谈话|研判|会商|考察材料|过程[资材稿]|评[标审]|讨论稿|征求意见稿|送审稿|非公开|我[司公厂]|本(?:公司|企业)|密件|工作秘密|专报|办案|专班|敏感|酝酿|未公开/u;
/** A text that speaks of the paper it stands on. */
const ITSELF =
  /(?:[本此该]|这[份张本篇个些]?|以[上下]|上述|下[述列])\p{Script=Han}{0,4}?(?:件|文|表|册|书|[台文底]本|稿|材料|资料|通知|通报|报告|纪要|方案|意见|函|请示|简报|专报|清单|名单|台账|预案|记录|数据|图纸?|内容|信息|列|栏|页|段|期)/u;
/** What speaks of works and who wrote them: how they may be copied is a matter of copyright. */
export const OF_WORKS = '版权|著作权|原创|抄袭|剽窃|雷同';
/** Rules speak of everybody's papers, notices to guests and candidates of other things, promises of those who gave their data. */
const OF_OTHERS = new RegExp(
  `${OF_WORKS}|应当|可以|依法|依规|另行|再次|单独|标[注有明]|字样|分为|是指|^(?:以下|下列)信息|^因|决定|本机关|出版物|^答$|^问$|凡|必须(?!妥善)|制度|办法|规定|条例|承诺书|第[一二三四五六七八九十\\d]+[条章]|考[生场试]|试[题卷]|观众|游客|读者|参观|展[品厅]|个人(?:信息|隐私)|隐私|群众(?:监督|举报|参)|公众|市民|社会监督|转载|公约|守则|来源|出处|举报人|您|所[填提]|填报|谣|传言|诈骗|陌生|陌生人|验证码|密码|二维码|宣传周|宣传月|消防|用火|烟|勿[入进]|止步`,
  'u',
);
/** Of several kinds of secrets a text speaks; it bears one. */
const SECRETS = /^(?:国家|工作|商业|技术)[秘机]密$/u;
/** A longer clause is a sentence of its own. */
const LONGEST = 26;
/** Passages that tell what a paper is before its words begin. */
const HEAD = 8;

/** `内部讲解用`. */
/** Sent by itself, not with the rest: `另发`. */
const SENT = /^另[发送行寄]|^(?:走|经|由)?机要|专人[送递取]/u;
const INSIDE =
  /^(?:\p{Script=Han}{0,6}(?:人员|领导|干部|专班|专家|机关|单位|小组))(?:专用|使用|掌握|自用)$|^\p{Script=Han}{0,6}按(?:照)?(?:工作秘密|内部(?:文件|资料|材料)|[绝机秘]密[级件]?(?:文件|资料)?|密件)(?:进行)?(?:管理|掌握|对待|保管)|^内部\p{Script=Han}{0,4}(?:用|掌握|传阅|学习|参考|参阅|件|稿|本|版)$/u;
/** How long it is kept: `期限1年`, `存期五年`. */
const TERM = /^(?:保密|定密|存|控制)?期限?(?:为|至)?\s?(?:[\d一二三四五六七八九十两]{1,4}(?:年|个?月|日|天)|长期|永久)/u;
/** Taken back from whoever has read it: enough by itself. */
const READ = /[阅看读](?:毕|完|罢|讫)[\p{Script=Han}]{0,6}?(?:交回|退回|退给|收回|收缴|销毁|[删焚碎烧]|上交)(?!书架)/u;

/** How clauses keep a paper among those who have it. */
const WAYS = [RANGE, FORBIDS, THREATENS, LIMITS, DISPOSES, STAGE, INSIDE, TERM, SENT];
const FORBIDDING: ReadonlySet<number> = new Set([FORBIDS, THREATENS].map((way) => WAYS.indexOf(way)));
/** More words of other things than so many clauses make a text of its own. */
const OTHERS = 2;

/**
 * Whether clauses that stand by themselves say who may have the paper, told by the words of any such notice instead of its form:
 * two ways of keeping it, or one of a paper that is named by its kind or points at itself.
 */
export function isNotice({ clauses, before }: Pick<Standalone, 'clauses' | 'before'>): boolean {
  if (clauses.some((clause) => clause.length > LONGEST || isOfThings(clause) || OF_OTHERS.test(clause))) return false;
  const ways = clauses.map((clause) => WAYS.findIndex((way) => way.test(clause.replace(CANNOT, '').replace(COPIED_IN, ''))));
  const used = new Set(ways.filter((way) => way >= 0));
  if (clauses.filter((clause) => SECRETS.test(clause)).length > 1) return false;
  if (RANGE.test(clauses[0] ?? '') || clauses.some((clause) => READ.test(clause))) return true;
  if (used.size === 0) return false;
  // What a clause forbids to tell is its object: `严禁泄露工作秘密`.
  const isNamed = (clause: string, at = -1) => ITSELF.test(clause) || (KIND.test(clause) && !FORBIDDING.has(ways[at] ?? -1));
  const others = clauses.filter((clause, at) => ways[at]! < 0 && !isNamed(clause));
  return (
    others.length <= OTHERS &&
    (used.size > 1 || ways.filter((way) => way >= 0).length > 2 || clauses.some(isNamed) || isNamed(titleIn(before)))
  );
}

/** The title that brackets stand behind; empty when it is a sentence. */
const titleIn = (before: string) => (before.length <= LONGEST && !/[。;,，]/u.test(before) ? before : '');

/** Parts of a file that speak to those who work on it. */
const ASIDE: ReadonlySet<Passage['kind']> = new Set(['margin', 'note', 'remark', 'shape', 'property', 'deleted']);
const IS_TEXT: ReadonlySet<Passage['kind']> = new Set(['paragraph', 'heading', 'ocr']);

/** Titles of texts that tell how others' papers are kept. */
const OF_RULES = /制度|规定|办法|纪律|条例|守则|须知|细则|规范|指南|问答|宣传|培训|知识|课堂|讲座|提醒|提示|隐私政策|用户协议|服务协议/u;

/** Passages where a notice can stand without brackets: at the head of a paper or a table, alone in a row, and aside of all words. */
export function noticePlaces(document: Document): ReadonlySet<Passage> {
  const { passages, tables } = document;
  const head = OF_RULES.test(subjectOf(document)) ? [] : passages.filter(({ kind }) => IS_TEXT.has(kind)).slice(0, HEAD);
  const aside = passages.filter(
    ({ kind, isHidden, where }) =>
      ASIDE.has(kind) || (isHidden && kind !== 'cell') || (kind === 'field' && !/标题|关键词|摘要|概述/u.test(where)),
  );
  const alone = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const filled = row.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell] : []));
      return filled.length === 1 ? filled : [];
    }),
  );
  return new Set([...head, ...aside, ...alone]);
}
