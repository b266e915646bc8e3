import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { Places } from '../../cms/library/places.ts';
import { attribute, elements, find } from '../subjects/elements.ts';
import type { Page, PageKind, Placed, SiteIdentity } from '../subjects/page.ts';
import type { Spot } from '../text/passage.ts';
import { siteText } from './site-files.ts';

const parser = unified().use(rehypeParse);
const ITEM = /^\/i\/\d{9}\/\d{6}\/[^/]+\.html$/u;

/** The pages of a built site, each made ready for rules when it is asked for. */
export class SitePages {
  readonly #folder: string;
  readonly #paths: ReadonlySet<string>;
  readonly #ids = new Map<string, ReadonlySet<string>>();
  readonly #texts = new Map<string, string>();
  readonly #site: SiteIdentity;

  constructor(folder: string, paths: Iterable<string>) {
    this.#folder = folder;
    this.#paths = new Set(paths);
    const home = metasOf(parser.parse(siteText(folder, '/index.html')));
    const first = (name: string) => home.get(name)?.[0] ?? '';
    this.#site = { name: first('SiteName'), domain: first('SiteDomain'), code: first('SiteIDCode') };
  }

  page(path: string): Page {
    const html = siteText(this.#folder, path);
    const tree = parser.parse(html);
    const places = new Places(html);
    this.#ids.set(path, idsIn(tree));
    return {
      path,
      kind: kindOf(path, tree),
      tree,
      metas: metasOf(tree),
      site: this.#site,
      paths: this.#paths,
      has: (other) => this.#paths.has(other) || this.#paths.has(`${other.replace(/\/$/u, '')}/index.html`),
      idsOf: (other) => this.#idsOf(other),
      textOf: (other) => this.#textOf(other),
      spot: (node) => spotOf(node, html, places),
    };
  }

  #idsOf(path: string): ReadonlySet<string> {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    let ids = this.#ids.get(file);
    if (!ids) this.#ids.set(file, (ids = idsIn(parser.parse(siteText(this.#folder, file)))));
    return ids;
  }

  /** Style sheets are few and asked for again and again. */
  #textOf(path: string): string {
    let text = this.#texts.get(path);
    if (text === undefined) this.#texts.set(path, (text = this.#paths.has(path) ? siteText(this.#folder, path) : ''));
    return text;
  }
}

function kindOf(path: string, tree: Root): PageKind {
  if (find(tree, 'meta').some((meta) => attribute(meta, 'httpEquiv')?.toLowerCase() === 'refresh')) return 'moved';
  return path === '/index.html' ? 'home' : ITEM.test(path) ? 'item' : 'list';
}

function metasOf(tree: Root): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of find(tree, 'meta')) {
    const name = attribute(meta, 'name');
    if (name) metas.set(name, [...(metas.get(name) ?? []), attribute(meta, 'content') ?? '']);
  }
  return metas;
}

const idsIn = (tree: Root): ReadonlySet<string> => new Set([...elements(tree)].flatMap((element) => attribute(element, 'id') ?? []));

function spotOf(node: Placed | undefined, html: string, places: Places): Spot {
  const start = node?.position?.start.offset;
  const end = node?.position?.end.offset;
  if (start === undefined || end === undefined) return { where: '页面', written: '' };
  const last = places.at(end);
  return { where: '页面', written: html.slice(start, end), place: { ...places.at(start), endLine: last.line, endColumn: last.column } };
}
