// Makes `npm start` and `npm test` work on a fresh clone. Plain JavaScript for any Node from 18 on.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = [24, 0];
const MARK = 'node_modules/.gongkai-lock';
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
installPackages();
checkNode();
if (process.argv.includes('--browser')) installBrowser();

function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) return;
  console.error('正在安装依赖（npm ci），第一次需要一两分钟……');
  const done = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (done.status !== 0) stop('依赖没有装上。检查能否访问 npm 源，再运行一次。');
  writeFileSync(MARK, lock);
}

function checkNode() {
  const local = 'node_modules/.bin/node';
  const version = execFileSync(existsSync(local) ? local : 'node', ['--version'], { encoding: 'utf8' }).trim();
  const [major, minor] = version.slice(1).split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))
    stop(`需要 Node ${NEEDED[0]}，这里是 ${version}。本机没有可用的随附版本，安装 Node ${NEEDED[0]} 后再运行。`);
}

function installBrowser() {
  if (process.env.CHROMIUM || BROWSERS.some(isInstalled)) return;
  if (!isInstalled('apt-get')) stop('测试需要 Chromium。安装后再运行，或者用环境变量 CHROMIUM 指明它的位置。');
  console.error('正在安装测试用的 Chromium 和中文字体（apt-get）……');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'git'],
  ]) {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    const done = spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (done.status !== 0) stop('Chromium 没有装上。用 apt-get install chromium 安装后再运行。');
  }
}

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
