import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { keepWarm } from './keep-warm.ts';

const place = new TestOffice();
afterAll(() => place[Symbol.dispose]());

test('after each move of main what comes next is got ready, once, after the public site; a failure is told; nothing begins after the stop', async () => {
  const store = await place.open();
  const { repository } = store;
  const done: string[] = [];
  let endRender = () => {};
  const workflow = new Workflow(store, async () => {
    done.push('render begins');
    await new Promise<void>((resolve) => (endRender = resolve));
    done.push('render ends');
  });
  let fault = '';
  const told: string[] = [];
  const warm = keepWarm(
    workflow,
    async () => {
      if (fault !== '') throw new Error(fault);
      done.push(`ready for ${(await store.main()).slice(0, 8)}`);
    },
    (error) => told.push((error as Error).message),
  );
  const move = async () => {
    const { id: from, bytes } = await repository.main();
    const tree = /^tree ([0-9a-f]{40})/u.exec(bytes.toString('latin1'))![1]!;
    const author = { id: 'county-office', name: '试三' };
    const { id: to } = await repository.commit({ tree, parents: [from], message: '试验\n', author, isSigned: false });
    await repository.move([{ ref: 'refs/heads/main', from, to }]);
    return to.slice(0, 8);
  };

  await move();
  const shown = workflow.live.reach();
  const second = await move();
  await vi.waitFor(() => expect(done).toEqual(['render begins']));
  endRender();
  await shown;
  await warm.idle();
  expect(done).toEqual(['render begins', 'render ends', `ready for ${second}`]);

  fault = 'no space left';
  await move();
  await warm.idle();
  expect(told).toEqual(['no space left']);
  fault = '';
  const third = await move();
  await warm.idle();
  expect(done.at(-1)).toBe(`ready for ${third}`);

  const before = done.length;
  await move();
  await warm.stop();
  await move();
  await warm.idle();
  await turn();
  expect(done).toHaveLength(before);
  await store.close();
});
