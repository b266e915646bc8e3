const NEVER =
  '(?:(?:未经|没有)[\\p{Script=Han}]{0,12}(?:同意|批准|许可|授权|允许))?(?:请|一律|均|任何(?:单位|人|个人|组织)(?:[和或]个人)?)?(?:严禁|禁止|不得|不准|不许|不能|不可|不要|不宜|不予|暂不|请勿|切勿|勿|谢绝|(?:千万)?[别莫]|不)';
const OUTWARD =
  '往外|外传|外泄|外流|外借|外发|外送|外露|对外|向外|向社会|向公众|给外|转发|转载|转传|转给|传播|散布|流传|扩散|泄露|泄漏|泄密|透露|披露|公开|公布|公示|发布|刊登|报道|上网(?![查浏聊购搜课冲玩])|上传|互联网|朋友圈|微信|群';
const COPIES = '翻印|复印|复制(?!粘贴|黏贴|抄袭)|翻拍|拍照|拍摄|截图|截屏|录音|录像|摘抄|摘录|抄录|引用|带走|带离|宣传|传阅|外出';
const THEM =
  '内部|干部|党员|领导|一把手|常委|委员|班子|科室|科级|处级|县级|局长|镇长|主任|书记|代表|委员会|秘书|办公室|本[局委办院科股站所镇县单系部机]|各[局委办乡镇]|[局委办院科股室组]内|与会|参会|会议代表|评审|评委|专家|专班|工作组|小组|工作人员|承办|经办|系统内|单位内|局内|机关|知悉范围|知情|相关人员|有关人员|双方|本人|股东|董事';

/** `请勿外传`, `未经许可不得复制`, `不对外公布`: a clause that keeps a paper from others. */
const FORBIDS = new RegExp(
  `^(?:(?:开标|公[示布开]|发布|评审|审定|定稿|行动|实施|宣布|正式\\p{Script=Han}{2,4})前)?(?:并|也|亦|且)?${NEVER}[\\p{Script=Han}]{0,12}?(?:${OUTWARD}|${COPIES})[\\p{Script=Han}]{0,10}$|^(?:请|切)?勿传$`,
  'u',
);
/** The same of clauses that keep it from everybody outside. */
const KEEPS_IN = new RegExp(
  `^${NEVER}[\\p{Script=Han}]{0,4}?(?:外传|外泄|外流|外发|扩散|(?:对|向)(?:外|社会)[\\p{Script=Han}]{0,2}(?:公布|公开|提供|发布|披露|宣传|泄露|透露|传播|报道)?)$`,
  'u',
);
/** The same in a word: `请勿公开`. */
const KEEPS_OFF = new RegExp(`^${NEVER}(?:对外)?(?:公开|公布|发布|上网|转发|外传)$`, 'u');
/** `注意保存`, `严格控制知悉范围`. */
const GUARDS =
  /^(?:[\p{Script=Han}]{0,6}(?:材料|资料|文件|稿|件|文本|汇编))?(?:请|务必|须|应|要|并)?(?:(?:注意|妥善|严格|严加|切实|代为|予以|给予)(?:保存|保密|保管)|保密|(?:严格)?控制(?:知悉|知晓|传阅|发放|阅读)范围)$/u;
/** `会后收回`, `阅后即焚`, `会议材料会后收回`. */
const RETURNS =
  /^(?:[\p{Script=Han}]{0,6}(?:材料|资料|文件|稿|件|议题|文本|汇编))?(?:请|务必|须|应|于|在){0,2}(?:会议?|会议结束|用|阅|阅读|传阅|使用|学习|学|评审|讨论|看)(?:完毕?)?[之以]?后[\p{Script=Han}]{0,8}?(?:收回|退回|交回|退还|归还|交还|清退|销毁|回收|收缴|即焚|即删|删除|粉碎|上交)[\p{Script=Han}]{0,8}$|^(?:仅?限)?会议?期间使用$/u;
/** `仅供内部学习`, `仅限与会人员知悉`. */
const AMONG = new RegExp(
  `^(?:本\\p{Script=Han}{1,4})?(?:仅|只|专|特)?(?:供|限|限于)(?:于|给|本)?[\\p{Script=Han}]{0,12}?(?:${THEM})[\\p{Script=Han}]{0,10}?(?:使用|传阅|参考|参阅|掌握|阅读|阅示|阅知|审阅|学习|交流|知悉|知晓|查阅|查看|讨论|发放|决策|人员|范围|内|传达|留存|存档|存查|流转|办理|通报)$`,
  'u',
);

/** What is meant for some and is no paper: cards, tickets, places, goods. */
const NO_PAPER =
  /[车券卡证票馆店]|商户|商家|场地|场所|优惠|预约|停放|通行|就[餐诊读]|食堂|用餐|药|饮用|浴|泳|门诊|账[户号]|密码|二维码|积分|奖|礼品|房|床|座|器械|工具|设备|服务|入园|入场|考生|统计|验证|消费|(?<!采)购|充电|洗手间|厕所|电梯|通道|仓库|宿舍|测评|评议|评价|问卷|选票|推荐票|表决|投票|答题|试[题卷]|报名|申请表|登记表|调查|签到|耳机|话筒|桌牌|手环|工作服|谣言|传言|谣传|网传/u;
/** Who alone may have something, whoever it is: `仅县委常委阅`, `只在班子范围传阅`. */
const LIMITED =
  /^(?:本\p{Script=Han}{1,4}|\p{Script=Han}{2})?(?![仅只]?供(?:您|大家|公众|读者)?参[考阅]$)(?:[仅只](?:供|限|在|给|发|向|对|由|让)?于?|限于?|供)\p{Script=Han}{1,20}?(?:阅[读处览示看]?|传[阅看达]|审阅|知[悉晓道]|掌握|可[见看阅]|浏览|翻阅|研[讨究]|研判|参考|参阅|流转|讨论|内部用|查阅|查看|留存|备查|决策|范围内?(?:使用|知悉|传达|传阅)?)$/u;
/** To whom alone it is sent: `只发县委班子`. */
const SENT = new RegExp(`^[仅只](?:印发|发|送|给|报|传)[至到给]?\\p{Script=Han}{0,8}(?:${THEM})$`, 'u');
/** The range of those who may have it: `知悉范围：……`. */
const RANGE = /^(?:知悉|知晓|传阅|阅读|传达|接触)(?:人员)?范围/u;
/** It must not leave the room, or is not for press and public. */
const STAYS =
  /^(?:会议?)?(?:材料|资料|文件|稿|件)?(?:请|一律|均|都|也|并)?(?:不得|严禁|禁止|请勿|切勿|勿|不要|不可|不准|不许|不能|不)(?:擅自|随意|自行)?(?:带[出离走回]|复(?:制(?!粘贴|黏贴|抄袭)|印)|翻印|携带|携出|外带|留底|留存|截图|拍[照摄]|翻拍|录[音像屏]|上网(?![查浏聊购搜课冲玩])|挂网|上传|外[传发流泄宣送露]|流出|对外|向外|扩散|张扬|声张|见报|见网|(?:向|对)(?:媒体|社会|公众|记者|外界|外|群众)\p{Script=Han}{0,6})\p{Script=Han}{0,6}$|^(?:未|非)(?:经\p{Script=Han}{1,8}(?:同意|批准|许可)(?:请|一律)?(?:不得|勿)(?:外传|外发|公开|对外)|公开(?:文本|稿|件|版|资料|材料)?$)/u;
/** Given back or destroyed when read: `阅毕退文书科`, `看完即碎`. */
const READ_AND =
  /^(?:[\p{Script=Han}]{0,6}(?:材料|资料|文件|稿|件|名单|表|册))?(?:请|务必|须|应)?(?:阅|读|看|用|学|传阅|会)(?:毕|完|罢|讫|过)?(?:之?后)?(?:请|即|须|应|务必|要)?(?:立即|及时|当场|马上)?(?:退|还|交|送回|收|毁|碎|销|焚|删|归)\p{Script=Han}{0,8}$/u;

/** Meant for everybody or for those whom an office serves, which limits nothing: `供广大市民参考`. */
const FOR_ALL =
  /^(?:本\p{Script=Han}{1,4})?[仅只]?供\p{Script=Han}{0,6}(?:您|大家|公众|读者|市民|居民|群众|村民|农户|社会|各界|企业|家长|考生|学生|师生|选手|游客|网民|网友|申请人|办事人|投标人|供应商|用户|患者)\p{Script=Han}{0,4}(?:参[考阅]|查[阅询看]|学习|阅读|使用|选[择用])$/u;

/** Whether a clause speaks of what is no paper. */
export const isOfThings = (clause: string): boolean => NO_PAPER.test(clause);
/** Whether a clause has the shape of one that says who alone may read something, or wants it back when read. */
export const limits = (clause: string): boolean =>
  (LIMITED.test(clause) && !FOR_ALL.test(clause)) || SENT.test(clause) || RANGE.test(clause) || READ_AND.test(clause);
/** Whether a clause is the label in front of those who may read something. */
export const isRange = (clause: string): boolean => RANGE.test(clause);
/** Whether it has the shape of one that keeps something in its room, which guests are told as well as readers. */
export const keepsHere = (clause: string): boolean => STAYS.test(clause);

/** Whether a clause says that a paper must not be passed on, copied or published. */
const forbids = (clause: string): boolean => FORBIDS.test(clause);
/** Whether it keeps the paper from everybody outside. */
export const keepsIn = (clause: string): boolean => KEEPS_IN.test(clause);
/** Whether it says in a word that something is not for the public. */
export const keepsOff = (clause: string): boolean => KEEPS_OFF.test(clause);
/** Whether it says who alone may have the paper. */
export const isAmong = (clause: string): boolean => AMONG.test(clause) && !FOR_ALL.test(clause);
/** Whether it wants the paper back after use. */
export const wantsBack = (clause: string): boolean => RETURNS.test(clause);
/** Whether it keeps the paper from others in any of these ways, or by care. */
export const restricts = (clause: string): boolean => forbids(clause) || GUARDS.test(clause) || wantsBack(clause) || isAmong(clause);
