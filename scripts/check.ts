import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { BASELINE, readBaseline, toBaseline } from '../checks/engine/baseline.ts';
import { checkChange } from '../checks/engine/check-change.ts';
import { checkLibrary } from '../checks/engine/check-library.ts';
import { checkSite } from '../checks/engine/check-site.ts';
import type { Checked } from '../checks/engine/checked.ts';
import { FORMATS, type FormatName } from '../checks/report/formats.ts';
import { type Content, toSource } from '../cms/library/content.ts';
import { isDay } from '../cms/model/schema.ts';
import { UsageError } from './exit.ts';
import { toProgress } from './progress.ts';
import { today } from './today.ts';

interface Options {
  content?: string;
  repo?: string;
  revision?: string;
  base?: string;
  head?: string;
  asOf?: string;
  site?: string;
  format: string;
  baseline?: string;
}

export const command = new Command('check')
  .description('用全部规则检查内容，或者检查一次改动')
  .helpOption('-h, --help', '显示帮助')
  .option('--content <文件夹>', '内容文件夹（默认 content/）')
  .option('--repo <路径>', '改从 Git 仓库读取内容')
  .option('--revision <版本>', '检查仓库里的这个版本（默认 HEAD）')
  .option('--base <版本>', '和 --head 一起用：只检查从这个版本起的改动')
  .option('--head <版本>', '改动以后的版本')
  .option('--site <文件夹>', '检查构建好的网站的每个页面，例如 dist/current')
  .option('--as-of <日期>', '当作这一天检查，年-月-日（默认今天，北京时间）')
  .option('--format <格式>', `结果的格式：${Object.keys(FORMATS).join('、')}`, 'text')
  .option('--baseline <做法>', 'new：把现有问题记入基线（只能一次）；shrink：从基线里去掉已经改好的')
  .action(async (options: Options) => {
    const format = toFormat(options.format);
    const checked = await run(options);
    if (options.baseline !== undefined) writeBaseline(options, checked);
    process.stdout.write(FORMATS[format](checked));
    if (checked.findings.some(({ severity }) => severity === 'block')) process.exitCode = 1;
  });

async function run(options: Options): Promise<Checked> {
  return options.site === undefined ? runOnContent(options) : runOnSite(options);
}

async function runOnSite({ site, ...others }: Options): Promise<Checked> {
  for (const name of ['content', 'repo', 'revision', 'base', 'head', 'asOf', 'baseline'] as const)
    if (others[name] !== undefined) throw new UsageError('--site 只能和 --format 一起用。');
  const progress = toProgress();
  try {
    return await checkSite(site!, progress.show);
  } finally {
    progress.end();
  }
}

async function runOnContent({ content, repo, revision, base, head, asOf }: Options): Promise<Checked> {
  if (content !== undefined && repo !== undefined) throw new UsageError('--content 和 --repo 只能写一个。');
  if ((base === undefined) !== (head === undefined)) throw new UsageError('--base 和 --head 要一起用。');
  if (base !== undefined && repo === undefined) throw new UsageError('--base 和 --head 要和 --repo 一起用。');
  if (revision !== undefined && (repo === undefined || base !== undefined)) throw new UsageError('--revision 只和 --repo 一起用。');
  if (asOf !== undefined && !(/^\d{4}-\d{2}-\d{2}$/u.test(asOf) && isDay(asOf)))
    throw new UsageError('--as-of 要写成“年-月-日”，例如 2026-03-10。');
  const from: Content = repo === undefined ? { folder: content ?? 'content' } : { repository: repo, revision: head ?? revision };
  const source = toSource(from);
  const progress = toProgress();
  const options = { source, state: stateOf(repo ?? content ?? 'content'), today: asOf ?? today(), onProgress: progress.show };
  try {
    return await (base === undefined ? checkLibrary(options) : checkChange(toSource({ repository: repo!, revision: base }), options));
  } finally {
    progress.end();
  }
}

/** Where what is known of this content root is kept. */
const stateOf = (place: string) => join('.gongkai/checks', createHash('sha256').update(resolve(place)).digest('hex').slice(0, 12));

function toFormat(name: string): FormatName {
  if (Object.hasOwn(FORMATS, name)) return name as FormatName;
  throw new UsageError(`--format 只能是 ${Object.keys(FORMATS).join('、')}。`);
}

function writeBaseline({ content, repo, base, baseline }: Options, checked: Checked) {
  if (repo !== undefined || base !== undefined) throw new UsageError('--baseline 只和 --content 一起用。');
  if (baseline !== 'new' && baseline !== 'shrink') throw new UsageError('--baseline 只能是 new 或者 shrink。');
  const folder = content ?? 'content';
  const file = join(folder, BASELINE);
  const exists = readOrNothing(file) !== undefined;
  if (baseline === 'new' && exists) throw new UsageError(`${file} 已经有了。基线只能减少，用 --baseline shrink。`);
  if (baseline === 'shrink' && !exists) throw new UsageError(`没有 ${file}。第一次用 --baseline new。`);
  const before = exists ? readBaseline(toSource({ folder })) : undefined;
  writeFileSync(file, toBaseline([...checked.findings, ...checked.known], before));
}

function readOrNothing(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
