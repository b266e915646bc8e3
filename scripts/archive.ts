import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { toCsvRows } from '../cms/office/audit/csv.ts';
import { type Listed, type Listing, readListing } from './archive/listing.ts';
import { pack } from './archive/pack.ts';
import { UsageError } from './exit.ts';

interface Options {
  site: string;
  out: string;
  unit?: string[];
  year?: string[];
}

/** Entries in one ZIP file; with their files they stay below the 65,535 that every program can read. */
const MOST_ENTRIES = 10_000;

export const command = new Command('archive')
  .description('按单位和年份把已公开的网页和附件打包成 ZIP，附目录和校验码')
  .helpOption('-h, --help', '显示帮助')
  .option('--site <文件夹>', '发布好的网站', '.gongkai/site/current')
  .option('--out <文件夹>', '压缩包放在哪里', '.gongkai/archives')
  .option('--unit <单位...>', '只打包这些单位，写单位代码（默认全部）')
  .option('--year <年份...>', '只打包这些年份（默认全部）')
  .action((options: Options) => {
    const made = run(options);
    for (const { name, size, sha256 } of made) console.log(`${sha256}  ${name}  ${size} 字节`);
    console.log(`共 ${made.length} 个压缩包，在 ${options.out} 里。`);
  });

function run({ site: asked, out, unit, year }: Options) {
  // One release to its end, even if another becomes the public one meanwhile.
  const site = existsSync(asked) ? realpathSync(asked) : asked;
  const listing = readListing(site);
  const unknown = unit?.find((id) => !listing.units.has(id));
  if (unknown !== undefined) throw new UsageError(`没有单位“${unknown}”。单位代码见网站的 /api/units.json。`);
  const wrong = year?.find((each) => !/^\d{4}$/u.test(each));
  if (wrong !== undefined) throw new UsageError(`--year 要写四位年份，“${wrong}”不是。`);
  const wanted = listing.entries.filter((entry) => (unit?.includes(entry.unit) ?? true) && (year?.includes(yearOf(entry)) ?? true));
  if (wanted.length === 0) throw new UsageError('这些单位、这些年份没有公开的信息，没有打包。');
  mkdirSync(out, { recursive: true });
  const made = [...Map.groupBy(wanted, (entry) => `${entry.unit}-${yearOf(entry)}`)].flatMap(([name, entries]) =>
    toParts(entries).map((part, index) => {
      const file = `${name}${index === 0 ? '' : `-${index + 1}`}.zip`;
      return { name: file, ...pack(join(out, file), toFiles(site, listing, part)) };
    }),
  );
  writeFileSync(join(out, 'SHA256SUMS'), made.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return made;
}

const yearOf = ({ publishedAt }: Listed) => publishedAt.slice(0, 4);

function toParts(entries: readonly Listed[]): Listed[][] {
  return Array.from({ length: Math.ceil(entries.length / MOST_ENTRIES) }, (_, part) =>
    entries.slice(part * MOST_ENTRIES, (part + 1) * MOST_ENTRIES),
  );
}

/** The list of entries, then each entry's page and files under their paths on the site. */
function toFiles(site: string, { types, columns, units }: Listing, entries: readonly Listed[]) {
  const rows = entries.map(({ number, title, publishedAt, unit, type, column, page, files }) => [
    number,
    title,
    publishedAt,
    units.get(unit)!,
    types[type]!,
    columns.get(column) ?? '',
    page,
    files.map(({ path }) => path).join('\n'),
  ]);
  const newest = entries
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1)!;
  return [
    {
      name: 'index.csv',
      at: newest,
      read: () => Buffer.from(toCsvRows([['索引号', '标题', '发布日期', '单位', '类型', '栏目', '网页', '附件'], ...rows])),
    },
    ...entries.flatMap(({ page, files, publishedAt }) =>
      [{ path: page }, ...files].map((file) => ({ name: file.path, at: publishedAt, read: () => readPublished(site, file) })),
    ),
  ];
}

/** @throws UsageError when a file is not the one whose checksum the site shows */
function readPublished(site: string, { path, sha256 }: { path: string; sha256?: string }): Uint8Array {
  const bytes = readFileSync(join(site, path));
  if (sha256 !== undefined && hash('sha256', bytes) !== sha256)
    throw new UsageError(`${path} 和网站公布的校验码不一致，没有打包完。用 gongkai build --full 重新发布后再打包。`);
  return bytes;
}
