import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDocument } from './import-document.ts';
import type { Imported } from './imported.ts';
import { textOfBody } from './testing/body-text.ts';
import { makeDocx, p } from './testing/make-docx.ts';

/** A document in which every text is a numbered word, so that each can be looked for. */
type Node = { wrap: string; inner: Node[] } | { text: true };
const text = fc.constant<Node>({ text: true });
const tree = (wraps: string[]) =>
  fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: text },
      {
        weight: 3,
        arbitrary: fc.record({ wrap: fc.constantFrom(...wraps), inner: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
      },
    ),
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
  const wraps = [
    'p',
    'div',
    'b',
    'span',
    'h2',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'center',
    'sup',
    'dl',
    'dd',
    'section',
    ...Object.keys(HTML),
  ];
  fc.assert(
    fc.property(fc.array(tree(wraps), { minLength: 1, maxLength: 6 }), (nodes) => {
      let count = 0;
      const wrap = (name: string, inner: string) => (HTML[name] ?? `<${name}>$</${name}>`).replace('$', () => inner);
      const page = `<!doctype html><body>${write(nodes, wrap, () => `词&#x7b2c;${++count}。 `)}</body>`;
      checkWords(importDocument({ name: 'a.html', bytes: new TextEncoder().encode(page) }), count);
    }),
    { numRuns: 400 },
  );
});

const RUNS: Record<string, string> = {
  r: '<w:r><w:rPr><w:b/></w:rPr>$</w:r>',
  link: '<w:hyperlink>$</w:hyperlink>',
  ins: '<w:ins>$</w:ins>',
  tag: '<w:smartTag>$</w:smartTag>',
  field: '<w:fldSimple>$</w:fldSimple>',
  control: '<w:sdt><w:sdtContent>$</w:sdtContent></w:sdt>',
};
const BLOCKS: Record<string, string> = {
  control: '<w:sdt><w:sdtContent>$</w:sdtContent></w:sdt>',
  table:
    '<w:tbl><w:tr><w:tc>$</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
  box: '<w:p><w:r><w:pict><w:txbxContent>$</w:txbxContent></w:pict></w:r></w:p>',
};

test('every word of a Word document is in the body or told as left out, in its order', () => {
  const paragraphs = fc.array(tree(Object.keys(RUNS)), { minLength: 1, maxLength: 4 });
  const block = fc.record({ wraps: fc.array(fc.constantFrom(...Object.keys(BLOCKS)), { maxLength: 3 }), runs: paragraphs });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      let count = 0;
      const word = () => `<w:r><w:t xml:space="preserve">词第${++count}。 </w:t></w:r>`;
      const wrap = (name: string, inner: string) =>
        RUNS[name]!.replace('$', () => (name === 'r' ? inner.replace(/<\/?w:(?!t\b)[^>]*>/gu, '') : inner));
      const body = blocks
        .map(({ wraps, runs }) => wraps.reduce((inner, name) => BLOCKS[name]!.replace('$', () => inner), p(write(runs, wrap, word))))
        .join('');
      checkWords(importDocument({ name: 'a.docx', bytes: makeDocx({ body }) }), count);
    }),
    { numRuns: 400 },
  );
});

function checkWords(imported: Imported, count: number): void {
  const numbers = (words: string) => [...words.replace(/\s+/gu, '').matchAll(/词第(\d+)/gu)].map((match) => Number(match[1]));
  const inBody = numbers(textOfBody(imported.body));
  const left = imported.dropped.flatMap((dropped) => numbers(dropped.text));
  expect([...inBody, ...left].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  expect(inBody).toEqual([...inBody].sort((a, b) => a - b));
}
