import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AXE_VERSION, type Mode } from '../../../site/testing/axe.ts';
import { launch } from '../../../site/testing/chromium.ts';
import { signedSite } from '../../../site/testing/signed-site.ts';
import { builtSite, type Site, sampleSite } from '../../../site/testing/site.ts';
import { lighthouseVersion, runLighthouse, type Scores } from './lighthouse.ts';
import { type Looked, look } from './look.ts';
import { type Weight, weigh } from './weigh.ts';

const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));

export interface SiteResults {
  /** YYYY-MM-DD */
  date: string;
  axe: string;
  looked: Looked;
  /** Empty when only axe was asked. */
  weights: (Weight & { name: string })[];
  /** Null when Lighthouse was not asked or is not installed. */
  lighthouse: { version: string; pages: Scores[] } | null;
}

/**
 * Builds a county, the sample one unless another is named, and measures its pages in a real Chromium.
 * @param sample how many pages at random
 */
export async function runSite(options: {
  work: string;
  date: string;
  sample: number;
  modes: readonly Mode[];
  content?: string;
  peers?: string;
  axeOnly: boolean;
  onProgress(words: string): void;
}): Promise<SiteResults> {
  const { work, date, sample, modes, content, peers, axeOnly, onProgress } = options;
  onProgress('构建');
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const weights: SiteResults['weights'] = [];
    let lighthouse: SiteResults['lighthouse'] = null;
    const site = axeOnly && content === undefined ? undefined : await builtSite({ folder: content ?? CONTENT }, join(work, 'county'));
    if (site && !axeOnly) {
      const pages = measuredPages(site);
      for (const { name, path } of pages) weights.push({ name, ...(await weigh(browser, site, path)) });
      const version = lighthouseVersion(peers);
      if (peers && version) lighthouse = { version, pages: await runLighthouse(peers, port, site, pages, onProgress) };
    }
    // Of the sample county the same site that the tests look at, with fewer different pictures; another sample every day.
    const looking = site && content !== undefined ? site : await sampleSite();
    const looked = await look(browser, looking, await signedSite(), sample, Number(date.replaceAll('-', '')), modes, onProgress);
    return { date, axe: AXE_VERSION, looked, weights, lighthouse };
  } finally {
    await browser.close();
  }
}

/** The kinds of page that have budgets; of each kind that has several pages, one of middling length. */
function measuredPages(site: Site): { name: string; path: string }[] {
  const middle = (name: string, kind: RegExp) => {
    const pages = site.pages.filter((page) => kind.test(page.kind)).sort((a, b) => a.html.length - b.html.length);
    return pages.slice(pages.length >> 1, (pages.length >> 1) + 1).map(({ path }) => ({ name, path }));
  };
  return [
    { name: '首页', path: '/' },
    ...middle('列表', /^list .* newest$/u),
    ...middle('文章', /^entry news$/u),
    ...middle('政策文件', /^entry policy$/u),
    { name: '搜索', path: '/search/' },
    { name: '信息公开平台', path: '/disclosure/' },
  ];
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    }),
  );
}
