import { squash } from '../fold.ts';
import { issuersOfTitle } from '../parts/issuer.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

/** 发文机关: what sign-off, head, title and decree number agree on, else the red head, else what the page claims. */
export function readIssuers({ head, claims, signOffs }: Evidence): Reading<string[]> {
  const signed = signOffs.find((signOff) => signOff.issuers.length > 0)?.issuers ?? [];
  const titled = head.title ? issuersOfTitle(head.title) : [];
  const decreed = /^(.+)令第/u.exec(head.document_number ?? '')?.[1];
  const sets = [signed, head.issuers, titled, decreed ? [decreed] : []].filter((names) => names.length > 0);
  const fullest = [...sets].sort((a, b) => b.length - a.length || toKey(b).length - toKey(a).length)[0];
  if (fullest && !sets.every((names) => names.every((name) => fullest.some((full) => isSame(full, name)))))
    return owed(`文头、标题和落款的机关不一致：${sets.map((names) => names.join('、')).join('；')}。对照原件填写。`);
  const names = [fullest, head.redHead ? [head.redHead] : undefined, claims.issuers].find((each) => each && each.length > 0);
  return names ? value(names.map((name) => name.trim())) : nothing;
}

/** A township signs with its own name where the title puts the county's before it. */
const isSame = (full: string, name: string) => squash(full).endsWith(squash(name));
const toKey = (names: string[]) => names.map(squash).join();
