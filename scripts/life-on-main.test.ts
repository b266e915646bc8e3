import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Forger, type Parts } from '../checks/chain/testing/forger.ts';
import { checkChange } from '../checks/engine/check-change.ts';
import { Examiners } from '../checks/engine/examiners.ts';
import { reviewChange } from '../checks/engine/review-change.ts';
import type { Finding } from '../checks/finding.ts';
import { Revision } from '../cms/library/revision.ts';
import { changeKey } from '../cms/office/keys/change-key.ts';
import { registerBackup } from '../cms/office/keys/register-backup.ts';
import { purge } from '../cms/office/purge/purge.ts';
import { toMinute } from '../cms/office/store/clock.ts';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';
import { OfficeAtWork, PLACES } from '../cms/office/workflow/testing/office-history.ts';
import { branchOf } from './branch-of.ts';
import { installHook } from './hook/install.ts';
import { judgePush } from './hook/judge-push.ts';
import { signersIn, stateIn } from './hook/place.ts';
import { today } from './today.ts';

const BEGUN = Date.parse('2026-11-26T01:00:00Z');
const MINUTE = 60_000;
const POLICY = 'entries/county/policy/2026/202603-00001';
const LIST = 'entries/school/public-list/2026/202603-00009';

const office = new TestOffice({ many: true });
const examiners = new Examiners();
let now = BEGUN;
const pass = (minutes: number) => vi.setSystemTime((now += minutes * MINUTE));
const keyAt = (name: string) => {
  const path = join(office.place, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
  return path;
};
const made = new Map<string, { from: string; to: string }>();

/** What is done on main one after the other, each by the office itself and as somebody with the office's key would forge it. */
const LIFE: Record<string, { done(work: OfficeAtWork): Promise<unknown>; forged: Record<string, (parts: Parts, f: Forger) => Parts> }> = {
  发布: {
    done: (work) => work.publish(PLACES.first, '第一条', { files: { '名单.txt': '甲乙丙\n' } }),
    forged: {
      缺一个签字: (parts) => said(parts, /^Sign-Off: role=secrecy.*\n/mu, ''),
      签字以后换附件: (parts, f) => ({ ...parts, tree: f.withFiles(parts.tree, { [`${PLACES.first}/名单.txt`]: { bytes: '甲\n' } }) }),
    },
  },
  更正: {
    done: async (work) => {
      const more = { ...(await ownOf(work, PLACES.first)), correction: '名单漏了丁，现在补上。' };
      return work.publish(PLACES.first, '第一条改正', { more, files: { '名单.txt': '甲乙丙丁\n' } });
    },
    forged: { 更正不留说明: (parts) => said(parts, /^Correction: .*\n/mu, '') },
  },
  替换: {
    done: async (work) =>
      work.publish(PLACES.first, '第一条再改', { more: await ownOf(work, PLACES.first), files: { '新表.txt': '甲\n' } }),
    forged: { 拟稿人自己签: (parts) => said(parts, 'person=school-review', 'person=school-editor') },
  },
  有效性改为废止: {
    done: async (work) => {
      const kept = { column: 'policies', document_number: '试政发〔2026〕1号', document_kind: 'measures', issuers: ['试验县人民政府'] };
      const more = { ...kept, ...(await ownOf(work, POLICY)), document_date: '2026-03-01', subject: 'industry', validity: 'repealed' };
      return work.publish(POLICY, '试验县道路管护办法', { unit: 'county', more });
    },
    forged: { 签的不是废止: (parts, f) => ({ ...parts, tree: edited(f, parts.tree, POLICY, 'repealed', 'lapsed') }) },
  },
  定时发布: {
    done: async (work) => {
      await work.schedule(PLACES.second, '第二条', toMinute(now / 1000 + 3600));
      pass(61);
      await work.workflow.publishDue(() => {});
    },
    forged: {
      没到时间就公开: (parts, f) => {
        const last = said(f.read(parts.parents[1]!), /^Publish-At: .*$/mu, 'Publish-At: 2027-01-01 09:00');
        return { ...parts, parents: [parts.parents[0]!, f.write(last, 'office')] };
      },
    },
  },
  公示到期撤下名单: {
    done: (work) => work.remove('withdraw', LIST, 'school-approval', '公示期满'),
    forged: { 名单还留着: (parts, f) => ({ ...parts, tree: f.withFiles(parts.tree, { [`${LIST}/名单.txt`]: { bytes: '甲\n' } }) }) },
  },
  紧急发布: {
    done: async (work) => {
      await work.handIn(PLACES.urgent, '紧急的一条');
      return work.urge(PLACES.urgent, ['school-watch', 'county-watch']);
    },
    forged: {
      只有一名值班人员: (parts) => said(parts, /^Sign-Off: role=watch; person=county-watch.*\n/mu, ''),
      值班签字作废以后: (parts, f) => {
        const second = f.read(parts.parents[1]!);
        const first = f.read(second.parents[0]!);
        const late = (line: string) => line.replace(/> (\d+) /u, (_, at) => `> ${Number(at) - 2 * 86_400} `);
        const at = toMinute(Number(/> (\d+) /u.exec(first.committer)![1]) - 2 * 86_400);
        const moved = (each: Parts) => said(each, /(person=school-watch; at=)[^;]*/u, `$1${at}`);
        const early = f.write({ ...moved(first), author: late(first.author), committer: late(first.committer) }, 'office');
        return { ...moved(parts), parents: [parts.parents[0]!, f.write({ ...second, parents: [early] }, 'office')] };
      },
    },
  },
  '补审：审核': {
    done: (work) => work.confirm(PLACES.urgent, 'review', 'school-review'),
    forged: { 值班签过字的人补审: (parts) => by(parts, 'school-review', 'school-watch') },
  },
  '补审：保密审查': {
    done: (work) => work.confirm(PLACES.urgent, 'secrecy', 'school-secrecy'),
    forged: { 同一个人补审两个角色: (parts) => by(parts, 'school-secrecy', 'school-review') },
  },
  '补审：签发': {
    done: (work) => work.confirm(PLACES.urgent, 'approval', 'school-approval'),
    forged: { 补审时改了正文: (parts, f) => ({ ...parts, tree: edited(f, parts.tree, PLACES.urgent, '正文', '错文') }) },
  },
  撤稿: {
    done: (work) => work.remove('withdraw', PLACES.stock, 'school-approval'),
    forged: {
      编辑自己撤: (parts) => by(parts, 'school-approval', 'school-editor'),
      留下别的话: (parts, f) => ({ ...parts, tree: edited(f, parts.tree, PLACES.stock, '内容有误', '没有错误') }),
    },
  },
  并入: {
    done: (work) => work.merge(PLACES.merged, PLACES.first, 'county-office'),
    forged: { 并入没有的一条: (parts) => said(parts, /^(Merged-Into: .*-)\d+$/mu, '$109999') },
  },
  下线: {
    done: (work) => work.remove('takeDown', PLACES.second, 'school-approval'),
    forged: {
      没有责任记录: (parts) => ({ ...parts, message: '删\n' }),
      顺手撤下另一条: (parts, f) => ({ ...parts, tree: f.withFiles(parts.tree, { [`${PLACES.first}/index.md`]: undefined }) }),
    },
  },
  调整设置: {
    done: (work) => work.appoint('school', (people) => people.push({ id: 'school-late', name: '试五', post: '科员', roles: ['review'] })),
    forged: {
      不在信息办: (parts) => by(said(parts, 'Changed-By: county-office', 'Changed-By: school-editor'), 'county-office', 'school-editor'),
    },
  },
  登记备用密钥: {
    done: async (work) => {
      const backup = execFileSync('ssh-keygen', ['-y', '-f', keyAt('backup')], { encoding: 'utf8' });
      return registerBackup(work.store, await work.person('county-office'), backup, '放在保险柜');
    },
    forged: { 密钥写得不对: (parts) => said(parts, /^Backup-Key: .*$/mu, 'Backup-Key: ssh-ed25519 AAAA') },
  },
  更换密钥: {
    done: async (work) => changeKey(work.store, await work.person('county-office'), { path: office.options.key, reason: '三年一换' }),
    forged: { 换密钥时改条目: (parts, f) => ({ ...parts, tree: edited(f, parts.tree, PLACES.first, '正文', '错文') }) },
  },
};

const said = (parts: Parts, from: string | RegExp, to: string): Parts => {
  const message = parts.message.replace(from, to);
  if (message === parts.message) throw new Error(`the message has no ${from}`);
  return { ...parts, message };
};
/** The same act as if somebody else had done it alone. */
const by = (parts: Parts, from: string, to: string): Parts => ({
  ...parts,
  author: parts.author.replace(`${from}@`, `${to}@`),
  message: parts.message.replaceAll(`person=${from}`, `person=${to}`).replace(`Drafted-By: ${from}`, `Drafted-By: ${to}`),
});
function edited(f: Forger, tree: string, folder: string, from: string, to: string): string {
  const text = f.text(tree, `${folder}/index.md`);
  if (!text.includes(from)) throw new Error(`${folder} has no ${from}`);
  return f.withFiles(tree, { [`${folder}/index.md`]: { bytes: text.replace(from, to) } });
}
async function ownOf({ store }: OfficeAtWork, folder: string) {
  const text = (await store.published(folder))!.text;
  const field = (name: string) => new RegExp(`^${name}: '?([^'\n]+)`, 'mu').exec(text)![1];
  return { index_number: field('index_number'), published_at: field('published_at') };
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  appendFileSync(join(office.options.content, 'portal.yaml'), "signed_since: '2026-01-01'\n");
  const first = await office.open();
  copyFileSync(office.options.key, join(office.place, 'first-key'));
  await first.close();
  for (const [name, { done }] of Object.entries(LIFE)) {
    const store = await office.open();
    const work = new OfficeAtWork(store);
    const from = await store.main();
    await done(work);
    made.set(name, { from, to: await store.main() });
    await store.close();
    pass(5);
  }
});
afterAll(() => {
  vi.useRealTimers();
  examiners.close();
  office[Symbol.dispose]();
});

/** A repository that takes pushes, as far as a commit of the office; whoever forges can write in it. @param key that the forger has */
async function serve(name: string, at: string, key: string): Promise<Forger> {
  const { repository } = office.options;
  const server = new Forger(repository, join(office.place, name), { office: key, other: keyAt(`${name}-other`) });
  rmSync(join(server.path, 'hooks'), { recursive: true });
  for (const ref of server.git(['for-each-ref', '--format=%(refname)']).split('\n')) server.git(['update-ref', '-d', ref]);
  server.moveMain(at);
  await installHook(server.path, `${office.options.key}.allowed`);
  return server;
}

const blocking = (findings: readonly Finding[]) =>
  findings.flatMap(({ rule, severity, message }) =>
    severity === 'block' ? [`${rule} ${message.replace(/提交 [0-9a-f]{12}/u, '提交')}`] : [],
  );

async function checked({ path }: Forger, from: string, to: string): Promise<string[]> {
  const source = new Revision(path, to);
  const options = { source, state: join(office.place, 'check'), today: today(), examiners };
  return blocking((await checkChange(new Revision(path, from), options)).findings);
}
const reviewed = ({ path }: Forger, from: string, to: string) =>
  reviewChange({ ...branchOf(path, { base: from, head: to }), key: signersIn(path) }, { state: stateIn(path), today: today(), examiners });
const pushed = ({ path }: Forger, from: string, to: string) => judgePush(path, [{ ref: 'refs/heads/main', from, to }], examiners);

const EXPECTED = new URL('./testing/life-on-main.expected', import.meta.url);

test('every act of an entry’s life is right for check, review and hook as the office did it, and wrong as it is forged', async () => {
  const server = await serve('server.git', made.get('发布')!.from, join(office.place, 'first-key'));
  const said: string[] = [];
  for (const [name, { forged }] of Object.entries(LIFE)) {
    const { from, to } = made.get(name)!;
    for (const [kind, forge] of Object.entries(forged)) {
      const head = server.write(forge(server.read(to), server), 'office');
      const check = await checked(server, from, head);
      said.push(`${name}：${kind}`, ...check.map((line) => `  ${line}`), '');
      expect([kind, blocking((await reviewed(server, from, head)).checked.findings)]).toEqual([kind, check]);
      expect([kind, (await pushed(server, from, head)).isRefused]).toEqual([kind, true]);
    }
    const byStranger = await reviewed(server, from, server.write(server.read(to), 'other'));
    expect([name, blocking(byStranger.checked.findings)]).not.toEqual([name, []]);
    expect([name, await checked(server, from, to)]).toEqual([name, []]);
    expect([name, blocking((await reviewed(server, from, to)).checked.findings)]).toEqual([name, []]);
    expect([name, await pushed(server, from, to)]).toMatchObject([name, { isRefused: false }]);
    server.moveMain(to);
  }
  const text = said.join('\n');
  if (process.env.UPDATE_CASES) writeFileSync(EXPECTED, text);
  expect(text).toBe(readFileSync(EXPECTED, 'utf8'));
});

test('a history that was written again for a purge is right, and comes into another repository by nobody’s push', async () => {
  const before = made.get('更换密钥')!.to;
  const server = await serve('purged.git', before, office.options.key);
  const store = await office.open();
  const { commit } = await purge(store, await new OfficeAtWork(store).person('county-office'), { folder: PLACES.second, reason: '误发' });
  await store.close();
  server.git(['fetch', '--quiet', office.options.repository, commit]);
  expect(await checked(server, before, commit)).toEqual([]);
  expect(await pushed(server, before, commit)).toEqual({
    isRefused: true,
    lines: ['main：main 只能往前走，不能改写发布过的历史。先取得现在的 main，再接着提交。'],
  });
  const parts = server.read(commit);
  const rewritten = parts.parents[0]!;
  server.moveMain(rewritten);
  const forged = by(said(parts, 'Changed-By: county-office', 'Changed-By: school-editor'), 'county-office', 'school-editor');
  expect((await pushed(server, rewritten, server.write(forged, 'office'))).lines[0]).toMatch(
    /^main：.*阻断：提交 [0-9a-f]{12}：school-editor 不在信息办，不能调整设置。/u,
  );
  expect(await pushed(server, rewritten, commit)).toMatchObject({ isRefused: false });
});
