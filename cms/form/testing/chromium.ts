import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one that CHROMIUM names, or the first one installed. @param more arguments beside those it always gets */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  const executablePath = process.env.CHROMIUM ?? installed;
  if (!executablePath) throw new Error('没有找到 Chromium。安装它，或者用环境变量 CHROMIUM 指明它的位置。');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
