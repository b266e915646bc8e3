import type { Browser } from 'playwright-core';
import { fullestPages, MODES, type Mode, runAxe, showMode, templatesOf, WINDOWS } from '../../../site/testing/axe.ts';
import { visit } from '../../../site/testing/chromium.ts';
import { signedPages } from '../../../site/testing/signed-site.ts';
import type { Page, Site } from '../../../site/testing/site.ts';
import { toRandom } from '../text.ts';

/** What axe found on every template and on some pages more. */
export interface Looked {
  templates: string[];
  /** Pages taken at random beside the templates. */
  sample: string[];
  modes: string[];
  /** Pages times windows times modes. */
  looked: number;
  findings: string[];
}

/**
 * Runs all of axe's rules on the fullest page of each template and on a sample, in every window and in these modes.
 * @param signed a site with a signed history, for the pages that others have not
 * @param most size of the sample
 * @param seed tells which sample
 */
export async function look(
  browser: Browser,
  site: Site,
  signed: Site,
  most: number,
  seed: number,
  modes: readonly Mode[],
  onProgress: (words: string) => void,
): Promise<Looked> {
  const [pages, record] = [site.onePerKind(), signedPages(signed)];
  const sample = takeSample(site, most, seed);
  const seen = [
    await lookAt(browser, site, [...fullestPages(pages).values(), ...sample], modes, onProgress),
    await lookAt(browser, signed, [...fullestPages(record).values()], modes, onProgress),
  ];
  return {
    templates: templatesOf([pages, record]),
    sample: sample.map(({ path }) => path),
    modes: modes.map((mode) => MODES[mode]),
    looked: seen.reduce((sum, { looked }) => sum + looked, 0),
    findings: seen.flatMap(({ findings }) => findings),
  };
}

async function lookAt(browser: Browser, site: Site, pages: readonly Page[], modes: readonly Mode[], onProgress: (words: string) => void) {
  // The strict policy of the pages would forbid axe, too.
  const { context, origin } = await visit(browser, site, { bypassCSP: true });
  const tab = await context.newPage();
  const findings: string[] = [];
  let looked = 0;
  for (const { path } of pages) {
    await tab.goto(origin + path, { waitUntil: 'load' });
    for (const [name, size] of Object.entries(WINDOWS))
      for (const mode of modes) {
        onProgress(`axe：${path}`);
        await tab.setViewportSize(size);
        await showMode(tab, mode);
        for (const finding of await runAxe(tab, 'all')) findings.push(`${path} ${name} ${mode}: ${finding}`);
        looked++;
      }
  }
  await context.close();
  return { looked, findings };
}

function takeSample({ pages }: Site, most: number, seed: number): Page[] {
  const random = toRandom(seed);
  const rest = pages.filter(({ kind }) => kind !== 'redirect');
  return Array.from({ length: Math.min(most, rest.length) }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
