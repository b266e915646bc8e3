import type { Cell } from '../../../reading/piece.ts';
import { aboutOf, labelIn } from '../../../text/about.ts';
import type { Document } from '../../../text/document.ts';
import { personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { numbersIn } from '../../../text/numbers.ts';
import type { Passage } from '../../../text/passage.ts';
import { couldBeName, endsInName, isName, isPlainlyName, NAME, startsWithName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';

/** A mobile number and whose it seems to be. */
export interface Mobile {
  digits: string;
  passage: Passage;
  start: number;
  end: number;
  /** A person is named beside it. */
  hasPerson: boolean;
  /** Somebody is spoken of in its sentence, farther off. */
  isSpokenOf: boolean;
  /** It belongs to somebody who turned to the authorities or is spoken of, not to somebody at work. */
  isCitizens: boolean;
  /** What is said around it shows a post, a unit or an affair that people turn to it for. */
  isOffices: boolean;
  /** Some digits are hidden, too few to help. */
  isPartlyHidden: boolean;
}

const MOBILE = /^(?:(?:00)?86)?(1[3-9]\d{9})$/u;
/** Three, four, four digits, or all at once: other groups are not how people write a mobile number. */
const LAYOUTS = /^(?:(?:[24]-)?(?:11|3-4-4|4-4-3|3-8|7-4)|(?:5|7)-4-4|13|15|(?:1-){10}1)$/u;
/** Fewer than four digits hidden. */
const PARTLY = /(?<![\d.])1[3-9]\d{5,8}[*×x●]{1,3}\d{0,3}(?![\d*])/gu;
/** What other numbers are called. */
const OTHERS =
  '文号|案号|预算|决算|总额|合计|产值|产量|面积|户号|编号|合同|代码|运单|单号|受理|账号|账户|条码|表号|编码|批次|批号|货号|款号|件号|证书|备案|桩号|发票|票据|序列|工单|车次|班次|样表|示例|例如|如：|金额|元|坐标|经度|纬度|校验|学号|考号|准考证|用户号|设备|型号';
const OTHER = new RegExp(OTHERS, 'u');
const LABELS = new RegExp(`手机|电话|联系方式|微信|来电|致电|主叫|${OTHERS}`, 'gu');
const CITIZEN =
  /来信人|写信人|留言[人用者]|发帖人|网友|网民|咨询人|提问人|求助人|来访人|报案人|报料人|求职人|应聘人|受[害援助访骗赠][人者]|被[害救帮访骗]\p{Script=Han}?[人者]|证人|目击者|来电|诉求人|信访人|申请人|投诉人|举报人|反映人|当事人|家长|监护人|家属|业主|患者|病人|伤者|住户|房主|房东|租户|失主|走失者?|寻人|我电话|预留的电话|我的电话|本人电话|本人手机|打我|我手机|找我|联系我(?![局办们县镇乡村院校站所馆])|我叫|我是|告诉我|给我|回复我|回电|车主|[^业县省市局]本人|(?:孩子|学生|其|他|她|您)的?(?:爸|妈|父|母|爷爷|奶奶|丈夫|妻|儿子|女儿|家人|亲属|亲戚)|(?:妈妈|爸爸|父亲|母亲|丈夫|妻子|爱人|老伴|家长)的?(?:电话|手机|号码)|[他她其]的?(?:本人)?(?:的)?(?:电话|手机|号码)/u;
/** How people are called who are not at work, unless they are the ones to turn to. */
const CALLED = /先生|女士/u;
const CONTACT = /联系人|经办人|负责人|项目|采购|招标|代理|业务|咨询电话|报名/u;
/** Affairs that people are to turn to somebody for, posts, and the ends of the names of units. */
const OFFICE = new RegExp(
  [
    '联系人|经办|承办|主办|协办|咨询|报名|征集|预约|受理|投诉(?!人)|监督|举报(?!人)|值班|带班|热线|窗口|负责|采购|招标|投标|代理|供应商|项目|工程|施工|监理|业务|服务|接待|请与|请[联致]|联系我[局们]|联系方式$',
    '(?:镇|乡|村|县|局|处|科|股|所|站|院|校|园|馆|社|会|队|部|厂|店|理事|秘书|河|路|林|田)长|书记|主任|经理|主席|专员|干事|联络员|网格员|调度|工程师|技术员|客服|村医|代表人',
    '(?:局|办|股|科|(?<!\\d)室|所(?![养持骑驾])|站|院|馆|厅|中心|公司|政府|委员会|合作社|协会|卫生室|服务[点部队]|支队|大队|法庭|派出所|银行|商行|超市|经营部|门市部)(?![\\p{Script=Han}]{0,3}(?:附近|门口|旁|对面|外|里|工作|上班|退休|治疗|住院|做|住))',
  ].join('|'),
  'u',
);
/** Families publish a number to find somebody. */
const SOUGHT = /线索|知情|寻人/u;
/** Columns that only tables of people at work have. */
const OFFICE_COLUMN = /联系人|经办|承办|负责|职务|单位|机构|企业|公司|部门|岗位|科室|股室/u;
/** So far before a number somebody is spoken of. */
const SPOKEN = 50;
/** What stands behind a number in its sentence can say it too. */
const BEHIND_NUMBER = 16;
/** A line of its own that names the person whose number stands in the next one. */
const APPLICANT =
  /^(?:来信人|写信人|信访人|申请人|投诉人|举报人|反映人|诉求人|来电人|当事人|村民|居民|市民|群众|业主|家长)[：:\s]*(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}][某*×xX○]{1,2})\s*$/u;
/** A line of a form whose first lines name who turned to the authorities: `电话：…`. */
const PHONE_LINE = /^\s*(?:联系|本人)?(?:电话|手机|方式)号?码?[：:\s]*$/u;
const APPLIES =
  /^\s*(?:来信|写信|来访|信访|申请|投诉|举报|反映|诉求|来电|当事|报案|求助|被访|受访)(?:人|者|群众)(?:姓名)?[：:\s]*[\p{Script=Han}]{2,4}/u;
const FORM = 3;
const isOfApplicant = (passages: readonly Passage[], at: number, before: string) =>
  PHONE_LINE.test(before) && passages.slice(Math.max(0, at - FORM), at).some(({ text }) => text.length < 60 && APPLIES.test(text));
/** Numbers that nobody has: patterns of printed forms. */
const PATTERN = /(\d)\1{5}|12345678|1[3-9]800138000/u;

/** Every mobile number of a document. */
export function findMobiles(document: Document): Mobile[] {
  const found: Mobile[] = [];
  const namesAbove = namesOver(document);
  for (const [at, passage] of document.passages.entries()) {
    const say = (digits: string, start: number, end: number, isPartlyHidden: boolean) => {
      const about = aboutOf(document, passage, start);
      if (OTHER.test(labelIn(about, LABELS))) return;
      const { field, item } = itemsIn(document).at(passage, start) ?? {};
      if (field && OTHER_COLUMN.test(field.label) && !PHONE_COLUMN.test(field.label)) return;
      const person = item && personOf(item);
      const hasPerson =
        person !== undefined ||
        endsInName(passage.text.slice(Math.max(0, start - 24), start)) ||
        startsWithName(passage.text.slice(end, end + 12)) ||
        namesHolder(passage.text, start) ||
        (passage.kind === 'link' &&
          (namesOwner(document.passages.slice(at + 1, at + 1 + BEHIND_LINK)) || isCellOfName(document.passages[at - 1]))) ||
        namesAbove(passage);
      const isCitizens =
        (CITIZEN.test(about) && !SOUGHT.test(about)) ||
        (!SOUGHT.test(about) && isPrivate(passage.text.slice(Math.max(0, start - HOLDER), start))) ||
        (CALLED.test(about) && !CONTACT.test(about)) ||
        (item?.fields.some(({ text, label }) => CITIZEN.test(label) && (text === person?.text || PRIVATE.test(text))) ?? false) ||
        APPLICANT.test(document.passages[at - 1]?.text.slice(0, 40) ?? '') ||
        isOfApplicant(document.passages, at, passage.text.slice(0, start)) ||
        (passage.kind === 'field' && /来信|写信/u.test(passage.where));
      const around = `${about} ${passage.text.slice(end, end + BEHIND_NUMBER).split(/[\n。;]/u, 1)[0]}`;
      const isOffices =
        SOUGHT.test(about) ||
        OFFICE.test(around) ||
        (item?.fields.some(({ text, label }) => OFFICE_COLUMN.test(label) || OFFICE.test(`${text.slice(0, 40)} `)) ?? false);
      const isSpokenOf =
        hasPerson ||
        peopleIn(
          passage.text
            .slice(Math.max(0, start - SPOKEN), start)
            .split(/[\n。;]/u)
            .at(-1)!,
        ).length > 0;
      found.push({ digits, passage, start, end, hasPerson, isSpokenOf, isCitizens, isOffices, isPartlyHidden });
    };
    for (const { digits, start, end, layout } of numbersIn(passage, [11, 13, 15])) {
      const [, mobile] = MOBILE.exec(digits) ?? [];
      if (
        mobile &&
        LAYOUTS.test(layout) &&
        !isInside(passage.text, start, end) &&
        !isDecimal(passage.text.slice(start, end)) &&
        !PATTERN.test(mobile)
      )
        say(mobile, start, end, false);
    }
    for (const { 0: text, index } of passage.text.matchAll(PARTLY)) say(text, index, index + text.length, true);
  }
  return found;
}

/** Somebody who is named in full as what people are outside of offices. */
const PRIVATE_PERSON = new RegExp(
  `(?:收件人|收货人|买家|卖家|顾客|乘客|旅客|游客|消费者|用户|客户|读者|学员|村民|居民|市民|群众|农民|农户|[养种]殖户|种植户|大户|贫困户|低保户|脱贫户|摊主|店主|租客|承租人|房客|邻居|司机|驾驶[员人]|师傅|军人|工人|民工|环卫工|保洁员?|护工|保姆|志愿者|爱好者|拾得者|捐献者|献血者|老人|党员|业主|甲方|乙方|原告|被告|其[妻夫父母子女儿兄弟姐妹]|妻子|丈夫|父亲|母亲|儿子|女儿)(${NAME})(?![局办股科室所站院])`,
  'gu',
);
const isPrivate = (before: string) => [...before.matchAll(PRIVATE_PERSON)].some(([, name]) => couldBeName(name!));

/** How people are called whose names are not told in full. */
const PRIVATE = /^\p{Script=Han}(?:先生|女士|某|\*|×)/u;
/** Columns of other numbers, and columns that end like them but are of telephones. */
const OTHER_COLUMN = /(?:号|编码|代码|号码|数|额|价|元|量)$/u;
const PHONE_COLUMN = /手机|电话|联系|微信|短号|长号|来电|号码$|^号$|mobile|tel/iu;

/** So far before a number, and not beyond another or the end of a sentence, its holder is named: `王小明（副县长，…`. */
const HOLDER = 40;
const NAMED = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民])(${NAME})[（(，,、](?:[^。；;\\n\\d]|(?<!\\d)\\d{1,6}(?!\\d)){0,24}$`,
  'u',
);

/** What parts the columns of a row that has no header. */
const APART = /[\s|,，/]+/u;

function namesHolder(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - HOLDER), start);
  const sentence = before.slice(Math.max(...['。', ';', '\n'].map((end) => before.lastIndexOf(end))) + 1);
  const [, name] = NAMED.exec(sentence) ?? [];
  return (name !== undefined && couldBeName(name)) || sentence.split(APART).slice(0, -1).some(isPlainlyName);
}

/** In a table that has its labels at the left under a row of days or numbers, a name stands one or two rows above its number. */
function namesOver({ passages }: Document): (below: Passage) => boolean {
  let names: Set<string> | undefined;
  const placeOf = ({ table, column, row }: Cell) => `${table} ${column} ${row}`;
  return ({ cell }) => {
    if (!cell) return false;
    names ??= new Set(passages.flatMap((other) => (other.cell && isPlainlyName(other.text) ? [placeOf(other.cell)] : [])));
    return [1, 2].some((up) => names!.has(placeOf({ ...cell, row: cell.row - up })));
  };
}
const isCellOfName = (before: Passage | undefined) => before?.cell !== undefined && isPlainlyName(before.text);

/** What is read of a link stands behind its address: the words of the same item begin with a name, or are nothing else. */
const BEHIND_LINK = 1;
const namesOwner = (behind: readonly Passage[]) =>
  behind.some(({ text, cell }) => startsWithName(text) || endsInName(text) || (cell !== undefined && isName(text)));

/** A point between two groups of digits is that of a decimal number. */
const isDecimal = (written: string) => /^\d+\.\d+$/u.test(written);
/** Whether the digits are part of a decimal number, a longer code or an address. */
const isInside = (text: string, start: number, end: number) =>
  /[\d.]/u.test(text[start - 1] ?? '') || /^(?:[.\d%]\d|[号次元吨人件个万亿米克度户亩])/u.test(text.slice(end, end + 2));
