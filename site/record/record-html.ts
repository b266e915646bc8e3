import { recordAnchor } from '../../cms/library/addresses.ts';
import { ENTRY_ACTS } from '../../cms/library/entry-act.ts';
import type { PublicRecord } from '../../cms/model/public-record.ts';
import { ROLES } from '../../cms/model/unit.ts';
import { entryPath } from '../paths.ts';
import { escapeXml } from '../xml.ts';

type Act = PublicRecord['acts'][number];

/** What stands for the title of what is no longer public. */
const GONE: Readonly<Record<string, string>> = { merge: '已经并入另一条', purge: '已经清除' };

/** The record of an entry as people read it. Written out by hand: there is one for every entry, and components take longer. */
export function toRecordHtml(record: PublicRecord): string {
  const { index_number: number, title, published_at, review_due, taken_over, imported, text_sha256, files = [], acts } = record;
  const anchor = recordAnchor(number);
  const gone = GONE[acts.at(-1)?.kind ?? ''] ?? '已经下线';
  const heading = title === undefined ? gone : `<a href="${entryPath(number)}">${escapeXml(title)}</a>`;
  const facts = [
    row('索引号', number),
    published_at === undefined ? '' : row('发布时间', taken_over === undefined ? published_at : `${published_at}（原来所载）`),
    review_due === undefined ? '' : row('补审', `紧急发布，应当在 ${review_due} 以前补审，还没有补审`),
    taken_over === undefined ? '' : row('来历', `存量：办公平台 ${taken_over} 接收内容库时已经在网上，以前由谁签发没有签名可查`),
    imported === undefined ? '' : row('导入', toImportWords(imported)),
    text_sha256 === undefined ? '' : row('正文', hash(text_sha256)),
    ...files.map(({ name, sha256 }) => row('文件', `${escapeXml(name)}　${hash(sha256)}`)),
  ];
  return `<article class="record" id="${anchor}"><h2>${heading}</h2><dl>${facts.join('')}</dl>${acts.length === 0 ? '' : `<ol class="record-acts">${acts.toReversed().map(toActHtml).join('')}</ol>`}</article>`;
}

function toActHtml({ kind, at, commit, author, editors, sign_offs: signOffs, reason, into, changes, correction, emergency }: Act): string {
  const wrote = kind === 'publish' || kind === 'update' || kind === 'correct';
  const rows = [
    kind === 'purge' ? row('办理', escapeXml(author)) : '',
    wrote ? row('拟稿', escapeXml([author, ...editors].join('、'))) : '',
    emergency === undefined ? '' : row('紧急的原因', escapeXml(emergency)),
    correction === undefined ? '' : row('更正说明', escapeXml(correction)),
    changes ? row('改了什么', escapeXml(toChangeWords(changes))) : '',
    into === undefined ? '' : row('并入', `<a href="${entryPath(into)}">${into}</a>`),
    reason === undefined ? '' : row('原因', escapeXml(reason)),
    ...signOffs.map(({ role, person, at: signed, opinion }) =>
      row(
        ROLES[role],
        `${escapeXml(person)}　${signed}${opinion === undefined || opinion === emergency ? '' : `　意见：${escapeXml(opinion)}`}`,
      ),
    ),
    // Of what was taken down nothing is left that could have been signed.
    kind === 'takeDown' || kind === 'merge' || kind === 'purge'
      ? ''
      : row('签的内容', [...new Set(signOffs.map(({ sha256 }) => sha256))].map(hash).join('')),
    row('提交', `<code>${commit}</code>`),
  ];
  return `<li><p><strong>${emergency === undefined ? ENTRY_ACTS[kind] : `紧急${ENTRY_ACTS[kind]}`}</strong><time datetime="${at.replace(' ', 'T')}">${at}</time></p><dl>${rows.join('')}</dl></li>`;
}

/** What was changed, in one sentence. */
function toChangeWords({ fields, added, replaced, removed }: NonNullable<Act['changes']>): string {
  const parts = [
    fields.length > 0 ? `修改${fields.join('、')}` : '',
    added.length > 0 ? `增加文件 ${added.join('、')}` : '',
    replaced.length > 0 ? `替换文件 ${replaced.join('、')}` : '',
    removed.length > 0 ? `删去文件 ${removed.join('、')}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有改动' : parts.join('；');
}

const toImportWords = ({ on, claimed_on }: NonNullable<PublicRecord['imported']>) =>
  `${on} 导入${claimed_on === undefined ? '' : `，原网站标注的发布日期 ${claimed_on}，没有签名可以证明`}`;

const row = (name: string, value: string) => `<div><dt>${name}</dt><dd>${value}</dd></div>`;
const hash = (sha256: string) => `<span class="record-hash">SHA-256 <code>${sha256}</code></span>`;
