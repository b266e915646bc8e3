/**
 * What the page with the editor may load and do: its own scripts without `eval`, nothing from elsewhere. Decap's styles
 * are made at run time, chosen files are shown from `blob:` addresses.
 */
export const FORM_POLICY = [
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

/** The page that the editor runs in. @param version of the bundle @param title the portal's name */
export function toFormPage(version: string, title: string): { html: string; headers: Record<string, string> } {
  const safe = title.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>编辑 · ${safe}</title>
<link rel="stylesheet" href="/form/${version}/style.css">
</head>
<body>
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
