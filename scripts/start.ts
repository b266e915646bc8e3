import { Command } from 'commander';
import { toLine } from '../cms/library/finding.ts';
import { build } from '../site/render/build.ts';
import { UsageError } from './exit.ts';
import { toProgress } from './progress.ts';
import { serve } from './serve.ts';
import { today } from './today.ts';

const OUT = '.gongkai/site';

export const command = new Command('start')
  .description('构建样本县并在本机打开门户网站')
  .helpOption('-h, --help', '显示帮助')
  .option('--content <文件夹>', '内容文件夹', 'content')
  .option('--port <端口>', '门户网站的端口', '4321')
  .action(async ({ content, port }: { content: string; port: string }) => {
    if (!/^\d{1,5}$/u.test(port) || Number(port) > 65535) throw new UsageError('--port 要写 0 到 65535 之间的数字。');
    const progress = toProgress();
    const { findings, files } = await build({ content: { folder: content }, out: OUT, today: today(), onProgress: progress.show }).finally(
      progress.end,
    );
    for (const finding of findings) console.error(toLine(finding));
    const server = await serve(OUT, Number(port)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new UsageError(`端口 ${port} 已经被占用。先停掉占用它的程序，或者用 --port 换一个。`) : error;
    });
    const address = server.address();
    console.log(`门户网站 http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/　共 ${files} 个文件。按 Ctrl+C 停止。`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        server.close();
        server.closeAllConnections();
      });
  });
