/** What says nothing of anybody's health, though it has the words for it. */
const SAYS_NOTHING: readonly string[] = [
  // What is treated, organised or paid for.
  '残疾人|[\\p{Script=Han}、]{0,8}(?:患者|防治|防控|筛查|科普|救治|诊治|义诊)|病(?:房|防)|[\\p{Script=Han}]{1,3}科',
  '[\\p{Script=Han}、]{1,10}(?:疫苗|基金|保险|病种|病虫|病斑|病株)|(?:血液)?透析(?:室|中心|机)|重症(?:监护|医学)|危重症',
  '[\\d一二三两几]+名[\\p{Script=Han}]{0,8}(?:老人|群众|患者|儿童|患儿|伤员|病人)|康复中心|戒毒(?:所|工作|民警|中心|场所)|[终享]年',
  '(?:因病|生病|患病|住院|孕期|病重)+(?:期间|时|中)|[带抱]病|专治[^,。;]*',
  // Whoever works there.
  'ICU的?\\p{Script=Han}{0,2}(?:护士|医生|医师|主任|医护|专科|团队)',
  // Others, whom somebody meets or does something for: `为白血病患儿募捐`, `接到一位失眠老人的来电`.
  '(?<![诊断认定称查确作])[为给替向对与][^,。;]{0,14}(?:患儿|病人|病友)',
  '(?<=[到了着过见为给帮救向对把将与和跟扶])[一二三两几\\d]+[名位个][^,。;]{0,10}(?:老人|群众|儿童|孩子|村民|居民|市民|女[士子孩]|男[子孩]|姑娘|司机)',
  // Anybody who is so, told what is good for him: `血脂高的人要少吃`.
  '[^,。;:]{0,12}的(?:人群?|市民|居民|群众|朋友)(?=[要应可请最少多需不尽也都别])',
  // What is not so: `没住过院`, and tests that somebody passes.
  '不\\p{Script=Han}不\\p{Script=Han}|无[^,。;]{0,6}病史|(?:没有?|从未|未曾)[住生得患打吃服动做害]过\\p{Script=Han}{1,6}',
  '(?:(?![患因诊])[\\p{Script=Han}、]){0,16}(?:检测|化验|检验|筛查|检查)\\p{Script=Han}{0,4}(?:合格|正常|阴性)',
  // Questions: `问她胃口好不好`, `身体有没有毛病`.
  '(?<asked>\\p{Script=Han})不\\k<asked>|有没有\\p{Script=Han}{1,6}|(?<![慰访疑顾学])(?:问|咨询|请教)[:,“]{0,2}[^。;:“”]{1,30}[?吗]',
];

/** Every such stretch of a text, to be left out. */
export const OF_OTHERS = new RegExp(SAYS_NOTHING.join('|'), 'gu');
