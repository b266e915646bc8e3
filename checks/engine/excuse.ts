import type { Finding } from '../finding.ts';
import { rules } from '../rules/index.ts';
import type { Waiver } from '../waiver.ts';

/** Whether a waiver holds on this day: signed by somebody who may allow it, begun, not expired, for a rule that can be waived. */
export function holds(waiver: Waiver, today: string, allowing: ReadonlySet<string>): boolean {
  const rule = rules.find(({ id }) => id === waiver.rule);
  return (
    allowing.has(waiver.allowed_by) && rule?.waivable === true && waiver.allowed_on <= today && today <= waiver.until && waiver.isSigned
  );
}

/**
 * Parts findings into those that stand and those that a waiver or the baseline excuses.
 * @param allowing accounts of the people who may sign waivers
 */
export function excuse(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  baseline: ReadonlySet<string>,
  today: string,
  allowing: ReadonlySet<string>,
): { standing: Finding[]; waived: Finding[]; known: Finding[] } {
  const about = Map.groupBy(waivers, ({ rule, path, fingerprint }) => `${rule} ${path} ${fingerprint}`);
  const isWaived = ({ rule, file, fingerprint }: Finding) =>
    about.get(`${rule} ${file} ${fingerprint}`)?.some((waiver) => holds(waiver, today, allowing)) ?? false;
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
export const mayBeKnown = (rule: string): boolean => !/^(?:secrecy|privacy)\//u.test(rule);

/** How the baseline names a finding. */
export const toBaselineKey = ({ rule, file, fingerprint }: Finding): string => `${rule} ${file} ${fingerprint}`;
