import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import { toMinute } from '../../store/clock.ts';
import { fieldsOf } from '../../store/fields-of.ts';
import { STATES } from '../../workflow/progress.ts';
import { toChangePath, toFilePath, toPreviewPath, toPublicAddress } from '../addresses.ts';
import { type Change, returnsOf } from '../change.ts';
import { isSame } from '../compare-texts.ts';
import type { Told } from '../told.ts';
import { type Acting, showActs, showHistory } from './acts.ts';
import { showAttachments } from './attachments.ts';
import { showCalledOut } from './called-out.ts';
import { showDifference } from './difference.ts';
import { showDuties, showFindings } from './judged.ts';
import { showChanged, showDeadline } from './queue.ts';
import { showTold } from './said.ts';
import { showTable } from './tables.ts';

export interface ChangeScreen extends Acting {
  publicSite: string;
  /** What has just been done. */
  told: Told | undefined;
  /** Commit that the differences are told from; empty for what main has. */
  since: string;
}

/** One change: what it means, what is said of it, and what the person can do. */
export function showChange(change: Change, screen: ChangeScreen): Html {
  const { waiting, comparison, attachments, findings, duties, calledOut, basis } = change;
  const changedTables = comparison?.tables.filter(({ kind }) => kind !== 'same') ?? [];
  const newTables = [...changedTables, ...attachments.flatMap((each) => each.comparison?.tables ?? [])].filter(
    ({ kind }) => kind === 'added',
  ).length;
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const fields = comparison?.changed ?? [];
  return html`<div class="desk change">
<nav class="crumbs" aria-label="位置"><a href="/desk/">审核台</a><span>${STATES[waiting.progress.state]}</span></nav>
${showTold(screen.told)}
${showHead(change, screen)}
<nav class="jump" aria-label="本页各部分">
<a href="#check">需要核对 <b>${calledOut.length}</b></a><a href="#page">页面</a><a href="#text">文字</a><a href="#tables">表格 <b>${changedTables.length}</b></a><a href="#files">附件 <b>${attachments.length}</b></a><a href="#findings" class="${blocking > 0 ? 'bad' : ''}">检查 <b>${findings.length}</b></a><a href="#acts" class="to-acts">办理</a>
</nav>
<div class="columns">
<div class="said${basis === undefined ? ' fresh' : ''}">
${showMoved(change)}
${chooseBasis(change, screen.since)}
<section id="check"><h2>需要核对的变化</h2>${showCalledOut(calledOut, { isNew: basis === undefined, tables: newTables })}</section>
<section id="page"><h2>页面</h2>${showPages(change, screen.since)}</section>
<section id="text"><h2>文字</h2>
${comparison === undefined ? html`<p class="fault">内容的字段读不出来，不能对照。退回编辑，在表单里重新保存。</p>` : ''}
${
  fields.length === 0
    ? ''
    : html`<h3>字段</h3><dl class="fields">${fields.map(({ label, stretches }) => html`<div><dt>${label}</dt><dd>${showDifference(stretches)}</dd></div>`)}</dl>`
}
${comparison && comparison.kept.length > 0 ? html`<details class="kept"><summary>没有变化的字段 ${comparison.kept.length} 项</summary><dl class="fields">${comparison.kept.map(({ label, after }) => html`<div><dt>${label}</dt><dd>${after}</dd></div>`)}</dl></details>` : ''}
<h3>正文</h3>
${
  comparison === undefined
    ? ''
    : comparison.source
      ? html`<p class="hint">正文的文字没有变化，只改了格式。下面是源文本。</p>${showDifference(comparison.source)}`
      : isSame(comparison.body)
        ? html`<p class="hint">正文的文字没有变化。</p><details><summary>看正文</summary>${showDifference(comparison.body)}</details>`
        : showDifference(comparison.body)
}
</section>
<section id="tables"><h2>表格</h2>${changedTables.length === 0 ? html`<p class="hint">${comparison?.tables.length ? '正文里的表格没有变化。' : '正文里没有表格。'}附件里的表格在“附件”里。</p>` : changedTables.map(showTable)}</section>
<section id="files"><h2>附件</h2>${showAttachments(attachments, {
    before: (name) => toFilePath(waiting.folder, screen.since === '' ? 'main' : screen.since, name),
    after: (name) => toFilePath(waiting.folder, waiting.version, name),
  })}</section>
<section id="findings"><h2>检查结果</h2>${showFindings(findings)}</section>
<section><h2>履行的公开事项</h2>${showDuties(duties)}</section>
<section id="history"><h2>经过</h2>${showHistory(change.draft)}</section>
</div>
<aside id="acts" aria-label="办理">${showActs(change, screen)}</aside>
</div>
</div>`;
}

/** What became of the published entry meanwhile: signing puts it on the public site again. */
function showMoved({ moved, obstacle, published }: Change): Html | '' {
  if (moved === undefined) return '';
  const again = published === undefined ? '签齐以后作为新内容发布，另编索引号。' : '签齐以后，网上改成这一版。';
  return html`<p class="fault" role="alert">${obstacle ?? `${moved}${again}`}</p>`;
}

function showHead(change: Change, { publicSite }: ChangeScreen): Html {
  const { waiting, column, draft, published } = change;
  const editors = [...new Set(draft.acts.filter(({ kind }) => kind === 'save').map(({ name }) => name))];
  const submitted = draft.acts.findLast(({ kind }) => kind === 'submit');
  const number = fieldsOf(published?.text ?? '').index_number;
  return html`<header class="about">
<h1>${waiting.title}</h1>
<p><span class="tag ${waiting.progress.state}">${STATES[waiting.progress.state]}</span>${waiting.isNew ? html`<span class="tag">新内容</span>` : showChanged(waiting.correction)}${typeof number === 'string' ? html`<a href="${toPublicAddress(publicSite, number)}">${number}</a>` : ''}</p>
<dl class="facts">
<div><dt>单位</dt><dd>${waiting.unit}</dd></div>
<div><dt>类型</dt><dd>${waiting.type}</dd></div>
<div><dt>栏目</dt><dd>${column || '没有填写'}</dd></div>
<div><dt>拟稿</dt><dd>${editors.join('、')}</dd></div>
${submitted ? html`<div><dt>提交</dt><dd>${toMinute(submitted.at)}　${submitted.name}</dd></div>` : ''}
${waiting.correction === undefined ? '' : html`<div class="full"><dt>更正说明</dt><dd>${waiting.correction}</dd></div>`}
<div class="full"><dt>期限</dt><dd>${showDeadline(waiting)}</dd></div>
</dl>
</header>`;
}

/** What the differences are told from: what is public, or what was sent back. */
function chooseBasis({ draft, published }: Change, since: string): Html | '' {
  const returns = returnsOf(draft);
  if (returns.length === 0) return '';
  const path = toChangePath(draft.folder);
  const ways = [
    { commit: '', words: published ? '与网上现行内容对照' : '查看全部内容' },
    ...returns.map(({ commit, at }) => ({ commit, words: `与 ${toMinute(at)} 退回时对照` })),
  ];
  return html`<nav class="basis" aria-label="和哪一版比">${ways.map(({ commit, words }) => (commit === since ? html`<b aria-current="true">${words}</b>` : html`<a href="${path}${commit === '' ? '' : `?since=${commit}`}">${words}</a>`))}</nav>`;
}

/** The rendered pages, beside each other where there is room; on a phone one of them at a time. */
function showPages({ waiting: { folder, version }, basis }: Change, since: string): Html {
  const now = html`<div class="frame after"><h3>修改以后</h3>${showFrame(toPreviewPath(folder, version), basis ? '修改以后的页面' : '页面')}</div>`;
  if (!basis) return html`<div class="pages single">${showFrame(toPreviewPath(folder, version), '发布以后的页面')}</div>`;
  const before = toPreviewPath(folder, since === '' ? 'main' : since);
  return html`<div class="pages">
<div class="switch" role="radiogroup" aria-label="看哪一页"><label><input type="radio" name="side" value="before"><span>修改以前</span></label><label><input type="radio" name="side" value="after" checked><span>修改以后</span></label></div>
<div class="frame before"><h3>修改以前</h3>${showFrame(before, '修改以前的页面')}</div>
${now}
</div>`;
}

const showFrame = (address: string, title: string): Html =>
  html`<iframe src="${address}" title="${title}" sandbox loading="lazy"></iframe><p class="hint"><a href="${address}" target="_blank" rel="noopener">单独打开这一页</a></p>`;
