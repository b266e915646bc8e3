import { WATCH_HOURS, WATCH_HOURS_MOST } from './emergency.ts';
import type { Values } from './field.ts';
import { choice, day, group, integer, list, reference, text, yes } from './field.ts';
import { HOST, ID, LINK, MAIL, OLD_PATH, PHONE, REDIRECT_TARGET, SITE_CODE, WEB_ADDRESS } from './shapes.ts';

const link = {
  name: text({ label: '名称', help: '链接文字。', max: 30 }),
  url: text({ label: '网址', help: '完整网址或者本站以 / 开头的地址。', max: 300, shape: LINK }),
} as const;

/** The portal as a whole: `portal.yaml`. Footer elements follow 国办发〔2017〕47号. */
export const portalFields = {
  name: text({ label: '网站名称', help: '地名加“人民政府”。', max: 30 }),
  place: text({ label: '地名', help: '例如 清岚县。', max: 20 }),
  host: text({ label: '网站域名', help: '英文域名。', max: 80, shape: HOST }),
  site_code: text({ label: '网站标识码', help: '十位。', max: 10, shape: SITE_CODE }),
  slogan: text({ label: '网站标语', help: '页首地名旁的一句话。', optional: true, max: 30 }),
  description: text({ label: '网站说明', help: '网页标签用，一两句话。', max: 200 }),
  keywords: list({
    label: '关键词',
    help: '网页标签用。',
    max: 10,
    of: text({ label: '关键词', help: '一个词。', max: 12 }),
  }),
  sponsor: text({ label: '主办单位', help: '全称。', max: 40 }),
  operator: text({ label: '承办单位', help: '全称。', max: 40 }),
  phone: text({ label: '联系电话', help: '带区号。', max: 20, shape: PHONE }),
  mail: text({ label: '电子邮箱', help: '网站管理邮箱。', max: 60, shape: MAIL }),
  address: text({ label: '地址', help: '主办单位地址。', max: 80 }),
  icp: text({ label: 'ICP备案号', help: '页脚显示。', max: 30 }),
  psb: text({ label: '公安备案号', help: '页脚显示。', max: 30 }),
  badge: text({ label: '党政机关网站标识', help: '标识的查询网址。', max: 200, shape: WEB_ADDRESS }),
  signed_since: day({ label: '启用签发的日期', help: '从这一天起，内容要有审核、保密审查和签发的记录才能发布。', optional: true }),
  record_people: choice({
    label: '责任记录里的人',
    help: '公开的责任记录里，人写姓名还是写账号。不填写账号。',
    optional: true,
    options: { name: '写姓名', code: '写账号' },
  }),
  watch_hours: integer({
    label: '值班签字有效的小时数',
    help: `紧急发布由两名值班人员签字，每个签字在这么久以内有效，到时没有发布的作废。不填写为 ${WATCH_HOURS} 小时。`,
    optional: true,
    min: 1,
    max: WATCH_HOURS_MOST,
  }),
  hero: group({
    label: '首页大图',
    help: 'content/images/ 里的文件。',
    fields: {
      file: text({ label: '图片文件', help: '文件名。', max: 80 }),
      alt: text({ label: '图片说明', help: '看不到图片的人靠它知道内容。', max: 80 }),
    },
  }),
  channels: list({
    label: '频道',
    help: '主导航，按先后排列。',
    min: 3,
    max: 8,
    of: group({
      label: '频道',
      help: '一个频道。',
      fields: {
        id: text({ label: '频道代码', help: '用在网址里。', max: 30, shape: ID }),
        name: text({ label: '频道名称', help: '四个字最好。', max: 8 }),
        description: text({ label: '频道说明', help: '频道登什么。', max: 200 }),
        columns: list({
          label: '栏目',
          help: '频道下的门户栏目。',
          max: 20,
          of: reference({ label: '栏目', help: '栏目代码。', to: 'column' }),
        }),
      },
    }),
  }),
  services: list({
    label: '便民服务',
    help: '首页的常用服务。',
    max: 16,
    of: group({
      label: '便民服务',
      help: '一项服务。',
      fields: { ...link, icon: text({ label: '图标', help: 'site/icons 里的图标名。', max: 30, shape: ID }) },
    }),
  }),
  links: list({
    label: '友情链接',
    help: '上级政府和本级机构。',
    max: 60,
    of: group({
      label: '友情链接',
      help: '一个链接。',
      fields: {
        ...link,
        group: choice({
          label: '分组',
          help: '页脚分组。',
          options: { above: '上级政府网站', nearby: '周边县区网站', other: '其他网站' },
        }),
      },
    }),
  }),
} as const;
export type Portal = Values<typeof portalFields>;

/** A special topic (专题) kept by one unit, possibly across units: one file under `topics/`. */
export const topicFields = {
  title: text({ label: '专题名称', help: '写清主题。', max: 40 }),
  summary: text({ label: '专题说明', help: '为什么开设、登什么。', max: 300 }),
  unit: reference({ label: '主办单位', help: '对专题负责的单位。', to: 'unit' }),
  opened_on: day({ label: '开设日期', help: '年-月-日。' }),
  closed_on: day({ label: '归档日期', help: '结束后填写。', optional: true }),
  image: text({ label: '专题图片', help: 'content/images/ 里的文件名。', optional: true, max: 80 }),
  on_home: yes({ label: '首页显示', help: '是否在首页展示。', optional: true }),
} as const;
export type Topic = Values<typeof topicFields> & { id: string };

/** An old address and where it leads now: one item of `redirects.yaml`. */
export const redirectFields = {
  from: text({ label: '旧地址', help: '原网站的地址。', max: 300, shape: OLD_PATH }),
  to: text({ label: '新地址', help: '本站以 / 开头的地址，或者索引号。', max: 300, shape: REDIRECT_TARGET }),
} as const;
export type Redirect = Values<typeof redirectFields>;
