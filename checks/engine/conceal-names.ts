import { quote } from '../../cms/model/quote.ts';
import type { Finding } from '../finding.ts';
import { isSensitive } from '../rule.ts';

/** Sensitive rules say so when they find something in the name of a file. */
const IN_NAME = '文件名';

/**
 * Makes what other rules say of files safe whose very name holds what must not be seen: the rule that found it has masked
 * the name, the others have not.
 */
export function concealNames(findings: readonly Finding[]): (finding: Finding) => Finding {
  const masked = findings.filter(({ rule, where }) => isSensitive(rule) && where === IN_NAME).map(({ file }) => file);
  const names = new Map<string, string>();
  for (const { file } of findings) {
    const hidden = masked.find((name) => name !== file && isMasked(name, file));
    if (hidden !== undefined) names.set(file, hidden);
  }
  return (finding) => {
    const file = names.get(finding.file);
    if (file === undefined) return finding;
    return { ...finding, file, message: quote(finding.message, finding.message.length), where: quote(finding.where, 200) };
  };
}

/** Whether a name is another one with stars in it. */
function isMasked(masked: string, name: string): boolean {
  const [a, b] = [[...masked], [...name]];
  return a.length === b.length && a.every((character, at) => character === '*' || character === b[at]);
}
