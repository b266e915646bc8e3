import sanitizeHtml from 'sanitize-html';

/** Tags that an author may write as HTML, for what Markdown cannot say: tables with merged cells. */
const TAGS = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'sup', 'sub', 'blockquote', 'br', 'hr', 'code', 'pre'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a', 'img', 'section', 'dl', 'dt', 'dd', 'input'],
];

/** Deeper than people write; what lies below is dropped. */
const DEEPEST = 24;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  // Names and classes belong to the page, so only those that Markdown itself makes are kept.
  allowedAttributes: {
    a: ['href', 'id', 'aria-label', 'aria-describedby', 'data-footnote-ref', 'data-footnote-backref'],
    h2: ['id'],
    li: ['id'],
    img: ['src', 'alt'],
    th: ['colspan', 'rowspan', 'scope', 'style'],
    td: ['colspan', 'rowspan', 'style'],
    ol: ['start'],
    input: ['type', 'checked'],
  },
  allowedClasses: { section: ['footnotes'] },
  // Targets are judged later, where they are resolved.
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedStyles: { '*': { 'text-align': [/^(?:left|right|center)$/u] } },
  nestingLimit: DEEPEST,
  transformTags: {
    '*': (tagName, { id, ...attribs }) => ({ tagName, attribs: id && MADE_BY_MARKDOWN.test(id) ? { ...attribs, id } : attribs }),
  },
};
const MADE_BY_MARKDOWN = /^(?:user-content-fn(?:ref)?-[\w-]+|footnote-label)$/u;

/** What can only come from an author's own HTML, or is nested deeper than anyone writes. */
const HTML = /<[a-z!/?]/iu;
const DEEP = new RegExp(`(?:<(?:blockquote|[uo]l|li|strong|em|del)>\\s*){${DEEPEST}}`, 'u');

/** The HTML of a Markdown text with nothing in it but what authors may use. */
export function toSafeHtml(html: string, markdown: string): string {
  return HTML.test(markdown) || DEEP.test(html) ? sanitizeHtml(html, OPTIONS) : html;
}
