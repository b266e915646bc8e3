import { squash } from '../fold.ts';
import { issuersOfTitle } from '../parts/issuer.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

/** 发文机关: the names of the sign-off, else of the head, else of the title, else what the page claims. */
export function readIssuers({ head, claims, signOffs }: Evidence): Reading<string[]> {
  const signed = signOffs.find((signOff) => signOff.issuers.length > 0)?.issuers ?? [];
  const above = head.issuers.length > 0 ? head.issuers : head.redHead ? [head.redHead] : [];
  const titled = head.title ? issuersOfTitle(head.title) : [];
  const sets = [signed, head.issuers, titled].filter((names) => names.length > 0);
  if (sets.some((names) => toKey(names) !== toKey(sets[0]!)))
    return owed(`文头、标题和落款的机关不一致：${sets.map((names) => names.join('、')).join('；')}。对照原件填写。`);
  const names = [signed, above, titled, claims.issuers ?? []].find((each) => each.length > 0);
  return names ? value(names.map((name) => name.trim())) : nothing;
}

const toKey = (names: string[]) => names.map(squash).sort().join();
