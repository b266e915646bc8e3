import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verify } from '../audit/verify.ts';
import { PREVIEW_POLICY } from '../preview.ts';
import type { ReviewFinding } from '../review.ts';
import { Refusal } from '../store/refusal.ts';
import { personOf } from '../store/testing/test-office.ts';
import { DeskOffice } from './testing/desk-office.ts';
import { screenOf } from './testing/screen.ts';

let office: DeskOffice;
beforeAll(async () => {
  office = await DeskOffice.open();
});
afterAll(() => office.close());

const as = (id: string) => office.as(id);
/** The words of a screen between its head and its foot; the times of acts are the machine's. */
async function read(id: string, path: string): Promise<string[]> {
  return words(await (await as(id)).get(path));
}
async function words(answer: Response): Promise<string[]> {
  return (await screenOf(answer)).map((line) => line.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/gu, '某时'));
}
const send = async (id: string, path: string, fields: Record<string, string>) => (await as(id)).form(path, fields);
const status = async (id: string, path: string) => (await (await as(id)).get(path)).status;
const sign = async (id: string, folder: string, role: string, more: Record<string, string> = {}) =>
  send(id, '/desk/sign', { folder, version: await office.version(folder), role, opinion: '', ...more });

const FINANCE = 'entries/finance/disclosure/2026/20261120-abc234';
const at = (folder: string) => folder.slice('entries/'.length);
const disclosure = (body: string) =>
  `---\ntitle: 2026年第三季度财政收支情况\ncolumn: budgets\ndocument_date: '2026-10-20'\n---\n\n${body}\n`;

test('the queue tells each what waits, for how long and until when; the information office sees every unit', async () => {
  await office.save('xing-ruogu', FINANCE, { 'index.md': disclosure('收入 8.42亿元。') });
  await office.submit('xing-ruogu', FINANCE);
  const notice = 'entries/education/notice/2026/20261126-bcd345';
  await office.save('edu-qiu', notice, { 'index.md': '---\ntitle: 冬季作息时间的通知\ncolumn: notices\n---\n\n8:10 上课。\n' });
  await office.submit('edu-qiu', notice);

  const item = [
    '2026年第三季度财政收支情况',
    '待审核 财政局　法定主动公开　拟稿 幸若谷',
    '已超期 10 天 2026-11-17 前公开 形成日期 2026-10-20 起20个工作日内',
    '某时 到这一步',
    '还差：审核、保密审查、签发',
  ];
  expect(await read('mi-huaijin', '/desk/')).toEqual([
    '审核台',
    '查已发布的内容',
    '等我签字 1',
    ...item,
    '以“保密审查”签字',
    '打开看过以后才可勾选',
    '一次签多条 勾选的每一条都按您打开看过的那一版签字；之后有改动的不签，并向您说明。没有打开看过的，不能勾选。',
    '意见（可以不写，对勾选的每一条都记下）',
    '签署勾选的内容',
  ]);
  expect(await read('huan-jingxing', '/desk/')).toEqual([
    '审核台',
    '查已发布的内容',
    '现在没有等您签字的内容。',
    '待他人先签 1',
    '审核、保密审查都签了以后，或者轮到您的时候再签。',
    ...item,
  ]);
  expect((await read('xing-ruogu', '/desk/')).slice(2, 5)).toEqual(['现在没有等您办理的内容。', '我拟稿、签过的 1', '正在等他人签字。']);
  const all = await read('chao-yining', '/desk/');
  expect(all.filter((line) => /^(?:各单位正在办理|2026年第三|冬季作息)/u.test(line))).toEqual([
    '各单位正在办理 2',
    '2026年第三季度财政收支情况',
    '冬季作息时间的通知',
  ]);
  expect((await read('chao-yining', '/desk/?unit=education')).filter((line) => /^(?:各单位正在办理|2026年第三)/u.test(line))).toEqual([
    '各单位正在办理 1',
  ]);
  expect((await read('bus-heng', '/desk/')).slice(2)).toEqual(['现在没有等您签字的内容。']);
  expect((await read('mi-huaijin', '/'))[1]).toBe('审核台 1 条等您签字 核对内容变化，签字、退回、写意见，办理撤稿和下线。');
  expect((await read('chao-yining', '/'))[1]).toBe('审核台 核对内容变化，签字、退回、写意见，办理撤稿和下线。');
});

test('nobody of another unit sees or does anything, by screen or by raw request', async () => {
  const version = await office.version(FINANCE);
  for (const id of ['edu-qi']) {
    for (const path of [`change/${at(FINANCE)}`, `preview/${version}/${at(FINANCE)}`, `file/${version}/${at(FINANCE)}/index.md`])
      expect([id, path, await status(id, `/desk/${path}`)]).toEqual([id, path, 403]);
    for (const [path, more] of [
      ['sign', { role: 'secrecy' }],
      ['return', { reason: '改' }],
      ['comment', { words: '看' }],
      ['publish', {}],
    ] as const)
      for (const asked of [version, '0'.repeat(40)]) {
        const answer = await send(id, `/desk/${path}`, { folder: FINANCE, version: asked, ...more });
        expect([id, path, answer.status, (await answer.text()).includes('第三季度')]).toEqual([id, path, 403, false]);
      }
    const many = await send(id, '/desk/sign-many', { item: `secrecy ${version} ${FINANCE}`, opinion: '' });
    expect(await words(many)).toEqual([
      '签字结果',
      '一条内容',
      '没有签字。您在这个单位没有角色，不能看没有发布的内容。',
      '查看这一条',
      '回到审核台',
    ]);
  }
  expect(await office.version(FINANCE)).toBe(version);
});

test('a long table is shown in part; the rest is folded, with the number of rows, and complete', async () => {
  const entry = 'entries/education/notice/2026/20261126-cde456';
  const rows = Array.from({ length: 50 }, (_, nth) => `| 第${nth}小学 | ${nth} |`).join('\n');
  await office.save('edu-qiu', entry, {
    'index.md': `---\ntitle: 招生计划\ncolumn: notices\n---\n\n| 学校 | 人数 |\n| --- | --- |\n${rows}\n`,
  });
  const page = await (await (await as('edu-qiu')).get(`/desk/change/${at(entry)}`)).text();
  const [, shown = '', folded = ''] = /<figure class="sheet added">(.*?)<summary>其余 10 行<\/summary>(.*?)<\/figure>/su.exec(page) ?? [];
  const schools = (part: string) => part.match(/第\d+小学/gu)?.length;
  expect([schools(shown), schools(folded)]).toEqual([40, 10]);
});

test('one change: what it means, who signed, what is owed, who may not and why', async () => {
  const folder = 'entries/bus/notice/2026/202610-00002';
  const { store } = office.parts;
  const before = (await store.published(folder))!;
  await office.save('bus-jing', folder, {
    'index.md': before.text
      .replace('由40分钟调整为30分钟', '由40分钟调整为25分钟')
      .replace("contact_phone: '0900-5552022'", "contact_phone: '0900-5552023'")
      .replace('附件：清岚县公交线路时刻表（2026年11月1日起执行）', '| 线路 | 首班 |\n| --- | --- |\n| 1路 | 6:10 |'),
    'shikebiao-202611.xlsx': withCell(await store.file(before, 'shikebiao-202611.xlsx'), 'D3', '06:45'),
    'piaojia.txt': '票价 2元',
  });
  const version = await office.submit('bus-jing', folder);
  await office.parts.workflow.sign(await personOf(store, 'bus-pu'), { folder, version }, 'review', '时刻已和调度核对。');
  const lines = await read('bus-heng', `/desk/change/${at(folder)}`);
  const part = (from: string, to: string) => lines.slice(lines.lastIndexOf(from), lines.indexOf(to, lines.lastIndexOf(from)));
  expect(lines.slice(0, 22)).toEqual([
    '审核台',
    '待审核 关于2026年11月1日起调整部分公交线路和时刻的公告',
    '待审核 修改已发布内容 990101202/202610-00002',
    ...['单位', '县公交公司', '类型', '通知公告', '栏目', '通知公告', '拟稿', '荆望之', '提交', '某时　荆望之', '期限', '没有写明期限'],
    ...['需要核对 5', '页面', '文字', '表格 1', '附件 2', '检查 0', '办理'],
  ]);
  expect(part('需要核对的变化', '页面')).toEqual([
    '需要核对的变化',
    '下面逐项列出改动的金额、日期、人名、电话、法规文号，和原件对照。清单由程序列出，不能代替通读。',
    '金额和数量 2',
    '正文 …发车间隔。白岩线由40分钟调整为 30分钟 25分钟 ；红岩线由90分钟调整为75分钟…',
    '附件“piaojia.txt” 票价 2元',
    '日期和时间 2',
    '正文 附件：清岚县公交线路时刻表（ 2026年11月1日 起执行）',
    '附件“shikebiao-202611.xlsx”工作表“时刻表”第3行 终点： 06:45',
    '电话 1',
    '联系电话 联系电话： 0900-5552022 0900-5552023',
    '另有 1 个新表格，逐格和原件核对。',
  ]);
  expect(part('修改以前', '文字')).toEqual(['修改以前', '单独打开这一页', '修改以后', '单独打开这一页']);
  expect(part('字段', '标题')).toEqual(['字段', '联系电话', '0900-5552022 0900-5552023', '没有变化的字段 9 项']);
  expect(part('全部线路时刻见附件。1元、2元、3元、4元票价和老年人免费、学生半价等优惠不变。', '检查结果')).toEqual([
    '全部线路时刻见附件。1元、2元、3元、4元票价和老年人免费、学生半价等优惠不变。',
    '附件：清岚县公交线路时刻表（ 2026年11月1日 起执行） 〔表格：线路、首班〕',
    ...['表格', '表格 1 新表格 1', '线路', '首班', '2', '1路', '6:10', '附件'],
    ...['piaojia.txt 新增', '文件', '下载', expect.stringMatching(/^11 字节　 SHA-256 [0-9a-f]{64}$/u), '正文 票价 2元'],
    ...['shikebiao-202611.xlsx 已修改', '原文件', '下载', expect.stringMatching(/^9 KB　 SHA-256 7864276362f8/u)],
    ...['新文件', '下载', expect.stringMatching(/^\d+ KB　 SHA-256 [0-9a-f]{64}$/u), '工作表“时刻表” 有变化 1'],
    ...['清岚县公交线路时刻表（2026年11月1日起执行）', '2', '线路', '类别', '起点', '终点', '首班', '末班'],
    ...['工作日平均间隔分钟', '里程公里', '全程票价元', '备注', '改 3', '1路', '城区', '城北客运站'],
    ...['县第三实验小学 06:45', '06:10', '20:40', '10', '9.2', '1', '第 4—32 行没有变化'],
  ]);
  expect(part('检查结果', '退回修改')).toEqual([
    ...['检查结果', '检查没有发现问题。', '履行的公开事项'],
    '公共企事业单位：公共企事业单位服务项目、流程、标准和收费 应当公开：机构和服务项目；办理流程和时限；收费标准和依据；服务承诺和投诉电话',
    '公开时限：形成或者变更后20个工作日内。依据：《中华人民共和国政府信息公开条例》第五十五条；《公共企事业单位信息公开规定制定办法》（国办发〔2020〕50号）',
    ...['经过', '审核签字 蒲行舟 某时', '时刻已和调度核对。', '提交审核 荆望之 某时', '保存 荆望之 某时'],
    ...['签字', '审核 蒲行舟　已签 某时 时刻已和调度核对。', '保密审查 待签　可以签的人：衡疏影', '签发 待签　可以签的人：钮轶尘'],
    ...['签字', '我看过上面的全部变化，同意公开。签字只对 某时 提交的这一版有效。', '意见（可以不写）', '以“保密审查”签字'],
  ]);
  const file = await (await as('bus-heng')).get(`/desk/file/${version}/${at(folder)}/piaojia.txt`);
  expect([await file.text(), file.headers.get('Content-Disposition'), file.headers.get('Content-Type')]).toEqual([
    '票价 2元',
    "attachment; filename*=UTF-8''piaojia.txt",
    'application/octet-stream',
  ]);
  const page = await (await as('bus-heng')).get(`/desk/preview/main/${at(folder)}`);
  expect([await page.text(), page.headers.get('Content-Security-Policy')]).toEqual([
    `<!doctype html><title>${folder}</title><p>0</p>`,
    PREVIEW_POLICY,
  ]);
  expect(await status('bus-heng', `/desk/preview/${'0'.repeat(40)}/${at(folder)}`)).toBe(404);
});

/** A spreadsheet with another value in one cell. */
function withCell(bytes: Uint8Array, cell: string, value: string): Uint8Array {
  const book = XLSX.read(bytes);
  book.Sheets[book.SheetNames[0]!]![cell] = { t: 's', v: value };
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
}

test('what corrects an error is called so before it is signed, and an ordinary change is not', async () => {
  const folder = 'entries/bus/notice/2026/202610-00002';
  const version = await office.version(folder);
  const { store, workflow } = office.parts;
  await workflow.sendBack(await personOf(store, 'bus-pu'), { folder, version }, '写明更正了什么。');
  const { text } = (await store.draft(folder))!;
  await office.save('bus-jing', folder, { 'index.md': text.replace('\n---\n', '\ncorrection: 白岩线间隔原来写错了。\n---\n') });
  await office.submit('bus-jing', folder);
  const lines = await read('bus-heng', `/desk/change/${at(folder)}`);
  expect(lines[2]).toBe('待审核 更正已发布内容 990101202/202610-00002');
  expect(lines.slice(lines.indexOf('更正说明'), lines.indexOf('期限'))).toEqual(['更正说明', '白岩线间隔原来写错了。']);
  expect((await read('bus-heng', '/desk/')).some((line) => line.startsWith('待审核 更正已发布内容'))).toBe(true);
});

test('signing from the first to the last: the entry is public, and the desk says where', async () => {
  const folder = FINANCE;
  expect(await words(await sign('mi-huaijin', folder, 'secrecy', { opinion: '不涉密。' }))).toEqual([
    '签字结果',
    '2026年第三季度财政收支情况',
    '已以“保密审查”签字。还差：审核、签发。',
    '回到审核台',
  ]);
  expect(await words(await sign('huan-jingxing', folder, 'approval'))).toEqual([
    '没有办理',
    '审核和保密审查都签字以后才能签发。',
    '回到审核台',
  ]);
  const why = async (id: string) => {
    const lines = await read(id, `/desk/change/${at(folder)}`);
    return lines.slice(lines.findIndex((line) => line.startsWith('签发 待签')) + 1, lines.indexOf('写意见、回复'));
  };
  expect(await why('mi-huaijin')).toEqual(['您已经签过“保密审查”，等他人签字。', '退回修改', ...(await why('huan-jingxing')).slice(2)]);
  expect((await why('huan-jingxing')).slice(0, 2)).toEqual(['审核和保密审查都签字以后才能签发。', '退回修改']);
  expect(await why('xing-ruogu')).toEqual(['您写过或者改过这条内容，不能签字。']);
  expect(await why('chao-yining')).toEqual(['您在这里没有要签的角色，可以看和写意见。']);
  await sign('puyang-qing', folder, 'review');
  const last = await words(await sign('huan-jingxing', folder, 'approval'));
  const number = /\d{9}\/\d{6}-\d{5}/u.exec(last.join())![0];
  const address = `http://127.0.0.1:4321/i/${number.replace('-', '/')}.html`;
  expect(last).toEqual(['签字结果', '2026年第三季度财政收支情况', `已发布 　某时　索引号 ${number}`, `网址： ${address}`, '回到审核台']);
  expect(await status('huan-jingxing', `/desk/change/${at(folder)}`)).toBe(404);
  expect((await read('mi-huaijin', '/desk/')).slice(2)).toEqual([
    '现在没有等您签字的内容。',
    '近三个月我经手的 1',
    '2026年第三季度财政收支情况',
    '发布 我的角色：保密审查　某时',
    '网上的页面',
  ]);
  expect(office.acts.filter((act) => / (?:sign|publish) /u.test(act)).slice(-3)).toEqual([
    expect.stringMatching(/^puyang-qing sign entries\/finance\/disclosure\/2026\/20261120-abc234 review [0-9a-f]{40}$/u),
    expect.stringMatching(/^huan-jingxing sign entries\/finance\/disclosure\/2026\/20261120-abc234 approval [0-9a-f]{40}$/u),
    `huan-jingxing publish ${folder} ${number}`,
  ]);
});

test('signed for a time: the desk says when, everybody sees it waiting, and a wrong time signs nothing', async () => {
  const folder = 'entries/finance/notice/2026/20261126-fgh678';
  const [editor, , review, secrecy, approval] = await postsOf('finance');
  await office.save(editor!, folder, {
    'index.md': '---\ntitle: 财政局元旦放假安排\ncolumn: notices\n---\n\n12月31日下午停止办理业务。\n',
  });
  await office.submit(editor!, folder);
  await sign(secrecy!, folder, 'secrecy');
  await sign(review!, folder, 'review');
  expect(await words(await sign(approval!, folder, 'approval', { publish_at: '2026-11-27 09:00' }))).toEqual([
    '没有办理',
    '定时发布的时间 某时 已经过去。没有签字，改好再签；要马上发布，不填时间。',
    '回到这一条',
  ]);
  expect(await words(await sign(approval!, folder, 'approval', { publish_at: '2026-12-28 09:00' }))).toEqual([
    '签字结果',
    '财政局元旦放假安排',
    '已以“签发”签字，签字齐了，定于 某时 发布。到时间以前，网站上没有这条内容。',
    '查看这一条',
    '回到审核台',
  ]);
  const queue = await read(approval!, '/desk/');
  const from = queue.indexOf('定时发布 1');
  expect(queue.slice(from, from + 3)).toEqual(['定时发布 1', '签字已齐，到时间由系统发布。', '财政局元旦放假安排']);
  expect(await read(review!, `/desk/change/${at(folder)}`)).toContain('签字已齐，定于 某时 发布。到时间以前，网站上没有这条内容。');
});

test('what changed between looking and signing is shown, and nothing is signed', async () => {
  const folder = 'entries/finance/notice/2026/20261126-cde456';
  const notice = (time: string) => `---\ntitle: 停水通知\ncolumn: notices\n---\n\n12月3日${time}停水。\n`;
  const [editor, , , secrecy] = await postsOf('finance');
  const { name } = await personOf(office.parts.store, editor!);
  await office.save(editor!, folder, { 'index.md': notice('8:00') });
  const seen = await office.submit(editor!, folder);
  const { store, workflow } = office.parts;
  await workflow.recall(await personOf(store, editor!), { folder, version: seen });
  await office.save(editor!, folder, { 'index.md': notice('9:00') });
  await office.submit(editor!, folder);
  const answer = await send(secrecy!, '/desk/sign', { folder, version: seen, role: 'secrecy', opinion: '' });
  expect(answer.status).toBe(409);
  expect(await words(answer)).toEqual([
    '没有办理',
    '这条内容刚才有变化，没有办理。看过现在的内容再办。',
    '您打开以后',
    `收回 ${name} 某时`,
    `保存 ${name} 某时`,
    `提交审核 ${name} 某时`,
    '改了什么',
    '12月3日 8:00 9:00 停水。',
    '查看现在的内容',
  ]);
  expect((await store.draft(folder))!.acts.some(({ kind }) => kind === 'sign')).toBe(false);
});

test('back to the editor with a reason at a place, answered, mended; what changed since can be shown by itself', async () => {
  const folder = 'entries/finance/notice/2026/20261126-def567';
  const [editor, , review, secrecy, approval] = await postsOf('finance');
  const notice = (body: string) => `---\ntitle: 封路通知\ncolumn: notices\n---\n\n${body}\n`;
  await office.save(editor!, folder, { 'index.md': notice('12月3日封路。') });
  await office.submit(editor!, folder);
  const empty = await send(review!, '/desk/return', { folder, version: await office.version(folder), reason: ' ', place: '' });
  expect([empty.status, await words(empty)]).toEqual([400, ['没有办理', '没有写退回的理由。写明哪里要改、怎样改。', '回到这一条']]);
  const back = await send(review!, '/desk/return', {
    folder,
    version: await office.version(folder),
    reason: '写明起止时间。',
    place: '正文',
  });
  expect([back.status, back.headers.get('Location')]).toEqual([303, '/desk/']);
  const own = await read(editor!, '/desk/');
  expect(own.slice(own.indexOf('退回修改 1')).slice(0, 5)).toEqual([
    '退回修改 1',
    '退回到您单位的内容，由编辑改好再提交。',
    '封路通知',
    '退回 财政局　通知公告　拟稿 幸若谷',
    '没有写明期限',
  ]);
  expect((await read(editor!, '/'))[2]).toMatch(/^审核台 1 条退回修改 /u);
  expect(await (await (await as(editor!)).get(`/desk/change/${at(folder)}`)).text()).toContain(
    '<a href="/edit#/collections/finance_notice/entries/2026/20261126-def567/index">到“写稿”里修改</a>',
  );
  const returned = await office.version(folder);
  const answered = await send(editor!, '/desk/comment', { folder, version: returned, words: '已补上，8时到18时。', place: '正文' });
  expect([answered.status, answered.headers.get('Location')]).toEqual([303, `/desk/change/${at(folder)}#history`]);
  // The form that the editor had open before the comment is still good.
  const { store, workflow } = office.parts;
  await store.save(await personOf(store, editor!), {
    folder,
    version: returned,
    files: [{ name: 'index.md', bytes: Buffer.from(notice('12月3日8时到18时封路。')) }],
  });
  await office.submit(editor!, folder);
  await sign(secrecy!, folder, 'secrecy');
  await workflow.comment(await personOf(store, editor!), { folder, version: await office.version(folder) }, '请尽快签。');
  expect((await workflow.progress((await store.draft(folder))!)).owed).toEqual(['review', 'approval']);

  const lines = await read(review!, `/desk/change/${at(folder)}?since=${returned}`);
  expect(lines.slice(lines.indexOf('查看全部内容'), lines.indexOf('页面', lines.indexOf('查看全部内容')))).toEqual([
    '查看全部内容',
    '与 某时 退回时对照 需要核对的变化',
    '下面逐项列出改动的金额、日期、人名、电话、法规文号，和原件对照。清单由程序列出，不能代替通读。',
    '日期和时间 2',
    '正文 12月3日 8时 到18时封路。',
    '正文 12月3日8时到 18时 封路。',
  ]);
  const whole = await read(review!, `/desk/change/${at(folder)}`);
  expect(whole.slice(whole.indexOf('经过'), whole.indexOf('签字'))).toEqual([
    '经过',
    ...['意见 幸若谷 某时', '请尽快签。', '保密审查签字 宓怀瑾 某时', '提交审核 幸若谷 某时', '保存 幸若谷 某时'],
    ...['意见 幸若谷 某时', '正文 　已补上，8时到18时。', '退回 濮阳青 某时', '正文 　写明起止时间。'],
    ...['提交审核 幸若谷 某时', '保存 幸若谷 某时'],
  ]);
  expect(await words(await sign(approval!, folder, 'approval'))).toContain('审核和保密审查都签字以后才能签发。');
});

test('everything in one pass, but only what the person has opened, each in the version that was seen', async () => {
  const [editor, , review] = await postsOf('finance');
  const folders = ['a', 'b', 'c', 'd'].map((name) => `entries/finance/notice/2026/20261126-${name.repeat(6)}`);
  for (const [index, folder] of folders.entries()) {
    await office.save(editor!, folder, { 'index.md': `---\ntitle: 接种通知${index + 1}\ncolumn: notices\n---\n\n周一。\n` });
    await office.submit(editor!, folder);
  }
  const versions = await Promise.all(folders.map((folder) => office.version(folder)));
  for (const folder of [...folders.slice(0, 2), folders[3]!]) expect(await status(review!, `/desk/change/${at(folder)}`)).toBe(200);
  // The second one changes after it was opened.
  const { store, workflow } = office.parts;
  await workflow.recall(await personOf(store, editor!), { folder: folders[1]!, version: versions[1]! });
  const body = new URLSearchParams({ csrf: await (await as(review!)).csrf(), opinion: '同意。' });
  for (const index of [3, 0, 1, 2]) body.append('item', `review ${versions[index]} ${folders[index]}`);
  // The office fails at the first one; the others are signed, or told why not.
  const failing = vi.spyOn(workflow, 'sign').mockRejectedValueOnce(new Error('a word that nobody must see'));
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answer = await (await as(review!)).send('/desk/sign-many', { method: 'POST', headers: { Origin: 'http://127.0.0.1:4322' }, body });
  expect(await words(answer)).toEqual([
    '签了 1 条，共 4 条',
    '接种通知4',
    '办公平台出错，签字可能没有记下。打开核对；没有记下的，再签一次。',
    '查看这一条',
    '接种通知1',
    '已以“审核”签字。还差：保密审查、签发。',
    '接种通知2',
    '没有签字。这条内容刚才有变化，没有办理。看过现在的内容再办。',
    '查看这一条',
    '接种通知3',
    '没有签字。这一版您还没有打开看过。打开看过以后再签。',
    '查看这一条',
    '回到审核台',
  ]);
  expect(printed.mock.calls.join()).toMatch(/^POST \/desk\/sign-many\n/u);
  expect(printed.mock.calls.join()).not.toContain('nobody must see');
  for (const spy of [failing, printed]) spy.mockRestore();
  expect((await store.draft(folders[0]!))!.acts.at(-1)).toMatchObject({ kind: 'sign', words: '同意。' });
  const none = await send(review!, '/desk/sign-many', { opinion: '' });
  expect(await words(none)).toContain('没有勾选内容。返回上一页，勾选以后再签。');
});

const NUMBER = '990101005/202606-00001';
test('public entries are found, withdrawn and taken down by those who may', async () => {
  const [editor, , , , approval] = await postsOf('finance');
  const found = await read(approval!, `/desk/published?q=${encodeURIComponent('2026年度会计专业')}`);
  expect(found.slice(found.indexOf('查找'))).toEqual([
    '查找',
    '找到 1 条。',
    '关于2026年度会计专业技术人员继续教育有关事项的公告',
    '财政局　通知公告　某时',
    NUMBER,
  ]);
  expect((await read('edu-qi', `/desk/published?q=${NUMBER}`)).slice(-1)).toEqual(['没有找到。请核对索引号，或者换标题里的另一个词再查。']);
  const folder = 'entries/finance/notice/2026/202606-00001';
  expect(await read('edu-qi', `/desk/published/${at(folder)}`)).toEqual([
    '不能查看',
    '您在这个单位没有角色。要看这条内容，到网站上看。',
    '回到审核台',
  ]);
  expect((await read(editor!, `/desk/published/${at(folder)}`)).slice(-2)).toEqual([
    '撤稿、并入和下线',
    '您没有这个单位“签发”的角色，也不在信息办，不能撤稿、并入、下线。',
  ]);
  const version = (await office.parts.store.published(folder))!.version;
  const refused = await send(editor!, '/desk/withdraw', { folder, version, reason: '有误' });
  expect([refused.status, await words(refused)]).toEqual([
    403,
    ['没有办理', '您没有这个单位“签发”的角色，也不在信息办，不能撤稿。', '回到审核台'],
  ]);
  const withdrawn = await send(approval!, '/desk/withdraw', { folder, version, reason: '学时要修改。' });
  expect([withdrawn.status, withdrawn.headers.get('Location')]).toEqual([303, `/desk/published/${at(folder)}`]);
  expect((await office.parts.store.published(folder))!.text).toContain('撤回原因：学时要修改。');
  const again = await send(approval!, '/desk/take-down', { folder, version, reason: '不该公开' });
  expect([again.status, (await words(again))[1]]).toEqual([409, '这条内容刚才有变化，没有下线。看过现在的内容再办。']);
  const now = (await office.parts.store.published(folder))!.version;
  const down = await send('chao-yining', '/desk/take-down', { folder, version: now, reason: '不该公开' });
  expect([down.status, down.headers.get('Location')]).toEqual([303, '/desk/']);
  const desk = await read('chao-yining', '/desk/');
  expect(desk).toContain('已经下线，网上的页面和附件已经移除，列表和检索结果随后更新。');
  expect(desk.slice(desk.indexOf('近三个月我经手的 1'))).toEqual([
    '近三个月我经手的 1',
    '（已经不在网上的内容） 下线 我的角色：信息办　某时',
  ]);
  expect(await office.parts.store.published(folder)).toBeUndefined();
  expect(office.acts.slice(-2)).toEqual([`${approval} withdraw ${folder} ${version}`, `chao-yining take-down ${folder} ${now}`]);
});

test('an entry is merged into another by its index number; a number that is none is told', async () => {
  const [, , , , approval] = await postsOf('finance');
  const folder = 'entries/finance/notice/2026/202610-00003';
  const { store } = office.parts;
  const [version, other] = [(await store.published(folder))!.version, 'entries/finance/disclosure/2026/202602-00001'];
  const into = /^index_number: '?([^'\n]+)/mu.exec((await store.published(other))!.text)![1]!;
  const merge = (number: string) => send(approval!, '/desk/merge', { folder, version, into: number, reason: '两条重复。' });
  const wrong = await merge('990101999/202601-00001');
  expect([wrong.status, (await words(wrong))[1]]).toEqual([
    400,
    '网上没有索引号是“990101999/202601-00001”的内容，没有办理。核对索引号，写成“单位编码/年月-五位流水号”，例如 990101001/202603-00012。',
  ]);
  const merged = await merge(` ${into} `);
  expect([merged.status, merged.headers.get('Location')]).toEqual([303, `/desk/published/${at(other)}`]);
  expect(await read(approval!, `/desk/published/${at(other)}`)).toContain('已经并入，原来的网址会转到另一条。');
  expect(await store.published(folder)).toBeUndefined();
  expect(office.acts.at(-1)).toBe(`${approval} merge ${folder} ${version} ${other}`);
});

test('what is done while the log cannot be written is told as done, kept, and written after a line that tells of the gap', async () => {
  const folder = 'entries/finance/notice/2026/20261126-ghj234';
  const [editor, , review, secrecy] = await postsOf('finance');
  await office.save(editor!, folder, { 'index.md': '---\ntitle: 开馆通知\ncolumn: notices\n---\n\n元旦开馆。\n' });
  const version = await office.submit(editor!, folder);
  for (const id of [review!, secrecy!]) await as(id);
  const { audit } = office.parts;
  const before = office.acts.length;
  renameSync(audit.path, `${audit.path}.away`);
  mkdirSync(audit.path);
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await status(review!, `/desk/change/${at(folder)}`)).toBe(200);
  expect(await words(await sign(review!, folder, 'review'))).toEqual([
    '签字结果',
    '已经办成，但审计记录暂时写不进去，这一步另外留存，恢复以后自动补记。请马上告诉信息办，检查服务器的磁盘。',
    '开馆通知',
    '已以“审核”签字。还差：保密审查、签发。',
    '还有 4 条等您签字。下一条： 接种通知3',
    '回到审核台',
  ]);
  printed.mockRestore();
  rmdirSync(audit.path);
  renameSync(`${audit.path}.away`, audit.path);
  const signed = await office.version(folder);
  await sign(secrecy!, folder, 'secrecy');
  expect(office.acts.slice(before)).toEqual([
    '- interrupted 当时写不进去，补记2行',
    `${review} open-change ${folder} ${version}`,
    `${review} sign ${folder} review ${version}`,
    `${secrecy} sign ${folder} secrecy ${signed}`,
  ]);
  expect(verify(audit.path, audit.head)).toEqual([]);
});

test('what keeps a signed entry from being public is told, and it can be published once that is gone', async () => {
  const folder = 'entries/finance/notice/2026/20261126-efg678';
  const [editor, , review, secrecy, approval] = await postsOf('finance');
  await office.save(editor!, folder, { 'index.md': '---\ntitle: 开馆通知\ncolumn: notices\n---\n\n元旦开馆。\n' });
  await office.submit(editor!, folder);
  await sign(review!, folder, 'review');
  await sign(secrecy!, folder, 'secrecy');
  const { store } = office.parts;
  const usual = store.review;
  // The rules of the day of publication differ from those of the day of submission.
  Object.assign(store, { review: async () => ({ findings: [BLOCKING] }) });
  const last = await words(await sign(approval!, folder, 'approval'));
  expect(last).toEqual([
    '签字结果',
    '开馆通知',
    '已以“签发”签字，签字齐了。',
    '发布前的检查没有通过，没有发布。退回编辑，按提示改好再提交。',
    '有 1 处不改好就不能发布。',
    '必须改 正文 　写明开放时间。',
    '依据：《公共图书馆法》第三十八条',
    '查看这一条',
    '还有 1 条等您签字。下一条： 开馆通知',
    '回到审核台',
  ]);
  const desk = await read(approval!, '/desk/');
  expect(desk.slice(desk.indexOf('签字已齐，没有发布 1')).slice(0, 3)).toEqual([
    '签字已齐，没有发布 1',
    '尚有问题，没有发布。请打开查看原因。',
    '开馆通知',
  ]);
  const lines = await read(approval!, `/desk/change/${at(folder)}`);
  expect(lines.slice(lines.indexOf('没有发布'), lines.indexOf('没有发布') + 3)).toEqual([
    '没有发布',
    '签字已经齐了，还没有发布。请看“检查结果”里必须改的地方；没有的，再发布一次。',
    '再发布一次',
  ]);
  Object.assign(store, { review: usual });
  const done = await send(approval!, '/desk/publish', { folder, version: await office.version(folder) });
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/desk/published/${at(folder)}`]);
  const [said, page] = ['已经发布，公众可以在网上查看。', `/desk/published/${at(folder)}`];
  expect(await read(secrecy!, `${page}?done=published`)).not.toContain(said);
  expect(await read(approval!, page)).toContain(said);
  expect(await read(approval!, page)).not.toContain(said);
});

test('when the site cannot be rendered, nothing is said to be live, the information office is told why, and the next publication mends it', async () => {
  const [editor, , review, secrecy, approval] = await postsOf('finance');
  const signed = async (folder: string, title: string) => {
    await office.save(editor!, folder, { 'index.md': `---\ntitle: ${title}\ncolumn: notices\n---\n\n元旦开馆。\n` });
    await office.submit(editor!, folder);
    await sign(review!, folder, 'review');
    await sign(secrecy!, folder, 'secrecy');
    return words(await sign(approval!, folder, 'approval'));
  };
  const top = async (id: string) => (await read(id, '/desk/')).slice(2, 4);
  const usual = await top('chao-yining');
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  office.render = async () => {
    throw new Refusal('failed', '另一次构建正在往同一个地方写。');
  };
  const first = await signed('entries/finance/notice/2026/20261126-fgh789', '元旦开馆通知');
  const number = /\d{9}\/\d{6}-\d{5}/u.exec(first.join())![0];
  const notLive = '内容已经入库，网站暂时没有更新。系统会再试；五分钟后还没有更新，联系信息办。';
  expect(first).toEqual([
    '签字结果',
    '元旦开馆通知',
    `已以“签发”签字，签字齐了。　索引号 ${number}`,
    notLive,
    `更新以后的网址：http://127.0.0.1:4321/i/${number.replace('-', '/')}.html`,
    '还有 1 条等您签字。下一条： 开馆通知',
    '回到审核台',
  ]);
  const folder = 'entries/finance/notice/2026/20261126-fgh789';
  expect(office.acts.at(-1)).toBe(`${approval} publish ${folder} ${number} 网站没有更新`);
  const { version } = (await office.parts.store.published(folder))!;
  const down = await send(approval!, '/desk/take-down', { folder, version, reason: '不该公开' });
  expect(down.headers.get('Location')).toBe('/desk/');
  expect(await read(approval!, '/desk/')).toContain(
    '已经下线，网站暂时没有更新，网上的页面还在。系统会再试；等不得的，马上联系信息办停掉网站。',
  );
  expect(await top('chao-yining')).toEqual([
    '网站没有更新到最新内容 　某时 起。另一次构建正在往同一个地方写。',
    '办公平台照常办理。系统每分钟再试一次，下一次发布时也再试；更新好以前，新发布、撤稿的内容在网上看不到变化；下线的，列表和检索结果里可能还有。',
  ]);
  expect((await read(editor!, '/desk/')).join()).not.toContain('网站没有更新');
  office.render = async () => {
    throw new Error('a word that nobody must see');
  };
  await office.parts.workflow.live.reach().catch(() => {});
  expect((await top('chao-yining'))[0]).toBe('网站没有更新到最新内容 　某时 起。生成网站的程序出错，原因在办公平台的运行日志里。');
  office.render = async () => {};
  expect((await signed('entries/finance/notice/2026/20261126-ghi892', '春节开馆通知'))[2]).toMatch(/^已发布/u);
  expect(await top('chao-yining')).toEqual(usual);
  expect(JSON.stringify(printed.mock.calls)).not.toContain('nobody must see');
  printed.mockRestore();
});

const BLOCKING: ReviewFinding = {
  rule: 'document/complete',
  severity: 'block',
  file: 'index.md',
  where: '正文',
  message: '写明开放时间。',
  basis: [{ law: '公共图书馆法', article: '第三十八条' }],
  excerpt: '',
  fingerprint: '',
};

/** Accounts of a unit: two editors at most, then who reviews, who reviews for secrecy, who approves. */
async function postsOf(unit: string): Promise<string[]> {
  const all = [...(await office.parts.store.people()).values()];
  const having = (role: string) =>
    all.filter(({ posts }) => posts.some((post) => post.unit === unit && post.role === role)).map(({ id }) => id);
  return [having('editor')[0]!, having('editor').at(-1)!, having('review')[0]!, having('secrecy')[0]!, having('approval')[0]!];
}
