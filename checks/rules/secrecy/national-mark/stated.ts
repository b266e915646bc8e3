import type { Stretch } from '../../../text/apart.ts';
import { isQuoted } from '../../../text/mention.ts';
import type { Passage } from '../../../text/passage.ts';
import { GAP, LEVEL, STAR, TERM } from './level.ts';

const LABEL = `(?:密${GAP}级(?:[和及与、]保密期限)?|(?:涉密|定密|保密|秘密)(?:程度|等级|级别|属性|类别)|密别|文件(?:安全)?等级|[标定]密|(?<![A-Za-z])(?:secret|secrecy|security|classification|confidential(?:ity)?)(?:[_ -]?(?:level|class|grade|degree))?|(?<![A-Za-z])mi_?ji)`;
const TICK = '[☑√✓✔■●◉☒]';
const NEXT_LEVEL = `(?!级?以[上下])(?!${GAP}(?:级)?${GAP}[、,/或和与及□☐○|][ \\t]*(?:□|☐|○)?[绝机秘]${GAP}密)`;
/** What words such as `表示` say of a paper is no more than its meaning. */
const SUBJECT =
  '(?<!表示|说明|意味着|即|指|如果|若|凡)(?:(?:本|此|原|来|该)\\p{Script=Han}{0,4}?(?:件|文|文件|通知|材料|资料|方案|预案|报告|纪要|请示|批复|函|复函|意见|简报|专报|表|图|册|手册|清单|名册|稿|文稿|电|电报|附件|课件|讲稿|通报|计划|名单|台账|信息)|以[上下](?:内容|材料|信息|事项)|附件[\\d一二三四五六七八九十]{0,2})';
const ENDS = `(?=级|件|文件|材料|资料|国家秘密|管理|[,。;、)\\s]|${STAR}|$)`;

/** What is no paper and speaks of rules or of those who keep them. */
const NO_PAPER =
  '(?!单位|部门|机关|级|人|县|市|省|[局院校所]|办法|规定|条例|制度|法|地|系统|行业|年|月|次|科|题|类|项目|岗位|领域|公司|企业|细则|标准|目录|范围)';
/** Anything that points at itself, with what it brings along: `本函及所附点位图`, `这套幻灯片`. */
const ITSELF = `(?<!表示|说明|意味着|如果|若|凡|[根基][据本于])(?:本|此|这(?:[份套张本篇讲个些次]|一[份套张本篇讲个些])?|以[上下]|上述|[随所]文?附)${NO_PAPER}`;
const GIVES = '(?:定为|定成|属于|属|为|是|系|列为|确定为|按照?)';

const FORMS = [
  // `密级：机密`; an enumeration of levels to choose from is none.
  new RegExp(`(?<!最高)${LABEL}[”"》】\\]]?${GAP}[::=|(][\\s]{0,8}(?:[一二三]级)?[“"'【〔(\\[]?${TICK}?${GAP}${LEVEL}${NEXT_LEVEL}`, 'giu'),
  new RegExp(`(?:^|\\n)[ \\t\\-·•]*${LABEL}[ \\t]{1,12}${TICK}?${GAP}${LEVEL}(?=级?\\s|级?$|${GAP}${STAR})${NEXT_LEVEL}`, 'gu'),
  // `密级 机`, as a cover sheet has it.
  new RegExp(`(?:密${GAP}级|密别)${GAP}[:：=]?[ \\t]{0,8}[绝机秘](?=\\s|[,;]|$)`, 'gu'),
  new RegExp(`${TICK}${GAP}${LEVEL}`, 'gu'),
  // `本件属于秘密级国家秘密`, `本通知密级为机密`
  new RegExp(
    `${SUBJECT}(?:的?${LABEL})?[^。;,不非未无]{0,4}(?:属于|属|为|是|系|定为|按照?|列为)(?:国家)?${LEVEL}${ENDS}${NEXT_LEVEL}`,
    'gu',
  ),
  new RegExp(`${SUBJECT}的?${LABEL}${GAP}${LEVEL}${ENDS}${NEXT_LEVEL}`, 'gu'),
  new RegExp(`${ITSELF}[^。;,\\n“”"不非未无如应须可]{1,20}?${GIVES}(?:国家)?${LEVEL}${ENDS}${NEXT_LEVEL}`, 'gu'),
  new RegExp(`${SUBJECT}(?:属于|属|为|是|系)密件(?=[,。;、)\\s]|$)`, 'gu'),
  // A secret paper whose words are given: `现将…秘密级电报主要内容转发如下`
  new RegExp(
    `(?:现将|现把|摘自|转发)[^。;,\\n不非未无]{0,20}${LEVEL}级?(?:文件|电报|件|通知|材料|纪要|资料)[^。;,\\n]{0,12}(?:转发|摘录|照录|抄录|摘编|全文|如下)`,
    'gu',
  ),
  // `摘自机密件`, `从秘密级文件《…》中摘出来的`
  new RegExp(`(?<!严禁|禁止|不得|擅自|违规)摘(?:自|录自|编自)[^。;,\\n某当历]{0,8}${LEVEL}级?(?:文件|电报|件|材料)`, 'gu'),
  new RegExp(`从(?:[^。;,\\n某当历]{0,8}的)?${LEVEL}级?(?:文件|电报|件|材料)(?:《[^》\\n]{2,60}》)?[里中]{0,2}摘`, 'gu'),
  // `启用前：机密级`, on the first page of a test
  new RegExp(`(?<=^|\\n)[ \\t]*(?:启用|启封|开考)前[ \\t]*[:：][ \\t]*${LEVEL}级?[ \\t]*(?=\\n|$)`, 'gu'),
  // `办发密〔2026〕3号`: the number of a secret paper, which is itself not told
  /\p{Script=Han}{2}[发电函字]密[〔[(]20\d{2}[〕\])]\s*\d{1,4}\s*号/gu,
  // `本图属“机密”级`
  new RegExp(`${ITSELF}[^。;,\\n“”"不非未无如应须可]{0,20}?${GIVES}[“"]${LEVEL}[”"]级`, 'gu'),
  // `本材料涉及国家秘密，密级为秘密`
  new RegExp(`${SUBJECT}[^。;\\n不非未无]{0,24}${LABEL}(?:定|确定|拟定)?[为是]${LEVEL}${ENDS}${NEXT_LEVEL}`, 'gu'),
];
/** A level with its term, as nobody gives it to what is not before him: `均为秘密级，保密期限到2035年`. */
const WITH_TERM = new RegExp(
  `(?<![如若凡应须可不非])(?:定为|均为|密级[为是])(?:国家)?${LEVEL}级?(?:国家秘密)?[,，]\\s*(?:其?保密期限)?[为是至到:]{0,2}(?:${TERM})`,
  'gu',
);
/** What a secret paper says, given with its title: `机密级文件《……》，该文件明确……`. Those of history are no longer secret. */
const GIVEN = new RegExp(
  `(?<!(?:(?:1[89]\\d|200)\\d年|历史|档案|当年|当时|革命|解放|抗战|某)[^。;\\n]{0,60})${LEVEL}级?(?:文件|电报|通知|件|材料)?《[^》\\n]{2,60}》[^。;\\n]{0,8}(?:明确|规定|指出|提出|要求|强调|决定|部署|主要内容|如下|:)`,
  'gu',
);
/** Before it, words of lists of secret matters, of rules and of stories. */
const OF_OTHERS = /事项|当年|当时|历史|档案|试[题卷]|[各某几两]类|某|凡|[应可]|曾|原|应当|拟/u;
/** What the paper bore that is given here: `原文标有“秘密”，现将全文转发`. Its level stands in quotation marks as often as not. */
const BORNE_BY_SOURCE = new RegExp(
  `(?:原[文件稿]|本[文件]|此件|来文|该[文件]|正文|附件)[^。;,\\n不非未无]{0,8}(?:标有|标注|标明|标着|盖有|印有|注明|写有|写着|定为|标为|标的?是)[^。;,\\n]{0,6}?${LEVEL}(?![^。;\\n]{0,40}(?:解密|解除|字样[^,。]{0,4}的|应当|不得))`,
  'gu',
);
/** What is said of this paper and forbids something is no report on another: `该资料为秘密级成果，仅限…`. */
const FORBIDDEN = new RegExp(
  `(?:本|此|该)[^。;,\\n不非未无]{1,8}(?:属于|属|为|是|系)(?:国家)?${LEVEL}级?[^。;,\\n]{0,12}[,;](?:仅限|仅供|不得|严禁|禁止|请勿)`,
  'gu',
);

/** How far before a story tells of whom it is. */
const STORY = 120;
/** So far before a level its clause says whose it is. */
const CLAUSE = 30;
/** What somebody examined later was another's paper: `经鉴定，该文件属机密级`. */
const isOfStory = (before: string, told: string) =>
  /^(?:该|这|此|上述)/u.test(told) &&
  (/(?:鉴定|认定|查明|经查|核实|核查|查实)[^。;\n]{0,12}$/u.test(before) || /某(?!项|些|种|类)/u.test(before));
/** What is handed over with these words: `附件是秘密级的布防图`. */
const HANDED = /^(?:附件|附表|附图|此件|这[份张个])[\d一二三四五六七八九十]{0,2}(?:是|为|系|属于?)/u;
/** A key and its value in a data file: `"密级": "机密"`. */
const isPair = (told: string) => /"\s*[:=]/u.test(told);

/** Stretches where the passage gives a level of secrecy to this paper in so many words. */
export function statedMarks({ text, kind }: Passage): Stretch[] {
  if (!/密/u.test(text)) return [];
  const isBorne = ({ start, end }: Stretch) => kind === 'code' || isPair(text.slice(start, end)) || !isQuoted(text, start, end);
  const forbidden = stretchesOf(text, [FORBIDDEN]).filter(isBorne);
  const termed = stretchesOf(text, [WITH_TERM]).filter(
    (stretch) => isBorne(stretch) && !OF_OTHERS.test(text.slice(Math.max(0, stretch.start - CLAUSE), stretch.start)),
  );
  const stated = stretchesOf(text, FORMS)
    .filter((stretch) => isBorne(stretch) || /[”"]级$/u.test(text.slice(stretch.start, stretch.end)))
    .filter(({ start, end }) => !isOfStory(text.slice(Math.max(0, start - STORY), start), text.slice(start, end)))
    .filter(({ end }) => !/^[^。;]{0,24}(?:(?<!期限届满)已经?(?:于[^。;]{0,8})?|\d{4}年)(?:解密|解除)/u.test(text.slice(end, end + 40)))
    .filter(
      ({ start, end }) =>
        HANDED.test(text.slice(start, end)) ||
        !/^[级]?(?:的|文件[^,。;\s]|载体|事项[^,。;\s]|信息|设备|计算机)/u.test(text.slice(end, end + 12)),
    );
  return [...forbidden, ...termed, ...stated, ...stretchesOf(text, [BORNE_BY_SOURCE, GIVEN])];
}

const stretchesOf = (text: string, forms: readonly RegExp[]): Stretch[] =>
  forms.flatMap((form) => [...text.matchAll(form)]).map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
