import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';

/** So many annotations of a kind GitHub shows for a step; the rest stand only in the log. */
const SHOWN = 10;

/** Workflow commands of GitHub Actions, which become annotations at their lines, and a last line that sums up. */
export function toGithub({ findings, files }: Checked): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [blocking, warnings] = [count('block'), count('warn')];
  const more = Math.max(blocking, warnings) > SHOWN ? `GitHub 每类只显示前 ${SHOWN} 条，其余在日志里。` : '';
  return `${[...findings.map(toCommand), `查了 ${files} 个文件：阻断 ${blocking} 处，提醒 ${warnings} 处。${more}`].join('\n')}\n`;
}

function toCommand({ severity, file, place, where, message, rule }: Finding): string {
  const oneLine = place && place.line === place.endLine ? `,col=${place.column},endColumn=${place.endColumn}` : '';
  const at = place ? `,line=${place.line},endLine=${place.endLine}${oneLine}` : '';
  const words = place ? message : `${where}：${message}`;
  return `::${severity === 'block' ? 'error' : 'warning'} file=${property(file)}${at},title=${property(rule)}::${data(words)}`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
