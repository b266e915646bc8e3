/** A signed permission to publish in spite of a finding, as a file under `waivers/` has it. */
export interface Waiver {
  /** Path of the file in the content root. */
  file: string;
  /** Id of the rule. */
  rule: string;
  /** Path of the file that the finding is in. */
  path: string;
  /** Fingerprint of the finding, which ends with any change of what was found. */
  fingerprint: string;
  reason: string;
  /** Account of the person who allows it. */
  allowed_by: string;
  /** YYYY-MM-DD. */
  allowed_on: string;
  /** Last day, YYYY-MM-DD; at most a year after `allowed_on`. */
  until: string;
  /** Whether the signature beside the file is this person's and covers these bytes. */
  isSigned: boolean;
}

/** Whether a waiver holds for longer than a year: an exception that nobody has to look at again is a rule of its own. */
export function isTooLong({ allowed_on: from, until }: Pick<Waiver, 'allowed_on' | 'until'>): boolean {
  return until > `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
}
