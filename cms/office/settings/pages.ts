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
const toFilePath = (path: string): string => `${AT}/file?path=${encodeURIComponent(path)}`;
/** Files that are changed in one act at the most. */
export const MOST = 10;
/** Where the files to be changed together are ticked. */
const SEVERAL = 'several';

/** What was done, to be told on the page that follows. */
export interface ToldSettings {
  paths: readonly string[];
  commit: string;
  isLive: boolean;
  isLogged: boolean;
}

/** All settings, and what was done last. */
export const showShelves = (shelves: readonly Shelf[], told: ToldSettings | undefined): Html => html`<div class="desk">
<h1>设置</h1>
${told ? showTold(told) : ''}
<p class="hint">每次调整都要经过检查，由您确认，写明原因，成为一次签名的提交，核对内容库的人都看得到。条目不在这里改：要起草、签字才能发布。</p>
<p class="hint">要同时改几个文件的，例如人员从一个单位调到另一个单位，先勾选，再一起改，一起检查，成为一次提交。最多 ${MOST} 个。</p>
${shelves.map(showShelf)}
<form id="${SEVERAL}" class="several" method="get" action="${AT}/file"><button class="button">一起改勾选的文件</button></form>
</div>`;

const showTold = ({ paths, commit, isLive, isLogged }: ToldSettings): Html =>
  html`<p class="done" role="status">已经调整 ${paths.join('、')}，提交 ${commit.slice(0, 12)}。</p>${isLive ? '' : html`<p class="fault" role="alert">${NOT_LIVE}</p>`}${isLogged ? '' : showUnlogged()}`;

const showShelf = ({
  name,
  words,
  folder,
  files,
}: Shelf): Html => html`<section class="settings"><h2>${name}</h2><p class="hint">${words}</p>
<ul>${files.map((file) => html`<li><input type="checkbox" form="${SEVERAL}" name="path" value="${file.path}" aria-label="一起改 ${file.name}"><a href="${toFilePath(file.path)}">${file.name}</a></li>`)}</ul>
${folder === undefined ? '' : html`<form class="choose" method="get" action="${AT}/file"><input type="hidden" name="folder" value="${folder}"><label for="new-${folder}">新建文件</label><input id="new-${folder}" name="name" required maxlength="100" placeholder="${folder === 'images/' ? 'banner.jpg' : 'new-name.yaml'}" autocomplete="off"><button class="button">新建</button></form>`}
</section>`;

/** One of the files to be changed, and what it would be; nothing of that before anything was proposed. */
export interface Edited {
  file: OpenFile;
  /** What it would say; undefined for a picture, or where nothing was proposed. */
  text?: string | undefined;
  /** The bytes in Base64; empty where nothing was proposed. */
  bytes: string;
  isRemoved: boolean;
}

/** What came of holding a proposal against the checks. */
export interface Outcome {
  /** Why it cannot be done as it is. */
  fault?: string;
  findings?: readonly ReviewFinding[];
}

/** Files of settings, to be changed in one act. @param outcome of what the person sent to be checked */
export function showFiles(edited: readonly Edited[], csrf: string, outcome?: Outcome): Html {
  const names = edited.map(({ file: { path } }) => path);
  const title = edited.length > 1 ? `一起改 ${edited.length} 个文件` : `${edited[0]!.file.before === '' ? '新建 ' : ''}${names[0]}`;
  return html`<div class="desk">
<nav class="crumbs" aria-label="位置"><a href="${AT}">设置</a><span>${names.join('、')}</span></nav>
<h1>${title}</h1>
${outcome ? showOutcome(edited, csrf, outcome) : ''}
<form class="card-like" method="post" action="${AT}/check" enctype="multipart/form-data"><input type="hidden" name="csrf" value="${csrf}">
${edited.map((each, nth) => showEdited(each, nth, edited.length > 1))}
<button class="main">检查</button></form>
</div>`;
}

const showTarget = ({ path, before }: OpenFile): Html =>
  html`<input type="hidden" name="path" value="${path}"><input type="hidden" name="before" value="${before}">`;

function showEdited({ file, text, isRemoved }: Edited, nth: number, isOneOfMany: boolean): Html {
  const isNew = file.before === '';
  const what = file.text === undefined ? (isNew ? '图片' : '换成') : '内容（YAML，各项的写法见内容手册）';
  const field =
    file.text === undefined
      ? html`<input type="hidden" name="text" value=""><input id="file-${nth}" name="file" type="file" accept="image/*">`
      : html`<textarea id="file-${nth}" name="text" rows="24" spellcheck="false" class="code">${text ?? file.text}</textarea>`;
  return html`<fieldset class="edited">${isOneOfMany ? html`<legend>${file.path}</legend>` : ''}${showTarget(file)}
<label for="file-${nth}">${what}</label>${field}
${isNew ? '' : html`<label class="tick"><input type="checkbox" name="remove" value="${file.path}" ${isRemoved ? 'checked' : ''}><span>删去这个文件（先检查还有没有别处用到它）</span></label>`}
</fieldset>`;
}

function showOutcome(edited: readonly Edited[], csrf: string, { fault, findings = [] }: Outcome): Html {
  if (fault !== undefined) return html`<p class="fault" role="alert">${fault}</p>`;
  const blocking = findings.some(({ severity }) => severity === 'block');
  const kept = edited.map(
    ({ file, bytes, isRemoved }) =>
      html`${showTarget(file)}<input type="hidden" name="bytes" value="${bytes}">${isRemoved ? html`<input type="hidden" name="remove" value="${file.path}">` : ''}`,
  );
  return html`<section id="result"><h2>检查结果</h2>${showFindings(findings)}</section>
<section id="change"><h2>改了什么</h2>${edited.map((each) => html`${edited.length > 1 ? html`<h3>${each.file.path}</h3>` : ''}${showChange(each)}`)}</section>
${
  blocking
    ? html`<p class="fault" role="alert">检查没有通过，不能调整。在下面改好再检查。</p>`
    : html`<form class="card-like" method="post" action="${AT}"><input type="hidden" name="csrf" value="${csrf}">${kept}
<label for="reason">调整的原因</label><textarea id="reason" name="reason" rows="2" maxlength="300" required></textarea>
<p class="hint">原因和您的账号记在内容库里，不能再改。</p>
<button class="main">确认调整</button></form>`
}`;
}

function showChange({ file: { text: old, before }, text, bytes, isRemoved }: Edited): Html {
  if (isRemoved) return html`<p>删去整个文件。</p>`;
  if (old === undefined && bytes === '') return html`<p>没有变化。</p>`;
  if (old === undefined || text === undefined) return html`<p>换成新的图片，${Math.ceil((bytes.length * 3) / 4 / 1000)} KB。</p>`;
  if (before !== '' && old === text) return html`<p>没有变化。</p>`;
  const stretches = compareTexts(old, text);
  return isSame(stretches) ? html`<p>只有空白变化。</p>` : showDifference(stretches);
}
