import { existsSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { toLine } from '../cms/library/finding.ts';
import type { Provider } from '../cms/office/http/provider.ts';
import type { RemoteSettings } from '../cms/office/store/remote.ts';
import { UsageError } from './exit.ts';
import { isLoopback, toPort } from './listen.ts';
import { hostOf, readHost } from './portal-host.ts';
import { toProgress } from './progress.ts';
import { whenStopped } from './when-stopped.ts';

interface Options {
  repo: string;
  content?: string;
  state: string;
  out: string;
  host: string;
  port: string;
  public?: string;
  site?: string;
  openid?: string;
  remote?: string;
  clockChecked?: boolean;
}

export const command = new Command('office')
  .description('运行办公平台：编辑、审签、发布')
  .helpOption('-h, --help', '显示帮助')
  .option('--repo <路径>', '内容所在的裸仓库，只由办公平台写入', '.gongkai/portal.git')
  .option('--content <文件夹>', '还没有仓库时，用这个内容文件夹建立')
  .option('--state <文件夹>', '账号、密钥、审计记录和索引所在的文件夹', '.gongkai/office')
  .option('--out <文件夹>', '网站发布到哪里；网页服务器指向其中的 current', '.gongkai/site')
  .option('--host <地址>', '在哪个地址上打开', '127.0.0.1')
  .option('--port <端口>', '办公平台的端口', '4322')
  .option('--public <网址>', '大家在浏览器里打开办公平台的网址，例如 https://office.example.gov.cn')
  .option('--site <网址>', '门户网站的网址，用来链接到已经发布的页面（默认按 portal.yaml 里的域名）')
  .option('--clock-checked', '服务器的时钟曾经超前、内容库里留有以后的时间时，核对时钟无误以后写上')
  .addOption(new Option('--remote <文件>', '代码平台上的仓库，草稿和 main 随时推送过去，JSON 文件').env('GONGKAI_REMOTE'))
  .addOption(new Option('--openid <文件>', '统一身份认证（OpenID Connect）的设置，JSON 文件').env('GONGKAI_OPENID'))
  .action(async ({ repo, content, state, out, host, port: asked, public: address, site, openid, remote, clockChecked }: Options) => {
    const port = toPort(asked, '--port');
    if (!existsSync(repo) && content === undefined)
      throw new UsageError(`没有仓库 ${repo}。核对 --repo 的路径；第一次使用，用 --content 指明内容文件夹，由它建立仓库。`);
    if (!isLoopback(host) && address === undefined)
      throw new UsageError('办公平台对别的机器开放时，要用 --public 写上大家打开它的网址，例如 https://office.example.gov.cn。');
    const at = address === undefined ? undefined : toAddress(address);
    const domain = existsSync(repo) ? hostOf(repo) : readHost({ folder: content! });
    const provider = openid === undefined ? undefined : await readOpenId(openid);
    warn(host, at);
    const { openOffice, serveOffice } = await import('./open-office.ts');
    const progress = toProgress();
    const office = await openOffice({
      isClockRight: clockChecked === true,
      remote: remote === undefined ? undefined : await readRemote(remote),
      repository: repo,
      content,
      host: domain,
      state,
      out,
      publicSite: site ?? `https://${domain}/`,
      address: at,
      provider,
      onProgress: progress.show,
    }).finally(progress.end);
    for (const finding of office.site().findings) console.error(toLine(finding));
    const served = await serveOffice(office, host, port);
    // Before anything is printed: who reads that it runs may stop it at once.
    whenStopped(() => served.close());
    console.log(`办公平台 ${at?.href ?? served.url}　按 Ctrl+C 停止。`);
  });

function toAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    throw new UsageError('--public 要写成网址，只有协议、域名和端口，例如 https://office.example.gov.cn。');
  return url;
}

async function readOpenId(file: string): Promise<Provider> {
  const { OpenId, openIdSettings } = await import('../cms/office/http/openid.ts');
  try {
    return new OpenId(openIdSettings.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    throw new UsageError(
      `统一身份认证的设置 ${file} 读不出来。要是 JSON，有 name、issuer、client_id、client_secret，claim 写存放账号的字段。`,
    );
  }
}

async function readRemote(file: string): Promise<RemoteSettings> {
  const { remoteSettings } = await import('../cms/office/store/remote.ts');
  try {
    return remoteSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(`远程仓库的设置 ${file} 读不出来。要是 JSON，有 url；HTTP 写 user、token，SSH 写 key、known_hosts。`);
  }
}

function warn(host: string, address: URL | undefined) {
  if (!isLoopback(host))
    console.error(`注意：办公平台对 ${host} 所在的网络开放。后台不得接入互联网，只在政务内网使用，用防火墙限定能访问的机器。`);
  if (address?.protocol === 'http:' && !isLoopback(address.hostname))
    console.error('注意：--public 不是 https，密码在网络上明文传送。由反向代理提供 https。');
}
