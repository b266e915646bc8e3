import { escapeXml } from '../site/xml.ts';

/** What stands in place of a preview that cannot be made, for an editor. @param reasons sentences that say what to mend; may be none */
export function toPreviewNote(reasons: readonly string[]): string {
  const items = [...new Set(reasons)].map((reason) => `<li>${escapeXml(reason)}</li>`);
  const lead = items.length > 0 ? '改好下面几处，页面就会显示。' : '内容还没有填完。填好标题、栏目和正文，页面就会显示。';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>现在还不能预览</title>
<style>body{margin:0;padding:2rem;color:#222;font:1rem/1.8 sans-serif}main{max-width:40rem;margin:auto}h1{font-size:1.25rem}</style>
</head>
<body>
<main>
<h1>现在还不能预览</h1>
<p>${lead}</p>
${items.length > 0 ? `<ul>${items.join('')}</ul>\n` : ''}</main>
</body>
</html>
`;
}
