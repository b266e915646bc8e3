import { htmlSchema, imageSchema } from '@milkdown/preset-commonmark';
import { $view } from '@milkdown/utils';
import { urlOf } from '../controls/files.ts';

const TABLE_PARTS = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'br', 'strong', 'em', 'b', 'i', 'p']);

/** HTML in the text, which stays as it is: a table is shown as one, anything else by its source. */
export const rawView = $view(htmlSchema.node, () => (node) => {
  const value = String(node.attrs.value);
  const isTable = /^\s*<table\b/iu.test(value);
  const dom = document.createElement(isTable ? 'div' : 'span');
  dom.className = isTable ? 'gk-raw-table' : 'gk-raw';
  if (isTable) {
    const note = document.createElement('small');
    note.textContent = '这张表有合并的单元格，在这里按原样保留。要修改，点上面的“源文”。';
    dom.append(toSafeTable(value), note);
  } else dom.textContent = value;
  return { dom, ignoreMutation: () => true };
});

/** Pictures without a title, which Milkdown reads and then does not take. */
export const picture = imageSchema.extendSchema((inherited) => (ctx) => {
  const schema = inherited(ctx);
  return { ...schema, attrs: { ...schema.attrs, title: { default: null } } };
});

/** Pictures by their file's name beside the entry. */
export const imageView = $view(imageSchema.node, () => (node) => {
  const dom = document.createElement('img');
  dom.alt = node.attrs.alt ?? '';
  const source = String(node.attrs.src ?? '');
  const url = urlOf(decodeURI(source));
  if (url) dom.src = url;
  else dom.title = source;
  return { dom };
});

/** Only the parts of a table and their spans, built anew: nothing of the source reaches the page otherwise. */
function toSafeTable(html: string): Element {
  const copy = (from: Element): Element => {
    const to = document.createElement(from.localName);
    for (const name of ['rowspan', 'colspan'])
      if (/^\d{1,3}$/u.test(from.getAttribute(name) ?? '')) to.setAttribute(name, from.getAttribute(name)!);
    for (const child of from.childNodes)
      if (child instanceof Element && TABLE_PARTS.has(child.localName)) to.append(copy(child));
      else to.append(child.textContent ?? '');
    return to;
  };
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return table ? copy(table) : document.createElement('table');
}
