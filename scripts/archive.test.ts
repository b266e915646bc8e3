import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entriesOf, type Site, sampleSite } from '../site/testing/site.ts';

const GONGKAI = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let site: Site;
beforeAll(async () => {
  site = await sampleSite();
});

function archive(out: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, 'archive', '--out', join(folder, out), ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
const from = (root: string) => ['--site', root];

test('each unit and year is a ZIP of its public pages and files, byte for byte as on the site, with a list and checksums', () => {
  const { status, stdout, stderr } = archive('first', ...from(site.root), '--unit', 'statistics', 'bus');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const names = readdirSync(join(folder, 'first')).filter((name) => name.endsWith('.zip'));
  expect(stdout).toMatch(new RegExp(`共 ${names.length} 个压缩包`, 'u'));
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: join(folder, 'first') });
  const packed = names.flatMap((name) => {
    const [, unit, year] = /^(statistics|bus)-(\d{4})\.zip$/u.exec(name)!;
    const members = unzipSync(readFileSync(join(folder, 'first', name)));
    const [list, sums] = ['index.csv', 'SHA256SUMS'].map((each) => Buffer.from(members[each]!).toString('utf8'));
    const published = Object.keys(members).filter((each) => each.startsWith('i/'));
    for (const path of published) {
      expect(Buffer.from(members[path]!).equals(site.read(`/${path}`)), path).toBe(true);
      expect(list).toContain(path);
    }
    expect(
      sums!
        .trim()
        .split('\n')
        .map((line) => line.slice(66))
        .sort(),
    ).toEqual(['index.csv', ...published].sort());
    expect(
      list!
        .split('\r\n')
        .slice(1, -1)
        .join('\r\n')
        .match(/"\d{9}\/\d{6}-\d{5}","[^"]+","\d{4}/gu)!
        .every((row) => row.endsWith(`"${year}`)),
    ).toBe(true);
    return published.filter((path) => path.endsWith('.html')).map((path) => [unit, `/${path}`]);
  });
  const wanted = entriesOf(site).filter(({ unit }) => unit === 'statistics' || unit === 'bus');
  expect(packed.sort()).toEqual(wanted.map(({ unit, url }) => [unit, new URL(url).pathname]).sort());
});

test('the same release packed twice, anywhere, gives the same bytes', () => {
  const pack = (out: string, TZ: string) => {
    execFileSync('node', [GONGKAI, 'archive', '--out', join(folder, out), ...from(site.root), '--unit', 'bus'], {
      env: { ...process.env, TZ },
    });
    return readFileSync(join(folder, out, 'SHA256SUMS'), 'utf8');
  };
  expect(pack('utc', 'UTC')).toBe(pack('shanghai', 'Asia/Shanghai'));
});

test('what cannot be packed is told in a sentence, and a file that was changed after publication is never packed', () => {
  const refused = (words: string, ...args: string[]) =>
    expect(archive('refused', ...args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
  refused('nowhere 里没有发布好的网站。核对 --site 的路径，或者先运行 gongkai build。', ...from('nowhere'));
  refused('没有单位“moon”。单位代码见网站的 /api/units.json。', ...from(site.root), '--unit', 'moon');
  refused('--year 要写四位年份，“26”不是。', ...from(site.root), '--year', '26');
  refused('这些单位、这些年份没有公开的信息，没有打包。', ...from(site.root), '--year', '1999');
  const copy = join(folder, 'copy');
  const [changed] = entriesOf(site).flatMap(({ attachments = [] }) => attachments.map(({ url }: { url: string }) => new URL(url).pathname));
  mkdirSync(copy);
  for (const part of ['api', 'i']) execFileSync('cp', ['--recursive', '--dereference', join(site.root, part), copy]);
  appendFileSync(join(copy, changed), ' ');
  refused(`${changed.slice(1)} 和网站公布的校验码不一致，没有打包完。用 gongkai build --full 重新发布后再打包。`, ...from(copy));
  expect(readdirSync(join(folder, 'refused')).filter((name) => name.endsWith('.part'))).toEqual([]);
});
