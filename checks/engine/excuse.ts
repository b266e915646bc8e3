import type { Finding } from '../finding.ts';
import { isSensitive } from '../rule.ts';
import { isTooLong, type Waiver } from '../waiver.ts';

/** Who and what makes a waiver hold. */
export interface Waiving {
  /** YYYY-MM-DD. */
  today: string;
  /** Accounts of the people who may sign waivers. */
  allowing: ReadonlySet<string>;
  /** Ids of the rules that can be waived. */
  waivable: ReadonlySet<string>;
}

/** Whether a waiver holds on this day: signed by somebody who may allow it, begun, not expired, for a rule that can be waived. */
const holds = (waiver: Waiver, { today, allowing, waivable }: Waiving): boolean =>
  allowing.has(waiver.allowed_by) &&
  waivable.has(waiver.rule) &&
  waiver.allowed_on <= today &&
  today <= waiver.until &&
  !isTooLong(waiver) &&
  waiver.isSigned;

/** Parts findings into those that stand and those that a waiver or the baseline excuses. */
export function excuse(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  baseline: ReadonlySet<string>,
  waiving: Waiving,
): { standing: Finding[]; waived: Finding[]; known: Finding[] } {
  const about = Map.groupBy(waivers, ({ rule, path, fingerprint }) => `${rule} ${path} ${fingerprint}`);
  const isWaived = ({ rule, file, fingerprint }: Finding) =>
    about.get(`${rule} ${file} ${fingerprint}`)?.some((waiver) => holds(waiver, waiving)) ?? false;
  const standing: Finding[] = [];
  const waived: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    if (isWaived(finding)) waived.push(finding);
    else if (mayBeKnown(finding.rule) && baseline.has(toBaselineKey(finding))) known.push(finding);
    else standing.push(finding);
  }
  return { standing, waived, known };
}

/** What leaks stays a leak, however long it has been there. */
export const mayBeKnown = (rule: string): boolean => !isSensitive(rule);

/** How the baseline names a finding. */
export const toBaselineKey = ({ rule, file, fingerprint }: Finding): string => `${rule} ${file} ${fingerprint}`;
