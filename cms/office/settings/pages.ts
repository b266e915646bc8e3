import { html } from 'hono/html';
import { compareTexts, isSame } from '../desk/compare-texts.ts';
import { showDifference } from '../desk/pages/difference.ts';
import { showFindings } from '../desk/pages/judged.ts';
import { showUnlogged } from '../desk/pages/said.ts';
import type { Html } from '../http/page.ts';
import type { ReviewFinding } from '../review.ts';
import { NOT_LIVE } from '../workflow/live.ts';
import type { OpenFile, Shelf } from './files.ts';

export const AT = '/office/settings';
export const toFilePath = (path: string): string => `${AT}/file?path=${encodeURIComponent(path)}`;

/** What was done, to be told on the page that follows. */
export interface ToldSettings {
  path: string;
  commit: string;
  isLive: boolean;
  isLogged: boolean;
}

/** All settings, and what was done last. */
export const showShelves = (shelves: readonly Shelf[], told: ToldSettings | undefined): Html => html`<div class="desk">
<h1>设置</h1>
${told ? showTold(told) : ''}
<p class="hint">每次调整都要经过检查，由您确认，写明原因，成为一次签名的提交，核对内容库的人都看得到。条目不在这里改：要起草、签字才能发布。</p>
${shelves.map(showShelf)}
</div>`;

const showTold = ({ path, commit, isLive, isLogged }: ToldSettings): Html =>
  html`<p class="done" role="status">已经调整 ${path}，提交 ${commit.slice(0, 12)}。</p>${isLive ? '' : html`<p class="fault" role="alert">${NOT_LIVE}</p>`}${isLogged ? '' : showUnlogged()}`;

const showShelf = ({
  name,
  words,
  folder,
  files,
}: Shelf): Html => html`<section class="settings"><h2>${name}</h2><p class="hint">${words}</p>
<ul>${files.map((file) => html`<li><a href="${toFilePath(file.path)}">${file.name}</a></li>`)}</ul>
${folder === undefined ? '' : html`<form class="choose" method="get" action="${AT}/file"><input type="hidden" name="folder" value="${folder}"><label for="new-${folder}">新建文件</label><input id="new-${folder}" name="name" required maxlength="100" placeholder="${folder === 'images/' ? 'banner.jpg' : 'new-name.yaml'}" autocomplete="off"><button class="button">新建</button></form>`}
</section>`;

/** What was proposed, and what the checks say of it. */
export interface Proposed {
  /** What it would say; undefined to take it away, or for a picture. */
  text: string | undefined;
  /** The bytes in Base64; undefined to take it away. */
  bytes: string | undefined;
  /** Why it cannot be done as it is. */
  fault?: string;
  findings?: readonly ReviewFinding[];
}

/** One file of settings, to be changed. @param proposed what the person sent to be checked */
export function showFile(file: OpenFile, csrf: string, proposed?: Proposed): Html {
  const { path, before, text } = file;
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="path" value="${path}"><input type="hidden" name="before" value="${before}">`;
  return html`<div class="desk">
<nav class="crumbs" aria-label="位置"><a href="${AT}">设置</a><span>${path}</span></nav>
<h1>${before === '' ? '新建 ' : ''}${path}</h1>
${proposed ? showProposed(file, proposed, hidden) : ''}
<form class="card-like" method="post" action="${AT}/check" enctype="multipart/form-data">${hidden}
${
  text === undefined
    ? html`<label for="file">${before === '' ? '图片' : '换成'}</label><input id="file" name="file" type="file" accept="image/*" required>`
    : html`<label for="text">内容（YAML，各项的写法见内容手册）</label><textarea id="text" name="text" rows="24" spellcheck="false" class="code">${proposed?.text ?? text}</textarea>`
}
<button class="main">检查</button></form>
${before === '' ? '' : html`<details class="card-like act"><summary>删去这个文件</summary><form method="post" action="${AT}/check">${hidden}<input type="hidden" name="remove" value="yes"><p class="hint">先检查还有没有别处用到它，再确认。</p><button class="button warn">检查能不能删去</button></form></details>`}
</div>`;
}

function showProposed({ text: old }: OpenFile, { text, bytes, fault, findings = [] }: Proposed, hidden: Html): Html {
  if (fault !== undefined) return html`<p class="fault" role="alert">${fault}</p>`;
  const blocking = findings.some(({ severity }) => severity === 'block');
  return html`<section id="result"><h2>检查结果</h2>${showFindings(findings)}</section>
<section id="change"><h2>改了什么</h2>${showChange(old, text, bytes)}</section>
${
  blocking
    ? html`<p class="fault" role="alert">检查没有通过，不能调整。在下面改好再检查。</p>`
    : html`<form class="card-like" method="post" action="${AT}">${hidden}${bytes === undefined ? html`<input type="hidden" name="remove" value="yes">` : html`<input type="hidden" name="bytes" value="${bytes}">`}
<label for="reason">调整的原因</label><textarea id="reason" name="reason" rows="2" maxlength="300" required></textarea>
<p class="hint">原因和您的账号记在内容库里，不能再改。</p>
<button class="main">确认调整</button></form>`
}`;
}

function showChange(old: string | undefined, text: string | undefined, bytes: string | undefined): Html {
  if (bytes === undefined) return html`<p>删去整个文件。</p>`;
  if (old === undefined || text === undefined) return html`<p>换成新的图片，${Math.ceil((bytes.length * 3) / 4 / 1000)} KB。</p>`;
  const stretches = compareTexts(old, text);
  return isSame(stretches) ? html`<p>只有空白变化。</p>` : showDifference(stretches);
}
