/** HTML from Word, WPS or a web page, as the editor can hold it: structure without looks. */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const node of [...body.querySelectorAll('style, script, meta, link, title, xml, head, iframe, object, form, button, input')])
    node.remove();
  dropComments(body);
  toLists(body);
  for (const element of [...body.querySelectorAll('*')]) if (element.isConnected) simplify(element);
  for (const table of [...body.querySelectorAll('table')]) if (!table.parentElement?.closest('table')) toTable(table);
  return body.innerHTML;
}

const KEPT = new Set('p h1 h2 h3 h4 h5 h6 ul ol li blockquote table tbody thead tr th td strong em del a br hr pre code'.split(' '));
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del', div: 'p' };
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['rowspan', 'colspan'],
  th: ['rowspan', 'colspan'],
  ol: ['start'],
};

function dropComments(root: Node) {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
}

/** Keeps an element, gives it its plain name, or leaves only what is in it. */
function simplify(element: Element) {
  const name = element.localName;
  const style = element.getAttribute('style') ?? '';
  const isBold = name === 'span' && /font-weight:\s*(?:bold|[6-9]00)/iu.test(style);
  const plain = isBold ? 'strong' : (RENAMED[name] ?? name);
  const hasBlocks = plain === 'p' && element.querySelector('p, div, table, ul, ol, h1, h2, h3, h4, h5, h6') !== null;
  if (!KEPT.has(plain) || hasBlocks || (element.textContent?.trim() === '' && ['strong', 'em', 'del', 'a'].includes(plain))) {
    element.replaceWith(...element.childNodes);
    return;
  }
  const kept = element.ownerDocument.createElement(plain);
  for (const attribute of ATTRIBUTES[plain] ?? []) {
    const value = element.getAttribute(attribute);
    if (value && value !== '1') kept.setAttribute(attribute, value);
  }
  kept.append(...element.childNodes);
  element.replaceWith(kept);
}

const MARK = /^[\s\u00a0]*(?:(?<bullet>[·•●■◆▪§Øo–-])|(?<number>\d{1,3})[.．、)）])[\s\u00a0]*$/u;

/**
 * Word writes lists as paragraphs that begin with their mark. Digits and bullets become lists; 一、（一）第一条 stay in
 * the text, since Markdown has no such lists.
 */
function toLists(body: Element) {
  let open: { list: Element; level: number }[] = [];
  for (const paragraph of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const style = paragraph.getAttribute('style') ?? '';
    const level = Number(/mso-list:[^;"]*level(\d)/iu.exec(style)?.[1] ?? 0);
    const mark = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''));
    const { bullet, number } = MARK.exec(mark?.textContent ?? '')?.groups ?? {};
    if (level === 0 || !mark || (!bullet && !number)) {
      if (mark) mark.replaceWith(mark.textContent?.replace(/[\s\u00a0]+/gu, '') ?? '');
      open = [];
      continue;
    }
    mark.remove();
    const document = paragraph.ownerDocument;
    const item = document.createElement('li');
    const text = document.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const name = number ? 'ol' : 'ul';
    const last = open.at(-1);
    if (last && last.level === level && last.list.localName === name) {
      last.list.append(item);
      paragraph.remove();
      continue;
    }
    if (last?.level === level) open.pop();
    const list = document.createElement(name);
    if (number && number !== '1') list.setAttribute('start', String(Number(number)));
    list.append(item);
    const within = open.at(-1)?.list.lastElementChild;
    if (within) {
      within.append(list);
      paragraph.remove();
    } else paragraph.replaceWith(list);
    open.push({ list, level });
  }
}

/** A table that Markdown can hold becomes one; another is kept as HTML, in one piece. */
function toTable(table: Element) {
  const rows = [...table.querySelectorAll('tr')];
  const width = Math.max(0, ...rows.map(({ children }) => children.length));
  const isPlain =
    rows.length > 1 && rows.every(({ children }) => children.length === width) && !table.querySelector('[rowspan], [colspan], table, li');
  for (const cell of [...table.querySelectorAll('td, th')]) toCell(cell, isPlain);
  const document = table.ownerDocument;
  if (!isPlain) {
    const raw = document.createElement('span');
    raw.dataset.type = 'html';
    raw.dataset.value = toSource(table);
    const paragraph = document.createElement('p');
    paragraph.append(raw);
    table.replaceWith(paragraph);
    return;
  }
  const [first, ...others] = rows;
  first!.setAttribute('data-is-header', 'true');
  for (const cell of [...first!.children]) rename(cell, 'th');
  for (const row of others) for (const cell of [...row.children]) rename(cell, 'td');
}

/** Lines within a cell: Markdown has none, so they are joined by a line break of HTML. */
function toCell(cell: Element, isPlain: boolean) {
  const lines = [...cell.querySelectorAll('p')];
  const document = cell.ownerDocument;
  for (const [index, line] of lines.entries()) {
    if (index > 0) line.before(document.createElement('br'));
    line.replaceWith(...line.childNodes);
  }
  if (isPlain)
    for (const line of [...cell.querySelectorAll('br')]) {
      const raw = document.createElement('span');
      raw.dataset.type = 'html';
      raw.dataset.value = '<br>';
      line.replaceWith(raw);
    }
}

function rename(element: Element, name: string) {
  if (element.localName === name) return;
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** The table's HTML, a line for each row and no empty line, which would end it in Markdown. */
function toSource(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) => row.outerHTML.replace(/\s*\n\s*/gu, ''));
  return `<table>\n${rows.join('\n')}\n</table>`;
}
