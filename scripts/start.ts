import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { toLine } from '../cms/library/finding.ts';
import { demoAccounts, toLines } from './demo-accounts.ts';
import { UsageError } from './exit.ts';
import { toPort } from './listen.ts';
import { hostOf, readHost } from './portal-host.ts';
import { toProgress } from './progress.ts';
import { serve } from './serve.ts';
import { whenStopped } from './when-stopped.ts';

const REPOSITORY = '.gongkai/portal.git';
const STATE = '.gongkai/office';
const OUT = '.gongkai/site';
const HERE = '127.0.0.1';

interface Options {
  content?: string;
  port: string;
  officePort: string;
}

export const command = new Command('start')
  .description('在本机打开样本县的门户网站和办公平台')
  .helpOption('-h, --help', '显示帮助')
  .option('--content <文件夹>', '第一次启动时，用这个内容文件夹建立内容库（默认 content）')
  .option('--port <端口>', '门户网站的端口', '4321')
  .option('--office-port <端口>', '办公平台的端口', '4322')
  .action(async ({ content, port, officePort }: Options) => {
    const [portalAt, officeAt] = [toPort(port, '--port'), toPort(officePort, '--office-port')];
    if (content !== undefined && existsSync(REPOSITORY))
      throw new UsageError(`内容库 ${REPOSITORY} 已经建好，--content 只在第一次启动时有用。要从头再来，先移走 .gongkai 文件夹。`);
    const from = content ?? 'content';
    const { openOffice, serveOffice } = await import('./open-office.ts');
    const portal = await serve(OUT, portalAt);
    const publicSite = `http://${HERE}:${(portal.address() as AddressInfo).port}/`;
    const progress = toProgress();
    const opening = openOffice({
      repository: REPOSITORY,
      content: from,
      host: existsSync(REPOSITORY) ? hostOf(REPOSITORY) : readHost({ folder: from }),
      state: STATE,
      out: OUT,
      publicSite,
      onProgress: progress.show,
    });
    const office = await opening.finally(progress.end).catch((error: unknown) => {
      portal.close();
      throw error;
    });
    const { files, findings } = office.site();
    for (const finding of findings) console.error(toLine(finding));
    const served = await serveOffice(office, HERE, officeAt, '--office-port').catch((error: unknown) => {
      portal.close();
      throw error;
    });

    // Before anything is printed: who reads that it runs may stop it at once.
    whenStopped(async () => {
      portal.close();
      await served.close();
    });

    console.log(`门户网站　${publicSite}　共 ${files} 个文件`);
    console.log(`办公平台　${served.url}`);
    console.log(`内容库　　${REPOSITORY}，第一次启动时由 ${from} 建立；要从头再来，移走 .gongkai 文件夹`);
    const { accounts, library, store } = office.parts;
    const shown = await demoAccounts(STATE, accounts, await store.people());
    if (shown.length > 0) {
      console.log('演示账号　账号、密码、姓名、角色，只在本机试用');
      const names = new Map((await library.at()).units().map(({ id, short_name }) => [id, short_name]));
      for (const line of toLines(shown, names)) console.log(line);
    }
    console.log('按 Ctrl+C 停止。');
  });
