import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import type { Page } from './site.ts';

const require = createRequire(import.meta.url);
export const AXE_VERSION: string = JSON.parse(readFileSync(require.resolve('axe-core/package.json'), 'utf8')).version;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a mode can spoil: it changes styles only. */
const OF_STYLES = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'page-has-heading-one'];
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const toScript = (runOnly: object) => `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'], preload: false }).then(
  ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ': ' + target + ' ' + html)))`;

/** Runs axe on the page in a tab, by the rules of WCAG 2.2 A and AA and good practice or those on styles alone; gives what is wrong, a line each. */
export async function runAxe(tab: Tab, part: 'all' | 'styles'): Promise<string[]> {
  if (!(await tab.evaluate<boolean>("typeof axe === 'object'"))) await tab.evaluate(SOURCE);
  return tab.evaluate<string[]>(toScript(part === 'all' ? { type: 'tag', values: RULES } : { type: 'rule', values: OF_STYLES }));
}

/** What readers can choose, as the classes it gives to a page. */
export const MODES = { '': '通常', elder: '长者模式', contrast: '高对比', 'elder contrast': '长者模式和高对比' } as const;
export type Mode = keyof typeof MODES;
const CHOSEN = (Object.keys(MODES) as Mode[]).filter((mode) => mode !== '');
/** The mode whose turn it is: the usual one every other turn, each of the others every sixth. */
export const modeOfTurn = (turn: number): Mode => (turn % 2 === 0 ? '' : CHOSEN[turn % CHOSEN.length]!);
export const WINDOWS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Shows the page in a tab in a mode. */
export const showMode = (tab: Tab, mode: Mode) => tab.evaluate(`document.documentElement.className = '${mode}'`);

/** Kinds of page that differ only in the words and the colour have one template. */
const toTemplate = (kind: string) => kind.replace(/^list .* (?=\S+$)/u, 'list ').replace(/ theme-\S+$/u, '');

/** The fullest page of each template. */
export function fullestPages(pages: readonly Page[]): Map<string, Page> {
  const byLength = pages.filter(({ kind }) => kind !== 'redirect').sort((a, b) => a.html.length - b.html.length);
  return new Map(byLength.map((page) => [toTemplate(page.kind), page]));
}

/** Names of all templates of which several sites have pages. */
export const templatesOf = (sites: readonly (readonly Page[])[]): string[] =>
  [...new Set(sites.flatMap((pages) => [...fullestPages(pages).keys()]))].sort();
