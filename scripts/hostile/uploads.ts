import { makeWord, p, r } from '../../checks/reading/ooxml/testing/make-word.ts';
import { PICTURE } from './values.ts';

const PAGE = '<!doctype html><html><body><script>hit()</script></body></html>';
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>hit()</script></svg>';
const WORD = makeWord(p(r('甲')));
const joined = (...parts: (string | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

type Upload = [name: string, bytes: string | Uint8Array];

const BAD_NAME = '有一个附件的文件名不能用。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。';
const runs = (name: string) => `附件“${name}”是网页或者程序，打开就会运行，不能放到网上。换成 PDF、OFD、Word 或者 Excel。`;

/** Files whose name alone is refused. */
export const BY_NAME: readonly [...Upload, words: string][] = [
  ...[
    '../a.docx',
    '..\\a.docx',
    'a\0.docx',
    'a.docx\0.png',
    'a\u202excod.docx',
    `${'a'.repeat(300)}.docx`,
    'a.docx;.html',
    '.docx',
    'a.html ',
  ].map((name): [string, Uint8Array, string] => [name, WORD, BAD_NAME]),
  ...[
    'a.html',
    'a.HTM',
    'a.docx.html',
    'a.js',
    'a.docx.js',
    'a.svgz',
    'a.xsl',
    'a.rss',
    'a.do',
    'a.php5',
    'a.php.png',
    'a.shtml.docx',
    'a.hta',
    'a.url',
  ].map((name): [string, Uint8Array, string] => [name, WORD, runs(name)]),
];

/** Files whose content the checks refuse, with what they say. */
export const BY_CONTENT: readonly [...Upload, words: RegExp][] = [
  ...['docx', 'doc', 'xls', 'pdf', 'png', 'jpg', 'txt', 'csv', 'zip', 'mp4'].map((extension): [string, string, RegExp] => [
    `a.${extension}`,
    PAGE,
    /^网页里有宏或者脚本/u,
  ]),
  ...['svg', 'docx', 'png', 'pdf', 'txt'].map((extension): [string, string, RegExp] => [`a.${extension}`, DRAWING, /^图片里有宏或者脚本/u]),
  ['a.xml', '<a><script xmlns="http://www.w3.org/1999/xhtml">hit()</script></a>', /^文件里有宏或者脚本/u],
  ['a.xml', '<html xmlns="http://www.w3.org/1999/xhtml"><body>甲</body></html>', /^文件的扩展名是 xml，内容却是网页/u],
  ['a.docx', joined(PAGE, WORD), /里有宏或者脚本/u],
];

/** Files that are what they are called, or of which nothing can run under their name. */
export const HARMLESS: readonly Upload[] = [
  ['jia.docx', WORD],
  ['yi.html.docx', WORD],
  ['bing.png', joined(PICTURE, PAGE)],
  ['ding.gif', `GIF89a/*${PAGE}*/=1;hit()//`],
  ['wu.pdf', `%PDF-1.7\n${PAGE}`],
  ['ji.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'],
  ['geng.csv', `名称,写法\n甲,"${PAGE}"\n`],
  ['xin.json', JSON.stringify({ html: PAGE })],
  ['ren.xml', '<a><b onlineUrl="x">甲</b></a>'],
];
