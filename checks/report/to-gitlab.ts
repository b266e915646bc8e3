import { createHash } from 'node:crypto';
import type { Checked } from '../engine/checked.ts';

/** GitLab Code Quality: an array of issues, each with a fingerprint that is unique in the report. */
export function toGitlab({ findings }: Checked): string {
  const issues = findings.map(({ rule, severity, file, place, where, message, fingerprint }) => ({
    description: place ? message : `${where}：${message}`,
    check_name: rule,
    fingerprint: createHash('sha256').update(`${rule}\n${file}\n${fingerprint}`).digest('hex'),
    severity: severity === 'block' ? 'blocker' : 'minor',
    location: { path: file, lines: { begin: place?.line ?? 1, ...(place && { end: place.endLine }) } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
