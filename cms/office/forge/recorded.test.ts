import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import type { Forge } from './forge.ts';
import { toMergeRequests } from './merge-requests.ts';
import { toPulls } from './pulls.ts';

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** Milliseconds until it comes. */
  after?: number;
}
interface Recorded {
  requests: object[];
  created: object;
  reviews?: object[];
  approvals?: object;
  versions?: object[];
  exists: Answer;
  invalid?: Answer;
  errors: Record<string, unknown>;
}

const KINDS = ['gitlab', 'github', 'forgejo'] as const;
type Kind = (typeof KINDS)[number];
const recorded = (kind: Kind): Recorded => JSON.parse(readFileSync(new URL(`recorded/${kind}.json`, import.meta.url), 'utf8'));

const closing: (() => unknown)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A client of a forge that gives these answers one after the other, and what it is asked. */
async function playing(kind: Kind, ...answers: Answer[]): Promise<{ client: Forge; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { status, body, headers = {}, after = 0 } = answers.shift() ?? { status: 500, body: 'nothing more was recorded' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = text.startsWith('<') ? 'text/html' : typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
    setTimeout(() => response.writeHead(status, { 'content-type': type, ...headers }).end(text), after).unref();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const place = { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, project: 'county/content', token: 'secret' };
  return { client: kind === 'gitlab' ? toMergeRequests(place) : toPulls(place), asked };
}
const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({ status: 200, body, headers });
const told = async (work: Promise<unknown>) => work.then(() => 'done').catch((error: Error) => error.message);
const BRANCH = 'drafts/school/news/2026/20260320-abc234';

test.each(KINDS)('%s: of the open requests, those into main from the repository itself are taken, whatever else they say', async (kind) => {
  const { client } = await playing(kind, ok(recorded(kind).requests));
  expect(await client.requests()).toEqual([{ number: 3, branch: BRANCH }]);
});

test.each([
  [
    'github',
    [
      { account: 'f-review', commits: ['a'.repeat(40)] },
      { account: 'f-late', commits: ['c'.repeat(40)] },
    ],
  ],
  [
    'forgejo',
    [
      { account: 'f-review', commits: ['a'.repeat(40)] },
      { account: 'f-late', commits: ['c'.repeat(40)] },
    ],
  ],
] as const)(
  '%s: approvals stand until they are taken back; comments, requests, teams and people who are gone approve nothing',
  async (kind, wanted) => {
    const { client } = await playing(kind, ok(recorded(kind).reviews));
    expect(await client.look({ number: 3, branch: BRANCH })).toEqual({ approvals: wanted });
  },
);

test('gitlab: an approval may be for any commit that the request has shown', async () => {
  const { approvals, versions } = recorded('gitlab');
  const { client, asked } = await playing('gitlab', ok(approvals), ok(versions));
  const shown = ['a'.repeat(40), 'b'.repeat(40), ''];
  expect(await client.look({ number: 3, branch: BRANCH })).toEqual({
    approvals: [
      { account: 'f-review', commits: shown },
      { account: 'f-late', commits: shown },
    ],
    shown,
  });
  expect(asked).toEqual([
    'GET /projects/county%2Fcontent/merge_requests/3/approvals',
    'GET /projects/county%2Fcontent/merge_requests/3/versions?limit=50&per_page=50&page=1',
  ]);
});

test('gitlab: a request is closed and another opened in its place; where the first is not closed, none is opened', async () => {
  const { requests, created, errors } = recorded('gitlab');
  const closed = { ...requests[0], state: 'closed' };
  const { client, asked } = await playing('gitlab', ok(closed), { status: 201, body: created }, { status: 403, body: errors[403] });
  const request = { number: 3, branch: BRANCH };
  await client.renew!(request, '审签：春季运动会');
  expect(await told(client.renew!(request, '审签：春季运动会'))).toContain('代码平台回答 403。');
  const root = '/projects/county%2Fcontent/merge_requests';
  expect(asked).toEqual([`PUT ${root}/3`, `POST ${root}`, `PUT ${root}/3`]);
});

test.each(KINDS)('%s: a request is opened; one that is there already is as good', async (kind) => {
  const { created, exists } = recorded(kind);
  const { client, asked } = await playing(kind, { status: 201, body: created }, exists);
  await client.open(BRANCH, '审签：春季运动会');
  await client.open(BRANCH, '审签：春季运动会');
  expect(asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'POST']);
});

test('github: what cannot be opened for another reason is told', async () => {
  const { client } = await playing('github', recorded('github').invalid!);
  expect(await told(client.open(BRANCH, '审签'))).toBe('代码平台回答 422。');
});

test.each(KINDS)('%s: a forge that gives fewer at a time than asked is read to the end, by the links that it gives', async (kind) => {
  const [request] = recorded(kind).requests as [{ number?: number; iid?: number }];
  const numbered = (n: number) => ({ ...request, number: n, iid: n });
  const next = { link: '<http://elsewhere.example/?page=2>; rel="next", <http://elsewhere.example/?page=3>; rel="last"' };
  const last = { link: '<http://elsewhere.example/?page=1>; rel="first", <http://elsewhere.example/?page=2>; rel="prev"' };
  const { client, asked } = await playing(kind, ok([numbered(1), numbered(2)], next), ok([numbered(3)], next), ok([], last));
  expect((await client.requests()).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(asked.map((line) => /[?&]page=(\d+)/u.exec(line)?.[1])).toEqual(['1', '2', '3']);
});

test('without links, a full page is followed by another', async () => {
  const [request] = recorded('forgejo').requests;
  const full = Array.from({ length: 50 }, (_, n) => ({ ...request, number: n + 1 }));
  const { client } = await playing('forgejo', ok(full), ok([{ ...request, number: 51 }]));
  expect(await client.requests()).toHaveLength(51);
});

test('a list without an end is not read for ever', async () => {
  const { requests } = recorded('github');
  const answers = Array.from({ length: 41 }, () => ok(requests, { link: '<x>; rel="next"' }));
  const { client, asked } = await playing('github', ...answers);
  expect(await told(client.requests())).toBe('代码平台上打开的合并请求超过 2000 个，读不完。关掉不要的。');
  expect(asked).toHaveLength(40);
});

const ADVICE: Record<string, string> = {
  401: '令牌不对，或者已经过期，换一个令牌。',
  403: '令牌的权限不够，或者问得太勤。核对令牌的权限。',
  404: '没有这个项目，或者令牌看不到它。核对 api、project 和令牌的权限。',
  429: '问得太勤，过一会儿再试。',
};
test.each(KINDS.flatMap((kind) => Object.keys(recorded(kind).errors).map((status) => [kind, status] as const)))(
  '%s: %s is told with what to do, and nothing of what the forge said',
  async (kind, status) => {
    const { client } = await playing(kind, { status: Number(status), body: recorded(kind).errors[status] });
    expect(await told(client.requests())).toBe(`代码平台回答 ${status}。${ADVICE[status] ?? ''}`);
  },
);

const UNREADABLE = '代码平台的回答看不懂。核对 api 的地址：要写到 API 为止，不是网页的地址。';
test.each(KINDS)('%s: a web page, half an answer, a missing field or another shape is told, and is no empty list', async (kind) => {
  const [{ number: _, iid: __, ...nameless }] = recorded(kind).requests as [{ number?: number; iid?: number }];
  const wrong = [
    '<!doctype html><title>Sign in</title>',
    JSON.stringify(recorded(kind).requests).slice(0, -9),
    [nameless],
    { message: 'ok' },
    'null',
    '',
  ];
  for (const body of wrong) {
    const { client } = await playing(kind, ok(body));
    expect(await told(client.requests())).toBe(UNREADABLE);
  }
});

test('an answer that leads elsewhere is not followed: the token goes nowhere else', async () => {
  const { client, asked } = await playing('gitlab', { status: 302, body: '', headers: { location: '/users/sign_in' } });
  expect(await told(client.requests())).toBe('代码平台回答 302。它要转到别的地址，没有跟过去，令牌只给设置里的地址。核对 api 的地址。');
  expect(asked).toHaveLength(1);
});

test('a forge that takes too long is not waited for', { timeout: 20_000 }, async () => {
  const { client } = await playing('forgejo', { ...ok([]), after: 15_000 });
  expect(await told(client.requests())).toBe('代码平台没有回答。');
});
