import type { Values } from './field.ts';
import { choice, day, group, integer, list, reference, text } from './field.ts';
import { CODE, FORGE_ACCOUNT, ID, MAIL, PHONE } from './shapes.ts';

export const UNIT_KINDS = {
  county: '县政府',
  department: '部门',
  township: '乡镇',
  utility: '公共企事业单位',
} as const;
export type UnitKind = keyof typeof UNIT_KINDS;

/** Colours a unit may choose for its banner; each is checked for contrast against white text. */
export const THEMES = {
  vermilion: '朱砂',
  indigo: '靛蓝',
  pine: '松绿',
  ochre: '赭石',
  plum: '梅紫',
  slate: '黛青',
} as const;

/** Roles in the chain of responsibility (谁上网谁负责). */
export const ROLES = {
  editor: '编辑',
  review: '审核',
  secrecy: '保密审查',
  approval: '签发',
  office: '信息办',
  watch: '值班',
} as const;

/** A body that owns content: one file under `units/`. 政府信息公开条例 art. 20(2) and art. 12. */
export const unitFields = {
  name: text({ label: '单位全称', help: '与机构编制文件一致。', max: 40 }),
  short_name: text({ label: '单位简称', help: '列表和面包屑里用。', max: 12 }),
  kind: choice({ label: '单位类别', help: '决定网址和页面。', options: UNIT_KINDS }),
  code: text({ label: '单位编码', help: '索引号用，定了不改。', max: 9, shape: CODE }),
  order: integer({ label: '排列顺序', help: '在单位名单里的先后。', max: 999 }),
  theme: choice({ label: '横幅颜色', help: '单位页面的横幅颜色。', options: THEMES }),
  banner: text({ label: '横幅图片', help: 'content/images/ 里的文件名。', optional: true, max: 80 }),
  motto: text({ label: '单位简介', help: '一两句话说明单位做什么。', max: 120 }),
  duties: list({
    label: '主要职责',
    help: '按“三定”规定写，一条一项。',
    min: 3,
    max: 20,
    of: text({ label: '职责', help: '一项职责。', max: 300, lines: true }),
  }),
  offices: list({
    label: '内设机构',
    help: '内设机构、职责和电话。',
    max: 30,
    of: group({
      label: '内设机构',
      help: '一个机构。',
      fields: {
        name: text({ label: '机构名称', help: '全称。', max: 30 }),
        duty: text({ label: '机构职责', help: '一两句话。', max: 200 }),
        phone: text({ label: '办公电话', help: '带区号。', max: 20, shape: PHONE }),
      },
    }),
  }),
  leaders: list({
    label: '负责人',
    help: '主要负责人在前。',
    min: 1,
    max: 15,
    of: group({
      label: '负责人',
      help: '一位负责人。',
      fields: {
        name: text({ label: '姓名', help: '姓名。', max: 12 }),
        post: text({ label: '职务', help: '现任职务。', max: 60 }),
        in_charge_of: text({ label: '分工', help: '分管的工作。', max: 300 }),
      },
    }),
  }),
  address: text({ label: '办公地址', help: '到门牌号。', max: 80 }),
  postcode: text({ label: '邮政编码', help: '六位数字。', max: 6, shape: { pattern: /^\d{6}$/u, words: '写六位数字' } }),
  hours: text({ label: '办公时间', help: '冬夏不同的分开写。', max: 120 }),
  phone: text({ label: '联系电话', help: '公开电话，带区号。', max: 20, shape: PHONE }),
  fax: text({ label: '传真号码', help: '带区号。', optional: true, max: 20, shape: PHONE }),
  mail: text({ label: '电子邮箱', help: '单位邮箱，不写个人邮箱。', max: 60, shape: MAIL }),
  supervision_phone: text({ label: '监督电话', help: '带区号。', max: 20, shape: PHONE }),
  disclosure_office: text({ label: '信息公开机构', help: '负责信息公开的机构名称。', max: 40 }),
  supervisor: reference({
    label: '主管部门',
    help: '公共企事业单位填写主管部门的单位代码，群众对信息公开有意见向它申诉。',
    optional: true,
    to: 'unit',
  }),
  columns: list({
    label: '栏目',
    help: '本单位开设的栏目，按先后排列。',
    min: 1,
    max: 30,
    of: reference({ label: '栏目', help: '栏目代码。', to: 'column' }),
  }),
  people: list({
    label: '发布人员',
    help: '谁在本单位担任编辑、审核、保密审查、签发和值班。',
    min: 4,
    max: 30,
    of: group({
      label: '发布人员',
      help: '一个人。',
      fields: {
        id: text({ label: '账号', help: '登录名。', max: 30, shape: ID }),
        name: text({ label: '姓名', help: '姓名。', max: 12 }),
        post: text({ label: '职务', help: '职务。', max: 30 }),
        roles: list({
          label: '角色',
          help: '至少一个。',
          min: 1,
          max: 6,
          of: choice({ label: '角色', help: '角色。', options: ROLES }),
        }),
        on_watch: list({
          label: '值班日期',
          help: '担任值班的在哪几天值班，夜班跨天的两天都写；不写，就是每天。',
          optional: true,
          max: 60,
          of: group({
            label: '值班日期',
            help: '连续的几天。',
            fields: {
              from: day({ label: '从哪天起', help: '第一天。' }),
              until: day({ label: '到哪天止', help: '最后一天。' }),
            },
          }),
        }),
        forge: text({
          label: '代码平台账号',
          help: '在 Forgejo、GitLab 或者 GitHub 上的账号，不带 @。',
          optional: true,
          max: 60,
          shape: FORGE_ACCOUNT,
        }),
      },
    }),
  }),
} as const;
/** A unit with its id, which is its file's name. */
export type Unit = Values<typeof unitFields> & { id: string };
