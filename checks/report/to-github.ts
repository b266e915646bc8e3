import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';
import { toWords, visible } from './text.ts';

/** So many annotations of a kind GitHub shows for a step; the rest stand only in the log. */
const SHOWN = 10;

/** Workflow commands of GitHub Actions, which become annotations at their lines, and a last line that sums up. */
export function toGithub({ findings, files }: Checked): string {
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const warnings = findings.length - blocking;
  const more = Math.max(blocking, warnings) > SHOWN ? `GitHub 每类只显示前 ${SHOWN} 条，其余在日志里。` : '';
  return `${[...findings.map(toCommand), `查了 ${files} 个文件：阻断 ${blocking} 处，提醒 ${warnings} 处。${more}`].join('\n')}\n`;
}

function toCommand(finding: Finding): string {
  const { severity, file, place, rule } = finding;
  // GitHub refuses columns for what spans lines.
  const columns = place && place.line === place.endLine ? { col: place.column, endColumn: place.endColumn } : {};
  const lines = place ? { line: place.line, endLine: place.endLine } : {};
  const properties = Object.entries({ ...(file !== '' && { file }), ...lines, ...columns, title: rule });
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${severity === 'block' ? 'error' : 'warning'} ${written}::${data(toWords(finding))}`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** Line breaks stay what they are, so that the file is found; other control characters would reach the log's terminal. */
const property = (text: string) =>
  data(text.replace(/[^\r\n]+/gu, visible))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
