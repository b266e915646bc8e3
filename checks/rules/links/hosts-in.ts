import type { Passage } from '../../text/passage.ts';

const ADDRESS = /(?:https?:)?\/\/(?:[^/\s?#@]*@)?([\p{L}\p{N}.-]+)[^\s）】》」』"'<>，。；]*/giu;

/** Hosts that links in this passage lead to, with the stretch of the folded text that names each. */
export function hostsIn({ kind, text }: Passage): { host: string; url: string; start: number; end: number }[] {
  // An address written out in a text is a link, and a passage of its own.
  if (kind !== 'link' && kind !== 'field') return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: url, 1: name = '', index }) => {
    if (kind === 'field' && !/^https?:/iu.test(url)) return [];
    const host = name.toLowerCase().replace(/\.$/u, '');
    return host.includes('.') ? [{ host, url, start: index, end: index + url.length }] : [];
  });
}
