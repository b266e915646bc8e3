import { Command } from 'commander';
import type { Content } from '../cms/library/content.ts';
import { toLine } from '../cms/library/finding.ts';
import { isWrittenDay } from '../cms/model/day.ts';
import { build } from '../site/render/build.ts';
import { withAttachmentReader } from './attachment-reader.ts';
import { UsageError } from './exit.ts';
import { toProgress } from './progress.ts';
import { today } from './today.ts';

interface Options {
  content?: string;
  repo?: string;
  revision?: string;
  out: string;
  full?: boolean;
  asOf?: string;
  format: string;
}

export const command = new Command('build')
  .description('把内容构建成网站；只重做有变化的页面')
  .helpOption('-h, --help', '显示帮助')
  .option('--content <文件夹>', '内容文件夹（默认 content/）')
  .option('--repo <路径>', '改从 Git 仓库读取内容')
  .option('--revision <版本>', '仓库里的版本（默认 HEAD）')
  .option('--out <文件夹>', '发布到哪里；网页服务器指向其中的 current', '.gongkai/site')
  .option('--full', '全部重做')
  .option('--as-of <日期>', '当作这一天构建，年-月-日（默认今天，北京时间）')
  .option('--format <格式>', '结果的格式：text 或者 json', 'text')
  .action(async (options: Options) => {
    const built = await run(options);
    const milliseconds = Object.values(built.laps).reduce((sum, lap) => sum + lap, 0);
    if (options.format === 'json') console.log(JSON.stringify({ ...built, milliseconds }, null, 2));
    else {
      for (const finding of built.findings) console.log(toLine(finding));
      console.log(
        `网站共 ${built.files} 个文件，重做 ${built.rendered} 个，其中 ${built.written} 个有变化，用时 ${(milliseconds / 1000).toFixed(1)} 秒。`,
      );
      console.log(`发布编号 ${built.root}`);
      if (built.findings.length > 0) console.log(`内容里有 ${built.findings.length} 处要改，见上面各行。`);
    }
    if (built.findings.length > 0) process.exitCode = 1;
  });

async function run({ content, repo, revision, out, full, asOf, format }: Options) {
  if (content !== undefined && repo !== undefined) throw new UsageError('--content 和 --repo 只能写一个。');
  if (revision !== undefined && repo === undefined) throw new UsageError('--revision 要和 --repo 一起用。');
  if (format !== 'text' && format !== 'json') throw new UsageError('--format 只能是 text 或者 json。');
  if (asOf !== undefined && !isWrittenDay(asOf)) throw new UsageError('--as-of 要写成“年-月-日”，例如 2026-03-10。');
  const from: Content = repo === undefined ? { folder: content ?? 'content' } : { repository: repo, revision };
  const progress = toProgress();
  try {
    const options = { content: from, out, today: asOf ?? today(), full, onProgress: progress.show };
    return await withAttachmentReader((reader) => build({ ...options, reader }));
  } finally {
    progress.end();
  }
}
