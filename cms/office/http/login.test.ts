import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpOffice } from './testing/http-office.ts';
import { PASSWORD } from './testing/logged-in.ts';
import { textOf } from './testing/text-of.ts';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
});
afterAll(() => office.close());

test('a person logs in, sees the own roles, and logs out', async () => {
  await office.parts.accounts.add('school-editor', PASSWORD);
  const visitor = office.visitor();
  const asked = await visitor.get('/');
  expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/login']);
  expect(await textOf(await visitor.get('/login'))).toEqual([
    '跳到正文',
    '试验县人民政府 网站办公平台',
    '登录',
    '账号',
    '密码',
    '登录',
    '忘记密码或者没有账号，请联系县信息办。',
    '本平台为非涉密系统，严禁处理、存储、传输国家秘密和工作秘密。',
    '主办：试验县人民政府　电话：0900-5550000',
  ]);
  const answer = await visitor.form('/login', { account: 'school-editor', password: PASSWORD });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^office=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/u)]);
  expect(await textOf(await visitor.get('/'))).toEqual([
    '跳到正文',
    '试验县人民政府 网站办公平台',
    '写稿',
    '审核台',
    '试人',
    '退出',
    '试人，您好',
    '写稿 写本单位的稿件，修改已经发布的内容，提交审核。',
    '审核台 核对内容变化，签字、退回、写意见，办理撤稿和下线。',
    '您的角色',
    '教育局 　编辑',
    '角色以各单位的发布人员名单为准，有变动请联系县信息办。',
    '修改密码',
    '打开门户网站',
    '本平台为非涉密系统，严禁处理、存储、传输国家秘密和工作秘密。',
    '主办：试验县人民政府　电话：0900-5550000',
  ]);
  const out = await visitor.form('/logout', {});
  expect([out.status, out.headers.get('Location')]).toEqual([303, '/login']);
  expect((await visitor.get('/')).status).toBe(303);
  expect(office.acts).toEqual(['school-editor login 10.20.0.1', 'school-editor logout 10.20.0.1']);
});
