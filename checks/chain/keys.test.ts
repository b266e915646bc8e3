import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeKey, type KeyChange } from '../../cms/office/keys/change-key.ts';
import { registerBackup } from '../../cms/office/keys/register-backup.ts';
import { purge } from '../../cms/office/purge/purge.ts';
import { readKeys, readSigningKey } from '../../cms/office/store/ssh-signature.ts';
import { Store } from '../../cms/office/store/store.ts';
import { TestOffice } from '../../cms/office/store/testing/test-office.ts';
import { told } from '../../cms/office/store/testing/told.ts';
import { OfficeAtWork, PLACES } from '../../cms/office/workflow/testing/office-history.ts';
import { Forger } from './testing/forger.ts';
import { verifyChain } from './verify-chain.ts';

const allowedAt = (key: string) => readKeys(readFileSync(`${key}.allowed`, 'utf8'));
const keyAt = (path: string) => readSigningKey(readFileSync(path, 'utf8'))!.publicKey;
const toPlain = (words: string) =>
  words
    .replace(/SHA256:[\w+/]+/gu, '某密钥')
    .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/gu, '某时')
    .replace(/\S*(?=office-key|backup)/gu, '');

async function verify({ options }: TestOffice, keys: readonly string[], heads: string[] = []) {
  const { faults, notes } = await verifyChain({ repository: options.repository, keys, now: Date.now(), heads });
  return { faults: [...new Set(faults.map(({ fault, message }) => `${fault}：${toPlain(message)}`))], notes: notes.map(toPlain) };
}

async function change(office: TestOffice, more: Partial<KeyChange> = {}, by = 'county-office') {
  const { key } = office.options;
  const store = await Store.open({ ...office.options, isKeyLost: more.loss !== undefined });
  try {
    const person = await new OfficeAtWork(store).person(by);
    return await changeKey(store, person, { path: key, reason: '三年一换', ...more });
  } finally {
    await store.close();
  }
}

function makeKey(office: TestOffice, name: string): string {
  const path = join(office.place, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
  return path;
}

/** A county that has published once, with a draft that two people have signed. */
async function begin(office: TestOffice) {
  const store = await office.open();
  const work = new OfficeAtWork(store);
  const first = await work.publish(PLACES.first, '第一条');
  await work.save(PLACES.second, 'school-editor', '第二条');
  await work.submit(PLACES.second, 'school-editor');
  await work.sign(PLACES.second, 'review', 'school-review');
  await work.sign(PLACES.second, 'secrecy', 'school-secrecy');
  const head = await store.main();
  await store.close();
  return { first, head, old: keyAt(office.options.key) };
}

/** Gives the last sign-off. */
async function publishSecond(office: TestOffice) {
  const store = await office.open();
  const { published, obstacle } = await new OfficeAtWork(store).sign(PLACES.second, 'approval', 'school-approval');
  await store.close();
  return published ? '已经发布' : obstacle?.message;
}

async function register(office: TestOffice, path: string) {
  const store = await office.open();
  const done = await told(
    registerBackup(store, await new OfficeAtWork(store).person('county-office'), readFileSync(path, 'utf8'), '放在保险柜'),
  );
  await store.close();
  return done;
}

test('planned: the key before signs the new one; what was signed before is good, and either key proves it all', async () => {
  using office = new TestOffice();
  const { head, old } = await begin(office);
  const { publicKey } = await change(office);
  const { key } = office.options;
  expect(publicKey).not.toBe(old);
  expect([keyAt(key), allowedAt(key)]).toEqual([publicKey, [publicKey, old]]);
  expect(await verify(office, [publicKey])).toMatchObject({
    faults: [
      'keyUnused：给出的公钥（某密钥）在链条里，却还没有签过 main 的提交，以前的内容凭它证明不了：一并给出以前的公钥，或者登记过的备用密钥的公钥。',
    ],
  });
  expect(await publishSecond(office)).toBe('已经发布');
  const notes = ['某时 由 county-office 更换签名密钥，新密钥 某密钥，由以前的密钥签名。原因是“三年一换”。'];
  for (const known of [old, publicKey]) expect(await verify(office, [known])).toEqual({ faults: [], notes });
  expect((await verify(office, [old], [head])).faults).toEqual([]);
  // Once more, and what was published under three keys is proven by the first.
  await change(office);
  expect((await verify(office, [old])).faults).toEqual([]);
});

test('lost: a backup key that was registered vouches for the new one; without it nobody does, and verify says so', async () => {
  using office = new TestOffice();
  const { old } = await begin(office);
  const { key } = office.options;
  const backup = makeKey(office, 'backup');
  expect(await register(office, backup)).toBe('文件里要有一把 ssh-ed25519 公钥，只要公钥。没有登记。');
  await register(office, `${backup}.pub`);
  expect(await register(office, `${backup}.pub`)).toBe('登记的就是这把备用密钥，不用再登记。');
  rmSync(key);
  expect(await told(office.open())).toBe(`办公平台的签名密钥 ${key} 不在了。从备份恢复；恢复不了的，用 gongkai key change --lost 更换。`);
  const other = makeKey(office, 'other');
  expect(await told(change(office, { loss: 'lost', backup: other }))).toBe(
    `${other} 不是登记过的备用密钥，没有更换。备用密钥也没有了的，不写 --backup-key。`,
  );
  await change(office, { loss: 'lost', backup, reason: '硬盘坏了' });
  expect(await publishSecond(office)).toBe('已经发布');
  const notes = [
    '某时 由 county-office 登记备用密钥 某密钥。原因是“放在保险柜”。',
    '某时 由 county-office 更换签名密钥，以前的密钥遗失，新密钥 某密钥，由 某时 登记的备用密钥 某密钥 签名。原因是“硬盘坏了”。',
  ];
  for (const known of [old, keyAt(key), keyAt(backup)]) expect(await verify(office, [known])).toEqual({ faults: [], notes });

  rmSync(key);
  const { publicKey } = await change(office, { loss: 'lost', reason: '又坏了' });
  const announced =
    '某时 由 county-office 更换签名密钥，以前的密钥遗失，新密钥 某密钥，没有以前的密钥签名，凭给出的新公钥认定。原因是“又坏了”。';
  expect(await verify(office, [old])).toMatchObject({
    faults: [
      'announced：更换密钥没有以前的密钥或者登记过的备用密钥签名。只凭内容库，分不出是办公平台换的，还是别人换的。从别的途径核对新公钥的指纹 某密钥，核对无误的，用 --key 一并给出新公钥。',
    ],
  });
  for (const known of [[publicKey], [old, publicKey]])
    expect(await verify(office, known)).toEqual({ faults: [], notes: [...notes, announced] });
});

test('stolen: the key before vouches for nothing more; what people signed with it in time stands in drafts', async () => {
  using office = new TestOffice();
  const { old } = await begin(office);
  const { key } = office.options;
  const { publicKey } = await change(office, { loss: 'stolen', reason: '机器被人动过' });
  expect(allowedAt(key)).toEqual([publicKey]);
  expect((await verify(office, [publicKey])).notes).toEqual([
    '某时 由 county-office 更换签名密钥，以前的密钥失窃，新密钥 某密钥，没有以前的密钥签名，凭给出的新公钥认定。原因是“机器被人动过”。',
    '失窃的密钥 某密钥 不能再作凭据：不在这条链条里、却由它签名的，都不算数；某时 以前的提交由这次更换一并认定，失窃以前抄下的链头可以另外核对。',
  ]);
  expect((await verify(office, [old])).faults).toHaveLength(1);
  // What people signed before stands.
  expect(await publishSecond(office)).toBe('已经发布');
  expect((await verify(office, [publicKey])).faults).toEqual([]);
});

/** Takes something down and purges it, be it what the office published or what was there when it took over. */
async function purgeOf(office: TestOffice, folder: string) {
  const store = await office.open();
  const work = new OfficeAtWork(store);
  await work.remove('takeDown', folder, 'county-office');
  await purge(store, await work.person('county-office'), { folder, reason: '误发' });
  await store.close();
}

const CHANGED =
  '某时 由 county-office 更换签名密钥，新密钥 某密钥，由以前的密钥签名（提交在清除内容时改写过，当时的签名留着）。原因是“三年一换”。';

test.each([
  ['what was there when the office took over', () => PLACES.stock],
  ['what was published before the keys were changed', ({ first }: { first: { folder: string } }) => first.folder],
])('a purge of %s, after changes of keys: the first key, printed long ago, still proves it all', async (_, folderOf) => {
  using office = new TestOffice();
  const begun = await begin(office);
  const { publicKey: second } = await change(office);
  expect(await publishSecond(office)).toBe('已经发布');
  await change(office);
  await purgeOf(office, folderOf(begun));
  for (const known of [begun.old, second, keyAt(office.options.key)]) {
    const { faults, notes } = await verify(office, [known], [begun.head]);
    expect(faults).toEqual([]);
    expect(notes.filter((note) => note.includes('更换签名密钥'))).toEqual([CHANGED, CHANGED]);
  }
  // What was written again is written again once more.
  await purgeOf(office, 'entries/school/news/2026/202603-00003');
  expect((await verify(office, [begun.old], [begun.head])).faults).toEqual([]);
  expect((await verify(office, [keyAt(makeKey(office, 'stranger'))])).faults).toEqual([RESIGNED]);
});

const RESIGNED =
  'resigned：内容库写着清除过内容，改写的提交都由 某密钥 签名，给出的公钥证明不了这把密钥。向办公平台要 office-key.allowed，里面有以前和现在的公钥；从别的途径核对指纹 某密钥，核对无误的，用 --key 给出这个文件。';

test('a purge after a loss: what the backup key vouched for is proven by the first key; what nobody vouched for is not', async () => {
  using office = new TestOffice();
  const { first, old } = await begin(office);
  const backup = makeKey(office, 'backup');
  await register(office, `${backup}.pub`);
  rmSync(office.options.key);
  await change(office, { loss: 'lost', backup, reason: '硬盘坏了' });
  await purgeOf(office, first.folder);
  const { faults, notes } = await verify(office, [old]);
  expect(faults).toEqual([]);
  expect(notes).toContain(
    '某时 由 county-office 更换签名密钥，以前的密钥遗失，新密钥 某密钥，由 某时 登记的备用密钥 某密钥 签名（提交在清除内容时改写过，当时的签名留着）。原因是“硬盘坏了”。',
  );
  rmSync(office.options.key);
  await change(office, { loss: 'lost', reason: '又坏了' });
  await purgeOf(office, PLACES.stock);
  expect((await verify(office, [old])).faults).toEqual([RESIGNED]);
  expect((await verify(office, allowedAt(office.options.key))).faults).toEqual([]);
});

test('a thief who writes the history again cannot put a key of their own in the place of the one that was vouched for', async () => {
  using office = new TestOffice();
  const { first, old } = await begin(office);
  await change(office);
  await purgeOf(office, first.folder);
  const other = makeKey(office, 'other');
  const forger = new Forger(office.options.repository, join(office.place, 'forged.git'), { office: office.options.key, other });
  const forge = (change: (message: string) => string) => {
    forger.replay('other', (parts) => ({ ...parts, message: change(parts.message) }), true);
    return verifyChain({ repository: forger.path, keys: [old], now: Date.now() });
  };
  const newKey = /^New-Key: .*$/mu;
  for (const change of [
    (message: string) => message,
    (message: string) => message.replace(newKey, `New-Key: ${forger.publicKey('other')}`),
  ])
    expect((await forge(change)).faults.map(({ fault }) => fault)).toContain('resigned');
});

test('who may not, and what is done twice or needlessly, is refused; nothing has moved then', async () => {
  using office = new TestOffice();
  const { head, old } = await begin(office);
  const { key } = office.options;
  expect(await told(change(office, {}, 'school-approval'))).toBe('您不在信息办，不能更换签名密钥。');
  expect(await told(change(office, { reason: ' ' }))).toBe('没有写更换签名密钥的原因。写明原因，原因会留下记录。');
  expect(await told(change(office, { loss: 'lost' }))).toBe(`密钥 ${key} 还在，没有更换。按计划更换，不写 --lost；失窃的，写 --stolen。`);
  expect([office.git('rev-parse', 'main'), keyAt(key)]).toEqual([head, old]);
  await change(office);
  const changed = keyAt(key);
  expect(await told(change(office))).toBe('上一次提交就是更换密钥，没有再换。');
  expect([keyAt(key), allowedAt(key)]).toEqual([changed, [changed, old]]);
});
