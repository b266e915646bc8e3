import { expect, test } from 'vitest';
import { readFile } from '../read.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const PAGE = 'xmlns="http://www.w3.org/1999/xhtml"';

const RUNS: [name: string, text: string | Uint8Array][] = [
  ['a.svg', `<svg ${SVG}><script>go()</script></svg>`],
  ['a.svg', `<图:svg xmlns:图="http://www.w3.org/2000/svg"><图:script href="x"/></图:svg>`],
  ['a.svg', `<svg ${SVG}\nonload="go()"/>`],
  ['a.svg', `<svg ${SVG}><a href="java&#115;cript:go()"/></svg>`],
  ['a.svg', `<svg ${SVG}><a href="java\nscript:go()"/></svg>`],
  ['a.svg', `<svg ${SVG}><set attributeName="href" to="&#x6a;avascript:go()"/></svg>`],
  ['a.svg', `<svg ${SVG}><foreignObject><iframe ${PAGE} srcdoc="&lt;script>go()&lt;/script>"/></foreignObject></svg>`],
  ['a.svg', `<!DOCTYPE svg [<!ENTITY go "&#60;script>go()&#60;/script>">]><svg ${SVG}>&go;</svg>`],
  ['a.svg', Buffer.from(`\ufeff<svg ${SVG}><script>go()</script></svg>`, 'utf16le')],
  ['a.svg', `${' '.repeat(9000)}<!-- ${'x'.repeat(9000)} --><svg ${SVG}><script>go()</script></svg>`],
  ['a.svg', `<svg ${SVG}><script>go()</script>\u0001\u0002\u0003\u0000</svg>`],
  ['a.xml', `<a><b ${PAGE} onclick="go()"/></a>`],
  ['a.xml', `<a><b xmlns="http://www.w3.org/1999/&#120;html" onclick="go()"/></a>`],
  ['a.xml', '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#x"?><a/>'],
  ['a.kml', `<kml><script ${PAGE}>go()</script></kml>`],
  ['a.docx', '<!doctype html><html><body><svg/onload=go()></body></html>'],
  ['a.pdf', '<html><body><a href="javascript&colon;go()">甲</a></body></html>'],
  ['a.xls', '<html><body><iframe srcdoc="甲"></iframe></body></html>'],
];
test.each(RUNS)('%s %s: a program is seen', async (name, text) => {
  expect((await readFile(name, Buffer.from(text))).traits.map(({ kind }) => kind)).toContain('macro');
});

const RUNS_NOT: [name: string, text: string][] = [
  ['a.svg', `<svg ${SVG} viewBox="0 0 9 9"><path d="M0 0h9v9z" class="option"/></svg>`],
  ['a.xml', '<rows><row online="是" once="1">说明 on = 1，javascript 一词</row></rows>'],
  ['a.xml', '<?xml version="1.0"?><!DOCTYPE rows [<!ENTITY unit "教育局">]><rows>&unit;</rows>'],
  ['a.xls', '<html><body><table style="color: red"><tr><td>单价&lt;script&gt;</td></tr></table></body></html>'],
  ['a.txt', '写成 <script>go()</script> 就不行'],
  ['a.csv', '名称,写法\n甲,<a onclick="go()" href="javascript:go()">\n'],
  ['a.json', '{"html":"<script>go()</script>"}'],
];
test.each(RUNS_NOT)('%s %s: no program', async (name, text) => {
  expect((await readFile(name, Buffer.from(text))).traits.map(({ kind }) => kind)).not.toContain('macro');
});
