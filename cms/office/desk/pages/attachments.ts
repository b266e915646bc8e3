import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import type { FileFacts } from '../../store/versions.ts';
import type { AttachmentChange } from '../attachments.ts';
import { isInner } from '../compare-attachments.ts';
import { FILE_CHANGES } from '../compare-files.ts';
import { isSame } from '../compare-texts.ts';
import { showDifference } from './difference.ts';
import { showTable } from './tables.ts';

/** Addresses of an attachment's bytes, in the version before and in this one. */
export interface FileAddresses {
  before: (name: string) => string;
  after: (name: string) => string;
}

/** What became of each attachment, what citizens would find in it, and its bytes to be downloaded. */
export const showAttachments = (changes: readonly AttachmentChange[], addresses: FileAddresses): Html =>
  changes.length === 0 ? html`<p class="hint">没有附件。</p>` : html`${changes.map((change) => showAttachment(change, addresses))}`;

function showAttachment({ kind, name, before, after, comparison }: AttachmentChange, addresses: FileAddresses): Html {
  return html`<article class="attachment">
<h3>${name} <span class="tag ${kind}">${FILE_CHANGES[kind]}</span></h3>
<dl class="facts">
${kind === 'renamed' && before ? html`<div><dt>原名</dt><dd>${before.name}</dd></div>` : ''}
${before && kind !== 'same' && kind !== 'renamed' ? showFacts('原文件', before, addresses.before(before.name)) : ''}
${after ? showFacts(kind === 'changed' ? '新文件' : '文件', after, addresses.after(after.name)) : ''}
</dl>
${comparison ? showWords(comparison, kind) : ''}
</article>`;
}

const showFacts = (label: string, { size, sha256 }: FileFacts, address: string): Html =>
  html`<div><dt>${label}</dt><dd><a href="${address}" download>下载</a>　${toSize(size)}　<span class="hash">SHA-256 <code>${sha256}</code></span></dd></div>`;

function showWords({ tables, texts }: NonNullable<AttachmentChange['comparison']>, kind: AttachmentChange['kind']): Html {
  const changed = texts.filter(({ stretches }) => !isSame(stretches));
  const isUnchanged = changed.length === 0 && tables.every(({ kind }) => kind === 'same');
  if (isUnchanged)
    return html`<p class="hint">${kind === 'changed' ? '能读出的文字没有变化。版式、图片是否有变化，请下载核对。' : '没有读出文字，请下载查看。'}</p>`;
  const [inner, said] = [changed.filter(({ where }) => isInner(where)), changed.filter(({ where }) => !isInner(where))];
  return html`${said.map(showText)}
${inner.length > 0 ? html`<details><summary>文件内部的字体、格式等数据 ${inner.length} 处</summary>${inner.map(showText)}</details>` : ''}
${tables.filter(({ kind }) => kind !== 'same').map(showTable)}`;
}

type Text = NonNullable<AttachmentChange['comparison']>['texts'][number];

const showText = ({ where, stretches }: Text): Html => html`<h4>${where}</h4>${showDifference(stretches)}`;

function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
