/** Invented official prose from a seed, so that every run and every generator reads the same. */

/** A small generator of numbers in [0, 1) (mulberry32). */
export function toRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WHO =
  '县政府办公室 县发展改革部门 县财政部门 县教育部门 县民政部门 县农业农村部门 县水务部门 县交通运输部门 各乡镇人民政府 各村民委员会 项目建设单位 行业主管部门 县直有关单位 驻村工作队 社区服务中心 用人单位 定点医疗机构 供水企业 公交企业 志愿服务队'.split(
    ' ',
  );
const WHEN =
  '春耕期间 汛期来临前 第一季度 第二季度 上半年 第三季度 年底以前 本月下旬 节假日期间 冬季取暖期 开学前后 防火期内 工作日 每月十日前 收到申请后 审核通过后 公示期满后 项目开工前 验收合格后 资金下达后'.split(
    ' ',
  );
const WHAT =
  '农田灌溉渠道 乡村道路 集中供水设施 中小学校舍 卫生院门诊楼 农贸市场 敬老院消防设施 小型水库 茶园基地 冷链仓库 公交站点 老旧小区管网 政务服务窗口 文化活动室 防洪堤坝 森林防火道路 垃圾分类站点 易地搬迁安置点 就业帮扶车间 产业园区标准厂房'.split(
    ' ',
  );
const DO =
  '开展实地排查 完成登记造册 组织联合验收 逐户核对信息 公布收费标准 落实管护责任 签订服务协议 建立工作台账 公开办事流程 补齐设施短板 组织业务培训 征求群众意见 安排专人值守 调整服务时间 清理安全隐患 拨付补助资金 更新公示栏 完善应急预案 核定补贴面积 办理竣工备案'.split(
    ' ',
  );
const HOW =
  '按照属地管理的要求 根据年度计划 依照有关规定 结合实际情况 在充分调查的基础上 通过公开招标的方式 采取分段施工的办法 经集体研究决定 依托县乡两级服务网络 以村为单位 坚持先急后缓 由主管部门牵头 邀请群众代表参加 在规定的期限内 参照上年度标准'.split(
    ' ',
  );
const END =
  '结果在县政府门户网站公布 有关情况按月通报 群众可以到窗口查询 意见由主管部门汇总 相关资料归档备查 逾期未办理的按程序收回 资金使用接受审计监督 工作进展列入督查内容 具体问题由所在乡镇解释 需要变更的另行公告'.split(
    ' ',
  );
const KINDS = '通知 公告 情况通报 工作方案 实施意见 进展情况 管理办法 会议纪要 服务指南 公示'.split(' ');

export interface Article {
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
}

export function toArticle(random: () => number): Article {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)]!;
  const number = (most: number) => 1 + Math.floor(random() * most);
  const sentence = () => {
    const shape = random();
    if (shape < 0.3) return `${pick(WHEN)}，${pick(WHO)}${pick(HOW)}，对${pick(WHAT)}${pick(DO)}。`;
    if (shape < 0.55) return `${pick(WHO)}和${pick(WHO)}要${pick(DO)}，涉及${pick(WHAT)}${number(90)}处，${pick(END)}。`;
    if (shape < 0.8)
      return `截至${number(12)}月底，共投入资金${number(9000)}万元，完成${pick(WHAT)}${number(120)}个，受益群众${number(20000)}人。`;
    return `${pick(HOW)}，${pick(WHEN)}${pick(DO)}；${pick(END)}。`;
  };
  const paragraph = (most: number) => Array.from({ length: 2 + number(most) }, sentence).join('');
  const parts: string[] = [paragraph(3)];
  const sections = 1 + number(3);
  for (let i = 0; i < sections; i++) {
    parts.push(`## ${'一二三四五'[i]}、${pick(DO)}`, paragraph(4));
    if (random() < 0.3) parts.push(Array.from({ length: 2 + number(3) }, () => `- ${pick(WHO)}${pick(DO)}`).join('\n'));
    if (random() < 0.05)
      parts.push(
        [
          '| 项目 | 数量 | 资金（万元） |',
          '| --- | --: | --: |',
          ...Array.from({ length: 2 + number(5) }, () => `| ${pick(WHAT)} | ${number(60)} | ${number(3000)} |`),
        ].join('\n'),
      );
  }
  const title = `关于${pick(WHEN)}${pick(WHAT)}${pick(DO)}的${pick(KINDS)}`;
  return { title, summary: sentence(), body: parts.join('\n\n') };
}
