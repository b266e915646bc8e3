import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { verifyChain } from '../checks/chain/verify-chain.ts';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';

const office = new TestOffice();
afterAll(() => office[Symbol.dispose]());
const at = (path: string) => join(office.place, path);
const script = fileURLToPath(new URL('./gongkai.ts', import.meta.url));

function settings(file: string, by: string, reason = '人员调整') {
  const args = ['settings', file, '--content', 'content', '--by', by, '--reason', reason, '--repo', 'portal.git', '--state', 'office'];
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], { cwd: office.place, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('the information office changes who has which role, by a signed act that the chain proves', async () => {
  office.options.key = at('office/office-key');
  mkdirSync(at('office'), { mode: 0o700 });
  await (await office.open()).close();
  const unit = at('content/units/school.yaml');
  const refused = (words: string) => ({ status: 2, stdout: '', stderr: `${words}\n` });
  expect(settings('units/school.yaml', 'county-office')).toEqual(refused('设置没有变化，不用调整。'));
  writeFileSync(unit, readFileSync(unit, 'utf8').replace('name: 试二', 'name: 试六'));
  expect(settings('units/school.yaml', 'school-editor')).toEqual(refused('您不在信息办，不能调整设置。'));
  expect(settings('entries/school/news/2026/202603-00001/index.md', 'county-office')).toEqual(
    refused('条目要起草、签字才能发布，不在设置里改。'),
  );
  const done = settings('units/school.yaml', 'county-office');
  expect({ ...done, stdout: done.stdout.replace(/[0-9a-f]{40}/u, '编号') }).toEqual({
    status: 0,
    stdout: '已经调整，提交 编号。\n',
    stderr: '',
  });
  expect(office.git('show', 'main:units/school.yaml')).toContain('name: 试六');
  expect(office.git('log', '-1', '--format=%ae %B', 'main')).toBe(
    'county-office@www.test.gov.example 调整设置\n\nChanged-By: county-office\nSettings: "人员调整"',
  );
  const keys = [readFileSync(`${office.options.key}.allowed`, 'utf8')];
  const { faults, acts } = await verifyChain({ repository: office.options.repository, keys, now: Date.now() });
  expect({ faults, acts }).toEqual({ faults: [], acts: { takeOver: 1, settings: 1 } });
  expect(readFileSync(at('office/audit.jsonl'), 'utf8')).toContain('"act":"settings","detail":"units/school.yaml"');

  writeFileSync(unit, '{');
  const broken = settings('units/school.yaml', 'county-office');
  expect(broken.status).toBe(1);
  expect(broken.stderr).toMatch(/^检查没有通过，没有调整。按提示改好再办。\nunits\/school\.yaml　/u);
  expect(office.git('log', '--format=%s', 'main').split('\n').length).toBe(3);
});
