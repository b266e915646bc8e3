import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { news, personOf, TestOffice, WORDS } from '../../cms/office/store/testing/test-office.ts';
import { told } from '../../cms/office/store/testing/told.ts';
import { Workflow } from '../../cms/office/workflow/workflow.ts';
import { verifyChain } from './verify-chain.ts';

const FOLDER = 'entries/school/news/2026/20261127-abc234';
const BEGUN = Date.parse('2026-11-26T00:00:00Z');
const HOUR = 3_600_000;

/** An office where the school's editor has handed in a draft, at a time that goes on as the test says. */
async function handedIn(place: TestOffice, body = '正文。') {
  const time = { now: BEGUN };
  const store = await place.open({ clock: () => time.now });
  const workflow = new Workflow(store, async () => {});
  const person = (id: string) => personOf(store, id);
  const asked = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))!.version });
  const urge = async (id: string, words = '', after = '') => workflow.signOnWatch(await person(id), await asked(), words, after);
  await store.save(await person('school-editor'), {
    folder: FOLDER,
    version: '',
    files: [{ name: 'index.md', bytes: news('洪水预警', body) }],
  });
  await workflow.submit(await person('school-editor'), await asked());
  return { time, store, workflow, person, asked, urge };
}

test.each([
  { said: undefined, hours: 24, isLate: false },
  { said: undefined, hours: 24, isLate: true },
  { said: '2', hours: 2, isLate: true },
  { said: '72', hours: 72, isLate: false },
  { said: '很久', hours: 24, isLate: true },
])('signed on watch, where the county says $said: $hours hours, to the minute (late: $isLate)', async ({ said, hours, isLate }) => {
  using place = new TestOffice({ many: true });
  const { time, store, workflow, person, urge } = await handedIn(place);
  if (said !== undefined) {
    const portal = (await store.repository.at(await store.main(), 'portal.yaml'))!.bytes.toString('utf8');
    const files = [{ path: 'portal.yaml', bytes: Buffer.from(`${portal}watch_hours: ${said}\n`) }];
    await workflow.changeSettings(await person('county-office'), files, '改时限');
  }
  const signedAt = time.now;
  await urge('school-watch', '汛情紧急');
  time.now = signedAt + hours * HOUR + 60_000 + (isLate ? 0 : -1000);
  if (isLate)
    expect(await told(urge('county-watch', '同意。', 'school-watch'))).toBe(
      `值班签字 ${hours} 小时内有效，以前的已经作废，没有办理。重新查看这一条；仍要紧急发布的，写明原因，由两名值班人员重新签字。`,
    );
  else expect((await urge('county-watch', '同意。', 'school-watch')).published).toBeDefined();
  await store.close();
  const keys = [readFileSync(`${place.options.key}.allowed`, 'utf8')];
  expect((await verifyChain({ repository: place.options.repository, keys, now: time.now })).faults).toEqual([]);
});

test('what two have signed and a check kept back is not published days later; who signed then signs anew, with the new reason in the record', async () => {
  using place = new TestOffice({ many: true });
  let isBad = true;
  const { time, store, workflow, person, asked, urge } = await handedIn(place);
  const { review } = store;
  Object.assign(store, {
    review: async (change: Parameters<typeof review>[0]) =>
      review(isBad ? { ...change, files: change.files.map((file) => ({ ...file, bytes: Buffer.from(WORDS.incomplete) })) } : change),
  });
  await urge('school-watch', '汛情紧急');
  expect((await urge('county-watch')).obstacle?.message).toContain('发布前的检查没有通过');
  isBad = false;
  time.now += 25 * HOUR;
  expect(await told(workflow.retry(await person('county-watch'), await asked()))).toContain('值班签字 24 小时内有效，以前的已经作废');
  await workflow.recover();
  expect(await store.published(FOLDER)).toBeUndefined();
  await urge('county-watch', '水位又涨');
  const { published } = await urge('school-watch');
  expect(place.git('show', '-s', '--format=%(trailers:key=Emergency,valueonly)', published!.commit).trim()).toBe('"水位又涨"');
  await store.close();
  const keys = [readFileSync(`${place.options.key}.allowed`, 'utf8')];
  expect((await verifyChain({ repository: place.options.repository, keys, now: time.now })).faults).toEqual([]);
});
