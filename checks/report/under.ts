import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';

/**
 * The same outcome with files named from the top of the repository, as forges and editors of code look for them.
 * @param folder of the content root in the repository, with a final `/`; empty for its top
 */
export function under(folder: string, { findings, waived, known, files }: Checked): Checked {
  const move = (finding: Finding): Finding => ({ ...finding, file: placeUnder(folder, finding.file) });
  return { findings: findings.map(move), waived: waived.map(move), known: known.map(move), files };
}

/** What lies outside the content root is named from there, with `../`. */
function placeUnder(folder: string, file: string): string {
  if (file === '') return '';
  return folder !== '' && file.startsWith('../') ? file.slice(3) : folder + file;
}
