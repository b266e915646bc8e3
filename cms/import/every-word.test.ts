import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDocument } from './import-document.ts';
import type { Imported } from './imported.ts';
import { Refused } from './refused.ts';
import { textOfBody } from './testing/body-text.ts';
import { makeDocx, p, t } from './testing/make-docx.ts';

/** A document in which every text is a numbered word, so that each can be looked for. */
type Node = { wrap: string; inner: Node[] } | { text: true };
const text = fc.constant<Node>({ text: true });
const tree = (wraps: string[]) =>
  fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, { weight: 2, arbitrary: text }, { weight: 3, arbitrary: fc.record({ wrap: fc.constantFrom(...wraps), inner: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }) }),
  })).node;

function write(nodes: Node[], wrap: (name: string, inner: string) => string, word: () => string): string {
  return nodes.map((node) => ('text' in node ? word() : wrap(node.wrap, write(node.inner, wrap, word)))).join('');
}

const HTML: Record<string, string> = {
  cell: '<table><tr><td>$</td><td>附</td></tr></table>',
  rows: '<table><tr><th rowspan="2">$</th><th>附</th></tr><tr><td>附</td></tr></table>',
  br: '$<br>',
  nav: '<div class="nav"><a href="/x">$</a></div>',
  a: '<a href="https://a.example/b">$</a>',
};

test('every word of a page is in the body or told as left out, in its order', () => {
  const wraps = ['p', 'div', 'b', 'span', 'h2', 'ul', 'ol', 'li', 'blockquote', 'pre', 'center', 'sup', 'dl', 'dd', 'section', ...Object.keys(HTML)];
  fc.assert(
    fc.property(fc.array(tree(wraps), { minLength: 1, maxLength: 6 }), (nodes) => {
      let count = 0;
      const wrap = (name: string, inner: string) => (HTML[name] ?? `<${name}>$</${name}>`).replace('$', () => inner);
      const page = `<!doctype html><body>${write(nodes, wrap, () => `词&#x7b2c;${++count}。 `)}</body>`;
      checkWords(attempt('a.html', new TextEncoder().encode(page)), count, true);
    }),
    { numRuns: 400 },
  );
});

const DOCX: Record<string, string> = {
  p: '</w:t></w:r></w:p><w:p><w:r><w:t>$</w:t></w:r></w:p><w:p><w:r><w:t>',
  r: '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>$</w:t></w:r><w:r><w:t>',
  link: '</w:t></w:r><w:hyperlink><w:r><w:t>$</w:t></w:r></w:hyperlink><w:r><w:t>',
  ins: '</w:t></w:r><w:ins><w:r><w:t>$</w:t></w:r></w:ins><w:r><w:t>',
  sdt: '</w:t></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>$</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>',
  table: '</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>$</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>',
  box: '</w:t></w:r></w:p><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>$</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p><w:p><w:r><w:t>',
};

test('every word of a Word document is in the body or told as left out, in its order', () => {
  fc.assert(
    fc.property(fc.array(tree(Object.keys(DOCX)), { minLength: 1, maxLength: 6 }), (nodes) => {
      let count = 0;
      const body = write(nodes, (name, inner) => DOCX[name]!.replace('$', () => inner), () => `词第${++count}。 `);
      // A wrap that opens a paragraph cannot stand inside a run's wrap: such XML is not well formed.
      const imported = attempt('a.docx', makeDocx({ body: p(t(body)) }));
      if (imported) checkWords(imported, count, true);
    }),
    { numRuns: 400 },
  );
});

function checkWords(imported: Imported | undefined, count: number, isOrdered: boolean): void {
  if (!imported) return;
  const numbers = (words: string) => [...words.replace(/\s+/gu, '').matchAll(/词第(\d+)/gu)].map((match) => Number(match[1]));
  const inBody = numbers(textOfBody(imported.body));
  const left = imported.dropped.flatMap((dropped) => numbers(dropped.text));
  expect([...inBody, ...left].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  if (isOrdered) expect(inBody).toEqual([...inBody].sort((a, b) => a - b));
}

function attempt(name: string, bytes: Uint8Array): Imported | undefined {
  try {
    return importDocument({ name, bytes });
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
