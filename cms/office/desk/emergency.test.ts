import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORDS } from '../store/testing/test-office.ts';
import { DeskOffice } from './testing/desk-office.ts';
import { screenOf } from './testing/screen.ts';

const FLOOD = 'entries/emergency/notice/2026/20261127-abc234';
/** On watch: two for the county, one for the bureau in this week. */
const [LEADER, OFFICER, BUREAU] = ['rong-shouan', 'geng-zhiye', 'pan-changming'];
const [EDITOR, REVIEW, SECRECY, APPROVAL] = ['nie-qingsong', 'she-zhengping', 'qi-su', 'kuang-lifeng'];
const HOUR = 3_600_000;

let office: DeskOffice;
beforeAll(async () => {
  office = await DeskOffice.open();
});
afterAll(() => office.close());

const as = (id: string) => office.as(id);
const read = async (id: string, path: string) => screenOf(await (await as(id)).get(path));
const tail = (folder: string) => folder.slice('entries/'.length);
async function send(id: string, path: string, folder: string, fields: Record<string, string>): Promise<string[]> {
  const { store } = office.parts;
  const version = (await (path === 'sign-on-watch' || path === 'sign' ? store.draft(folder) : store.published(folder)))?.version ?? '';
  const visitor = await as(id);
  const answer = await visitor.form(`/desk/${path}`, { folder, version, ...fields });
  return screenOf(answer.status === 303 ? await visitor.get(answer.headers.get('Location')!) : answer);
}
const urge = (id: string, reason = '') => send(id, 'sign-on-watch', FLOOD, { words: reason });
const confirm = (id: string, role: string) => send(id, 'confirm', FLOOD, { role, opinion: '' });
const pass = (hours: number) => office.pass(hours * HOUR);
const notice = (body: string) => `---\ntitle: 清岚河洪水橙色预警\ncolumn: notices\n---\n\n${body}\n`;
async function draft(folder: string, body = '27日22时起，沿河群众做好转移准备。') {
  await office.save(EDITOR, folder, { 'index.md': notice(body) });
  await office.submit(EDITOR, folder);
}

test('two officers on watch publish at night; nobody else can, and no check is passed by', async () => {
  await draft(FLOOD);
  const published = async () => (await office.parts.store.published(FLOOD)) !== undefined;

  expect((await read(OFFICER, '/desk/')).slice(2, 6)).toEqual([
    '值班：等不得的可以紧急发布 1',
    '正在审核的内容。只有突发事件等不得平常审签的，才打开办理紧急发布。',
    '清岚河洪水橙色预警',
    '待审核 应急管理局　通知公告　拟稿 乜青松',
  ]);
  const screen = await read(OFFICER, `/desk/change/${tail(FLOOD)}`);
  expect(screen.slice(screen.indexOf('紧急发布'), screen.indexOf('退回修改'))).toEqual([
    '紧急发布',
    '突发事件的信息等不得平常的审核、保密审查和签发，由两名值班人员签字发布，网上标明“紧急发布”，二十四小时内补审。检查拦下的内容照样不能发布。',
    '紧急发布的原因',
    '原因写进公开的责任记录。再由另一名值班人员签字，才发布。您的签字 24 小时内有效，到时没有发布的作废。',
    '以“值班”签字',
  ]);
  expect(await read(REVIEW, `/desk/change/${tail(FLOOD)}`)).not.toContain('紧急发布');

  const refusals: Record<string, string> = {};
  for (const id of [EDITOR, REVIEW, APPROVAL, 'chao-yining', 'edu-qi']) refusals[id] = (await urge(id, '汛情紧急')).join(' ');
  for (const id of [EDITOR, REVIEW, APPROVAL]) expect(refusals[id]).toContain('您今天不在这个单位或者全县值班，不能紧急发布。');
  expect(refusals['chao-yining']).toContain('您今天不在这个单位或者全县值班，不能紧急发布。');
  expect(refusals['edu-qi']).toContain('您在这个单位没有角色，不能看没有发布的内容。');
  expect((await urge(OFFICER)).join(' ')).toContain('没有写紧急发布的原因。写明原因，原因会留下记录。');
  expect((await urge(OFFICER, `汛情紧急${WORDS.secret}`)).join(' ')).toContain('意见里有不能保存的文字，没有办理。');

  expect(await urge(OFFICER, '上游来水，二十二时到达县城。')).toEqual([
    '签字结果',
    '清岚河洪水橙色预警',
    '已以“值班”签字。再由另一名值班人员签字，立即发布。签字到 2026-11-28 10:00 有效，过时作废。',
    '回到审核台',
  ]);
  expect((await urge(OFFICER, '再签一次')).join(' ')).toContain('您已经以“值班”签过，由另一名值班人员签字。');
  expect(await published()).toBe(false);
  const second = await read(LEADER, `/desk/change/${tail(FLOOD)}`);
  expect(second.slice(second.indexOf('紧急发布') + 2, second.indexOf('退回修改'))).toEqual([
    '另一名值班人员已签，原因：上游来水，二十二时到达县城。',
    '这个签字到 2026-11-28 10:00 有效，过时作废。',
    '意见（可以不写）',
    '以“值班”签字并立即发布',
  ]);
  expect(await urge(LEADER)).toEqual([
    '签字结果',
    '清岚河洪水橙色预警',
    '已发布 　2026-11-27 10:00　索引号 990101014/202611-00004',
    '网址： http://127.0.0.1:4321/i/990101014/202611/00004.html',
    '网上标明“紧急发布，二十四小时内补审”。请告诉审核、保密审查和签发的人到审核台补审。',
    '回到审核台',
  ]);
  expect(await published()).toBe(true);
  expect(office.acts.slice(-2)).toEqual([
    expect.stringMatching(new RegExp(`^${LEADER} sign ${FLOOD} watch [0-9a-f]{40}$`, 'u')),
    `${LEADER} publish ${FLOOD} 990101014/202611-00004 紧急发布`,
  ]);
});

test('a check that blocks keeps it back; who is on watch sends it back, or publishes it once it is mended', async () => {
  const folder = 'entries/emergency/notice/2026/20261127-bcd345';
  const { review } = office.parts.store;
  await draft(folder);
  let isBad = true;
  Object.assign(office.parts.store, {
    review: async (change: Parameters<typeof review>[0]) =>
      review(isBad ? { ...change, files: change.files.map((file) => ({ ...file, bytes: Buffer.from(WORDS.incomplete) })) } : change),
  });
  // What people write beside it is judged by the same checks, and this one keeps nothing from being saved.
  await send(OFFICER, 'sign-on-watch', folder, { words: '上游来水。' });
  const said = await send(BUREAU, 'sign-on-watch', folder, { words: '' });
  expect(said).toContain('已以“值班”签字，签字齐了。');
  expect(said).toContain('发布前的检查没有通过，没有发布。退回编辑，按提示改好再提交。');
  expect(await office.parts.store.published(folder)).toBeUndefined();
  isBad = false;
  const version = await office.version(folder);
  const answer = await (await as(OFFICER)).form('/desk/publish', { folder, version });
  expect(answer.status).toBe(303);
  expect(await office.parts.store.published(folder)).toBeDefined();
  Object.assign(office.parts.store, { review });
});

test('the usual people review it within a day: the desk says by when, to whom, and what is late', async () => {
  pass(2);
  const item = [
    '清岚河洪水橙色预警',
    '紧急发布 应急管理局　通知公告　2026-11-27 10:00 发布　等您补审',
    '待补审 应当在 2026-11-28 10:00 以前补审',
    '还差：审核、保密审查、签发',
  ];
  const desk = await read(REVIEW, '/desk/');
  expect(desk.slice(2, 8)).toEqual([
    '紧急发布待补审 2',
    '由值班人员紧急发布，审核、保密审查和签发的人在二十四小时内补审，或者撤下。',
    ...item,
  ]);
  expect((await read(REVIEW, '/'))[1]).toMatch(/^审核台 2 条等您补审/u);
  expect((await read('edu-qi', '/desk/')).join()).not.toContain('紧急发布待补审');
  expect((await read('chao-yining', '/desk/'))[4]).toMatch(/^紧急发布待补审 2$/u);

  expect((await confirm(APPROVAL, 'approval')).join(' ')).toContain('审核和保密审查都补审以后，签发才能补审。');
  for (const [id, role] of [
    [EDITOR, 'review'],
    [OFFICER, 'review'],
    [REVIEW, 'secrecy'],
    ['edu-qi', 'secrecy'],
  ] as const)
    expect((await confirm(id, role)).join(' ')).toMatch(/没有“(?:审核|保密审查)”的角色，不能补审/u);
  expect(await confirm(REVIEW, 'review')).toContain('补审已经记下，等其他角色补审。');
  expect((await confirm(REVIEW, 'review')).join(' ')).toContain('“审核”已经补审过。重新查看这一条。');

  pass(23);
  const late = await read(SECRECY, '/desk/');
  expect(late.slice(2, 8)).toEqual([
    '紧急发布待补审 2',
    '由值班人员紧急发布，审核、保密审查和签发的人在二十四小时内补审，或者撤下。其中 2 条逾期未补审。',
    '清岚河洪水橙色预警',
    '紧急发布 应急管理局　通知公告　2026-11-27 10:00 发布　等您补审',
    '逾期未补审 应当在 2026-11-28 10:00 以前补审',
    '还差：保密审查、签发',
  ]);
  expect((await read('chao-yining', '/'))[1]).toMatch(/^审核台 2 条逾期未补审/u);
  const page = await read(APPROVAL, `/desk/published/${tail(FLOOD)}`);
  expect(page.slice(page.indexOf('补审'), page.indexOf('撤稿'))).toEqual([
    '补审',
    '逾期未补审 应当在 2026-11-28 10:00 以前补审',
    '2026-11-27 10:00 由两名值班人员紧急发布。原因：上游来水，二十二时到达县城。',
    '还差：保密审查、签发',
    '现在没有要您补审的。由没有起草、没有值班签字的审核、保密审查和签发的人补审，签发在最后。',
  ]);
  await confirm(SECRECY, 'secrecy');
  expect(await confirm(APPROVAL, 'approval')).toContain('补审齐了，责任记录已经写明，网上不再标“二十四小时内补审”。');
  expect((await confirm(APPROVAL, 'approval')).join(' ')).toContain('这条内容没有要补审的，可能已经补审。重新查看这一条。');
});

test('who could review it may take it off instead, and only as long as it is to be reviewed', async () => {
  const folder = 'entries/emergency/notice/2026/20261127-bcd345';
  expect((await send(REVIEW, 'take-down', FLOOD, { reason: '内容有误' })).join(' ')).toContain('不能下线');
  expect(await read(REVIEW, `/desk/published/${tail(folder)}`)).toContain('确认下线');
  expect(await send(REVIEW, 'take-down', folder, { reason: '时间写错' })).toContain(
    '已经下线，网上的页面和附件已经移除，列表和检索结果随后更新。',
  );
  expect((await read(REVIEW, '/desk/')).join()).not.toContain('紧急发布待补审');
});

test('what was signed on watch a day ago counts no more, and the desk says so to whoever is about to sign', async () => {
  const folder = 'entries/emergency/notice/2026/20261129-efg678';
  await draft(folder);
  const sign = (id: string, words: string, after = '') => send(id, 'sign-on-watch', folder, { words, after });
  expect(await sign(OFFICER, '上游来水。')).toContain(
    '已以“值班”签字。再由另一名值班人员签字，立即发布。签字到 2026-11-29 11:00 有效，过时作废。',
  );
  const waiting = await read(OFFICER, `/desk/change/${tail(folder)}`);
  expect(waiting).toContain('您已经以“值班”签过，等另一名值班人员签字。');
  expect(waiting.join()).toContain('已签 2026-11-28 11:00 到 2026-11-29 11:00 有效');
  office.pass(24 * HOUR + 60_000);
  expect(await sign(LEADER, '同意。', OFFICER)).toContain(
    '值班签字 24 小时内有效，以前的已经作废，没有办理。重新查看这一条；仍要紧急发布的，写明原因，由两名值班人员重新签字。',
  );
  const screen = await read(LEADER, `/desk/change/${tail(folder)}`);
  expect(screen.join()).toContain('已作废 2026-11-28 11:00 只到 2026-11-29 11:00 有效');
  expect(screen.slice(screen.indexOf('紧急发布') + 2, screen.indexOf('退回修改'))).toEqual([
    '以前的值班签字已经作废。仍要紧急发布的，重新写明原因，由两名值班人员重新签字；不急的，由审核、保密审查和签发的人照常签字。',
    '紧急发布的原因',
    '原因写进公开的责任记录。再由另一名值班人员签字，才发布。您的签字 24 小时内有效，到时没有发布的作废。',
    '以“值班”签字',
  ]);
  expect((await sign(LEADER, '')).join()).toContain('没有写紧急发布的原因。写明原因，原因会留下记录。');
  expect((await sign(LEADER, '水位又涨。')).join()).toContain('再由另一名值班人员签字，立即发布。');
  expect((await sign(OFFICER, '', LEADER)).join()).toContain('已发布');
});

test('a watch is kept for the own unit on the days that are written down; the county’s for every unit', async () => {
  const folder = 'entries/education/notice/2026/20261127-cde456';
  await office.save('edu-qiu', folder, { 'index.md': '---\ntitle: 暴雨停课通知\ncolumn: notices\n---\n\n明日停课。\n' });
  await office.submit('edu-qiu', folder);
  const sign = async (id: string) => (await send(id, 'sign-on-watch', folder, { words: '暴雨红色预警。' })).join(' ');
  expect(await sign(BUREAU)).toContain('您在这个单位没有角色，不能看没有发布的内容。');
  expect(await sign(OFFICER)).toContain('再由另一名值班人员签字，立即发布。');

  const own = 'entries/emergency/notice/2026/20261127-def567';
  await draft(own);
  pass(48);
  expect((await read(BUREAU, '/desk/')).join()).not.toContain('可以紧急发布');
  expect((await send(BUREAU, 'sign-on-watch', own, { words: '上游来水。' })).join(' ')).toContain(
    '您今天不在这个单位或者全县值班，不能紧急发布。',
  );
});
