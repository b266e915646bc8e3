import type { Waiver } from '../waiver.ts';

/** Waivers as rules see them. */
export interface WaiverState extends Waiver {
  /** Whether a finding of this check is the one that it allows; true where only a part was checked. */
  isUsed: boolean;
  /** What its rule says of being waived; undefined when there is no such rule. */
  isWaivable: boolean | undefined;
}
