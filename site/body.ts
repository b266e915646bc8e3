import sanitize from 'sanitize-html';
import { markdownToHtml } from 'satteri';
import type { Entry } from '../cms/library/library.ts';
import { filePath, toHref, variantPath } from './paths.ts';
import { isPicture, widthsOf } from './pictures.ts';

/** Tags that an author may write as HTML, for what Markdown cannot say: tables with merged cells. */
const ALLOWED = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'sup', 'sub', 'blockquote', 'br', 'hr', 'code', 'pre'],
    ...[
      'table',
      'caption',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'th',
      'td',
      'a',
      'img',
      'section',
      'figure',
      'figcaption',
      'dl',
      'dt',
      'dd',
      'input',
    ],
  ],
  allowedAttributes: {
    '*': ['id', 'class', 'lang'],
    a: ['href', 'title', 'aria-label', 'aria-describedby', 'data-footnote-ref', 'data-footnote-backref'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    th: ['colspan', 'rowspan', 'scope', 'style'],
    td: ['colspan', 'rowspan', 'style'],
    ol: ['start'],
    input: ['type', 'checked', 'disabled'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedStyles: { '*': { 'text-align': [/^(?:left|right|center)$/u] } },
};

/** The body of an entry as HTML for its page: files and pictures at their public addresses. */
export function toHtml(entry: Entry): string {
  return toHtmlText(entry.body, (target) => resolve(entry, target));
}

interface Resolved {
  href: string;
  /** Attributes of a picture that is offered in several widths. */
  picture?: string;
}

/** Markdown as HTML; links and pictures that are relative are resolved, and those that lead nowhere lose their target. */
export function toHtmlText(markdown: string, resolveTarget: (target: string) => Resolved | undefined): string {
  const html = markdownToHtml(markdown, { features: { frontmatter: false, smartPunctuation: false } }).html;
  const safe = /<[a-z!/]/iu.test(markdown) ? sanitize(html, ALLOWED) : html;
  return safe
    .replace(/ style="text-align: ?(left|right|center);?"/gu, ' class="$1"')
    .replace(/<table>/gu, '<div class="table" role="region" aria-label="表格" tabindex="0"><table>')
    .replace(/<\/table>/gu, '</table></div>')
    .replace(/<h1([ >])/gu, '<h2$1')
    .replace(/<\/h1>/gu, '</h2>')
    .replace('>Footnotes</h2>', '>注释</h2>')
    .replace(/aria-label="Back to reference ([^"]*)"/gu, 'aria-label="回到正文 $1"')
    .replace(/ (href|src)="([^"]*)"/gu, (all, name: string, target: string) => {
      if (/^https?:/iu.test(target)) return name === 'href' ? `${all} rel="noopener noreferrer"` : '';
      if (/^(?:mailto:|tel:|\/(?!\/)|#)/iu.test(target)) return all;
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(target)) return '';
      const resolved = resolveTarget(decode(target));
      return resolved ? ` ${name}="${resolved.href}"${resolved.picture ?? ''}` : '';
    });
}

function resolve(entry: Entry, name: string): Resolved | undefined {
  const file = entry.files.get(name);
  if (!file) return undefined;
  const path = filePath(entry.number, name);
  if (!isPicture(name) || !file.width || !file.height) return { href: toHref(path) };
  const widths = widthsOf(file.width, 'entry');
  const widest = widths.at(-1)!;
  return {
    href: toHref(variantPath(path, widest)),
    picture: ` srcset="${widths.map((width) => `${toHref(variantPath(path, width))} ${width}w`).join(', ')}" sizes="(max-width: 52rem) 100vw, 46rem" width="${widest}" height="${Math.round((file.height * widest) / file.width)}" loading="lazy"`,
  };
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target.replaceAll('&amp;', '&'));
  } catch {
    return target;
  }
}

/** The beginning of a body as plain text, for a summary that nobody wrote. */
export function toExcerpt(body: string, most = 90): string {
  const text = body
    .replace(/^#+ .*$/gmu, '')
    .replace(/^\|.*$/gmu, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/<[^>]+>/gu, '')
    .replace(/[*_`>#-]{1,3}/gu, '')
    .replace(/\s+/gu, '');
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}……`;
}
