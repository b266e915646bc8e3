import type { Values } from './field.ts';
import { choice, group, integer, list, text } from './field.ts';
import { ID, PHONE } from './shapes.ts';
import { UNIT_KINDS, type Unit } from './unit.ts';

/** When a duty is due (STD-CAL, STD-FOI-40, STD-FOI-49, STD-PUB). */
export const CLOCKS = {
  'working-days': '形成或者变更后若干个工作日内',
  days: '形成或者批准后若干日内',
  yearly: '每年规定日期前',
  quarterly: '每季度',
  standing: '长期公开，变动时更新',
} as const;

/** Fields with a national standard for disclosure at the basic level (国办发〔2019〕54号; STD-GRA-01). */
export const FIELDS = {
  'major-projects': '重大建设项目',
  'resource-trading': '公共资源交易',
  finance: '财政预决算',
  'work-safety': '安全生产',
  tax: '税收管理',
  'land-requisition': '征地补偿',
  'housing-expropriation': '国有土地上房屋征收',
  'affordable-housing': '保障性住房',
  'rural-housing': '农村危房改造',
  environment: '生态环境',
  culture: '公共文化服务',
  'legal-services': '公共法律服务',
  poverty: '扶贫',
  disaster: '救灾',
  'food-and-drugs': '食品药品监管',
  'city-enforcement': '城市综合执法',
  employment: '就业',
  'social-insurance': '社会保险',
  'social-assistance': '社会救助',
  'elderly-care': '养老服务',
  household: '户籍管理',
  'farm-subsidies': '涉农补贴',
  education: '义务教育',
  health: '医疗卫生',
  municipal: '市政服务',
  planning: '城乡规划',
} as const;

/** Channels of disclosure, as the standard catalogues name them (STD-GRA-04). */
export const CHANNELS = {
  website: '政府网站',
  gazette: '政府公报',
  media: '两微一端',
  conference: '发布会或者听证会',
  broadcast: '广播电视',
  paper: '纸质媒体',
  reading: '公开查阅点',
  hall: '政务服务中心',
  station: '便民服务站',
  visit: '入户或者现场',
  board: '社区、企事业单位、村公示栏（电子屏）',
  direct: '精准推送',
  other: '其他',
} as const;

/** One thing the law obliges units to publish: one item of `catalogue/*.yaml`. */
export const dutyFields = {
  id: text({ label: '事项代码', help: '定了不改。', max: 40, shape: ID }),
  name: text({ label: '事项名称', help: '法定主动公开事项的名称。', max: 60 }),
  domain: text({ label: '领域', help: '一级事项，例如 财政预决算。', max: 20 }),
  fields: list({
    label: '标准领域',
    help: '属于基层政务公开标准的哪些领域。',
    optional: true,
    max: 5,
    of: choice({ label: '标准领域', help: '一个领域。', options: FIELDS }),
  }),
  basis: list({
    label: '公开依据',
    help: '法律、法规、规章或者文件，写到条款。',
    min: 1,
    max: 10,
    of: group({
      label: '公开依据',
      help: '一部法规。',
      fields: {
        law: text({ label: '法规名称', help: '全称，不带书名号。', max: 80 }),
        article: text({ label: '条款', help: '例如 第二十条第七项。', optional: true, max: 40 }),
      },
    }),
  }),
  elements: list({
    label: '公开内容',
    help: '必须公开的要素。',
    min: 1,
    max: 20,
    of: text({ label: '要素', help: '一项要素。', max: 80 }),
  }),
  owners: list({
    label: '公开主体',
    help: '哪几类单位承担。',
    min: 1,
    max: 4,
    of: choice({ label: '公开主体', help: '单位类别。', options: UNIT_KINDS }),
  }),
  units: list({
    label: '指定单位',
    help: '只由这些单位承担时填写单位代码。',
    optional: true,
    max: 40,
    of: text({ label: '单位代码', help: '单位文件的名称。', max: 40, shape: ID }),
  }),
  channels: list({
    label: '公开渠道',
    help: '在哪里公开；不填就是政府网站。',
    optional: true,
    min: 1,
    max: 13,
    of: choice({ label: '公开渠道', help: '一种渠道。', options: CHANNELS }),
  }),
  elsewhere: group({
    label: '公开于他处',
    help: '由不在本站的单位公开时，写清怎么找到；“指定单位”写空表。',
    optional: true,
    fields: {
      body: text({ label: '公开单位', help: '全称。', max: 40 }),
      how: text({ label: '怎样查找', help: '网站名称和栏目，或者查阅的办法。', max: 200 }),
      address: text({ label: '查阅地址', help: '到门牌号。', max: 80 }),
      phone: text({ label: '联系电话', help: '带区号。', max: 20, shape: PHONE }),
    },
  }),
  clock: group({
    label: '公开时限',
    help: '什么时候必须公开。',
    fields: {
      kind: choice({ label: '时限种类', help: '怎样计算。', options: CLOCKS }),
      days: integer({ label: '天数', help: '若干日或者若干个工作日。', optional: true, min: 1, max: 365 }),
      date: text({
        label: '截止日期',
        help: '每年的月和日，例如 01-31。',
        optional: true,
        max: 5,
        shape: { pattern: /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, words: '写成“月-日”，例如 01-31' },
      }),
    },
  }),
  proof: list({
    label: '证明方式',
    help: '哪几类内容能证明已经公开。',
    min: 1,
    max: 14,
    of: text({ label: '内容类型', help: '内容类型的代码。', max: 30, shape: ID }),
  }),
} as const;
export type Duty = Values<typeof dutyFields>;

/** Whether a duty binds a unit: by its kind, and by its name where the duty names units. */
export const binds = ({ owners, units }: Duty, { id, kind }: Pick<Unit, 'id' | 'kind'>): boolean =>
  owners.includes(kind) && (!units || units.includes(id));

/** Whether what a duty asks for stands in the unit's own file, and so on its page (政府信息公开条例 art. 20(2)). */
export const standsInUnitFile = ({ basis }: Pick<Duty, 'basis'>): boolean =>
  basis.some(({ law, article }) => /政府信息公开条例$/u.test(law) && article === '第二十条第二项');
