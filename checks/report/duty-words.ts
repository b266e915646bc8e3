import type { TouchedDuty } from '../engine/duties-touched.ts';

/** What becomes of a duty, in a few words. */
export function toDutyWords({ wasProven, isProven }: TouchedDuty): string {
  if (wasProven) return isProven ? '仍有内容证明已经公开' : '不再有内容证明已经公开';
  return isProven ? '有了内容证明已经公开' : '仍没有内容证明已经公开';
}
