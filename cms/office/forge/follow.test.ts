import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import type { Store } from '../store/store.ts';
import { news, personOf, TestOffice } from '../store/testing/test-office.ts';
import { Workflow } from '../workflow/workflow.ts';
import { follow } from './follow.ts';
import { type Forge, ForgeError } from './forge.ts';
import { toMergeRequests } from './merge-requests.ts';
import { toPulls } from './pulls.ts';
import { MadeUpForge } from './testing/made-up-forge.ts';

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** An office whose people at the school have accounts on the forge, each by the name of the role. */
async function openOffice() {
  const place = new TestOffice();
  closing.push(() => place[Symbol.dispose]());
  const file = join(place.options.content, 'units/school.yaml');
  const unit = load(readFileSync(file, 'utf8')) as { people: { id: string; forge?: string }[] };
  for (const person of unit.people) person.forge = `f-${person.id.slice('school-'.length)}`;
  writeFileSync(file, dump(unit));
  const store = await place.open();
  closing.push(() => store.close());
  return { store, workflow: new Workflow(store, async () => {}) };
}

async function openForge(kind: 'forgejo' | 'github' | 'gitlab') {
  const forge = new MadeUpForge(kind);
  const place = { api: await forge.open(), project: 'county/content', token: 'secret' };
  closing.push(() => forge.close());
  return { forge, client: kind === 'gitlab' ? toMergeRequests(place) : toPulls(place), place };
}

async function saveAndSubmit(store: Store, workflow: Workflow) {
  const editor = await personOf(store, 'school-editor');
  const folder = store.newFolder('school', 'news');
  const { draft } = await store.save(editor, { folder, version: '', files: [{ name: 'index.md', bytes: news('春季运动会') }] });
  return { folder, editor, submitted: (await workflow.submit(editor, { folder, version: draft.version })).version };
}

const anybody = () => true;

test.each(['forgejo', 'github'] as const)(
  '%s: approvals of the right people for these bytes publish; all others count for nothing',
  async (kind) => {
    const { store, workflow } = await openOffice();
    const { forge, client } = await openForge(kind);
    const { folder, editor, submitted: first } = await saveAndSubmit(store, workflow);
    expect(await follow(workflow, client, anybody)).toEqual([]);
    const branch = `drafts/${folder.slice('entries/'.length)}`;
    expect(forge.requests).toMatchObject([{ number: 1, branch, title: '审签：春季运动会', reviews: [] }]);
    const [request] = forge.requests;

    // What was approved before it was handed in again is not what lies there now.
    request!.reviews.push({ login: 'f-review', state: 'APPROVED', commit: first });
    const recalled = await workflow.recall(editor, { folder, version: first });
    expect(await follow(workflow, client, anybody)).toEqual([]);
    const { version: second } = await workflow.submit(editor, { folder, version: recalled.version });
    expect(await follow(workflow, client, anybody)).toEqual([]);

    request!.reviews = [
      { login: 'f-editor', state: 'APPROVED', commit: second },
      { login: 'f-approval', state: 'APPROVED', commit: second },
      { login: 'stranger', state: 'APPROVED', commit: second },
      { login: 'f-secrecy', state: 'APPROVED', commit: second },
      { login: 'f-secrecy', state: kind === 'github' ? 'CHANGES_REQUESTED' : 'REQUEST_CHANGES', commit: second },
      { login: 'f-secrecy', state: 'COMMENT', commit: second },
      { login: 'f-review', state: 'APPROVED', commit: 'e'.repeat(40) },
    ];
    expect(await follow(workflow, client, anybody)).toEqual([]);

    request!.reviews.push({ login: 'F-Review', state: 'APPROVED', commit: second });
    expect(await follow(workflow, client, (person) => person !== 'school-review')).toEqual([]);
    expect(await follow(workflow, client, anybody)).toEqual([{ person: 'school-review', folder, role: 'review' }]);
    request!.reviews.push({ login: 'f-secrecy', state: 'APPROVED', commit: second });
    expect(await follow(workflow, client, anybody)).toEqual([{ person: 'school-secrecy', folder, role: 'secrecy' }]);
    const [last] = await follow(workflow, client, anybody);
    expect(last).toMatchObject({ person: 'school-approval', folder, role: 'approval', published: { isLive: true } });
    expect(await store.draft(folder)).toBeUndefined();
    expect(await follow(workflow, client, anybody)).toEqual([]);
  },
);

test('gitlab: approvals count of a request that has shown nothing but what is asked about; one that has is put in the place of another', async () => {
  const { store, workflow } = await openOffice();
  const { forge, client } = await openForge('gitlab');
  const { folder, editor, submitted: first } = await saveAndSubmit(store, workflow);
  const branch = `drafts/${folder.slice('entries/'.length)}`;
  const states = () => forge.requests.map(({ number, isClosed }) => `${number} ${isClosed ? 'closed' : 'open'}`);
  expect(await follow(workflow, client, anybody)).toEqual([]);
  expect(forge.requests).toMatchObject([{ number: 1, branch, title: '审签：春季运动会' }]);
  const [before] = forge.requests;
  // Nobody knows yet what it has shown; then what others pushed.
  before!.approvers = ['f-review'];
  for (const shown of [[], ['e'.repeat(40)], [first, 'e'.repeat(40)]]) {
    before!.shown = shown;
    expect(await follow(workflow, client, anybody)).toEqual([]);
  }
  expect(states()).toEqual(['1 closed', '2 open']);

  // What was approved before the text changed is not what lies there now, and the request that showed it is closed.
  const second = forge.requests[1]!;
  second.approvers = ['f-review'];
  second.shown = [first];
  const recalled = await workflow.recall(editor, { folder, version: first });
  expect(await follow(workflow, client, anybody)).toEqual([]);
  const files = [{ name: 'index.md', bytes: news('秋季运动会') }];
  const { draft } = await store.save(editor, { folder, version: recalled.version, files });
  const { version: again } = await workflow.submit(editor, { folder, version: draft.version });
  // The push has not arrived there.
  expect(await follow(workflow, client, anybody)).toEqual([]);
  expect(states()).toEqual(['1 closed', '2 open']);
  second.shown = [again, draft.version, recalled.version, first];
  expect(await follow(workflow, client, anybody)).toEqual([]);
  expect(states()).toEqual(['1 closed', '2 closed', '3 open']);

  const third = forge.requests[2]!;
  third.shown = [again];
  third.approvers = ['f-editor', 'f-approval', 'stranger', 'F-Review'];
  expect(await follow(workflow, client, (person) => person !== 'school-review')).toEqual([]);
  expect(await follow(workflow, client, anybody)).toEqual([{ person: 'school-review', folder, role: 'review' }]);
  third.shown.unshift((await store.draft(folder))!.version);
  third.approvers = ['f-approval', 'f-secrecy'];
  expect(await follow(workflow, client, anybody)).toEqual([{ person: 'school-secrecy', folder, role: 'secrecy' }]);
  third.shown.unshift((await store.draft(folder))!.version);
  expect(await follow(workflow, client, anybody)).toMatchObject([
    { person: 'school-approval', role: 'approval', published: { isLive: true } },
  ]);
  expect(await store.draft(folder)).toBeUndefined();
  const about = '/projects/county%2Fcontent/merge_requests/3';
  const asked = forge.asked.filter((line) => line.includes(about)).slice(0, 2);
  expect(asked).toEqual([`GET ${about}/approvals`, `GET ${about}/versions?limit=50&per_page=50&page=1`]);
});

test('what the forge has against one draft keeps no other, and what was signed before it failed is told', async () => {
  const { store, workflow } = await openOffice();
  const [one, other] = [await saveAndSubmit(store, workflow), await saveAndSubmit(store, workflow)];
  const branchOf = (folder: string) => `drafts/${folder.slice('entries/'.length)}`;
  const [first, second] = [one.folder, other.folder].sort().map(branchOf) as [string, string];
  const tried: string[] = [];
  const refusing = (open: readonly string[], failing: string, status: number): Forge => ({
    requests: async () => open.map((branch, at) => ({ number: at + 1, branch })),
    open: async (branch) => {
      tried.push(branch);
      if (branch === failing) throw new ForgeError('没有提交。', status);
    },
    look: async ({ branch }) => {
      if (branch === failing) throw new ForgeError('代码平台回答 503。', status);
      const commit = [one, other].find(({ folder }) => branchOf(folder) === branch)!.submitted;
      return { approvals: [{ account: 'f-review', commits: [commit] }] };
    },
  });
  await expect(follow(workflow, refusing([], first, 422), anybody)).rejects.toThrow('没有提交。');
  expect(tried).toEqual([first, second]);
  const signed = await follow(workflow, refusing([first, second], second, 503), anybody);
  expect(signed).toEqual([{ person: 'school-review', folder: first.replace('drafts/', 'entries/'), role: 'review' }]);
  await expect(follow(workflow, refusing([first, second], second, 503), anybody)).rejects.toThrow('代码平台回答 503。');
});

test('a forge that refuses, says nothing that can be read, or is away is told in one sentence', async () => {
  const { workflow } = await openOffice();
  const { forge, client, place } = await openForge('forgejo');
  forge.broken = 503;
  await expect(follow(workflow, client, anybody)).rejects.toThrow('代码平台回答 503。');
  forge.broken = 0;
  await expect(follow(workflow, toPulls({ ...place, token: 'wrong' }), anybody)).rejects.toThrow('代码平台回答 401。');
  await expect(follow(workflow, toMergeRequests({ ...place, project: 'other/place' }), anybody)).resolves.toEqual([]);
  forge.requests.push({ number: 1, branch: 'x', title: '', reviews: [], approvers: [], shown: [], isClosed: false });
  await expect(follow(workflow, toMergeRequests(place), anybody)).rejects.toThrow('代码平台的回答看不懂。');
  forge.close();
  await expect(follow(workflow, toPulls({ ...place, api: 'http://127.0.0.1:9' }), anybody)).rejects.toThrow('代码平台没有回答。');
});
