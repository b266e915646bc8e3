import type { Library } from '../../../../cms/library/library.ts';

/** Party and government sites, and central news sites that the State Council's site itself names as sources. */
const ENDINGS = [
  'gov.cn',
  '政务',
  'gov.example',
  'people.com.cn',
  'people.cn',
  'xinhuanet.com',
  'news.cn',
  'cctv.com',
  'cnr.cn',
  'ce.cn',
  'chinanews.com.cn',
  'gmw.cn',
  'qstheory.cn',
  '12371.cn',
  'ccdi.gov.cn',
  'court.gov.cn',
  'npc.gov.cn',
  'xuexi.cn',
];

/** Whether a repost may come from this host: party and government sites, and those that the portal links to (STD-OPS-02). */
export function isTrusted(host: string, library: Library): boolean {
  const linked = (library.portal?.links ?? []).flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).hostname] : []));
  return linked.includes(host) || ENDINGS.some((ending) => host === ending || host.endsWith(`.${ending}`));
}
