import type { Values } from './field.ts';
import { choice, group, list, text } from './field.ts';
import { LINK, PHONE, WEB_ADDRESS } from './shapes.ts';

/** Ways of disclosure beside the website (政府信息公开条例 art. 23, 25; 天津市电子政务管理办法 art. 16). */
export const PLACES = {
  gazette: '政府公报',
  archive: '国家档案馆',
  library: '公共图书馆',
  hall: '政务服务场所',
  board: '公示栏和电子屏',
  press: '报刊、广播、电视',
  media: '政务新媒体',
  conference: '新闻发布会',
} as const;

/** What the platform of disclosure says beside what follows from units and duties: `disclosure.yaml`. */
export const platformFields = {
  authority: group({
    label: '信息公开主管部门',
    help: '推进、指导、协调、监督全县政府信息公开工作的部门，受理投诉。',
    fields: {
      name: text({ label: '部门名称', help: '全称。', max: 40 }),
      phone: text({ label: '投诉电话', help: '带区号。', max: 20, shape: PHONE }),
      address: text({ label: '来信地址', help: '含邮政编码。', max: 100 }),
    },
  }),
  superior: text({ label: '上一级人民政府', help: '受理对县政府的行政复议申请。', max: 40 }),
  online: text({ label: '在线申请网址', help: '网上提交信息公开申请的网址。', optional: true, max: 300, shape: WEB_ADDRESS }),
  rules: list({
    label: '公开制度',
    help: '国家和省、市现行的信息公开法规和文件；本县的文件按条目发布，自动列出。',
    optional: true,
    max: 40,
    of: group({
      label: '公开制度',
      help: '一部法规或者一份文件。',
      fields: {
        name: text({ label: '名称', help: '全称，不带书名号。', max: 80 }),
        number: text({ label: '文号', help: '令号或者发文字号。', optional: true, max: 60 }),
        level: choice({
          label: '层级',
          help: '谁制定的。',
          options: { law: '法律、行政法规', state: '国家文件', local: '省、市文件' },
        }),
        url: text({ label: '网址', help: '全文的网址。', optional: true, max: 300, shape: LINK }),
      },
    }),
  }),
  places: list({
    label: '其他公开渠道',
    help: '网站以外可以查阅政府信息的地方和媒体，写清怎么找到。',
    optional: true,
    max: 60,
    of: group({
      label: '公开渠道',
      help: '一个地方或者一种媒体。',
      fields: {
        kind: choice({ label: '渠道类别', help: '哪一类。', options: PLACES }),
        name: text({ label: '名称', help: '全称。', max: 40 }),
        holds: text({ label: '可以查到什么', help: '有哪些信息，多久更新。', max: 200 }),
        where: text({ label: '在哪里', help: '地址，或者频道、版面、账号名称。', max: 120 }),
        hours: text({ label: '开放时间', help: '星期和钟点。', optional: true, max: 120 }),
        phone: text({ label: '联系电话', help: '带区号。', optional: true, max: 20, shape: PHONE }),
      },
    }),
  }),
} as const;
export type Platform = Values<typeof platformFields>;
