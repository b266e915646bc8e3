import { ROLES } from '../../model/unit.ts';

/** A piece of what a line of the log is about. */
export interface DetailPart {
  text: string;
  href?: string;
  /** Folder of the entry that it names. */
  entry?: string;
}

/** What the names in the log stand for; undefined for what is not known. */
export interface Known {
  entry(folder: string): DetailPart | undefined;
  unit(id: string): string | undefined;
  person(id: string): string | undefined;
}

/** What the families of rules look after. */
const FAMILIES: Readonly<Record<string, string>> = {
  secrecy: '保密',
  privacy: '个人信息',
  attachment: '附件',
  responsibility: '发布责任',
  disclosure: '公开事项',
  document: '公文要素',
  wording: '用语',
  links: '链接',
  page: '页面',
};

/** What a line of the log is about, in words. The export has it as it was written down, with versions and addresses. */
export const toDetail = (detail: string, known: Known): DetailPart[] =>
  detail.split(' ').flatMap((word) => (TECHNICAL.test(word) ? [] : [toPart(word, known)]));

/** Versions, and what a browser asked for. */
const TECHNICAL = /^(?:[0-9a-f]{40}|GET|POST|\/\S*)?$/u;

function toPart(word: string, known: Known): DetailPart {
  if (word.startsWith('entries/')) return known.entry(word) ?? { text: word };
  const found = /^[a-z-]+\/[a-z0-9-]+×\d/u.test(word) ? toFound(word) : undefined;
  const role = Object.hasOwn(ROLES, word) ? ROLES[word as keyof typeof ROLES] : undefined;
  return { text: found ?? role ?? known.unit(word) ?? known.person(word) ?? word };
}

/** Rules with the number of places that each found, by what they look after. */
function toFound(rules: string): string {
  const counts = new Map<string, number>();
  for (const [, family = '', count] of rules.matchAll(/([a-z-]+)\/[a-z0-9-]+×(\d+)/gu))
    counts.set(family, (counts.get(family) ?? 0) + Number(count));
  return [...counts].map(([family, count]) => `${FAMILIES[family] ?? family}检查 ${count} 处`).join('、');
}
