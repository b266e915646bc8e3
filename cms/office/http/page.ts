import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Person } from '../store/people.ts';
import { publish } from './assets.ts';
import { entrancesFor } from './entrances.ts';
import type { OfficeEnv } from './parts.ts';

/** HTML with everything in it that came from people escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Screen {
  title: string;
  body: Html;
  /** Address of a further stylesheet, as `publish` gives it. */
  style?: string;
  /** Address of a script, as `publish` gives it. */
  script?: string;
  status?: ContentfulStatusCode;
}

const STYLE = publish(new URL('style.css', import.meta.url));

/** A screen of the office in its layout. */
export function page(c: Context<OfficeEnv>, { title, body, style, script, status = 200 }: Screen): Response | Promise<Response> {
  const { portal } = c.var;
  const person = c.var.person as Person | undefined;
  return c.html(
    html`${raw('<!doctype html>')}
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} · ${portal.name}网站办公平台</title>
<link rel="stylesheet" href="${STYLE}">
${style ? html`<link rel="stylesheet" href="${style}">` : ''}
${script ? html`<script src="${script}" type="module"></script>` : ''}
</head>
<body${person ? '' : raw(' class="outside"')}>
<a class="skip" href="#main">跳到正文</a>
<header class="head">
<a class="name" href="/"><b>${portal.name}</b><span>网站办公平台</span></a>
${person ? whoIsHere(c, person) : ''}
</header>
<main id="main">
${body}
</main>
<footer class="foot">
<p>本平台为非涉密系统，严禁处理、存储、传输国家秘密和工作秘密。</p>
<p>主办：${portal.sponsor}　电话：${portal.phone}</p>
</footer>
</body>
</html>
`,
    status,
  );
}

const whoIsHere = (c: Context<OfficeEnv>, person: Person): Html => html`<nav aria-label="办公平台">
${entrancesFor(person).map(({ href, name }) => html`<a href="${href}"${c.req.path.startsWith(href) ? raw(' aria-current="page"') : ''}>${name}</a>`)}
</nav>
<form class="who" method="post" action="/logout"><input type="hidden" name="csrf" value="${c.var.csrf}"><a href="/account">${person.name}</a><button>退出</button></form>`;
