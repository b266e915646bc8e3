import { createHash } from 'node:crypto';
import type { Checked } from '../engine/checked.ts';
import { toWords } from './text.ts';

/** GitLab insists on a path; what concerns the whole content root stands at its portal's file. */
const WHOLE = 'portal.yaml';

/** GitLab Code Quality: an array of issues, each with a fingerprint that is unique in the report. */
export function toGitlab({ findings }: Checked): string {
  const issues = findings.map((finding) => {
    const { rule, severity, file, place, fingerprint } = finding;
    return {
      description: toWords(finding),
      check_name: rule,
      fingerprint: createHash('sha256').update(`${rule}\n${file}\n${fingerprint}`).digest('hex'),
      severity: severity === 'block' ? 'blocker' : 'minor',
      location: { path: file || WHOLE, lines: { begin: place?.line ?? 1, ...(place && { end: place.endLine }) } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
