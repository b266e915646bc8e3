import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TestOffice } from '../../cms/office/store/testing/test-office.ts';
import { makeOfficeHistory } from '../../cms/office/workflow/testing/office-history.ts';
import { judgePart } from './judge-part.ts';
import { Forger } from './testing/forger.ts';
import { type Forgery, INSIDE, OUTSIDE } from './testing/forgeries.ts';
import { SUBTLE } from './testing/subtle-forgeries.ts';
import { verifyChain } from './verify-chain.ts';

const office = new TestOffice({ many: true });
const keys = { office: office.options.key, other: join(office.place, 'other-key') };
let history: Awaited<ReturnType<typeof makeOfficeHistory>>;
let publicKey: string;
beforeAll(async () => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keys.other]);
  const store = await office.open();
  history = await makeOfficeHistory(store);
  await store.close();
  publicKey = readFileSync(`${keys.office}.allowed`, 'utf8');
});
afterAll(() => office[Symbol.dispose]());

const verify = (repository: string, heads: readonly string[] = []) =>
  verifyChain({ repository, keys: [publicKey], now: Date.now(), heads });

test('what the office did is proven, and what it says of itself is true', async () => {
  const { faults, notes, acts, takenOver, commits, main, emergencies } = await verify(office.options.repository);
  expect({ faults, notes, acts }).toEqual({
    faults: [],
    notes: [],
    acts: { takeOver: 1, publish: 6, confirm: 3, settings: 2, withdraw: 1, merge: 1, takeDown: 2 },
  });
  expect(emergencies).toMatchObject([
    { entry: history.urgent.folder, commit: history.urgent.commit, settled: { by: 'confirm' }, isLate: false },
    { entry: history.rash.folder, commit: history.rash.commit, settled: { by: 'takeDown' }, isLate: false },
  ]);
  expect(takenOver).toMatchObject({ commit: main[1], entries: 6, before: 1 });
  expect(commits).toBe(main.length + 29);
});

let copies = 0;
/** What verify says of a forgery, and whether it is found as well by who has what came before and is shown no more than what follows. */
async function faultsOf(forge: Forgery): Promise<{ told: string[]; isFoundInPart: boolean | undefined }> {
  const forger = new Forger(office.options.repository, join(office.place, `copy-${copies++}`), keys);
  const printed = forge(forger, history);
  const { faults } = await verify(forger.path, typeof printed === 'string' ? [printed] : []);
  const to = forger.git(['rev-parse', 'refs/heads/main']);
  const from = office.git('rev-parse', 'main') === to ? to : forger.git(['merge-base', office.git('rev-parse', 'main'), to]);
  const part = { repository: forger.path, from, to, isMain: true, keys: [forger.publicKey('office')], now: Date.now() };
  const isFoundInPart = from === to ? undefined : (await judgePart(part))!.faults.length > 0;
  rmSync(forger.path, { recursive: true });
  return { told: [...new Set(faults.map(({ fault, message }) => `  ${fault}：${toPlain(message)}`))], isFoundInPart };
}

/** Without what differs from run to run. */
const toPlain = (message: string) =>
  message
    .replace(/SHA256:[\w+/]+/gu, '某密钥')
    .replace(/\b[0-9a-f]{12,40}\b/gu, '某提交')
    .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/gu, '某时')
    .replace(/\/\d{6}(?=[-\s。]|$)/gu, '/某月')
    .replace(/entries\/school\/news\/\d{4}\//gu, 'entries/school/news/某年/');

const EXPECTED = new URL('./testing/forgeries.expected', import.meta.url);

test('every planted forgery is found and named', async () => {
  const kinds = [OUTSIDE, INSIDE, SUBTLE].flatMap((each) => Object.entries(each));
  expect(kinds.length).toBeGreaterThanOrEqual(40);
  const said: string[] = [];
  const unseen: string[] = [];
  for (const [name, forge] of kinds) {
    const { told, isFoundInPart } = await faultsOf(forge);
    if (told.length === 0 || isFoundInPart === false) unseen.push(name);
    said.push(name, ...told, '');
  }
  expect(unseen).toEqual([]);
  const text = said.join('\n');
  if (process.env.UPDATE_CASES) writeFileSync(EXPECTED, text);
  expect(text).toBe(readFileSync(EXPECTED, 'utf8'));
});

test('what the environment says of other repositories, objects or settings changes nothing', async () => {
  const before = await verify(office.options.repository);
  const names = [
    'GIT_DIR',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_REPLACE_REF_BASE',
    'GIT_NAMESPACE',
    'GIT_SHALLOW_FILE',
  ];
  for (const name of [...names, 'GIT_CONFIG_GLOBAL', 'GIT_CEILING_DIRECTORIES']) vi.stubEnv(name, '/nowhere');
  expect(await verify(office.options.repository)).toEqual(before);
});
