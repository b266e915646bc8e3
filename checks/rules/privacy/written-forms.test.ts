import { expect, test } from 'vitest';
import { unlike, type Written } from '../../testing/verdict-of.ts';
import { WRITTEN_LISTS } from '../../testing/written-lists.ts';

const NAMES = ['卞青梧', '佘望舒', '鄢听澜', '兰若谷', '邰照野', '欧阳静渊', '郏秀珍', '谯雪', '涂水生'];
const HOMES = [
  '文昌路67号8栋3单元321室',
  '桐溪乡柳湾村4组27号',
  '岚河镇老街115号',
  '和平小区1栋550室',
  '滨江花园3号楼3单元635',
  '青坞镇新塘村三组12号',
];
const ILLNESSES = ['肝硬化', '尿毒症', '乳腺癌术后', '智力残疾二级', '红斑狼疮', '强直性脊柱炎'];
const PASSWORDS = ['Ql#2026baobiao', 'Admin@123456', 'zxcv1234', 'ZfSKxulW_R4'];

/** A list in every way to write one: a header, and what stands in each row behind a name. */
const lists = (title: string, header: readonly string[], row: (at: number) => string[]) =>
  WRITTEN_LISTS.map(([way, write]): [string, Written] => {
    const rows = [0, 1, 2, 3].map((at) => [NAMES[at]!, ...row(at)]);
    return [`${header.join('、')} (${way})`, write(title, [[...header], ...rows])];
  });
/** Sentences in an entry, each with several names. */
const sentences = (text: string) =>
  text
    .trim()
    .split('\n')
    .flatMap((sentence, at) =>
      [0, 4].map((shift): [string, Written] => {
        const said = sentence.replaceAll('某甲', NAMES[(at + shift) % NAMES.length]!).replaceAll('门牌', HOMES[at % HOMES.length]!);
        return [
          said,
          { name: 'index.md', text: `---\ntitle: 工作动态\ncolumn: news\n---\n近日，县民政局开展走访。${said}。下一步将继续做好帮扶。\n` },
        ];
      }),
    );

test.each([
  ['illness', lists('医疗救助对象公示', ['姓名', '病种', '金额'], (at) => [ILLNESSES[at]!, '800'])],
  ['need', lists('临时救助公示', ['户主', '救助原因', '金额'], () => ['因病致贫', '800'])],
  ['family', lists('救助公示', ['申请人', '家庭情况'], (at) => [`本人${ILLNESSES[at]}`])],
  ['health', lists('救助台账', ['村民', '健康状况'], () => ['长期卧床'])],
  ['remarks', lists('救助名单', ['对象', '备注'], (at) => [ILLNESSES[at]!])],
  ['homes', lists('申请人名单', ['姓名', '家庭住址'], (at) => [HOMES[at]!])],
  ['residents', lists('住户名单', ['住户', '地址'], (at) => [HOMES[at]!])],
  [
    'homes in parts',
    lists('餐补名单', ['姓名', '乡镇', '村', '组', '门牌号'], (at) => ['桐溪乡', '柳湾村', `${at + 1}组`, `${20 + at}号`]),
  ],
  [
    'rooms in parts',
    lists('住户名单', ['姓名', '小区', '楼栋', '单元', '房号'], (at) => ['和平小区', `${at + 1}`, `${at + 1}`, `30${at}`]),
  ],
  ['parents', lists('家校联系表', ['孩子', '爸爸', '电话'], (at) => [NAMES[at + 4]!, `1390900${1000 + at}`])],
  ['guardians', lists('儿童名册', ['儿童姓名', '出生日期', '监护人'], (at) => ['2017-09-15', NAMES[at + 4]!])],
  ['pupils in need', lists('学生资助公示', ['学生', '班级', '困难类型'], () => ['八（3）班', '父亲服刑'])],
])('lists that tell %s are stopped however they are written', async (_, texts) => {
  expect(await unlike('block', texts)).toEqual([]);
});

test('passwords are stopped in tables, forms and sentences', async () => {
  const tables = WRITTEN_LISTS.flatMap(([way, write]): [string, Written][] =>
    [
      ['单位', '登录账号', '初始密码'],
      ['设备', '管理用户', '管理口令'],
      ['系统', '用户名', '密码'],
    ].map((header) => [
      `${header.join('、')} (${way})`,
      write('账号分配表', [header, ...PASSWORDS.map((word, at) => [`第${at}处`, `xz47${at}`, word])]),
    ]),
  );
  const said =
    '用户名：admin，密码：甲 账号admin密码甲 初始密码为甲 登录口令是甲 账号/密码：admin/甲 默认密码甲，请及时修改 DB_PASSWORD=甲 密码（甲） 数据库密码设置为甲'
      .split(' ')
      .map((words, at): [string, Written] => [
        words,
        { name: 'index.md', text: `各单位：系统已经开通，${words.replace('甲', PASSWORDS[at % 3]!)}，请于月底前填报。\n` },
      ]);
  expect(await unlike('block', [...tables, ...said])).toEqual([]);
});

test('sentences that tell illness, or the family of a child, are stopped', async () => {
  const told = sentences(`
村民某甲患肝癌多年
低保户某甲因尿毒症每周透析三次
某甲（肺癌晚期）家庭困难
某甲，女，52岁，患有红斑狼疮
某甲您好，您反映因患宫颈癌手术后生活困难的问题收悉
经核实，某甲系精神残疾二级
某甲，吸食冰毒，社区戒毒三年
困难群众某甲，丈夫瘫痪在床
走访慰问了身患尿毒症的某甲
某甲家庭因病致贫，儿子患白血病
老党员某甲今年查出肺癌
确诊病例某甲，HIV抗体阳性
学生某甲（11岁）被同学殴打，家住柳湾村3组
其中某甲，2015年4月生，母亲失联，寄养在姑姑家
真名某甲，13岁，就读于县中学初一（2）班，被邻居猥亵
留守儿童某甲和爷爷奶奶生活
八岁的某甲父亲去世，母亲改嫁`);
  expect(await unlike('block', told)).toEqual([]);
});

test('homes of several people are stopped, whatever stands between name and home', async () => {
  const told = [
    '某甲，住门牌',
    '某甲（门牌）',
    '某甲：门牌',
    '某甲，男，78岁，门牌',
    '某甲　门牌',
    '户主某甲，现租住于门牌',
    '某甲家住门牌',
    '家住门牌的某甲',
  ].map((form): [string, Written] => {
    const items = [0, 1, 2].map((at) => form.replace('某甲', NAMES[at]!).replace('门牌', HOMES[at]!));
    return [form, { name: 'index.md', text: `---\ntitle: 未签约户情况\n---\n未签约户如下：${items.join('；')}。\n` }];
  });
  expect(await unlike('block', told)).toEqual([]);
});

test('people at work, those who are honoured and rules on all are not stopped', async () => {
  const innocent = sentences(`
县医院肿瘤科主任医师某甲介绍，肺癌早期可以手术治疗
某甲，男，1975年生，县疾控中心主任，长期从事结核病防治工作
患高血压、糖尿病的群众可以申请家庭医生签约
白血病、尿毒症等大病救助比例为70%
副县长某甲走访慰问了困难群众和残疾人代表
护士某甲十年如一日照顾瘫痪老人
民警某甲破获吸毒案件三起
经营者：某甲，经营场所：岚河镇新街50号
学生某甲的作品获得一等奖
县第一中学高三（2）班某甲同学获奥赛金牌
家长可以在平台查询学生学籍情况
首次登录的密码为身份证号后六位，登录后请修改
忘记密码的，点击“找回密码”
商用密码应用安全性评估工作启动
拟任职人选：某甲，男，汉族，1985年3月生，大学学历
老中医某甲：高血压患者冬季要注意保暖`);
  expect(await unlike('pass', innocent)).toEqual([]);
});
