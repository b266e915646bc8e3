import { toBasis } from '../../cms/model/basis.ts';
import type { Finding } from '../finding.ts';

const SEVERITIES = { block: '阻断', warn: '提醒' } as const;

/** One line for a finding: place, severity, what is the matter, on what ground, by which rule. */
export function toTextLine({ file, place, where, severity, message, basis, rule }: Finding): string {
  const at = place ? `${visible(file)}:${place.line}:${place.column}` : `${visible(file)} ${visible(where)}`.trimStart();
  return `${at} ${SEVERITIES[severity]}：${visible(message)}依据：${basis.map(toBasis).join('、')}（${rule}）`;
}

/** What is the matter, led by the place where the message does not name it, on one line. */
export const toWords = ({ where, message }: Pick<Finding, 'where' | 'message'>): string =>
  visible(where === '' || message.includes(where) ? message : `${where}：${message}`);

/** Spells out characters that cannot be seen or would begin a new line. */
export const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
