import { recordPath } from '../../cms/library/addresses.ts';
import type { Library } from '../../cms/library/library.ts';
import { KEY_LOSSES, MAIN_ACTS } from '../../cms/model/main-act.ts';
import type { PublicOfficeAct } from '../../cms/model/public-record.ts';
import { findType } from '../../cms/model/types/index.ts';
import { fingerprintOf } from '../../cms/office/store/ssh-signature.ts';
import { escapeXml } from '../xml.ts';

/** What the information office did with the record itself, the newest first. Of what was purged nothing is told but whose it was. */
export const toOfficeActsHtml = (acts: readonly PublicOfficeAct[], library: Library): string =>
  `<ol class="record-acts">${acts
    .toReversed()
    .map((act) => toActHtml(act, library))
    .join('')}</ol>`;

function toActHtml(act: PublicOfficeAct, library: Library): string {
  const { kind, at, commit, person, reason, key, lost } = act;
  const rows = [
    ...(kind === 'purge' ? [row('清除的内容', whatWasPurged(act, library))] : []),
    ...(key === undefined ? [] : [row('密钥的指纹', `<code>${escapeXml(fingerprintOf(key))}</code>`)]),
    ...(lost === undefined ? [] : [row('以前的密钥', KEY_LOSSES[lost])]),
    row('办理', escapeXml(person)),
    row('原因', escapeXml(reason)),
    row('提交', `<code>${commit}</code>`),
  ];
  return `<li><p><strong>${MAIN_ACTS[kind]}</strong><time datetime="${at.replace(' ', 'T')}">${at}</time></p><dl>${rows.join('')}</dl></li>`;
}

function whatWasPurged({ unit = '', type = '', index_number: number }: PublicOfficeAct, library: Library): string {
  const what = `${escapeXml(library.unit(unit)?.short_name ?? unit)}的一条${escapeXml(findType(type)?.label ?? type)}`;
  if (number === undefined) return `${what}，没有发布过`;
  return `${what}，<a href="${recordPath(number)}">${number}</a>`;
}

const row = (name: string, value: string) => `<div><dt>${name}</dt><dd>${value}</dd></div>`;
