/** Groups of words that mean the same to a citizen; the first of each is how official texts put it. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['最低生活保障', '低保', '最低保障', '低保户'],
  ['特困人员', '五保户', '五保'],
  ['医疗保险', '医保', '医疗保障', '看病报销'],
  ['养老保险', '养老金', '退休金', '社保养老'],
  ['社会保险', '社保', '五险'],
  ['社会保障卡', '社保卡', '医保卡'],
  ['住房公积金', '公积金'],
  ['不动产登记', '不动产权证', '房产证', '房本', '不动产证', '土地证', '房产过户', '房屋过户', '过户'],
  ['居民身份证', '身份证'],
  ['户口登记', '上户口', '落户', '户口本', '户籍'],
  ['婚姻登记', '结婚证', '领证', '结婚登记', '离婚登记', '离婚证'],
  ['生育登记', '准生证', '生育证'],
  ['出生医学证明', '出生证'],
  ['营业执照', '工商执照', '开店执照', '个体户登记'],
  ['食品经营许可', '食品证', '卫生许可证', '餐饮许可'],
  ['残疾人证', '残疾证'],
  ['老年人优待证', '老年证', '老人卡'],
  ['高龄津贴', '高龄补贴', '老人补贴', '老年津贴'],
  ['义务教育', '上小学', '上初中', '小学入学', '初中入学'],
  ['学生资助', '助学金', '贫困生补助', '困难学生'],
  ['公共租赁住房', '公租房', '廉租房', '保障房', '保障性住房'],
  ['危房改造', '危旧房', '危房补助'],
  ['宅基地', '建房用地', '农村建房'],
  ['耕地地力保护补贴', '种粮补贴', '粮食补贴', '种地补贴', '农业补贴'],
  ['农机购置', '农机补贴', '买农机补助'],
  ['城乡居民基本医疗保险', '新农合', '农村合作医疗', '合作医疗'],
  ['城乡居民基本养老保险', '新农保', '农保'],
  ['医疗救助', '大病救助', '大病补助'],
  ['临时救助', '困难补助', '救急难'],
  ['公开招聘', '招考', '招人', '招工', '考编', '事业编'],
  ['公务员', '考公'],
  ['公益性岗位', '公益岗'],
  ['失业保险', '失业金', '失业补助'],
  ['征地补偿', '征地款', '拆迁补偿', '土地补偿', '拆迁款'],
  ['公共交通', '公交', '公交车', '班车'],
  ['供水', '自来水', '停水', '水费'],
  ['供电', '停电', '电费'],
  ['天然气', '燃气', '煤气'],
  ['政府信息公开', '信息公开'],
  ['依申请公开', '申请公开', '申请信息公开'],
  ['财政预算', '部门预算', '预算公开'],
  ['财政决算', '部门决算', '决算公开'],
  ['行政处罚', '罚款', '处罚决定'],
  ['动物防疫', '打疫苗', '非洲猪瘟', '动物疫病'],
  ['预防接种', '疫苗', '打针', '接种'],
  ['机动车驾驶证', '驾照', '驾驶证'],
  ['信访', '投诉', '举报', '反映问题'],
  ['投资项目', '立项', '项目备案'],
  ['营商环境', '优化环境'],
  ['乡村振兴', '脱贫', '扶贫'],
  ['污水处理', '排污', '污水'],
  ['生活垃圾', '垃圾', '垃圾分类'],
  ['国有建设用地使用权', '土地拍卖', '土地使用权'],
  ['第十四个五年规划', '十四五规划', '十四五'],
  ['第十五个五年规划', '十五五规划', '十五五'],
  ['国有土地', '卖地', '土地出让'],
];

/** Texts that say the same in other words, those in official words first. */
export function rephrase(text: string): { text: string; isOfficial: boolean }[] {
  const found = SYNONYMS.flatMap((group) => {
    const from = group.toSorted((a, b) => b.length - a.length).find((word) => text.includes(word));
    return from === undefined ? [] : [{ group, from }];
  });
  // What is part of a longer word means what that word means.
  const meant = found.filter(({ from }) => !found.some((other) => other.from !== from && other.from.includes(from)));
  const others = meant.flatMap(({ group, from }) =>
    group.filter((to) => to !== from && !from.includes(to)).map((to) => ({ text: replaced(text, from, to), isOfficial: to === group[0] })),
  );
  return others.filter((other) => other.text !== text).sort((a, b) => Number(b.isOfficial) - Number(a.isOfficial));
}

/** A text with one word instead of another. What it says before or behind that the new word begins or ends with is said once. */
function replaced(text: string, from: string, to: string): string {
  const before = text.slice(0, text.indexOf(from));
  const after = text.slice(before.length + from.length);
  const lengths = Array.from({ length: to.length }, (_, at) => to.length - at);
  const twice = lengths.find((length) => before.endsWith(to.slice(0, length))) ?? 0;
  const again = lengths.find((length) => after.startsWith(to.slice(-length))) ?? 0;
  return before + to.slice(twice) + after.slice(again);
}
