/**
 * What the page with the editor may load and do: its own scripts without `eval`, nothing from elsewhere. Decap's styles
 * are made at run time, chosen files are shown from `blob:` addresses.
 */
const FORM_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The page that the editor runs in. @param version of the bundle @param names of the portal and of the person */
export function toFormPage(
  version: string,
  { portal, person }: { portal: string; person: string },
): { html: string; headers: Record<string, string> } {
  const safe = (text: string) => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>写稿 · ${safe(portal)}网站办公平台</title>
<link rel="stylesheet" href="/form/${version}/style.css">
</head>
<body>
<header class="gk-top">
<a href="/"><b>${safe(portal)}</b>网站办公平台</a>
<p>本平台为非涉密系统，严禁处理、存储、传输国家秘密和工作秘密。</p>
<a href="/account">${safe(person)}</a>
</header>
<div id="nc-root"></div>
<script src="/form/${version}/form.js"></script>
</body>
</html>
`,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': FORM_POLICY,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
    },
  };
}
