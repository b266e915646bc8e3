/** Texts that end whatever holds them: script, title, text area, quoted attribute, tag. The longest first; the last fits anywhere. */
export const ENDINGS: readonly string[] = [
  `</script></title></textarea>'"><img/src/onerror=hit()>`,
  `</script>'"><svg/onload=hit()>`,
  `</script>'"><x-evil>`,
  '"><b/on=x>',
];

/** Texts on one line; each would call `hit()`, fetch from a host named evil, or leave an element that no page has. */
export const TEXTS: readonly string[] = [
  ...ENDINGS,
  "'><x-evil>",
  '{{hit()}}',
  '<%=hit()%>',
  ']]><x-evil>',
  '--><x-evil>',
  '</title><x-evil>',
  'javascript:hit()',
  '<b onclick=hit()>',
  '" onfocus=hit() autofocus x="',
  "' onmouseover='hit()",
  '[x](javascript:hit())',
  '\\";hit();//',
  '</textarea><svg/onload=hit()>',
  '"><img src=x onerror=hit()>',
  '</script><script>hit()</script>',
  '</script><!--<script>hit()',
  '"}</script><script>hit()//',
  '<svg><animate onbegin=hit() dur=1s>',
  '<a href="java&#10;script:hit()">x</a>',
  '&lt;img src=x onerror=hit()&gt;',
  'url(//evil.example/x.png)',
  '<style>@import"//evil.example/x"</style>',
  '![x](data:image/svg+xml,<svg/onload=hit()>)',
  'data:text/html,<script>hit()</script>',
  '<iframe srcdoc="<script>top.hit()</script>">',
  '{{constructor.constructor("hit()")()}}',
  '</main></body></html><x-evil>',
  '<math><mtext><table><mglyph><style><img src=x onerror=hit()>',
  '<noscript><p title="</noscript><img src=x onerror=hit()>">',
];

/** Of several lines, or with what some readers take for the end of one. */
export const LINES: readonly string[] = ['甲\u2028hit()\u2029乙', '甲\n<x-evil>\n\n"><x-evil>', '甲\u0085</script><x-evil>'];

/** Where a text may stand in Markdown. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `## ${text}`,
  (text) => `- ${text}`,
  (text) => `![${text}](tupian.png) [x](fujian.txt '${text.replaceAll("'", '')}')`,
  (text) => `\`${text}\``,
];

/** Markdown with every text in a place of its own, and once more in a table. */
export const BODY = [
  ...TEXTS.map((text, index) => PLACES[index % PLACES.length]!(text)),
  ...LINES,
  `| 甲 | 乙 |\n| --- | --- |\n${TEXTS.map((text) => `| ${text} | [x](javascript:hit()) |`).join('\n')}`,
  '[x](JaVaScRiPt:hit()) <javascript:hit()> [y](/\\evil.example/) [z](vbscript:hit()) ![w](//evil.example/x.png)',
  '<form action="//evil.example"><button formaction="javascript:hit()">x</button></form><base href="//evil.example">',
].join('\n\n');
