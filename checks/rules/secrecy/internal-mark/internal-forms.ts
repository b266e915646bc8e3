import { SIGNS, TERM } from '../national-mark/level.ts';

/** Words that keep a paper among those who have it. */
const KEEP =
  '(?:注\\s*意\\s*保\\s*[存密管]|妥\\s*善\\s*保\\s*[存管]|(?:严\\s*禁|不\\s*得|请\\s*勿|禁\\s*止|切\\s*勿|不)\\s*(?:擅\\s*自)?\\s*(?:对\\s*)?(?:外\\s*(?:传|泄|流|借|宣|提\\s*供|公\\s*[开布]|宣\\s*传|发\\s*布|扩\\s*散|披\\s*露|透\\s*露|泄\\s*[露漏])|转\\s*发|转\\s*载|转\\s*传|扩\\s*散|泄\\s*露|翻\\s*印|复\\s*印|传\\s*播|公\\s*开|引\\s*用|上\\s*网|上\\s*传)|(?:用|阅|会)\\s*后\\s*(?:请)?\\s*(?:收\\s*回|退\\s*回|交\\s*回|销\\s*毁))';
const INTERNAL =
  '内\\s*部\\s*(?:资\\s*料|文\\s*件|材\\s*料|参\\s*考|参\\s*阅|掌\\s*握|刊\\s*物|信\\s*息|学\\s*习|明\\s*电|传\\s*真|通\\s*报|情\\s*况|简\\s*报|文\\s*稿)';
/** `仅限内部传阅`, `供机关内部参考` */
const AMONG =
  '(?:[仅只]\\s*(?:[供限]\\s*(?:于)?|在)|[供限])(?:本|各)?(?:单位|机关|系统|部门|局|委|办|县委|工作人员)?\\s*内\\s*部\\s*(?:使\\s*用|传\\s*阅|参\\s*考|参\\s*阅|掌\\s*握|阅\\s*读|学\\s*习|交\\s*流|工\\s*作\\s*使\\s*用|传\\s*达|知\\s*[悉晓]|留\\s*存|存\\s*[档查]|查\\s*阅|流\\s*转|办\\s*理|讨\\s*论|发\\s*放|通\\s*报)';
const TICK = '[☑√✓✔■☒]';
const AFTER = '(?:会|用|阅|学)\\s*后\\s*(?:请)?\\s*(?:收\\s*回|退\\s*回|交\\s*回|销\\s*毁)';
const OPEN = '[(【\\[〔]';
const START = '(?:^|[\\n(【\\[〔])[\\s*#>]{0,40}';
const CLOSE = '[)】\\]〕]';
const PAPER =
  '(?:[本此]\\p{Script=Han}{0,4}?(?:件|文|表|册|书|稿|材料|资料|通知|报告|纪要|方案|批复|意见|函|请示|简报|专报|清单|名单|目录|台账|手册|预案|讲话|课件|记录|数据|图纸?|期)|该件)';
/** Papers that people fill in or are examined by, which everybody gives back. */
const FILLED =
  '(?:测评|评议|评价|推荐|投票|表决|问卷|调查|打分|评分|考核|登记|报名|签到|反馈|申请|意见|试)\\p{Script=Han}{0,2}[表卷票单册]';
const USED = '(?:会议?(?:结束)?|用|阅|学习?|讨论|评审)(?:完毕?)?[之以]?后';
const REFUSED = '(?:不予公开|不公开|非公开|免[予于]公开|不宜公开)';
/** Ways to the public that are forbidden to a paper itself. */
const TO_PUBLIC =
  '(?:外\\s*[传泄流发]|(?:对外|向外|向社会)(?:公[开布]|提供|发布|披露|宣传|泄露)|公开(?:引用|报道|发表|传播)|上\\s*网|上传(?:至|到)?互联网|在互联网)';
const WORK_SECRET = '工\\s*作\\s*秘\\s*密';
export const ATTRIBUTE = '(?:政府)?(?:信息)?公开(?:属性|方式|类别|类型|形式|性质|选项|意见)';
/** Whether it may be published, yes or no. */
const WHETHER = '(?:(?:是否|可否|能否)(?:主动|对外)?公开|(?:对外)?公开(?:否|与否)|可公开)';

/** Labels that keep a paper from the public, wherever they stand; a mention is told apart by its surroundings. */
export const INTERNAL_FORMS: readonly RegExp[] = [
  // `（此段不上网）`, as editors tell each other; `以下信息不予公开：` is a rule
  new RegExp(
    `(?:${START}|[,;:、。]\\s{0,8})(?:[此本该]|这[一两几]?|以[下上]|[上下])[两几三四五]?(?:段|部分|页|栏|列|行|节|句|表|条|点|项)(?:文字|内容|数据)?(?:请?勿|不要|别|暂?不)(?:予|得|宜|能|可)?(?:上网|挂网|发布|公开|对外|上传|登载|外传|外发|见报)(?=[)）】\\]。;:,，\\s]|$)`,
    'gu',
  ),
  // 机关内部文件不得外传 is a rule; a label has something between its two halves, or begins its line.
  new RegExp(`${INTERNAL}[\\s,、·;:—\\-|)】]{1,6}${KEEP}`, 'gu'),
  new RegExp(`${START}${INTERNAL}${KEEP}`, 'gu'),
  // 通讯录限于班级内部使用 is a rule on somebody else's list.
  new RegExp(`(?:[仅只][限供][^。;,]{0,8}|${START})内\\s*部\\s*使\\s*用[\\s,、·;:—\\-|)】]{0,6}${KEEP}`, 'gu'),
  new RegExp(`(?:^|\\n)[\\s*#>]*${OPEN}?\\s*(?:${INTERNAL})\\s*${CLOSE}?[ \\t]*(?=\\n|$)`, 'gu'),
  new RegExp(`${WORK_SECRET}\\s*[★☆*⭐]`, 'gu'),
  new RegExp(`(?:^|\\n)[\\s#>]*${OPEN}?\\s*${WORK_SECRET}\\s*(?:${SIGNS})?\\s*${TERM}`, 'gu'),
  new RegExp(
    `(?:^|\\n)[\\s#>]*${OPEN}?\\s*${WORK_SECRET}\\s*${CLOSE}?[ \\t]*[(]?(?:(?:\\d{1,2}|[一二三四五十])(?:年|个月)|长期)?[)]?[ \\t]*(?=\\n|$)`,
    'gu',
  ),
  new RegExp(`密\\s*级\\s*[::]\\s*${WORK_SECRET}`, 'gu'),
  // `工密·6个月`
  new RegExp(`(?:^|\\n)[\\s#>]*工[ \\t]?密[ \\t]?[★☆*·•/][ \\t]?${TERM}`, 'gu'),
  new RegExp(`${START}${WORK_SECRET}[\\s,、·;:—\\-|]{0,6}${KEEP}`, 'gu'),
  new RegExp(
    `${PAPER}(?:[^。;\\n中内里的]{0,16}[,、\\s])?[^。;\\n中内里的]{0,8}(?:不|不予|不宜|不得|暂不|严禁|禁止)\\s*(?:对\\s*外)?\\s*公\\s*开(?=[)。,;、!】\\]〕\\s]|发布|上网|$)`,
    'gu',
  ),
  new RegExp(`${TICK}\\s*${REFUSED}`, 'gu'),
  /(?:是否(?:主动)?|主动|能否)公开\s*[::]\s*(?:否|不公开|不予公开)(?=[\s。;,)]|$)/gu,
  new RegExp(`${ATTRIBUTE}\\s*[::]\\s*[☑√✓✔■]?\\s*${REFUSED}(?!\\s*[、,/或□☐])`, 'gu'),
  new RegExp(`(?:^|\\n)\\s*${ATTRIBUTE}[ \\t]{1,8}${REFUSED}(?=\\s*(?:\\n|$))`, 'gu'),
  new RegExp(`${PAPER}(?!第|规定|要求)[^。;\\n中内里的]{0,20}(?:严禁|禁止|不得|请勿|切勿|不要|不宜)(?:擅自|随意)?${TO_PUBLIC}`, 'gu'),
  /[仅只]供[^。;,、\n]{0,8}领导(?:同志)?(?:内部)?(?:参阅|参考|阅示|审阅|决策)/gu,
  new RegExp(`(?:^|\\n)[^。;,\\n]{0,12}[稿料件][,\\s]\\s*${AFTER}\\s*(?=[。!\\n]|$)`, 'gu'),
  new RegExp(`(?:^|\\n)\\s*${AFTER}\\s*(?=\\n|$)`, 'gu'),
  new RegExp(`${PAPER}(?<!${FILLED})[^。;\\n应当须必由]{0,24}${USED}[^。;\\n]{0,20}(?:收回|退回|交回|退还|归还|交还|销毁)`, 'gu'),
  // Who may have it, at the beginning of a line, in brackets or of this very paper.
  new RegExp(`${START}${AMONG}(?=\\s*(?:[)】\\]〕。!\\n]|$|[,、·;]?\\s*${KEEP}))`, 'gu'),
  new RegExp(`${PAPER}\\s*${AMONG}`, 'gu'),
  // `本纪要内部掌握`
  new RegExp(
    `${PAPER}\\s*(?:[请只仅限系为是]|属于?|作为|供){0,2}\\s*(?:${INTERNAL}|内\\s*部\\s*(?:使\\s*用|传\\s*[阅达]|留\\s*存))(?=[,。;、!)\\s]|$)`,
    'gu',
  ),
  // `内部备注：…` in front of what only colleagues should read
  /(?:^|[\n(【[〔])[\s*#>]*\p{Script=Han}{0,4}内部(?:备注|批注|意见|口径|处理意见|办理意见|拟办意见|说明|提示|提醒|留言)[*]{0,2}\s*[:：]/gu,
  /(?:^|\n)[\s#>]*[【〔[]\s*内\s*部\s*[】〕\]]/gu,
  new RegExp(`(?:^|\\n|[)】,。])[^。;,\\n]{0,6}${KEEP}[\\s,。;、]{1,3}${INTERNAL}(?=[)】。\\s]|$)`, 'gu'),
  new RegExp(`${PAPER}\\s*(?:属于|属|为|系|是|含有?|涉及)\\s*${WORK_SECRET}(?!的?(?:范围|目录|事项|管理))`, 'gu'),
  // `以上标准由各乡镇内部掌握，不上网`, `本测算为工作秘密`
  /(?:^|[。;\n(【])[\s*#>]*(?:以[上下]|上述|[本此该])[^。;,\n“”]{1,10}(?:由|供|在|限)[^。;,\n]{0,10}内部(?:掌握|使用|传阅|执行|参考)(?=[,。;、\s]|$)/gu,
  new RegExp(
    `(?:^|[。;\\n(【])[\\s*#>]*(?:以[上下]|上述|[本此该])[^。;,\\n“”]{1,10}(?:属于|属|为|是|系|涉及)${WORK_SECRET}(?!的?(?:范围|目录|事项|管理))`,
    'gu',
  ),
  new RegExp(`${PAPER}[^。;\\n]{0,12}(?:小范围|范围内?)内?(?:掌握|传阅|知[悉晓]|使用|流转)`, 'gu'),
  // `以下内容不对外：`, `此材料不向媒体提供`
  /(?:以[下上]|上述|[本此该])[^。;,\n“”]{0,8}(?<!场馆|食堂|窗口|停车场|泳池|设施)(?:请?勿|不|暂不|不得|不宜|不可)(?:予)?(?:对外|外传|上网|见报)(?=[:,。;\s)(]|$)/gu,
  new RegExp(`${PAPER}[^。;\\n中内里的]{0,12}不得?[对向](?:媒体|记者|外界|社会|公众|群众)(?:提供|公[布开]|发布|披露|透露|宣传)`, 'gu'),
  new RegExp(`领导(?:同志)?(?:参阅|参考|阅示)[\\s,、·;]{1,4}${KEEP}`, 'gu'),
];

/** Labels that let a paper be given out only on application. */
export const ON_REQUEST_FORMS: readonly RegExp[] = [
  new RegExp(`${TICK}\\s*依\\s*申\\s*请\\s*公\\s*开`, 'gu'),
  new RegExp(`${PAPER}\\s*依\\s*申\\s*请\\s*公\\s*开(?=[)。,;!】\\]〕\\s]|$)`, 'gu'),
  new RegExp(`${ATTRIBUTE}\\s*[::]\\s*[☑√✓✔■]?\\s*依申请公开(?!\\s*[、,/或□☐])`, 'gu'),
];

/** A label of openness in a cell, and the values beside it. */
export const ATTRIBUTE_LABEL = new RegExp(`^\\s*(?:${ATTRIBUTE}|${WHETHER})\\s*[::]?\\s*$`, 'u');
/** A column that says of each row whether it may be published. */
export const WHETHER_LABEL = new RegExp(`^\\s*${WHETHER}\\s*$`, 'u');
export const REFUSED_VALUE =
  /^\s*[☑√✓✔■]?\s*(?:不予公开|不公开|非公开|免[予于]公开|不宜公开|暂[不缓](?:予)?公开|内部(?:公开|使用|掌握)?|否|不)\s*$/u;
/** The same in a field whose name does not say that it is about openness. */
export const REFUSED_ALONE = /^\s*(?:不予公开|不公开)\s*$/u;
export const ON_REQUEST_VALUE = /^\s*[☑√✓✔■]?\s*依申请公开\s*$/u;
