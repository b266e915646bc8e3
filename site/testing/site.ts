import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../cms/library/content.ts';
import { whileAlone } from '../../cms/library/while-alone.ts';
import type { AttachmentReader } from '../attachments/text.ts';
import { build } from '../render/build.ts';
import { attribute, find, metaTags, type Node, parse } from './document.ts';
import { copySample } from './sample.ts';

const STATE = fileURLToPath(new URL('../../.gongkai/', import.meta.url));
/** The day on which the sample county is looked at. */
const TODAY = '2026-11-26';

/** One page of a built site. */
export interface Page {
  /** As in links: without `index.html`. */
  path: string;
  html: string;
  document: Node;
  /** What kind of page it is: `entry policy`, `list news older`, `home`… */
  kind: string;
}

/** A built site on disk. */
export class Site {
  readonly root: string;
  /** Paths of all files, as in links to files. */
  readonly files: readonly string[];
  readonly #known: ReadonlySet<string>;
  #pages: Page[] | undefined;
  #origin: string | undefined;

  constructor(out: string) {
    this.root = realpathSync(join(out, 'current'));
    this.files = [...filesIn(this.root, '/')];
    this.#known = new Set(this.files);
  }

  /** Where the site says that it lies. */
  get origin(): string {
    return (this.#origin ??= new URL(
      attribute(find(this.pages[0]!.document, 'link').find(({ properties }) => properties.rel?.toString() === 'canonical')!, 'href')!,
    ).origin);
  }

  get pages(): readonly Page[] {
    return (this.#pages ??= this.files.filter((path) => path.endsWith('.html')).map((path) => this.#toPage(path)));
  }

  read = (path: string) => readFileSync(join(this.root, path));
  text = (path: string) => this.read(path).toString('utf8');
  json = (path: string) => JSON.parse(this.text(path));

  /** The file that a web server would give for a path, or undefined. */
  resolve(path: string): string | undefined {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    return this.#known.has(file) ? file : undefined;
  }

  /** One page of each kind, the newest in each. */
  onePerKind(): Page[] {
    return [...new Map(this.pages.map((page) => [page.kind, page])).values()];
  }

  #toPage(file: string): Page {
    const html = this.text(file);
    const document = parse(html);
    const path = file.replace(/index\.html$/u, '');
    return { path, html, document, kind: kindOf(path, document) };
  }
}

/** Everything that the JSON interface of a site says of its entries, read as its description tells. */
// biome-ignore lint/suspicious/noExplicitAny: as JSON is read
export const entriesOf = (site: Site): any[] =>
  site.json('/api/index.json').entries.flatMap((list: string) => site.json(list).files.flatMap((file: string) => site.json(file).entries));

/** Reads the simplest of attachments. */
export const reader: AttachmentReader = {
  version: 'test',
  async read(name, bytes) {
    const facts = { type: name.slice(name.lastIndexOf('.') + 1) };
    if (facts.type === 'pdf') return { facts: { ...facts, pages: 1, scanned: 'all' }, blocks: [], isCut: false };
    if (facts.type !== 'csv') return { facts, blocks: [], isCut: false };
    const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/u);
    const rows = lines.map((line) => line.split(','));
    return { facts: { ...facts, rows: rows.length }, blocks: [{ kind: 'table', name: '', hasHead: true, rows }], isCut: false };
  },
};

let sample: Promise<Site> | undefined;

/**
 * The built sample county, once for all test files that a process runs; the next process only looks whether anything changed.
 * Processes take turns.
 */
export const sampleSite = () => (sample ??= whileAlone(join(STATE, 'test-site.db'), buildSample));

function buildSample(): Promise<Site> {
  const content = join(STATE, 'test-county');
  copySample(content);
  return builtSite({ folder: content }, join(STATE, 'test-site'));
}

/** Builds a content root. */
export async function builtSite(content: Content, out: string, today = TODAY): Promise<Site> {
  await build({ content, out, today, reader });
  return new Site(out);
}

function* filesIn(folder: string, path: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const full = join(folder, name);
    if (statSync(full).isDirectory()) yield* filesIn(full, `${path}${name}/`);
    else yield path + name;
  }
}

const isOlder = (path: string) => (/\.\d+\.html$/u.test(path) ? ' older' : '');

const UNIT = /^\/(?:dept|town|util)\/[^/]+\/$/u;

function kindOf(path: string, document: Node): string {
  const [article] = find(document, 'article', 'entry');
  if (find(document, 'article', 'reading').length > 0) return 'reading';
  if (article) return `entry ${(article.properties.className as string[])[1]}`;
  if (find(document, 'meta').some(({ properties }) => String(properties.httpEquiv) === 'refresh')) return 'redirect';
  if (path === '/') return 'home';
  if (UNIT.test(path)) return `unit ${path.split('/')[1]} ${find(document, 'body')[0]?.properties.className}`;
  if (path === '/government/' || path.endsWith('/about/')) return path === '/about/' ? 'channel' : 'about';
  const [, base, page] = /^(.*\/)disclosure\/(.*)$/u.exec(path) ?? [];
  if (page !== undefined)
    return `platform ${base === '/' ? 'county' : 'unit'} ${/^[^/]+\.html$/u.test(page) ? `duty${isOlder(page)}` : page || 'home'}`;
  if (path.startsWith('/policy-library/')) return path.endsWith('/') ? 'policy library' : `policy shelf${isOlder(path)}`;
  if (path.startsWith('/record/')) return path === '/record/' ? 'record' : 'record file';
  if (path.startsWith('/topics/')) return path === '/topics/' ? 'topics' : 'topic';
  if (find(document, 'p', 'page-title').length > 0 || /^\/(?:accessibility|leaving|map|search|units|404)/u.test(path)) return path;
  if (find(document, 'a').some(({ properties }) => String(properties.href) === `${path.replace(/[^/]+$/u, '')}feed.xml`))
    return `list ${metaTags(document).get('ColumnType')?.[0]} ${path.endsWith('/') ? 'newest' : 'older'}`;
  return 'channel';
}
