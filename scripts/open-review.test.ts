import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkChange } from '../checks/engine/check-change.ts';
import { Examiners } from '../checks/engine/examiners.ts';
import type { Finding } from '../checks/finding.ts';
import { make } from '../checks/labelled/make/index.ts';
import { Revision } from '../cms/library/revision.ts';
import type { Review } from '../cms/office/review.ts';
import { Refusal } from '../cms/office/store/refusal.ts';
import { Store } from '../cms/office/store/store.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { readTree } from './bench/process-tree.ts';
import { openReview } from './open-review.ts';
import { today } from './today.ts';

/** The sample county, its repository, and the real checks. */
const place = mkdtempSync(join(tmpdir(), 'gongkai-review-'));
const repository = join(place, 'portal.git');
const index = join(place, 'main.db');
const canaries = join(place, 'canaries');
let examiners: Examiners;
let review: Review;
let store: Store;
/** A copy for what is committed only to compare. */
let twin: Store;
let twinReview: Review;

beforeAll(async () => {
  // Whatever the checks write anywhere is to be found in one place.
  process.env.TMPDIR = join(place, 'temporary');
  mkdirSync(process.env.TMPDIR);
  mkdirSync(canaries);
  for (const name of ['comment.md', 'watermark.docx']) cpSync(join('checks/engine/canaries', name), join(canaries, name));
  cpSync('content', join(place, 'content'), { recursive: true });
  appendFileSync(join(place, 'content/portal.yaml'), "signed_since: '2026-01-01'\n");
  examiners = new Examiners();
  review = openReview({ repository, index, today, examiners }, canaries);
  const options = { repository, content: join(place, 'content'), key: join(place, 'key'), host: 'www.qinglan.gov.example' };
  store = await Store.open({ ...options, review });
  const copy = join(place, 'twin.git');
  execFileSync('git', ['clone', '--quiet', '--bare', repository, copy]);
  twinReview = openReview({ repository: copy, index: join(place, 'twin.db'), today, examiners }, canaries);
  twin = await Store.open({ repository: copy, key: join(place, 'key'), host: options.host, review: twinReview });
});
afterAll(async () => {
  await store.close();
  await twin.close();
  examiners.close();
  rmSync(place, { recursive: true, force: true });
});

const FOLDER = 'entries/health/notice/2026/20261126-abc234';
const GOOD = '今年冬季流感疫苗接种从12月1日开始，各乡镇卫生院和社区卫生服务中心都可以接种。咨询电话0900-5550133。';
const ID_NUMBER = '990101199001011233';

const person = async (id: string) => (await store.people()).get(id)!;
const notice = (body: string, more: Record<string, unknown> = {}) =>
  Buffer.from(`---\n${dump({ title: '清岚县卫生健康局关于冬季接种安排的通知', column: 'notices', ...more })}---\n\n${body}\n`);
const toLine = ({ severity, rule, where }: Pick<Finding, 'severity' | 'rule' | 'where'>) => `${severity} ${rule} ${where}`;

/** What a save says. */
async function saying(folder: string, bytes: Uint8Array, version = '') {
  try {
    const { findings, draft } = await store.save(await person('health-rui'), { folder, version, files: [{ name: 'index.md', bytes }] });
    return { findings: findings.map(toLine), version: draft.version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.message, findings: error.findings.map(toLine) };
  }
}

type Files = { path: string; bytes: Uint8Array | undefined }[];

/** A commit on top of another one with these files, which no branch has. */
async function commit(base: string, files: Files): Promise<string> {
  let tree = base;
  for (const { path, bytes } of files) {
    const item = bytes && { mode: '100644', id: await twin.repository.writeBlob(bytes) };
    tree = await twin.repository.withItem(tree, path, item);
  }
  const author = { id: 'health-rui', name: '芮知微' };
  return (await twin.repository.commit({ tree, parents: [base], message: '试验\n', author, isSigned: false })).id;
}

/** What the command line says of a commit, but for the signatures, which a commit of a test has not. */
async function checking(base: string, head: string): Promise<Finding[]> {
  const options = { source: new Revision(twin.repository.path, head), state: join(place, 'command'), today: today(), examiners };
  const { findings } = await checkChange(new Revision(twin.repository.path, base), options);
  return findings.filter(({ rule }) => rule !== 'responsibility/signed-off');
}

const read = (path: string) => readFileSync(join(place, 'content', path));
const policy = 'entries/agriculture/policy/2026/202607-00001/index.md';

/** Changes of every kind, with much that the rules have something against. */
async function changes(): Promise<Record<string, Files>> {
  const sheet = { name: '名单', rows: [['姓名', '身份证号'], ['甲', ID_NUMBER]], hiddenColumns: [1] }; // biome-ignore format: short
  const attachments = [{ file: 'a.xlsx', title: '名单' }, { file: 'gone.docx', title: '方案' }]; // biome-ignore format: short
  const body = `接种点见[名单](none.pdf)。内部资料，注意保存。身份证号${ID_NUMBER}。2026年2月30日。\n\n![](b.png)`;
  return {
    'a new entry': [
      { path: `${FOLDER}/index.md`, bytes: notice(body, { valid_until: '2026-02-31', attachments }) },
      { path: `${FOLDER}/a.xlsx`, bytes: await make({ make: 'xlsx', recipe: { sheets: [sheet] } }) },
    ],
    'a document number that another has': [
      { path: 'entries/agriculture/policy/2026/20261126-same/index.md', bytes: read(policy) },
      { path: policy, bytes: Buffer.from(String(read(policy)).replace('title: ', 'title: 修改后的')) },
    ],
    'an entry that is gone': [{ path: policy, bytes: undefined }],
    'a file that is not content': [{ path: 'opinion.txt', bytes: Buffer.from(`联系 ${ID_NUMBER}`) }],
    'who may do what': [
      { path: 'units/health.yaml', bytes: Buffer.from(String(read('units/health.yaml')).replaceAll('approval', 'review')) },
      { path: 'lexicon/none.yaml', bytes: Buffer.from('词：[') },
    ],
  };
}

test('the findings are those of the command line, change by change and many at a time, whatever main is at', async () => {
  const main = await twin.main();
  const moved = await commit(main, [{ path: `${FOLDER.replace('abc', 'def')}/index.md`, bytes: notice(GOOD) }]);
  const all = Object.entries(await changes());
  const said = await Promise.all(
    [main, moved].flatMap((base) => all.map(async ([what, files]) => ({ what, base, ...(await twinReview({ base, files })) }))),
  );
  for (const base of [main, moved])
    for (const [what, files] of base === main ? all : all.slice(0, 1)) {
      const findings = await checking(base, await commit(base, files));
      expect(findings.length, what).toBeGreaterThan(0);
      expect(findings.filter(({ rule, excerpt }) => rule === 'document/fits-model' && excerpt !== '')).toEqual([]);
      for (const one of said.filter((each) => each.what === what && each.base === base)) expect(one).toEqual({ what, base, findings });
    }
});

test('an ID number is refused before anything is written, and is nowhere afterwards', async () => {
  const said = await saying(FOLDER, notice(`联系人身份证号${ID_NUMBER}。`));
  expect(said.refused).toBe('内容里有不能保存的文字或者文件，没有保存。按提示改好再保存。');
  expect(said.findings).toContain('block privacy/id-number “正文”');
});

test('what does not leak is saved with its findings, cannot be submitted before it is mended, and is published signed', async () => {
  const workflow = new Workflow(store, async () => {});
  const wrong = await saying(FOLDER, notice(GOOD, { valid_until: '2026-02-31' }));
  expect(wrong.findings).toEqual(['block document/fits-model 第4行']);
  const asked = (version: string | undefined) => ({ folder: FOLDER, version: version! });
  await expect(workflow.submit(await person('health-rui'), asked(wrong.version))).rejects.toThrow(
    '检查没有通过，没有提交。按提示改好再提交。',
  );
  const right = await saying(FOLDER, notice(GOOD), wrong.version);
  expect(right.findings?.filter((line) => line.startsWith('block'))).toEqual([]);
  const main = await store.main();

  let draft = await workflow.submit(await person('health-rui'), asked(right.version));
  await workflow.sign(await person('health-xu'), asked(draft.version), 'review', '内容准确。');
  draft = (await store.draft(FOLDER))!;
  await workflow.sign(await person('health-zhang'), asked(draft.version), 'secrecy');
  draft = (await store.draft(FOLDER))!;
  const { published, obstacle } = await workflow.sign(await person('health-kan'), asked(draft.version), 'approval');
  expect(obstacle?.findings ?? []).toEqual([]);
  expect(published!.number).toMatch(/^990101013\/20\d{4}-000\d\d$/u);

  // What the command line says of the same change: nothing that blocks, and the people who signed cover its bytes.
  const checkAll = async (head: string) => {
    const options = { source: new Revision(repository, head), state: join(place, 'command'), today: today(), examiners };
    const { findings } = await checkChange(new Revision(repository, main), options);
    return findings.flatMap(({ severity, rule }) => (severity === 'block' ? [rule] : []));
  };
  expect(await checkAll(published!.commit)).toEqual([]);

  // A byte more, and nobody has signed it.
  const text = `${(await store.published(published!.folder))!.text}多一句。\n`;
  const blob = await store.repository.writeBlob(Buffer.from(text));
  const tree = await store.repository.withItem(published!.commit, `${published!.folder}/index.md`, { mode: '100644', id: blob });
  const message = execFileSync('git', ['-C', repository, 'show', '-s', '--format=%B', published!.commit], { encoding: 'utf8' });
  const author = { id: 'health-rui', name: '芮知微' };
  const altered = await store.repository.commit({ tree, parents: [main], message, author, isSigned: true });
  expect(new Set(await checkAll(altered.id))).toEqual(new Set(['responsibility/acts-hold']));

  // A copy that judges what is pushed takes what the office published, and nothing that only bears its signature.
  const copy = join(place, 'copy.git');
  execFileSync('git', ['clone', '--quiet', '--bare', repository, copy]);
  execFileSync('git', ['-C', copy, 'update-ref', 'refs/heads/main', main]);
  execFileSync('node', ['scripts/gongkai.ts', 'hook', 'install', '--repo', copy, '--key', join(place, 'key.allowed')]);
  const push = (commit: string) =>
    spawnSync('git', ['-C', repository, 'push', '--quiet', copy, `${commit}:refs/heads/main`], { encoding: 'utf8' });
  expect(push(altered.id).status).toBe(1);
  expect(push(published!.commit)).toMatchObject({ status: 0, stderr: '' });
});

test('when examiners die again and again, nothing passes; afterwards the same file does', async () => {
  const files = [{ path: `${FOLDER}/b.docx`, bytes: await make({ make: 'docx', recipe: { body: ['接种点名单。'] } }) }];
  const base = await store.main();
  await review({ base, files: files.map((file) => ({ ...file, path: `${FOLDER}/c.docx` })) });
  const isExaminer = (pid: number) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('/checks/engine/examine');
    } catch {
      return false;
    }
  };
  const kill = () => {
    for (const { pid } of readTree(process.pid)) if (isExaminer(pid)) process.kill(pid, 'SIGKILL');
  };
  kill();
  const killing = setInterval(kill, 20);
  const { findings } = await review({ base, files }).finally(() => clearInterval(killing));
  expect(findings.map(toLine)).toContain('block attachment/readable 文件');
  const after = await review({ base, files });
  expect(after.findings.map(toLine)).not.toContain('block attachment/readable 文件');
});

test('checks that fail, or do not find what is planted, let nothing pass and repeat nothing', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failed = '检查程序出错，没有查完，不能当作通过。内容没有保存，联系信息办。';
  const files = [{ path: `${FOLDER}/index.md`, bytes: notice(ID_NUMBER) }];
  const base = await store.main();
  const options = { repository, index, today, examiners };
  const nowhere = openReview({ ...options, index: '/dev/null/main.db' }, canaries);
  await expect(nowhere({ base, files })).rejects.toThrow(failed);
  await expect(review({ base: '0'.repeat(40), files })).rejects.toThrow(failed);
  const blind = join(place, 'blind');
  mkdirSync(blind);
  writeFileSync(join(blind, 'canary.txt'), '没有标志');
  await expect(openReview(options, blind)({ base, files })).rejects.toThrow(failed);

  // Checks that still read text but no attachments let entries pass, and no attachment.
  rmSync(join(blind, 'canary.txt'));
  cpSync('checks/engine/canaries/comment.md', join(blind, 'canary.md'));
  writeFileSync(join(blind, 'canary.docx'), await make({ make: 'docx', recipe: { body: ['没有标志'] } }));
  const sees = openReview(options, blind);
  const attached = { path: `${FOLDER}/b.docx`, bytes: await make({ make: 'docx', recipe: { body: ['接种点名单。'] } }) };
  await expect(sees({ base, files })).resolves.toMatchObject({ findings: expect.any(Array) });
  await expect(sees({ base, files: [...files, attached] })).rejects.toThrow(failed);
  cpSync('checks/engine/canaries/watermark.docx', join(blind, 'canary.docx'));
  await expect(sees({ base, files: [...files, attached] })).resolves.toMatchObject({ findings: expect.any(Array) });
  expect(JSON.stringify(printed.mock.calls)).not.toContain(ID_NUMBER);
  printed.mockRestore();
});

test('nothing that was only shown is on the disk', () => {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  // What was committed to compare is no matter of the office's.
  const paths = files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !/^(?:command|twin\.git)\//u.test(relative(place, path)));
  const objects = execFileSync('git', ['-C', repository, 'cat-file', '--batch-all-objects', '--batch', '--unordered'], { maxBuffer: 1e9 });
  const holding = (words: string) => [
    ...(objects.includes(words) ? ['objects'] : []),
    ...paths.filter((path) => readFileSync(path).includes(words)).map((path) => relative(place, path)),
  ];
  expect(holding(ID_NUMBER)).toEqual([]);
  expect(holding('20261126-def234')).toEqual([]);
  expect(holding('关于冬季接种安排的通知')).toEqual(['objects']);
  expect(holding('202611-00003')).toEqual(expect.arrayContaining(['objects', 'main.db', 'twin.db']));
});
