import type { Values } from './field.ts';
import { day, list, reference, text } from './field.ts';
import { ID } from './shapes.ts';

/** A notice that readers must see at once, for some days, at the head of every page: one item of `alerts.yaml`. */
export const alertFields = {
  id: text({ label: '提示代码', help: '英文小写字母、数字和连字符，定了不改。', max: 30, shape: ID }),
  title: text({ label: '提示', help: '一句话说清出了什么事、要做什么。', max: 40 }),
  text: text({ label: '说明', help: '时间、地点、影响范围和求助电话。', optional: true, max: 200 }),
  entry: reference({ label: '详细内容', help: '有关条目的索引号。', optional: true, to: 'entry' }),
  units: list({
    label: '在哪些单位显示',
    help: '单位文件的名称，不写就在全县显示。',
    optional: true,
    min: 1,
    max: 60,
    of: reference({ label: '单位', help: '单位文件的名称。', to: 'unit' }),
  }),
  from: day({ label: '开始日期', help: '从这一天起显示。' }),
  until: day({ label: '结束日期', help: '显示到这一天，以后自动撤下。' }),
} as const;
export type Alert = Values<typeof alertFields>;
