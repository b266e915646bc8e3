import { markdownToHtml } from 'satteri';
import type { Entry } from '../../cms/library/item.ts';
import { filePath, toHref } from '../paths.ts';
import { withWholePhones } from '../phones.ts';
import { isPicture, toOffer } from '../pictures.ts';
import { type Heading, toHeadings, toSignatures } from './headings.ts';
import { toSafeHtml } from './sanitize.ts';
import { toTables } from './tables.ts';
import { type Resolve, type Resolved, resolveTargets } from './targets.ts';

export interface Body {
  html: string;
  /** Headings of the highest rank, for a table of contents. */
  headings: Heading[];
}

/** Types whose text is an official document, or written in the form of one. */
const OFFICIAL = new Set(['policy', 'notice', 'disclosure', 'public-list', 'recruitment', 'consultation', 'letter', 'nil-statement']);

/** How wide a picture in a text is shown. */
const SIZES = '(max-width: 52rem) calc(100vw - 2rem), 46rem';

/** The body of an entry as HTML for its page: files and pictures at their public addresses. */
export function toBody(entry: Entry): Body {
  const plain = toHtml(entry.body, (target) => resolve(entry, target));
  return toHeadings(OFFICIAL.has(entry.type) ? toSignatures(toAddressee(plain)) : plain);
}

/** A further text on the page of an entry, below a heading of its own. */
export function toFurtherHtml(markdown: string, prefix: string, label: string): string {
  const { html } = toHeadings(
    toHtml(markdown, () => undefined, `${label}表格`),
    prefix,
    3,
  );
  return html.replace(/(?<= (?:id="|href="#|aria-describedby="))(?=user-content-|footnote-label)/gu, `${prefix}-`);
}

/** Markdown as safe HTML. */
function toHtml(markdown: string, resolveTarget: Resolve, tables = '表格'): string {
  const html = markdownToHtml(markdown.replaceAll('\u0000', ''), { features: { frontmatter: false, smartPunctuation: false } }).html;
  const safe = toSafeHtml(html, markdown)
    .replace(/ style="text-align: ?(left|right|center);?"/gu, ' class="$1"')
    .replace(/<input\b([^>]*)>/gu, (_, attributes: string) => (/\bchecked\b/u.test(attributes) ? '☑' : '☐'))
    .replace(/<h2(?: class="sr-only")? id="footnote-label">Footnotes<\/h2>/u, '<h2 id="footnote-label">注释</h2>')
    .replace(/aria-label="Back to reference ([^"]*)"/gu, 'aria-label="回到正文 $1"');
  return withWholePhones(resolveTargets(toTables(safe, tables), resolveTarget));
}

/** 主送机关, the line that says to whom a document goes, stands at the margin. */
const toAddressee = (html: string) => html.replace(/^<p>([^<。；]{2,200}[^下]：)<\/p>/u, '<p class="addressee">$1</p>');

function resolve(entry: Entry, name: string): Resolved | undefined {
  const file = entry.files.get(name);
  if (!file) return undefined;
  const path = filePath(entry.number, name);
  if (!isPicture(name)) return { href: toHref(path) };
  if (!file.width || !file.height) return { href: toHref(path), picture: { source: '', attributes: '' } };
  const { src, srcset, width, height } = toOffer(path, file.width, file.height, 'entry');
  return {
    href: src,
    picture: {
      source: `<source type="image/avif" srcset="${srcset.avif}" sizes="${SIZES}">`,
      attributes: ` srcset="${srcset.webp}" sizes="${SIZES}" width="${width}" height="${height}" loading="lazy"`,
    },
  };
}
