import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../site/render/build.ts';
import { Site } from '../site/testing/site.ts';
import { HostileOffice } from './hostile/hostile-office.ts';
import { BY_CONTENT, BY_NAME, HARMLESS } from './hostile/uploads.ts';
import { HEADERS, serve } from './serve.ts';
import { today } from './today.ts';

/** What browsers neither run nor show as a page of the site. */
const SAFE = /^(?:image\/(?:png|gif|svg\+xml)|application\/(?:pdf|json|xml|octet-stream)|text\/(?:csv|xml))$/u;

let office: HostileOffice;
let folder: string;
beforeAll(async () => {
  office = await HostileOffice.open();
  folder = await office.begin('news');
});
afterAll(() => office?.close());

const save = (files: readonly (readonly [name: string, bytes: string | Uint8Array, ...unknown[]])[]) =>
  office.save(
    folder,
    {
      title: '关于开学的消息',
      column: 'of-news',
      attachments: files.map(([file]) => ({ file, title: '附件材料' })),
      body: '学校定于九月一日开学。',
    },
    Object.fromEntries(files),
  );

/** Everything that the office keeps: objects of the repository unpacked, and files as they are. */
function everyByte(): Buffer[] {
  const objects = execFileSync('git', ['-C', office.repository, 'cat-file', '--batch-all-objects', '--batch'], { maxBuffer: 1e9 });
  const items = readdirSync(office.place, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return [objects, ...items.map((item) => readFileSync(join(item.parentPath, item.name)))];
}

test.each(BY_NAME)('a file named %j: refused', async (name, bytes, words) => {
  const answer = await save([[name, bytes]]);
  expect([answer.status, await answer.json()]).toEqual([400, { message: words }]);
});

test.each(BY_CONTENT)('a file %s that holds %j: refused', async (name, bytes, words) => {
  const answer = await save([[name, bytes]]);
  const { message, findings } = await answer.json();
  expect([answer.status, message]).toEqual([422, '内容里有不能保存的文字或者文件，没有保存。按提示改好再保存。']);
  const refusing = findings
    .filter(({ effect }: { effect: string }) => effect === 'refuse')
    .map(({ message: said }: { message: string }) => said);
  expect(refusing).toContainEqual(expect.stringMatching(words));
});

test('nothing of what was refused is kept; the rest is only ever a file, in the office and on the public site', async () => {
  expect(await office.version(folder)).toBe('');
  expect(everyByte().filter((bytes) => bytes.includes('hit()'))).toEqual([]);
  expect((await save(HARMLESS)).status).toBe(200);
  expect(everyByte().filter((bytes) => bytes.includes('hit()')).length).toBeGreaterThan(0);
  for (const [name] of HARMLESS) {
    const form = await office.get('school-editor', `/api/content/file/${folder}/${name}`);
    const desk = await office.get('school-review', `/desk/file/${await office.version(folder)}/${folder.slice('entries/'.length)}/${name}`);
    for (const [answer, isShown] of [
      [form, /\.(?:png|gif)$/u.test(name)],
      [desk, false],
    ] as const) {
      const { headers, status } = answer;
      expect([name, status, headers.get('Content-Type')]).toEqual([
        name,
        200,
        isShown ? `image/${name.split('.').at(-1)}` : 'application/octet-stream',
      ]);
      expect(headers.get('Content-Disposition')).toBe(`${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    }
  }
  expect((await office.tell('school-editor', 'submit', { folder, version: await office.version(folder) })).status).toBe(200);
  await office.publish(folder);
  await build({ content: { repository: office.repository, revision: 'main' }, out: office.out, today: today() });
  const files = new Site(office.out).files.filter((path) => /^\/i\/.*-/u.test(path) && !/\.\d+\.(?:avif|webp)$/u.test(path));
  expect(files.map((path) => path.replace(/^\/i\/990101003\/\d{6}\/\d{5}-/u, '')).sort()).toEqual(HARMLESS.map(([name]) => name).sort());
  const portal = await serve(office.out, 0);
  for (const path of files) {
    const { status, headers } = await fetch(`http://127.0.0.1:${(portal.address() as AddressInfo).port}${path}`);
    expect([path, status, headers.get('Content-Type')]).toEqual([path, 200, expect.stringMatching(SAFE)]);
    for (const [name, value] of Object.entries(HEADERS)) expect(headers.get(name)).toBe(value);
  }
  portal.closeAllConnections();
  portal.close();
});
