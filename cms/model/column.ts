import type { Values } from './field.ts';
import { choice, list, reference, text } from './field.ts';
import { ID } from './shapes.ts';

/** Kinds of column, each with the ColumnType that 国办发〔2017〕47号 gives it in META tags. */
export const COLUMN_KINDS = {
  overview: '概况信息',
  news: '工作动态',
  notice: '通知公告',
  policy: '政策文件',
  interpretation: '政策解读',
  disclosure: '信息公开目录',
  report: '信息公开年报',
  guide: '办事服务',
  list: '公示公告',
  personnel: '人事信息',
  consultation: '征集调查',
  letter: '咨询投诉',
  data: '数据开放',
} as const;
export type ColumnKind = keyof typeof COLUMN_KINDS;

/** How fresh a column must be kept (国办秘函〔2019〕19号; STD-INS-17..23). */
export const FRESHNESS = {
  fortnight: '两周内更新',
  'half-year': '六个月内更新',
  year: '一年内更新',
  review: '每年核对一次',
  archive: '已归档，不再更新',
} as const;

/** A named list on a site: one entry of `columns.yaml`. */
export const columnFields = {
  id: text({ label: '栏目代码', help: '用在网址里，定了不改。', max: 40, shape: ID }),
  name: text({ label: '栏目名称', help: '准确、直观，不超过十个字。', max: 10 }),
  kind: choice({ label: '栏目类别', help: '决定收哪几类内容。', options: COLUMN_KINDS }),
  freshness: choice({ label: '更新要求', help: '多久没有新内容就要提醒。', options: FRESHNESS }),
  description: text({ label: '栏目说明', help: '写清栏目登什么、面向谁。', max: 200 }),
  keywords: list({
    label: '关键词',
    help: '两到八个词，网页标签用。',
    max: 8,
    of: text({ label: '关键词', help: '一个词。', max: 12 }),
  }),
  gathers: list({
    label: '汇集栏目',
    help: '门户栏目从各单位的哪些栏目汇集内容；不汇集就不填。',
    optional: true,
    max: 10,
    of: reference({ label: '汇集栏目', help: '栏目代码。', to: 'column' }),
  }),
  gathers_from: list({
    label: '汇集单位',
    help: '只汇集这几类单位的内容；不填就是全部单位。',
    optional: true,
    max: 4,
    of: choice({
      label: '汇集单位',
      help: '单位类别。',
      options: { county: '县政府', department: '部门', township: '乡镇', utility: '公共企事业单位' },
    }),
  }),
} as const;
export type Column = Values<typeof columnFields>;
