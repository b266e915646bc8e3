import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { keepLive } from './keep-live.ts';

const place = new TestOffice();
afterAll(() => place[Symbol.dispose]());
afterEach(() => vi.useRealTimers());

test('every minute the public site is tried again until it is at main and at today, and is left alone otherwise', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const store = await place.open();
  const [rendered, told]: [string[], string[]] = [[], []];
  let [day, fault] = ['2030-11-26', 'no space left'];
  const workflow = new Workflow(store, async (commit) => {
    if (fault !== '') throw new Error(fault);
    rendered.push(`${day} ${commit}`);
  });
  const live = keepLive(workflow, {
    today: () => day,
    onDue: () => {},
    onError: (error) => told.push((error as Error).message),
  });
  const main = await store.main();
  const minute = async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    await live.idle();
  };
  await expect(live.now()).rejects.toThrow('no space left');
  await minute();
  expect(told).toEqual(['no space left']);
  fault = '';
  await minute();
  await minute();
  expect(rendered).toEqual([`2030-11-26 ${main}`]);
  day = '2030-11-27';
  await minute();
  await minute();
  expect(rendered).toEqual([`2030-11-26 ${main}`, `2030-11-27 ${main}`]);
  await live.stop();
  day = '2030-11-28';
  await minute();
  expect(rendered).toHaveLength(2);
  await store.close();
});
