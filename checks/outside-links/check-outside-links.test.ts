import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOutsideLinks } from './check-outside-links.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-outside-'));
const asked: string[] = [];
const agents = new Set<string | undefined>();
let [open, most] = [0, 0];
const server = createServer((request, response) => {
  most = Math.max(most, ++open);
  response.on('close', () => open--);
  asked.push(`${request.method} ${request.url}`);
  agents.add(request.headers['user-agent']);
  (ANSWERS[request.url!] ?? ANSWERS['/gone'])!(request, response);
});
const other = createServer((_, response) => response.end('<title>茶叶</title>'));
let [host, elsewhere] = ['', ''];

const ANSWERS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/fine': (_, response) => response.end('<a href="/never-asked">更多</a>'),
  '/fine?a=1&b=%22': (_, response) => response.end(),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/withdrawn': (_, response) => response.writeHead(410).end(),
  '/get-only': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('好'),
  '/head-lies': ({ method }, response) => response.writeHead(method === 'HEAD' ? 404 : 200).end('好'),
  '/closed': (_, response) => response.writeHead(403).end(),
  '/too-many': (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
  '/broken': (_, response) => response.writeHead(503).end(),
  '/weak': ({ url }, response) => response.writeHead(asked.filter((each) => each.endsWith(url!)).length > 2 ? 200 : 500).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/here': (_, response) => response.writeHead(301, { location: '/fine' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/away': (_, response) => response.writeHead(302, { location: elsewhere }).end(),
  '/strange': (_, response) => response.writeHead(302, { location: 'javascript:alert(1)' }).end(),
  '/slow': () => {},
  '/reset': ({ socket }) => socket.destroy(),
  '/noise': ({ socket }) => socket.end('\u0000\u0001 nonsense\r\n\r\n'),
  '/endless': ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 405 : 200);
    const more = setInterval(() => response.write('无'.repeat(100_000)), 5);
    response.on('close', () => clearInterval(more));
  },
  '/headers': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end(),
};

beforeAll(async () => {
  await Promise.all([server, other].map((each) => new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve))));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  elsewhere = `http://localhost:${(other.address() as AddressInfo).port}/`;
});
afterAll(() => {
  for (const each of [server, other]) each.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = '<!doctype html><meta name="SiteDomain" content="www.qinglan.gov.example"><title>首页</title>';
const page = (...addresses: string[]) =>
  `${HEAD}<a href="/own">本站</a><a href="https://www.qinglan.gov.example/own">本站</a><a href="mailto:a@qinglan.example">信</a>${addresses
    .map((address) => `\n<a href="${address}">外</a>`)
    .join('')}`;

/** What is said of a site with these pages, a line for each finding. */
/** @param timeout in milliseconds; where nothing is silent it may be long, so that a busy machine changes nothing */
async function check(name: string, pages: Record<string, string[]>, { retries = 0, timeout = 500 } = {}) {
  const site = join(folder, name);
  mkdirSync(site, { recursive: true });
  for (const [path, addresses] of Object.entries(pages)) writeFileSync(join(site, path), page(...addresses));
  asked.length = 0;
  const { findings, files } = await checkOutsideLinks(site, undefined, { timeout, retries });
  expect(files).toBe(Object.keys(pages).length);
  expect(findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
  return findings.map(({ file, place, message }) => `${file}:${place!.line} ${message.replaceAll(host, '')}`);
}

test('what answers is fine, however it answers; each address is visited once and nothing behind it', async () => {
  const fine = ['/fine', '/fine#part', '/fine?a=1&amp;b=%22', '/get-only', '/head-lies', '/here'].map((path) => host + path);
  expect(await check('fine', { 'index.html': fine, 'news.html': fine })).toEqual([]);
  expect(asked.filter((each) => each.startsWith('HEAD')).sort()).toEqual([
    'HEAD /fine',
    'HEAD /fine',
    'HEAD /fine?a=1&b=%22',
    'HEAD /get-only',
    'HEAD /head-lies',
    'HEAD /here',
  ]);
  expect(asked).not.toContain('HEAD /never-asked');
  expect(most).toBe(1);
  expect([...agents]).toEqual(['gongkai-link-check (+https://www.qinglan.gov.example/)']);
});

test('what does not is told with its page, by what is the matter', async () => {
  const paths = ['/gone', '/withdrawn', '/closed', '/too-many', '/broken', '/circle', '/nowhere', '/away', '/fine'];
  const links = paths.map((path) => host + path);
  expect(await check('bad', { 'index.html': links, 'news.html': [`${host}/gone`], 'notice.html': [`${host}/gone`] })).toEqual([
    'index.html:2 链接 /gone（3个页面）已经没有了。换成现在的网址，或者删去链接。',
    'index.html:3 链接 /withdrawn 已经没有了。换成现在的网址，或者删去链接。',
    'index.html:4 链接 /closed 不让检查程序访问（403）。由人打开看过。',
    'index.html:5 链接 /too-many 不让检查程序访问（429）。由人打开看过。',
    'index.html:6 链接 /broken 出错（503）。过几天再查，一直打不开的删去链接。',
    'index.html:7 链接 /circle 来回跳转，打不开。换成现在的网址，或者删去链接。',
    'index.html:8 链接 /nowhere 出错（302）。过几天再查，一直打不开的删去链接。',
    'index.html:9 链接 /away 现在转到 localhost。由人看过，不是同一家的删去链接。',
  ]);
});

test.each([
  ['/slow', '迟迟没有回应。过几天再查，一直打不开的删去链接。'],
  ['/reset', '连不上。核对网址和本机的网络，一直打不开的删去链接。'],
  ['/noise', '连不上。核对网址和本机的网络，一直打不开的删去链接。'],
  ['/headers', '连不上。核对网址和本机的网络，一直打不开的删去链接。'],
  ['/strange', '连不上。核对网址和本机的网络，一直打不开的删去链接。'],
])('a hostile or sick server ends nothing: %s', async (path, words) => {
  expect(await check(`sick${path}`, { 'index.html': [host + path, `${host}/fine`, `${host}/endless`] })).toEqual([
    `index.html:2 链接 ${path} ${words}`,
  ]);
});

test('a server that fails once is asked again', async () => {
  expect(await check('weak', { 'index.html': [`${host}/weak`] }, { retries: 1 })).toEqual([]);
});

test('without a network every link could not be reached, and a silent host is soon left alone', async () => {
  const dead = createServer();
  await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
  const { port } = dead.address() as AddressInfo;
  await new Promise((resolve) => dead.close(resolve));
  const links = Array.from({ length: 200 }, (_, n) => `http://127.0.0.1:${port}/${n}`);
  const said = await check('dead', { 'index.html': [...links, 'https://nobody.invalid/', 'http://没有.invalid/'] }, { timeout: 15_000 });
  expect(said.length).toBe(202);
  expect(said.filter((line) => !/ 连不上。/u.test(line))).toEqual([]);
});
