import { expect, test } from 'vitest';
import type { SignOff } from '../../model/type.ts';
import { news, personOf, TestOffice, WORDS } from '../store/testing/test-office.ts';
import { told } from '../store/testing/told.ts';
import { Workflow } from './workflow.ts';

const FOLDER = 'entries/school/news/2030/20301126-abc234';
/** 16:00 in Shanghai. */
const NOW = Date.parse('2030-11-26T08:00:00Z');
const MINUTE = 60_000;

/** An office with a draft that everybody but the last person has signed. */
async function open(place: TestOffice, time = { now: NOW }) {
  const store = await place.open({ clock: () => time.now });
  const rendered: string[] = [];
  const workflow = new Workflow(store, async (commit) => void rendered.push(commit));
  const person = (id: string) => personOf(store, id);
  const version = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))?.version ?? '' });
  const sign = async (role: SignOff, publishAt = '') => workflow.sign(await person(`school-${role}`), await version(), role, '', publishAt);
  const prepare = async (body = '正文。') => {
    const file = { name: 'index.md', bytes: news('关于公布录取结果的通知', body) };
    await store.save(await person('school-editor'), { folder: FOLDER, version: (await version()).version, files: [file] });
    await workflow.submit(await person('school-editor'), await version());
    for (const role of ['review', 'secrecy'] as const) await sign(role);
  };
  const due = async () => {
    const published: string[] = [];
    await workflow.publishDue((by, { publishedAt }) => published.push(`${by} ${publishedAt}`));
    return published;
  };
  const state = async () => (await workflow.progress((await store.draft(FOLDER))!)).state;
  return { store, workflow, rendered, person, version, sign, prepare, due, state, time };
}

test('what is signed for a time goes public at that time and not before, whatever is asked of the office meanwhile', async () => {
  using place = new TestOffice();
  const { store, workflow, rendered, person, version, sign, prepare, due, state, time } = await open(place);
  await prepare();
  const main = await store.main();
  const { progress, published, obstacle } = await sign('approval', ' 2030-11-28　09：00 ');
  expect([progress.state, progress.publishAt, published, obstacle]).toEqual(['scheduled', '2030-11-28 09:00', undefined, undefined]);
  expect(await due()).toEqual([]);
  expect(await told(workflow.retry(await person('school-approval'), await version()))).toBe(
    '定于 2030-11-28 09:00 发布，还没有到时间。要改时间或者取消，先退回编辑。',
  );
  await workflow.recover();
  time.now = Date.parse('2030-11-28T00:59:59Z');
  expect([await due(), await state(), await store.main()]).toEqual([[], 'scheduled', main]);
  expect(place.git('log', '--all', '--not', '--glob=refs/heads/drafts/*', '--format=%s')).not.toContain('发布');

  time.now += 1000;
  expect(await due()).toEqual(['school-approval 2030-11-28 09:00']);
  expect(await store.draft(FOLDER)).toBeUndefined();
  expect(rendered.at(-1)).toBe(await store.main());
  expect(await due()).toEqual([]);
  await store.close();
});

test('what came due while the office was off goes public when it is opened again', async () => {
  using place = new TestOffice();
  const first = await open(place);
  await first.prepare();
  await first.sign('approval', '2030-11-26 16:05');
  await first.store.close();
  const second = await open(place, { now: NOW + 10 * MINUTE });
  await second.workflow.recover();
  expect(await second.store.draft(FOLDER)).toBeUndefined();
  await second.store.close();
});

test('a time is called off by sending the draft back or taking it back; it is then signed anew', async () => {
  using place = new TestOffice();
  const { store, workflow, person, version, sign, prepare, due, state, time } = await open(place);
  await prepare();
  await sign('approval', '2030-11-27 09:00');
  await workflow.sendBack(await person('school-review'), await version(), '日期待核实。');
  expect(await state()).toBe('returned');
  await prepare('核实过的正文。');
  await sign('approval', '2030-11-28 09:00');
  await workflow.recall(await person('school-editor'), await version());
  expect(await state()).toBe('draft');
  time.now = Date.parse('2030-12-01T00:00:00Z');
  expect(await due()).toEqual([]);
  await store.close();
});

test('what the checks have against it when its time comes keeps it back, is tried once, and keeps no other', async () => {
  using place = new TestOffice();
  const { store, sign, prepare, time } = await open(place);
  await prepare();
  await sign('approval', '2030-11-27 09:00');
  await store.close();
  let asked = 0;
  const strict = await place.open({
    clock: () => time.now,
    review: async () => {
      asked++;
      return {
        findings: [
          {
            rule: 'document/complete',
            severity: 'block',
            file: '',
            where: '正文',
            message: WORDS.incomplete,
            basis: [],
            excerpt: '',
            fingerprint: '',
          },
        ],
      };
    },
  });
  const later = new Workflow(strict, async () => {});
  time.now = Date.parse('2030-11-27T02:00:00Z');
  for (let minute = 0; minute < 3; minute++) await later.publishDue(() => expect.unreachable());
  expect(asked).toBe(1);
  expect((await later.progress((await strict.draft(FOLDER))!)).state).toBe('scheduled');
  expect(
    await told(later.retry(await personOf(strict, 'school-approval'), { folder: FOLDER, version: (await strict.draft(FOLDER))!.version })),
  ).toBe('发布前的检查没有通过，没有发布。退回编辑，按提示改好再提交。');
  await strict.close();
});

test('a time that is none, is over or is too far is refused before anything is signed; other roles set none', async () => {
  using place = new TestOffice();
  const { store, sign, prepare, state } = await open(place);
  await prepare();
  for (const wrong of ['明天', '2030-11-31 09:00', '2030-11-28', '2030-11-28 24:00'])
    expect(await told(sign('approval', wrong))).toBe('定时发布的时间写成“年-月-日 时:分”，例如 2026-12-01 09:00。没有签字，改好再签。');
  expect(await told(sign('approval', '2030-11-26 16:00'))).toBe(
    '定时发布的时间 2030-11-26 16:00 已经过去。没有签字，改好再签；要马上发布，不填时间。',
  );
  expect(await told(sign('approval', '2032-01-01 00:00'))).toBe('定时发布最多提前一年。没有签字，改好再签。');
  expect(await state()).toBe('approval');
  await store.close();
});
