import { ROLES } from '../../cms/model/unit.ts';
import type { Signing } from '../engine/signing.ts';

/** How it stands with a sign-off, in a few words. */
export function toSigningWords({ state, person, at, able }: Signing): string {
  if (state === 'given') return `已签：${person}，${at}`;
  const who = able.length > 0 ? `由 ${able.slice(0, 3).join('、')}${able.length > 3 ? '等人' : ' '}签` : '没有人可以签';
  return `${FAULTS[state]}，${who}`;
}

const FAULTS = {
  unsigned: '还没有签',
  changed: '签字以后内容又改过',
  unauthorised: '签字的人没有这个角色',
  author: '签字的是拟稿人',
  same: '和另一个签字的是同一个人',
} as const satisfies Record<Exclude<Signing['state'], 'given'>, string>;

export const toRoleName = ({ role }: Signing): string => ROLES[role];
