import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Checked } from '../checks/engine/checked.ts';
import { Examiners } from '../checks/engine/examiners.ts';
import { BASELINE, readJudging } from '../checks/engine/judging-files.ts';
import { FORMATS, type FormatName } from '../checks/report/formats.ts';
import { under } from '../checks/report/under.ts';
import { type Content, toSource } from '../cms/library/content.ts';
import type { Source } from '../cms/library/source.ts';
import { whileAlone } from '../cms/library/while-alone.ts';
import { isWrittenDay } from '../cms/model/day.ts';
import { UsageError } from './exit.ts';
import { placeInRepository } from './place-in-repository.ts';
import { print } from './print.ts';
import { toProgress } from './progress.ts';
import { stateFor } from './state-for.ts';
import { today } from './today.ts';
import { withoutWords } from './without-words.ts';

interface Options {
  content?: string;
  repo?: string;
  revision?: string;
  base?: string;
  head?: string;
  asOf?: string;
  site?: string;
  outsideLinks?: true;
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
  .option('--outside-links', '和 --site 一起用：改为上网访问页面链接到的每个外部网址，只提醒，不阻断')
  .option('--as-of <日期>', '当作这一天检查，年-月-日（默认今天，北京时间）')
  .option('--format <格式>', `结果的格式：${Object.keys(FORMATS).join('、')}`, 'text')
  .option('--baseline <做法>', 'new：把现有问题记入基线（只能一次）；shrink：从基线里去掉已经改好的')
  .addHelpText('after', '\n退出码：0 没有阻断问题，1 有阻断问题，2 用法不对或者内容读不出来。')
  .action(async (options: Options) => {
    const format = toFormat(options.format);
    requireUsage(options);
    const { checked, folder } = await withoutWords(() =>
      options.site === undefined ? run(options) : runOnSite(options.site, options.outsideLinks),
    );
    if (options.baseline !== undefined) await writeBaseline(options, checked);
    await print((await FORMATS[format]())(under(folder, checked)));
    if (checked.findings.some(({ severity }) => severity === 'block')) process.exitCode = 1;
  });

/** What cannot be said beside `--site`, which looks at pages and neither at content nor at a day. */
const OF_CONTENT = ['content', 'repo', 'revision', 'base', 'head', 'asOf', 'baseline'] as const;

function requireUsage(options: Options) {
  if (options.site !== undefined && OF_CONTENT.some((name) => options[name] !== undefined))
    throw new UsageError('--site 只能和 --format、--outside-links 一起用。');
  if (options.outsideLinks && options.site === undefined) throw new UsageError('--outside-links 要和 --site 一起用。');
  const { content, repo, revision, base, head, asOf, baseline } = options;
  if (content !== undefined && repo !== undefined) throw new UsageError('--content 和 --repo 只能写一个。');
  if ((base === undefined) !== (head === undefined)) throw new UsageError('--base 和 --head 要一起用。');
  if (base !== undefined && repo === undefined) throw new UsageError('--base 和 --head 要和 --repo 一起用。');
  if (revision !== undefined && (repo === undefined || base !== undefined)) throw new UsageError('--revision 只和 --repo 一起用。');
  if (asOf !== undefined && !isWrittenDay(asOf)) throw new UsageError('--as-of 要写成“年-月-日”，例如 2026-03-10。');
  if (baseline === undefined) return;
  if (repo !== undefined) throw new UsageError('--baseline 只和 --content 一起用。');
  if (baseline !== 'new' && baseline !== 'shrink') throw new UsageError('--baseline 只能是 new 或者 shrink。');
  const file = baselineOf(options);
  const exists = existsSync(file);
  if (baseline === 'new' && exists) throw new UsageError(`${file} 已经有了。基线只能减少，用 --baseline shrink。`);
  if (baseline === 'shrink' && !exists) throw new UsageError(`没有 ${file}。第一次用 --baseline new。`);
}

async function runOnSite(site: string, goesOut = false): Promise<{ checked: Checked; folder: string }> {
  const progress = toProgress();
  try {
    const judge = goesOut
      ? (await import('../checks/outside-links/check-outside-links.ts')).checkOutsideLinks
      : (await import('../checks/engine/check-site.ts')).checkSite;
    return { checked: await judge(site, progress.show), folder: '' };
  } finally {
    progress.end();
  }
}

/** The outcome, and the folder of the content root in its repository. */
async function run({ content = 'content', repo, revision, base, head, asOf }: Options): Promise<{ checked: Checked; folder: string }> {
  const from: Content = repo === undefined ? { folder: content } : { repository: repo, revision: head ?? revision };
  const source = requireRoot(toSource(from));
  const before = base === undefined ? undefined : toSource({ repository: repo!, revision: base });
  const state = stateFor('checks', repo ?? content);
  const progress = toProgress();
  // They load the rules in processes of their own while this one does.
  const examiners = new Examiners().start();
  try {
    const options = { source, state, today: asOf ?? today(), examiners, onProgress: progress.show };
    const check = async () =>
      before
        ? (await import('../checks/engine/check-change.ts')).checkChange(before, options)
        : (await import('../checks/engine/check-library.ts')).checkLibrary(options);
    return { checked: await whileAlone(join(state, 'turn.db'), check, BUSY), folder: placeInRepository(source) };
  } finally {
    examiners.close();
    progress.end();
  }
}

/** For another check on the same state folder. */
const BUSY = { patience: 1_800_000, message: '另一次检查已经做了半小时，还没有结束。等它结束再试；它停住了的话，先把它停掉。' };

/** An empty or wrong folder has no findings, which must not look like a good outcome. */
function requireRoot(source: Source): Source {
  if (source.readOne('portal.yaml')) return source;
  throw new UsageError(`${source.name} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
}

function toFormat(name: string): FormatName {
  if (Object.hasOwn(FORMATS, name)) return name as FormatName;
  throw new UsageError(`--format 只能是 ${Object.keys(FORMATS).join('、')}。`);
}

const baselineOf = ({ content = 'content' }: Options) => join(content, BASELINE);

async function writeBaseline(options: Options, { findings, known }: Checked) {
  const { readBaseline, toBaseline } = await import('../checks/engine/baseline.ts');
  const judging = () => readJudging(toSource({ folder: options.content ?? 'content' }));
  const before = options.baseline === 'shrink' ? readBaseline(judging()) : undefined;
  writeFileSync(baselineOf(options), toBaseline([...findings, ...known], before));
}
