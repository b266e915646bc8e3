import { choice, day, list, reference, text, yes } from '../field.ts';
import { DOCUMENT_NUMBER } from '../shapes.ts';
import { defineType } from '../type.ts';

/** Statutory kinds of official document (党政机关公文处理工作条例, art. 8) and the forms of rules. */
export const DOCUMENT_KINDS = {
  decree: '令',
  resolution: '决议',
  decision: '决定',
  announcement: '公告',
  circular: '通告',
  opinion: '意见',
  notice: '通知',
  report: '通报',
  reply: '批复',
  letter: '函',
  minutes: '纪要',
  measures: '办法',
  rules: '规定',
  details: '细则',
  scheme: '方案',
  plan: '规划',
  contingency: '预案',
} as const;

/** First-level subject classes of the State Council's document library (STD-DOC-21). */
export const SUBJECTS = {
  organisation: '机构',
  general: '综合政务',
  economy: '国民经济管理、国有资产监管',
  finance: '财政、金融、审计',
  land: '国土资源、能源',
  agriculture: '农业、林业、水利',
  industry: '工业、交通',
  commerce: '商贸、海关、旅游',
  market: '市场监管、安全生产监管',
  construction: '城乡建设、环境保护',
  science: '科技、教育',
  culture: '文化、广电、新闻出版',
  health: '卫生、体育',
  population: '人口与计划生育、妇女儿童工作',
  labour: '劳动、人事、监察',
  security: '公安、安全、司法',
  civil: '民政、扶贫、救灾',
  ethnic: '民族、宗教',
  foreign: '对外事务',
  overseas: '港澳台侨工作',
  defence: '国防',
  other: '其他',
} as const;

export const VALIDITIES = {
  pending: '尚未施行',
  'in-force': '有效',
  amended: '部分修改',
  lapsed: '失效',
  repealed: '废止',
} as const;

export const policy = defineType({
  name: 'policy',
  label: '政策文件',
  use: '登政府和部门制发的文件全文。转发上级文件时写明发文机关；解读材料用“政策解读”。',
  columns: ['policy', 'disclosure'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    document_number: text({
      label: '发文字号',
      help: '机关代字、年份、序号齐全；没有文号的不填。',
      optional: true,
      max: 30,
      shape: DOCUMENT_NUMBER,
    }),
    document_kind: choice({ label: '公文种类', help: '按标题末尾的文种选。', options: DOCUMENT_KINDS }),
    issuers: list({
      label: '发文机关',
      help: '联合发文时牵头机关在前。',
      min: 1,
      max: 12,
      of: text({ label: '发文机关', help: '机关全称或者规范化简称。', max: 40 }),
    }),
    document_date: day({ label: '成文日期', help: '文件落款的日期。' }),
    effective_on: day({ label: '施行日期', help: '文件写明的施行日期。', optional: true }),
    valid_until: day({ label: '有效期至', help: '文件写明有效期的填写。', optional: true }),
    validity: choice({ label: '有效性', help: '废止、失效和修改后要及时改。', options: VALIDITIES }),
    changed_by: reference({
      label: '依据文件',
      help: '废止、修改它的文件的索引号。',
      optional: true,
      to: 'entry',
    }),
    changed_on: day({ label: '变更日期', help: '废止、失效或者修改的日期。', optional: true }),
    normative: yes({ label: '行政规范性文件', help: '经合法性审查并统一登记编号的，选是。', optional: true }),
    subject: choice({ label: '主题分类', help: '按内容选一类。', options: SUBJECTS }),
    amends: list({
      label: '修改的文件',
      help: '被本文件修改的文件的索引号。',
      optional: true,
      max: 50,
      of: reference({ label: '修改的文件', help: '索引号。', to: 'entry' }),
    }),
    repeals: list({
      label: '废止的文件',
      help: '被本文件废止的文件的索引号。',
      optional: true,
      max: 50,
      of: reference({ label: '废止的文件', help: '索引号。', to: 'entry' }),
    }),
  },
});
