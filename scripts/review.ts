import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { Examiners } from '../checks/engine/examiners.ts';
import { type Reviewed, reviewChange } from '../checks/engine/review-change.ts';
import { REVIEW_FORMATS, type ReviewFormat } from '../checks/report/review-formats.ts';
import { under } from '../checks/report/under.ts';
import { whileAlone } from '../cms/library/while-alone.ts';
import { isWrittenDay } from '../cms/model/day.ts';
import { branchOf } from './branch-of.ts';
import { UsageError } from './exit.ts';
import { print } from './print.ts';
import { toProgress } from './progress.ts';
import { writeSigners } from './signers.ts';
import { stateFor } from './state-for.ts';
import { today } from './today.ts';
import { withoutWords } from './without-words.ts';

interface Options {
  repo: string;
  base: string;
  head: string;
  key?: string;
  asOf?: string;
  format: string;
  write: string[];
}

const NAMES = Object.keys(REVIEW_FORMATS).join('、');

export const command = new Command('review')
  .description('审查一个合并请求：问题、签字、涉及的公开事项。规则、人员和豁免都按合并到的版本')
  .helpOption('-h, --help', '显示帮助')
  .requiredOption('--repo <路径>', 'Git 仓库')
  .option('--base <版本>', '要合并到的版本', 'main')
  .requiredOption('--head <版本>', '合并请求的版本')
  .option('--key <文件>', '办公平台的公钥；只有它签名的提交里写的签字才算')
  .option('--as-of <日期>', '当作这一天审查，年-月-日（默认今天，北京时间）')
  .option('--format <格式>', `结果的格式：${NAMES}`, 'text')
  .option('--write <格式=文件>', '另外写成文件，可以写多次，例如 sarif=review.sarif', (value, before: string[]) => [...before, value], [])
  .addHelpText('after', '\n退出码：0 没有阻断问题，1 有阻断问题，2 用法不对或者内容读不出来。')
  .action(async (options: Options) => {
    if (options.asOf !== undefined && !isWrittenDay(options.asOf)) throw new UsageError('--as-of 要写成“年-月-日”，例如 2026-03-10。');
    const format = toFormat('--format', options.format);
    const files = options.write.map(toFile);
    const { reviewed, folder } = await withoutWords(() => run(options));
    const placed = { ...reviewed, checked: under(folder, reviewed.checked) };
    for (const file of files) writeFileSync(file.path, (await REVIEW_FORMATS[file.format]())(placed));
    await print((await REVIEW_FORMATS[format]())(placed));
    if (reviewed.checked.findings.some(({ severity }) => severity === 'block')) process.exitCode = 1;
  });

async function run({ repo, base, head, key, asOf }: Options): Promise<{ reviewed: Reviewed; folder: string }> {
  const branch = branchOf(repo, { base, head });
  const state = stateFor('reviews', repo);
  const signers = key === undefined ? {} : { key: realpathSync(writeSigners(key, state)) };
  const progress = toProgress();
  const examiners = new Examiners().start();
  try {
    const review = () => reviewChange({ ...branch, ...signers }, { state, today: asOf ?? today(), examiners, onProgress: progress.show });
    return { reviewed: await whileAlone(join(state, 'turn.db'), review, BUSY), folder: branch.base.root };
  } finally {
    examiners.close();
    progress.end();
  }
}

/** For another review on the same state folder. */
const BUSY = { patience: 1_800_000, message: '另一次审查已经做了半小时，还没有结束。等它结束再试；它停住了的话，先把它停掉。' };

function toFormat(option: string, name: string): ReviewFormat {
  if (Object.hasOwn(REVIEW_FORMATS, name)) return name as ReviewFormat;
  throw new UsageError(`${option} 的格式只能是 ${NAMES}。`);
}

function toFile(written: string): { format: ReviewFormat; path: string } {
  const at = written.indexOf('=');
  if (at < 1 || at === written.length - 1) throw new UsageError('--write 要写成“格式=文件”，例如 sarif=review.sarif。');
  return { format: toFormat('--write', written.slice(0, at)), path: written.slice(at + 1) };
}
