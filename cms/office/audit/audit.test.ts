import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Audit } from './audit.ts';
import { toCsv } from './csv.ts';
import { verify } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function makeAudit(lines: number) {
  const audit = new Audit(join(folder, `${made++}`), () => new Date('2026-03-10T01:00:00Z'));
  for (let i = 1; i <= lines; i++) audit.add({ person: 'yu-xiaohe', act: 'login', detail: `${i}` });
  return audit;
}

test('an untouched log holds; nobody else may read it', () => {
  const audit = makeAudit(4);
  expect(verify(audit.path, audit.head)).toEqual([]);
  expect(statSync(audit.path).mode & 0o777).toBe(0o600);
  expect(readFileSync(audit.path, 'utf8').split('\n')[0]).toBe(
    `{"at":"2026-03-10T01:00:00.000Z","person":"yu-xiaohe","act":"login","detail":"1","before":"${'0'.repeat(64)}"}`,
  );
});

const LINES = [0, 1, 2, 3];
const TAMPERINGS: [string, (lines: string[]) => string[]][] = [
  ...LINES.map((i): [string, (lines: string[]) => string[]] => [`line ${i + 1} altered`, (l) => l.with(i, l[i]!.replace('yu-', 'mu-'))]),
  ...LINES.map((i): [string, (lines: string[]) => string[]] => [`line ${i + 1} removed`, (l) => l.toSpliced(i, 1)]),
  ...LINES.map((i): [string, (lines: string[]) => string[]] => [`line ${i + 1} doubled`, (l) => l.toSpliced(i, 0, l[i]!)]),
  ...LINES.map((i): [string, (lines: string[]) => string[]] => [`line ${i + 1} made nonsense`, (l) => l.with(i, 'nonsense')]),
  ...[0, 1, 2].map((i): [string, (lines: string[]) => string[]] => [
    `lines ${i + 1} and ${i + 2} swapped`,
    (l) => l.with(i, l[i + 1]!).with(i + 1, l[i]!),
  ]),
  ['all removed', () => []],
];
test.each(TAMPERINGS)('%s is found', (_, tamper) => {
  const audit = makeAudit(4);
  const lines = readFileSync(audit.path, 'utf8').trimEnd().split('\n');
  writeFileSync(
    audit.path,
    tamper(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
  expect(verify(audit.path, audit.head)).not.toEqual([]);
  audit.add({ person: '-', act: 'logout' });
  expect(verify(audit.path, audit.head)).not.toEqual([]);
});

test('a line cut by a kill stays, is told, and the chain goes on; so does a whole line whose head was not kept', () => {
  const audit = makeAudit(2);
  appendFileSync(audit.path, '{"at":"2026-03-1');
  expect(verify(audit.path, audit.head)).toEqual([]);
  audit.add({ person: 'mu-qingru', act: 'login' });
  expect(verify(audit.path, audit.head)).toEqual([]);
  expect(
    toCsv(audit.path)
      .split('\r\n')
      .map((row) => row.split(',').slice(0, 4).join()),
  ).toEqual([
    '\ufeff"序号","时间（UTC）","账号","操作"',
    '"1","2026-03-10T01:00:00.000Z","yu-xiaohe","login"',
    '"2","2026-03-10T01:00:00.000Z","yu-xiaohe","login"',
    '"3","","","不完整"',
    '"4","2026-03-10T01:00:00.000Z","-","interrupted"',
    '"5","2026-03-10T01:00:00.000Z","mu-qingru","login"',
    '',
  ]);
});

test('writers killed at random lose nothing that was confirmed, and two at once do not mix', async () => {
  const state = join(folder, 'killed');
  const module = fileURLToPath(new URL('audit.ts', import.meta.url));
  const code = `import { Audit } from ${JSON.stringify(module)};
    const audit = new Audit(${JSON.stringify(state)}, () => new Date());
    for (let i = 0; ; i++) { audit.add({ person: 'p' + process.pid, act: 'login', detail: String(i) }); process.stdout.write(process.pid + ' ' + i + '\\n'); await new Promise((done) => setTimeout(done, Math.random() * 9)); }`;
  let said = '';
  for (let round = 0; round < 4; round++) {
    const writers = [0, 1].map(() => spawn('node', ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] }));
    for (const writer of writers) writer.stdout!.on('data', (chunk) => (said += chunk));
    await Promise.all(writers.map((writer) => once(writer.stdout!, 'data')));
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 37));
    for (const writer of writers) writer.kill('SIGKILL');
    await Promise.all(writers.map((writer) => once(writer, 'close')));
  }
  const audit = new Audit(state, () => new Date());
  audit.add({ person: '-', act: 'logout' });
  expect(verify(audit.path, audit.head)).toEqual([]);
  const kept = readFileSync(audit.path, 'utf8');
  const confirmed = [...said.matchAll(/^(\d+) (\d+)\n/gmu)];
  expect(confirmed.length).toBeGreaterThan(8);
  for (const [, pid, i] of confirmed) expect(kept).toContain(`"person":"p${pid}","act":"login","detail":"${i}"`);
});

test('a cell that a spreadsheet would take for a formula is text', () => {
  const audit = makeAudit(0);
  audit.add({ person: '-', act: 'login', detail: '=HYPERLINK("http://a.example")' });
  expect(toCsv(audit.path)).toContain(`"'=HYPERLINK(""http://a.example"")"`);
});
